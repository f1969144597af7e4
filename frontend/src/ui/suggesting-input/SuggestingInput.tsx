import { msg } from '@lingui/core/macro'
import { Plural, useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { dirOf } from '../../i18n/languages'
import type { Suggestion } from '../../model/search'
import { Icon, type IconName } from '../icon/Icon'

export interface Suggesting {
  /** What somebody who typed this may mean. */
  suggest: (typed: string, signal: AbortSignal) => Promise<Suggestion[]>
  onChoose: (suggestion: Suggestion) => void
}

interface Props extends Suggesting {
  id: string
  value: string
  describedBy?: string
  onChange: (words: string) => void
}

const PAUSE = 150
const SHORTEST = 2
const LOOKS: Record<Suggestion['kind'], IconName> = { need: 'question', place: 'map', service: 'building' }
const KINDS = { need: msg`Tema`, place: msg`Lugar`, service: msg`Serviço` }
const LEVELS = { district: msg`Distrito`, autonomous_region: msg`Região autónoma`, municipality: msg`Município` }

/** Until the fingers rest; another letter ends it. */
const pause = (signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    setTimeout(resolve, PAUSE)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

/** A box for words that offers what they may become: a combobox after the WAI-ARIA pattern, list autocomplete without selection. */
export function SuggestingInput({ id, value, describedBy, onChange, suggest, onChoose }: Props) {
  const { t, i18n } = useLingui()
  const [offers, setOffers] = useState<Suggestion[]>([])
  const [active, setActive] = useState(-1)
  const question = useRef<AbortController>(undefined)
  useEffect(() => () => question.current?.abort(), [])

  const close = () => {
    question.current?.abort()
    setOffers([])
    setActive(-1)
  }
  const ask = async (typed: string) => {
    close()
    if (typed.length < SHORTEST) return
    const asked = new AbortController()
    question.current = asked
    try {
      await pause(asked.signal)
      const found = await suggest(typed, asked.signal)
      if (!asked.signal.aborted) setOffers(found)
    } catch {
      // Another letter came, or nobody answers: what is offered is only a help.
    }
  }
  const choose = (suggestion: Suggestion) => {
    close()
    onChoose(suggestion)
  }
  const open = offers.length > 0
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return
    const chosen = offers[active]
    if (event.key === 'ArrowDown') setActive((active + 1) % offers.length)
    else if (event.key === 'ArrowUp') setActive(active <= 0 ? offers.length - 1 : active - 1)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && chosen) choose(chosen)
    else return
    event.preventDefault()
  }

  return (
    <div className="suggesting">
      <input
        id={id}
        type="text"
        name="search"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-offers`}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        aria-describedby={describedBy}
        value={value}
        maxLength={200}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => {
          onChange(event.currentTarget.value)
          void ask(event.currentTarget.value.trim())
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <div id={`${id}-offers`} role="listbox" aria-label={t`Sugestões`} className="suggestions" hidden={!open}>
        {offers.map((offer, at) => (
          // The keys are those of the box, which keeps the focus; a click that took it away would close the list first.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={`${offer.kind} ${offer.key}`}
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(offer)}
          >
            <Icon name={LOOKS[offer.kind]} />
            <bdi lang={offer.language} dir={offer.language ? dirOf(offer.language) : undefined}>
              {offer.name}
            </bdi>
            <span className="small">{i18n._(offer.level ? LEVELS[offer.level] : KINDS[offer.kind])}</span>
          </div>
        ))}
      </div>
      <p className="hidden" role="status">
        {open && <Plural value={offers.length} one="# sugestão" many="# sugestões" other="# sugestões" />}
      </p>
    </div>
  )
}
