import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { type Gaps, getGaps, getLocks, getTerms, type Lock, releaseLock } from '../../api/oversight'
import { Button } from '../../ui/button/Button'
import { Details } from '../../ui/details/Details'
import { Loading } from '../../ui/states/Loading'
import { Notice } from '../../ui/notice/Notice'
import { Section } from '../shared/Section'
import type { StaffSession } from '../shared/staffSession'
import { useRemote } from '../shared/useRemote'
import { Desk } from './Desk'
import { ReasonField } from './ReasonField'
import { Refused } from './Refused'
import { fieldWords, recordLink, U } from './upkeepWords'
import { useAct } from './useAct'
import { usePrivate } from './usePrivate'
import { DECLINE, dayWords, languageWords, W } from './words'

/** What the national team sees of the whole: what is missing, what it holds, and the words that services are found by. */
export default function OversightPage() {
  return (
    <Desk title={U.oversight}>
      {(session) => (
        <>
          <p>
            <Link href="/desk/upkeep">{U.back}</Link>
          </p>
          <Missing session={session} />
          <Held session={session} />
          <Words />
        </>
      )}
    </Desk>
  )
}

interface Props {
  session: StaffSession
}

/** So few services speak a language that somebody is sent away. */
const FEW = 5

function Missing({ session }: Props) {
  const [reply] = usePrivate(['gaps', session.id], () => getGaps(session.token))
  if (reply === undefined) return <Loading />
  if (!reply.ok) return <Notice tone="bad">{reply.refusal.status === 403 ? W.noRole : W.offline}</Notice>
  const gaps = reply.value
  const few = gaps.languages.filter(({ services }) => services < FEW)
  return (
    <>
      <Section title={U.notFound}>
        <p>{U.searchesWithout(gaps.missed, dayWords(gaps.since))}</p>
        <p className="small">{U.wordsHint}</p>
        <Counted each={gaps.words.map(({ text, times }) => [text, times])} />
      </Section>
      <Section title={U.refusals}>
        <p className="small">{U.refusalsHint}</p>
        <Counted each={gaps.refusals.map(({ code, times }) => [DECLINE[code] ?? code, times])} />
      </Section>
      <Section title={U.fewLanguages}>
        <Counted each={few.map(({ code, services }) => [languageWords([code]), services])} />
      </Section>
      <Section title={U.uncovered}>
        <p className="small">{U.uncoveredHint}</p>
        <Uncovered uncovered={gaps.uncovered} />
      </Section>
    </>
  )
}

function Counted({ each }: { each: [string, number][] }) {
  if (each.length === 0) return <p>{U.nothingYet}</p>
  return (
    <ul>
      {each.map(([what, times]) => (
        <li key={what}>
          <bdi>{what}</bdi>: {times}
        </li>
      ))}
    </ul>
  )
}

function Uncovered({ uncovered }: Pick<Gaps, 'uncovered'>) {
  const needs = [...new Set(uncovered.map(({ need }) => need))]
  if (needs.length === 0) return <p>{U.allCovered}</p>
  return (
    <dl className="desk-gaps">
      {needs.map((need) => (
        <div key={need}>
          <dt>
            <strong>{need}</strong>
            {!uncovered.some((each) => each.need === need && each.nationwide) && ` (${U.notEvenNationwide})`}
          </dt>
          <dd>
            {uncovered
              .filter((each) => each.need === need)
              .map(({ district }) => district)
              .join(', ')}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Held({ session }: Props) {
  const [reply, again] = usePrivate(['locks', session.id], () => getLocks(session.token))
  const [refusal, act] = useAct(again)
  if (!reply?.ok) return null
  return (
    <Section title={`${U.locks} (${reply.value.length})`}>
      {refusal && <Refused refusal={refusal} />}
      <p className="small">{U.releaseHint}</p>
      {reply.value.length === 0 && <p>{U.noLocks}</p>}
      {[...byRecord(reply.value)].map(([record, locks]) => (
        <Details key={record} summary={`${locks[0]?.name ?? ''} (${locks.length})`}>
          <ul className="desk-list">
            {locks.map((lock) => (
              <OneLock key={lock.field} lock={lock} onRelease={(reason) => act(releaseLock(session.token, lock, reason))} />
            ))}
          </ul>
        </Details>
      ))}
    </Section>
  )
}

function byRecord(locks: Lock[]): Map<string, Lock[]> {
  const records = new Map<string, Lock[]>()
  for (const lock of locks) {
    records.set(lock.record, [...(records.get(lock.record) ?? []), lock])
  }
  return records
}

function OneLock({ lock, onRelease }: { lock: Lock; onRelease: (reason: string) => Promise<boolean> }) {
  const [reason, setReason] = useState('')
  const [proposed, setProposed] = useState(false)
  const release = async (event: FormEvent) => {
    event.preventDefault()
    setProposed(await onRelease(reason))
  }
  return (
    <li className="desk-item">
      <Link className="desk-item-name" href={recordLink(lock.type, lock.record)}>
        <bdi>{lock.name}</bdi>
      </Link>
      <span className="small">
        {fieldWords(lock.field)} · {lock.until ? `${U.locked} ${dayWords(lock.until)}` : U.lockedForGood} ·{' '}
        <bdi>{lock.reason}</bdi>
      </span>
      {proposed ? (
        <p role="status">{U.releaseWaits}</p>
      ) : (
        <form className="request-form" onSubmit={(event) => void release(event)}>
          <ReasonField label={U.releaseReason} value={reason} onChange={setReason} />
          <Button type="submit" kind="second" disabled={reason.trim() === ''}>
            {U.release}
          </Button>
        </form>
      )}
    </li>
  )
}

/** The words of needs and audiences, each to be changed with its translations. */
function Words() {
  const remote = useRemote(['terms'], () => getTerms())
  if (remote.status !== 'found') return null
  const lists = [...new Set(remote.value.map(({ list }) => list))]
  return (
    <Section title={U.terms}>
      {lists.map((list) => (
        <Details key={list} summary={list}>
          <ul>
            {remote.value
              .filter((term) => term.list === list)
              .map((term) => (
                <li key={term.id}>
                  <Link href={recordLink('taxonomy_terms', term.id)}>
                    <bdi>{term.name}</bdi>
                  </Link>
                </li>
              ))}
          </ul>
        </Details>
      ))}
    </Section>
  )
}
