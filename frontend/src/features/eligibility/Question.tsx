import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Answer } from '../../eligibility/answers'
import type { Fact } from '../../eligibility/pack'
import type { RuleTexts } from '../../model/ruleTexts'
import { Button } from '../../ui/button/Button'
import { Field } from '../../ui/field/Field'
import { DateField, isDate } from './DateField'
import { isMoney } from '../shared/moneyFacts'
import { NO, YES } from './words'

interface Props {
  fact: Fact
  texts: RuleTexts
  /** Its number among those asked so far. */
  at: number
  /** How many there are at most; answers make others needless. */
  most: number
  /** Whether the reader came here from the question before. */
  goingOn: boolean
  onAnswer: (answer: Answer) => void
}

/** One question a screen; each can be left open. */
export function Question({ fact, texts, at, most, goingOn, onAnswer }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (goingOn) heading.current?.focus()
  }, [goingOn])
  const { i18n } = useLingui()
  const saysItself = fact.codes.includes('not_said')
  return (
    <section className="card question" aria-labelledby="question">
      <p className="small">
        <Trans>
          Pergunta {at}, de {most} no máximo
        </Trans>
      </p>
      <h2 id="question" ref={heading} tabIndex={-1} lang={texts.language}>
        {texts.facts[fact.id] ?? fact.id}
      </h2>
      {fact.type === 'bool' && (
        <ul className="choices">
          {[true, false].map((yes) => (
            <li key={String(yes)}>
              <Button kind="second" onClick={() => onAnswer(yes)}>
                {i18n._(yes ? YES : NO)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {fact.type === 'code' && (
        <ul className="choices">
          {fact.codes.map((code) => (
            <li key={code}>
              <Button kind="second" onClick={() => onAnswer(code)} lang={texts.language}>
                {texts.codes[`${fact.id}.${code}`] ?? code}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {fact.type === 'date' && <DateQuestion onAnswer={onAnswer} />}
      {fact.type === 'int' && <NumberQuestion fact={fact} onAnswer={onAnswer} />}
      <p className="question-skip">
        <Button kind="quiet" onClick={() => onAnswer(undefined)}>
          <Trans>Não sei</Trans>
        </Button>
        {!saysItself && (
          <Button kind="quiet" onClick={() => onAnswer(undefined)}>
            <Trans>Prefiro não dizer</Trans>
          </Button>
        )}
      </p>
    </section>
  )
}

function DateQuestion({ onAnswer }: { onAnswer: (answer: Answer) => void }) {
  const { t } = useLingui()
  const [date, setDate] = useState('')
  const [wrong, setWrong] = useState(false)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (isDate(date)) onAnswer(date)
    else setWrong(true)
  }
  return (
    <form onSubmit={send} noValidate>
      <DateField
        value={date}
        onChange={setDate}
        error={wrong && !isDate(date) ? t`Escreva pelo menos o ano, com quatro algarismos.` : undefined}
      />
      <Button type="submit">
        <Trans>Continuar</Trans>
      </Button>
    </form>
  )
}

function NumberQuestion({ fact, onAnswer }: { fact: Fact; onAnswer: (answer: Answer) => void }) {
  const { t } = useLingui()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const number = Math.round(Number(typed.replace(',', '.').replace(/\s/g, '')) * (isMoney(fact) ? 100 : 1))
  const fits = typed.trim() !== '' && Number.isSafeInteger(number) && number >= fact.least && number <= fact.most
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (fits) onAnswer(number)
    else setWrong(true)
  }
  return (
    <form onSubmit={send} noValidate>
      <Field label={isMoney(fact) ? t`Euros` : t`Número`} error={wrong && !fits ? t`Escreva um número.` : undefined}>
        {(control) => (
          <input
            {...control}
            inputMode="decimal"
            autoComplete="off"
            size={10}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit">
        <Trans>Continuar</Trans>
      </Button>
    </form>
  )
}
