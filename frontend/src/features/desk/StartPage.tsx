import { type FormEvent, useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { getPack, getRuleTexts } from '../../api/eligibility'
import { getIntakes } from '../../api/referrals'
import { type Answers, knownFrom } from '../../eligibility/answers'
import { assess } from '../../eligibility/assess'
import { today } from '../../eligibility/days'
import type { Pack } from '../../eligibility/pack'
import type { RuleTexts } from '../../model/ruleTexts'
import { Button } from '../../ui/button/Button'
import { Field } from '../../ui/field/Field'
import { Notice } from '../../ui/notice/Notice'
import { Tag } from '../../ui/tag/Tag'
import { useNow } from '../../ui/useNow'
import { handedOver } from '../shared/handOver'
import { OUTCOMES } from '../shared/outcomeWords'
import { RemoteView } from '../shared/RemoteView'
import { Section } from '../shared/Section'
import { useRemote, valueOf } from '../shared/useRemote'
import { Desk } from './Desk'
import { prepare, usePrepared } from './prepared'
import { dayWords, W } from './words'

/** Where a mediator begins: with what a person needs, or with what they answered on their own telephone. */
export default function StartPage() {
  const [wrong, setWrong] = useState(false)
  const prepared = usePrepared()
  useEffect(() => {
    const read = () => {
      const hash = location.hash.slice(1)
      if (hash === '') return
      const answers = handedOver(hash)
      // what a person said leaves the address as soon as it was read
      history.replaceState(history.state, '', location.pathname)
      setWrong(answers === undefined)
      if (answers) prepare({ answers })
    }
    read()
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [])
  return (
    <Desk title={W.start}>
      {() => (
        <>
          <p>
            <Link href="/desk">{W.back}</Link>
          </p>
          <p>{W.startHint}</p>
          <NeedSearch />
          {wrong && <Notice tone="bad">{W.handedOverWrong}</Notice>}
          {prepared ? <HandedOver answers={prepared.answers} /> : <p className="small">{W.handOverHow}</p>}
        </>
      )}
    </Desk>
  )
}

function NeedSearch() {
  const [need, setNeed] = useState('')
  const [, go] = useLocation()
  return (
    <form
      className="request-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        go(`/services?${new URLSearchParams({ search: need })}`)
      }}
    >
      <Field label={W.needSearch}>
        {(control) => <input {...control} type="search" value={need} onChange={(event) => setNeed(event.target.value)} />}
      </Field>
      <Button type="submit" disabled={need.trim() === ''}>
        {W.search}
      </Button>
    </form>
  )
}

function HandedOver({ answers }: { answers: Answers }) {
  const pack = useRemote(['eligibility-pack'], getPack)
  const texts = useRemote(['eligibility-texts', 'pt'], (signal) => getRuleTexts('pt', signal))
  return (
    <RemoteView remote={pack}>
      {(rules) => (
        <RemoteView remote={texts}>{(sentences) => <Said answers={answers} pack={rules} texts={sentences} />}</RemoteView>
      )}
    </RemoteView>
  )
}

function Said({ answers, pack, texts }: { answers: Answers; pack: Pack; texts: RuleTexts }) {
  const asOf = today(useNow())
  const taking = valueOf(useRemote(['intakes'], getIntakes))
  const known = knownFrom(pack, answers)
  const told = pack.programmes
    .map((programme) => assess(programme, known, pack.facts, asOf))
    .filter(({ outcome }) => outcome !== 'no' && outcome !== 'not-known')
  return (
    <>
      <Section title={W.handedOver}>
        <p className="small">{W.handedOverHint}</p>
        <dl className="desk-facts">
          {pack.facts
            .filter(({ id }) => answers[id] !== undefined)
            .map(({ id }) => (
              <div key={id}>
                <dt>{texts.facts[id] ?? id}</dt>
                <dd>{answerWords(id, answers[id], texts)}</dd>
              </div>
            ))}
        </dl>
        <Button kind="quiet" onClick={() => prepare(undefined)}>
          {W.forget}
        </Button>
      </Section>
      <Section title={W.mayGet}>
        <p className="small">{W.draftRules}</p>
        <ul className="desk-list">
          {told.map(({ programme, outcome, day }) => (
            <li key={programme.id} className="desk-item">
              <span className="desk-item-name">{texts.programmes[programme.id]}</span>
              <Tag tone={OUTCOMES[outcome].tone}>{OUTCOMES[outcome].pt}</Tag>
              <span className="small">
                {day && `${W.due} ${dayWords(new Date(day[1] * 86_400_000).toISOString())} `}
                {programme.services.map((service) => (
                  <Link key={service} href={taking?.has(service) ? `/desk/send/${service}` : `/services/${service}`}>
                    {taking?.has(service) ? W.send : W.toSearch}
                  </Link>
                ))}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

function answerWords(fact: string, answer: Answers[string], texts: RuleTexts): string {
  if (typeof answer === 'boolean') return answer ? W.yes : W.no
  return [answer]
    .flat()
    .map((each) => texts.codes[`${fact}.${String(each)}`] ?? String(each))
    .join(', ')
}
