import { useLingui } from '@lingui/react/macro'
import type { Assessment } from '../../eligibility/assess'
import type { Day } from '../../eligibility/days'
import type { Pack } from '../../eligibility/pack'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { RuleTexts } from '../../model/ruleTexts'
import { useSaid } from '../shared/answersOfPerson'
import { OUTCOMES } from '../shared/outcomeWords'
import { answerWords, dayWords, portugueseDay, SHEET, spanWords } from './words'

interface Props {
  assessments: Assessment[]
  pack: Pack
  texts: RuleTexts
  portuguese: RuleTexts
  asOf: Day
}

/**
 * What is printed for the counter: each line in Portuguese, for whoever is at the desk, and in the person's language. Its Portuguese is fixed
 * here, because the page is in another language when it is needed.
 */
export function Sheet({ assessments, pack, texts, portuguese, asOf }: Props) {
  const { i18n, t } = useLingui()
  const language = usePageLanguage()
  const { answers } = useSaid()
  const alone = language === 'pt'
  const told = assessments.filter(({ outcome }) => outcome !== 'no' && outcome !== 'not-known')
  const answered = pack.facts.filter(({ id }) => answers[id] !== undefined)
  return (
    <section className="counter-sheet" aria-hidden="true">
      <h2>
        <span lang="pt" dir="ltr">
          {SHEET.title}
        </span>{' '}
        {!alone && <bdi>· {t`Folha para o balcão`}</bdi>}
      </h2>
      <p>
        <span lang="pt" dir="ltr">
          {SHEET.made(asOf)}
        </span>{' '}
        {!alone && <bdi>· {dayWords(language, asOf)}</bdi>}
      </p>
      <table>
        <tbody>
          {answered.map((fact) => (
            <tr key={fact.id}>
              <th lang="pt" dir="ltr">
                {portuguese.facts[fact.id]}
              </th>
              <td lang="pt" dir="ltr">
                {portugueseAnswer(fact.id, answers[fact.id], portuguese) ??
                  answerWords(fact, answers[fact.id], portuguese, i18n, 'pt')}
              </td>
              {!alone && (
                <td lang={texts.language}>
                  {texts.facts[fact.id]} {answerWords(fact, answers[fact.id], texts, i18n, language)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <tbody>
          {told.map(({ programme, outcome, day, documents }) => (
            <tr key={programme.id}>
              <th lang="pt" dir="ltr">
                {portuguese.programmes[programme.id]}
              </th>
              <td lang="pt" dir="ltr">
                {OUTCOMES[outcome].pt}
                {day && ` (${portugueseDay(day[0])}${day[0] === day[1] ? '' : `–${portugueseDay(day[1])}`})`}
                {documents.length > 0 && ` · ${SHEET.documents(documents.map(({ id }) => portuguese.documents[id]).join(', '))}`}
              </td>
              {!alone && (
                <td lang={texts.language}>
                  {texts.programmes[programme.id]}: {i18n._(OUTCOMES[outcome].says)} {day && `(${spanWords(language, day)})`}
                  {documents.length > 0 && ` · ${documents.map(({ id }) => texts.documents[id]).join(', ')}`}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function portugueseAnswer(fact: string, answer: unknown, portuguese: RuleTexts): string | undefined {
  if (typeof answer === 'boolean') return answer ? SHEET.yes : SHEET.no
  return typeof answer === 'string' ? portuguese.codes[`${fact}.${answer}`] : undefined
}
