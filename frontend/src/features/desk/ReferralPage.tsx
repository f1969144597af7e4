import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { Link, useParams } from 'wouter'
import { getRuleTexts } from '../../api/eligibility'
import type { Refusal } from '../../api/private'
import { getReferral, openReferral, takeStep } from '../../api/referrals'
import type { ReachablePerson, Referral } from '../../model/referral'
import type { RuleTexts } from '../../model/ruleTexts'
import { Button } from '../../ui/button/Button'
import { Loading } from '../../ui/states/Loading'
import { NotFound } from '../../ui/states/NotFound'
import { Notice } from '../../ui/notice/Notice'
import { Tag } from '../../ui/tag/Tag'
import { Section } from '../shared/Section'
import type { StaffSession } from '../shared/staffSession'
import { STATE_WORDS } from '../shared/stateWords'
import { useRemote, valueOf } from '../shared/useRemote'
import { NextAfterProgramme, Notes } from './Beside'
import { Desk } from './Desk'
import { NewCode } from './NewCode'
import { Refused } from './Refused'
import { StepForm } from './StepForm'
import { usePrivate } from './usePrivate'
import {
  ACCESSIBILITY,
  AGES,
  CHANNELS,
  dayWords,
  DOCUMENTS,
  dueWords,
  eventWords,
  HOURS,
  HOUSEHOLDS,
  languageWords,
  momentWords,
  PRIORITIES,
  STEPS,
  W,
} from './words'

/** One referral: what it says, what can be done, and what happened. Each step has a key of its own. */
export default function ReferralPage() {
  const { id = '' } = useParams<{ id: string }>()
  return (
    <Desk title={W.title}>
      {(session) => (
        <>
          <p>
            <Link href="/desk">{W.back}</Link>
          </p>
          <Found session={session} id={id} />
        </>
      )}
    </Desk>
  )
}

function Found({ session, id }: { session: StaffSession; id: string }) {
  const [reply, again] = usePrivate(['referral', session.id, id], () => getReferral(session.token, id))
  if (reply === undefined) return <Loading />
  if (!reply.ok) return reply.refusal.status === 404 ? <NotFound /> : <Notice tone="bad">{W.offline}</Notice>
  return <One session={session} referral={reply.value} again={again} />
}

interface OneProps {
  session: StaffSession
  referral: Referral
  again: () => void
}

function One({ session, referral, again }: OneProps) {
  const [step, setStep] = useState<string>()
  const [refusal, setRefusal] = useState<Refusal>()
  const told = useRef<HTMLDivElement>(null)
  const { desk, tone } = STATE_WORDS[referral.state]

  const take = async (name: string, body?: object) => {
    const taken = await takeStep(session.token, referral, STEPS[name]?.path ?? name, body)
    setRefusal(taken.ok ? undefined : taken.refusal)
    if (taken.ok) setStep(undefined)
    again()
    told.current?.focus()
  }
  const choose = (name: string) => {
    setRefusal(undefined)
    if (['study', 'accept', 'resume', 'void'].includes(name)) void take(name)
    else setStep(name)
  }

  // whoever sees a step can press its key
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement
      if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(at.tagName)) return
      const name = referral.actions.find((each) => STEPS[each]?.key === event.key.toLowerCase())
      if (name) {
        event.preventDefault()
        choose(name)
      }
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })

  return (
    <>
      <div ref={told} tabIndex={-1} className="desk-told">
        <h2>{referral.listing.name}</h2>
        <p>{referral.listing.organization}</p>
        <p role="status">
          <Tag tone={referral.overdue ? 'bad' : tone}>{desk}</Tag> {dueWords(referral)}
        </p>
        {refusal && <Refused refusal={refusal} />}
      </div>
      {referral.actions.length > 0 && (
        <Section title={W.steps}>
          <div className="desk-steps">
            {Object.entries(STEPS)
              .filter(([name]) => referral.actions.includes(name))
              .map(([name, { label, key }]) => (
                <Button
                  key={name}
                  kind={name === 'accept' ? 'main' : 'second'}
                  aria-keyshortcuts={key}
                  aria-expanded={step === name || undefined}
                  onClick={() => choose(name)}
                >
                  {label} <kbd>{key}</kbd>
                </Button>
              ))}
          </div>
          {step && (
            <StepForm
              key={step}
              step={step}
              referral={referral}
              onSend={(body) => take(step, body)}
              onCancel={() => setStep(undefined)}
            />
          )}
        </Section>
      )}
      <Notes session={session} referral={referral} again={again} />
      <Facts referral={referral} />
      {referral.events.some(({ kind }) => kind === 'deadline_near') && (
        <Notice tone="warn">
          <p>{W.handOver}</p>
          <NextAfterProgramme referral={referral} />
        </Notice>
      )}
      <Section title={W.person}>
        {referral.opened ? <Person session={session} referral={referral} again={again} /> : <p>{W.sealed}</p>}
      </Section>
      <NewCode session={session} referral={referral} again={again} />
      {referral.legs.length > 1 && (
        <Section title={W.legs}>
          <ol>
            {referral.legs.map((leg) => (
              <li key={leg.id}>
                <Link href={`/desk/referrals/${leg.id}`}>{leg.listing.name}</Link>{' '}
                <Tag tone={STATE_WORDS[leg.state].tone}>{STATE_WORDS[leg.state].desk}</Tag>
              </li>
            ))}
          </ol>
        </Section>
      )}
      {referral.events.length > 0 && (
        <Section title={W.history}>
          <ol className="desk-history">
            {referral.events.map((event) => (
              <li key={event.seq}>
                <time dateTime={event.at}>{momentWords(event.at)}</time> {eventWords(event)}
              </li>
            ))}
          </ol>
        </Section>
      )}
    </>
  )
}

