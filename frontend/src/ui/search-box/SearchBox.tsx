import { Trans } from '@lingui/react/macro'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useRouter } from 'wouter'
import { Button } from '../button/Button'
import { Icon } from '../icon/Icon'
import { type Suggesting, SuggestingInput } from '../suggesting-input/SuggestingInput'

interface Props {
  /** The words searched for now. */
  value?: string
  label?: ReactNode
  hint?: ReactNode
  /** On a phone one line, below a heading that says what it is. */
  compact?: boolean
  onSearch: (words: string) => void
  suggesting: Suggesting
  /** Further questions asked in the same form. */
  children?: ReactNode
}

/** Words to look for. Before script has come it is an ordinary form that leads to the same address. */
export function SearchBox({ value = '', label, hint, compact = false, onSearch, suggesting, children }: Props) {
  const id = useId()
  const { base } = useRouter()
  const [words, setWords] = useState(value)
  const [searched, setSearched] = useState(value)
  if (searched !== value) {
    // The address changed under us (a filter given up, the way back): the box follows it.
    setSearched(value)
    setWords(value)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSearch(words.trim())
  }
  return (
    <form
      role="search"
      className={compact ? 'search search-compact' : 'search'}
      action={`${base}/services`}
      method="get"
      onSubmit={submit}
    >
      <div className="field search-words">
        <label htmlFor={id} className={compact ? 'hidden-on-phone' : undefined}>
          {label ?? <Trans>O que procura?</Trans>}
        </label>
        {hint && (
          <p className="small" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        <SuggestingInput
          id={id}
          value={words}
          describedBy={hint ? `${id}-hint` : undefined}
          onChange={setWords}
          suggest={suggesting.suggest}
          onChoose={(suggestion) => {
            setWords('')
            suggesting.onChoose(suggestion)
          }}
        />
      </div>
      {children}
      <Button type="submit">
        <Icon name="search" />
        <span className={compact ? 'hidden-on-phone' : undefined}>
          <Trans>Procurar</Trans>
        </span>
      </Button>
    </form>
  )
}
