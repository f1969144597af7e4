import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { Refusal } from '../../api/private'
import { decideRun, getRun, getRunItems, type Run, type RunItem } from '../../api/sync'
import { Button } from '../../ui/button/Button'
import { Loading } from '../../ui/states/Loading'
import { Notice } from '../../ui/notice/Notice'
import { Tag } from '../../ui/tag/Tag'
import type { StaffSession } from '../shared/staffSession'
import { Refused } from './Refused'
import { COUNTS, holderWords, problemWords, reasonWords, S, STATES, typeWords, valueWords } from './syncWords'
import { usePrivate } from './usePrivate'
import { W } from './words'

const WORKING = ['received', 'applying']
const LOOK_AGAIN = 1000

interface Props {
  session: StaffSession
  source: string
  run: string
  onChange: () => void
}

/** What became, or would become, of each record of a delivery. */
export function RunReport({ session, source, run, onChange }: Props) {
  const [reply, again] = usePrivate(['run', session.id, run], () => getRun(session.token, source, run))
  const state = reply?.ok ? reply.value.state : undefined
  const [refusal, setRefusal] = useState<Refusal>()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (state === undefined) return
    if (!WORKING.includes(state)) {
      heading.current?.focus()
      onChange()
      return
    }
    const timer = setInterval(again, LOOK_AGAIN)
    return () => clearInterval(timer)
  }, [state, again, onChange])
  if (reply === undefined) return <Loading />
  if (!reply.ok) return <Notice tone="bad">{W.offline}</Notice>
  const decide = async (decision: 'apply' | 'cancel') => {
    const decided = await decideRun(session.token, source, run, decision)
    setRefusal(decided.ok ? undefined : decided.refusal)
    again()
  }
  const found = reply.value
  return (
    <section className="card" aria-labelledby="report">
      <h3 id="report" ref={heading} tabIndex={-1}>
        {S.report}: {STATES[found.state] ?? found.state}
      </h3>
      {refusal && <Refused refusal={refusal} />}
      {WORKING.includes(found.state) && (
        <div className="desk-steps">
          <p role="status">{S.working}</p>
          <Button kind="second" onClick={() => void decide('cancel')}>
            {S.stop}
          </Button>
        </div>
      )}
      {found.reason && (
        <Notice tone={found.state === 'failed' ? 'bad' : 'warn'}>
          <p>{reasonWords(found.reason)}</p>
        </Notice>
      )}
      {['planned', 'needs_decision'].includes(found.state) && (
        <div className="desk-steps">
          <Button onClick={() => void decide('apply')}>{S.apply}</Button>
          <Button kind="second" onClick={() => void decide('cancel')}>
            {S.drop}
          </Button>
        </div>
      )}
      {!WORKING.includes(found.state) && found.state !== 'failed' && (
        <Items key={found.state} session={session} source={source} run={found} />
      )}
    </section>
  )
}

function Items({ session, source, run }: { session: StaffSession; source: string; run: Run }) {
  const wrong = Object.keys(run.counts).find((what) => what.startsWith('quarantine'))
  const [only, setOnly] = useState<string | undefined>(wrong)
  const [reply] = usePrivate(['run-items', session.id, run.id, run.state, only], () =>
    getRunItems(session.token, source, run.id, only),
  )
  const [more, setMore] = useState<{ of?: string; items: RunItem[]; after?: number }>()
  if (!reply?.ok) return null
  const further = more?.of === only ? more : undefined
  const after = further ? further.after : reply.value.after
  const items = [...reply.value.items, ...(further?.items ?? [])]
  return (
    <>
      <fieldset className="tabs">
        <legend className="hidden">{S.report}</legend>
        <Button
          kind={only === undefined ? 'main' : 'second'}
          aria-pressed={only === undefined}
          onClick={() => setOnly(undefined)}
        >
          {S.all} ({run.records})
        </Button>
        {Object.entries(run.counts).map(([what, count]) => (
          <Button key={what} kind={only === what ? 'main' : 'second'} aria-pressed={only === what} onClick={() => setOnly(what)}>
            {COUNTS[what] ?? what} ({count})
          </Button>
        ))}
      </fieldset>
      <ul className="desk-list">
        {items.map((item) => (
          <li key={item.seq} className="desk-item">
            <Item item={item} />
          </li>
        ))}
      </ul>
      {after !== undefined && (
        <Button
          kind="second"
          onClick={() =>
            void getRunItems(session.token, source, run.id, only, after).then((next) => {
              if (next.ok) setMore({ of: only, items: [...(further?.items ?? []), ...next.value.items], after: next.value.after })
            })
          }
        >
          {W.more}
        </Button>
      )}
    </>
  )
}

function Item({ item }: { item: RunItem }) {
  const what = item.outcome ?? item.action ?? ''
  const wrong = what.startsWith('quarantine') || what.startsWith('skip')
  return (
    <>
      <span className="desk-item-name">
        {typeWords(item.type)} {item.externalId}
        {item.line !== undefined && ` (${S.line} ${item.line})`}
      </span>
      <Tag tone={wrong ? 'bad' : what === 'keep' || what === 'kept' ? 'plain' : 'good'}>{COUNTS[what] ?? what}</Tag>
      {item.problems.length > 0 && (
        <ul className="small">
          {item.problems.map((problem) => (
            <li key={problem.pointer + problem.code} className={problem.level === 'error' ? 'field-error' : undefined}>
              {problemWords(problem)}
            </li>
          ))}
        </ul>
      )}
      {['update', 'updated'].includes(what) && (
        <ul className="small">
          {item.changes.map((change) => (
            <li key={change.field}>
              {change.field}: <del>{valueWords(change.before)}</del> <ins>{valueWords(change.after)}</ins>
            </li>
          ))}
        </ul>
      )}
      {item.conflicts.length > 0 && (
        <ul className="small">
          {item.conflicts.map((conflict) => (
            <li key={conflict.field}>
              {conflict.field}: {S.kept} ({holderWords(conflict.heldBy)})
            </li>
          ))}
        </ul>
      )}
      {item.type === 'services' && item.record && ['created', 'updated', 'kept'].includes(what) && (
        <span className="small">
          <Link href={`/services/${item.record}`}>{S.publicPage}</Link>
        </span>
      )}
    </>
  )
}