/** What the rules asked, in their own Portuguese words. */
const factWords = (facts: Referral['facts'], texts?: RuleTexts): string =>
  Object.entries(facts)
    .map(([fact, value]) => {
      const said =
        typeof value === 'boolean' ? (value ? W.yes : W.no) : (texts?.codes[`${fact}.${String(value)}`] ?? String(value))
      return `${texts?.facts[fact] ?? fact} ${said}`
    })
    .join(' · ')

function Facts({ referral }: { referral: Referral }) {
  const asked = Object.keys(referral.facts).length > 0
  const texts = valueOf(useRemote(['eligibility-texts', 'pt'], (signal) => getRuleTexts('pt', signal), { enabled: asked }))
  const rows: [string, ReactNode][] = [
    [W.priority, PRIORITIES[referral.priority]],
    [W.languages, languageWords(referral.languages) + (referral.interpreter ? ` (${W.interpreter})` : '')],
    [W.age, AGES[referral.ageBand ?? '']],
    [W.household, HOUSEHOLDS[referral.household ?? '']],
    [W.municipality, referral.municipality],
    [W.need, referral.need],
    [W.accessibility, referral.accessibility.map((each) => ACCESSIBILITY[each] ?? each).join(', ')],
    [W.documents, referral.documents.map((each) => DOCUMENTS[each] ?? each).join(', ')],
    [W.facts, factWords(referral.facts, texts)],
    [W.deadline, referral.personDeadline && dayWords(referral.personDeadline)],
  ]
  return (
    <dl className="desk-facts">
      {rows
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

function Person({ session, referral, again }: OneProps) {
  const [person, setPerson] = useState<ReachablePerson>()
  if (!person)
    return (
      <Button
        kind="second"
        onClick={() =>
          void openReferral(session.token, referral.id).then((opened) => {
            if (opened.ok) setPerson(opened.value)
            else again()
          })
        }
      >
        {W.openPerson}
      </Button>
    )
  const careful = [person.noMessage && W.noMessage, person.doNotSayWho && W.doNotSayWho].filter(Boolean).join(', ')
  return (
    <dl className="desk-facts">
      <div>
        <dt>{W.called}</dt>
        <dd translate="no">{person.called}</dd>
      </div>
      <div>
        <dt>{CHANNELS[person.channel] ?? person.channel}</dt>
        <dd translate="no">
          {person.channel === 'phone' && person.contact ? <a href={`tel:${person.contact}`}>{person.contact}</a> : person.contact}
          {careful && ` (${careful})`}
        </dd>
      </div>
      <div>
        <dt>{W.hours}</dt>
        <dd>{HOURS[person.hours ?? 'any']}</dd>
      </div>
      {person.note && (
        <div>
          <dt>{W.note}</dt>
          <dd>{person.note}</dd>
        </div>
      )}
    </dl>
  )
}
