import { getPack, getRuleTexts } from '../../api/eligibility'
import { type Answers, knownFrom } from '../../eligibility/answers'
import { outcomeOf } from '../../eligibility/assess'
import { today } from '../../eligibility/days'
import type { Fact, Pack, Programme } from '../../eligibility/pack'
import type { RuleTexts } from '../../model/ruleTexts'
import { Details } from '../../ui/details/Details'
import { Field } from '../../ui/field/Field'
import { Select } from '../../ui/select/Select'
import { useNow } from '../../ui/useNow'
import { isMoney } from '../shared/moneyFacts'
import { OUTCOMES } from '../shared/outcomeWords'
import { useRemote, valueOf } from '../shared/useRemote'
import { options, W } from './words'

/** A referral never holds these. */
const NEVER = new Set(['birth_date', 'nationality_group'])
const MOST = 12

const programmesOf = (pack: Pack, service: string): Programme[] =>
  pack.programmes.filter(({ services }) => services.includes(service))

/** What the rules of a service ask, each with the programmes that ask it. */
export function factsOf(pack: Pack, service: string): { fact: Fact; askedBy: Programme[] }[] {
  const programmes = programmesOf(pack, service)
  return pack.facts
    .filter(({ id, stage }) => !NEVER.has(id) && stage > 0)
    .map((fact) => ({
      fact,
      askedBy: programmes.filter(({ versions }) =>
        versions.some(({ criteria }) => criteria.some(({ facts }) => facts.includes(fact.index))),
      ),
    }))
    .filter(({ askedBy }) => askedBy.length > 0)
    .slice(0, MOST)
}

/** Of what is known, what a referral to this service may hold. */
export const heldFacts = (pack: Pack, service: string, answers: Answers): Answers =>
  Object.fromEntries(
    factsOf(pack, service).flatMap(({ fact }) =>
      answers[fact.id] === undefined || answers[fact.id] === '' ? [] : [[fact.id, answers[fact.id]]],
    ),
  )

interface Props {
  service: string
  answers: Answers
  onAnswer: (fact: string, answer: Answers[string]) => void
}

/** The questions of the service's own rules, for the desk: each says who asks it, and all can be left open. */
export function RuleFacts({ service, answers, onAnswer }: Props) {
  const pack = valueOf(useRemote(['eligibility-pack'], getPack))
  const texts = valueOf(useRemote(['eligibility-texts', 'pt'], (signal) => getRuleTexts('pt', signal)))
  const now = useNow()
  if (!pack || !texts) return null
  const asked = factsOf(pack, service)
  if (asked.length === 0) return null
  const known = knownFrom(pack, answers)
  return (
    <Details summary={W.ruleFacts}>
      <p className="small">{W.ruleFactsHint}</p>
      {asked.map(({ fact, askedBy }) => (
        <One
          key={fact.id}
          fact={fact}
          texts={texts}
          hint={`${W.askedBy} ${askedBy.map(({ id }) => texts.programmes[id] ?? id).join(', ')}`}
          value={answers[fact.id]}
          onAnswer={(answer) => onAnswer(fact.id, answer)}
        />
      ))}
      <ul className="record-list">
        {programmesOf(pack, service).map((programme) => (
          <li key={programme.id}>
            {texts.programmes[programme.id]}: <strong>{OUTCOMES[outcomeOf(programme, known, today(now))].pt}</strong>{' '}
            {W.draftRules}
          </li>
        ))}
      </ul>
    </Details>
  )
}

interface OneProps {
  fact: Fact
  texts: RuleTexts
  hint: string
  value: Answers[string]
  onAnswer: (answer: Answers[string]) => void
}

function One({ fact, texts, hint, value, onAnswer }: OneProps) {
  const label = texts.facts[fact.id] ?? fact.id
  const unit = isMoney(fact) ? 100 : 1
  if (fact.type === 'bool')
    return (
      <Select
        label={label}
        hint={hint}
        value={typeof value === 'boolean' ? String(value) : ''}
        onChange={(chosen) => onAnswer(chosen === '' ? undefined : chosen === 'true')}
        options={[{ value: '', label: W.notKnown }, ...options({ true: W.yes, false: W.no }, false)]}
      />
    )
  if (fact.type === 'code')
    return (
      <Select
        label={label}
        hint={hint}
        value={typeof value === 'string' ? value : ''}
        onChange={(chosen) => onAnswer(chosen === '' ? undefined : chosen)}
        options={[
          { value: '', label: W.notKnown },
          ...fact.codes.map((code) => ({ value: code, label: texts.codes[`${fact.id}.${code}`] ?? code })),
        ]}
      />
    )
  return (
    <Field label={isMoney(fact) ? `${label} (€)` : label} hint={hint}>
      {(control) =>
        fact.type === 'date' ? (
          <input
            {...control}
            type="date"
            value={typeof value === 'string' ? value : ''}
            onChange={(event) => onAnswer(event.target.value || undefined)}
          />
        ) : (
          <input
            {...control}
            inputMode="numeric"
            autoComplete="off"
            value={typeof value === 'number' ? value / unit : ''}
            onChange={(event) => {
              const number = Math.round(Number(event.target.value.replace(',', '.')) * unit)
              onAnswer(event.target.value !== '' && Number.isSafeInteger(number) ? number : undefined)
            }}
          />
        )
      }
    </Field>
  )
}
