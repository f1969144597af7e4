import { Trans } from '@lingui/react/macro'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useRouter } from 'wouter'
import { Button } from './Button'
import { Icon } from './Icon'

interface Props {
  /** The words searched for now. */
  value?: string
  label?: ReactNode
  hint?: ReactNode
  onSearch: (words: string) => void
  /** Further questions asked in the same form. */
  children?: ReactNode
}

/** Words to look for. Before script has come it is an ordinary form that leads to the same address. */
export function SearchBox({ value = '', label, hint, onSearch, children }: Props) {
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
    <form role="search" className="search" action={`${base}/services`} method="get" onSubmit={submit}>
      <div className="field search-words">
        <label htmlFor={id}>{label ?? <Trans>O que procura?</Trans>}</label>
        {hint && (
          <p className="small" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        <input
          id={id}
          type="search"
          name="search"
          value={words}
          maxLength={200}
          autoComplete="off"
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      {children}
      <Button type="submit">
        <Icon name="search" />
        <Trans>Procurar</Trans>
      </Button>
    </form>
  )
}
