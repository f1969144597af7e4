import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import {
  confirmListings,
  decideCorrection,
  decideEdit,
  getConflicts,
  getCorrections,
  getListings,
  getWaitingEdits,
  type Listing,
  proposeOrganization,
  settleConflict,
} from '../../api/upkeep'
import { Button } from '../../ui/button/Button'
import { Details } from '../../ui/details/Details'
import { Loading } from '../../ui/states/Loading'
import { Notice } from '../../ui/notice/Notice'
import { Tag } from '../../ui/tag/Tag'
import { Section } from '../shared/Section'
import type { StaffSession } from '../shared/staffSession'
import { Changes } from './Changes'
import { DeadLinks } from './DeadLinks'
import { Desk } from './Desk'
import { Duplicates } from './Duplicates'
import { STATUSES } from './editing'
import { FindRecord, OwnPlaces } from './OtherRecords'
import { Proposals } from './Proposals'
import { ReasonField } from './ReasonField'
import { Refused } from './Refused'
import { valueWords } from './syncWords'
import { ABOUT, FRESHNESS, fieldWords, MISSING, recordLink, U } from './upkeepWords'
import { useAct } from './useAct'
import { usePrivate } from './usePrivate'
import { dayWords, momentWords, W } from './words'

/** What is said of listings, what they lack, and what waits for somebody to decide. */
export default function UpkeepPage() {
  return (
    <Desk title={U.title}>
      {(session) => (
        <>
          <p>
            <Link href="/desk">{W.back}</Link>
          </p>
          <p>{U.hint}</p>
          {session.role === 'national-editor' && (
            <p>
              <Link href="/desk/oversight">{U.oversight}</Link>
            </p>
          )}
          {session.role === 'national-editor' && <Proposals session={session} />}
          <Waiting session={session} />
          <Corrections session={session} />
          <Conflicts session={session} />
          {session.role === 'national-editor' && <Duplicates session={session} />}
          <DeadLinks session={session} />
          {session.role === 'national-editor' && <NewOrganization session={session} />}
          {session.role === 'national-editor' && <FindRecord />}
          {session.organization && <OwnPlaces organization={session.organization} />}
          <Listings session={session} />
        </>
      )}
    </Desk>
  )
}

interface Props {
  session: StaffSession
}

function Waiting({ session }: Props) {
  const [reply, again] = usePrivate(['waiting-edits', session.id], () => getWaitingEdits(session.token))
  const [refusal, act] = useAct(again)
  if (!reply?.ok || reply.value.length === 0) return null
  return (
    <Section title={`${U.waiting} (${reply.value.length})`}>
      {refusal && <Refused refusal={refusal} />}
      <ul className="desk-list">
        {reply.value.map((edit) => (
          <li key={edit.id} className="desk-item">
            <span className="desk-item-name">{edit.reason}</span>
            <span className="small">{momentWords(edit.at)}</span>
            <Changes changes={edit.changes} />
            {session.role === 'national-editor' && (
              <div className="desk-steps">
                {edit.mine ? (
                  <em>{U.mineWaits}</em>
                ) : (
                  <Button onClick={() => void act(decideEdit(session.token, edit.id, 'confirm'))}>{U.confirmEdit}</Button>
                )}
                <Button kind="second" onClick={() => void act(decideEdit(session.token, edit.id, 'reject'))}>
                  {U.rejectEdit}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Corrections({ session }: Props) {
  const [reply, again] = usePrivate(['corrections', session.id], () => getCorrections(session.token))
  const [refusal, act] = useAct(again)
  if (!reply?.ok || reply.value.length === 0) return null
  return (
    <Section title={`${U.corrections} (${reply.value.length})`}>
      {refusal && <Refused refusal={refusal} />}
      <p className="small">{U.takeHint}</p>
      <ul className="desk-list">
        {reply.value.map((each) => (
          <li key={each.id} className="desk-item">
            <Link className="desk-item-name" href={recordLink(each.type, each.record)}>
              {U.edit}
            </Link>
            <Tag tone={each.about === 'scam' ? 'bad' : 'warn'}>{ABOUT[each.about] ?? each.about}</Tag>
            <span className="small">{momentWords(each.at)}</span>
            {each.proposed && (
              <p>
                → <bdi>{each.proposed}</bdi>
              </p>
            )}
            {each.remark && (
              <p>
                <bdi>{each.remark}</bdi>
              </p>
            )}
            <div className="desk-steps">
              <Button kind="second" onClick={() => void act(decideCorrection(session.token, each.id, 'take'))}>
                {U.takeIt}
              </Button>
              <Button kind="quiet" onClick={() => void act(decideCorrection(session.token, each.id, 'leave'))}>
                {U.leaveIt}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Conflicts({ session }: Props) {
  const [reply, again] = usePrivate(['conflicts', session.id], () => getConflicts(session.token))
  const queries = useQueryClient()
  const [refusal, act] = useAct(() => {
    again()
    void queries.invalidateQueries({ queryKey: ['proposals'] })
  })
  if (!reply?.ok || reply.value.length === 0) return null
  return (
    <Section title={`${U.conflicts} (${reply.value.length})`}>
      {refusal && <Refused refusal={refusal} />}
      <ul className="desk-list">
        {reply.value.map((each) => (
          <li key={each.id} className="desk-item">
            <Link className="desk-item-name" href={recordLink(each.type, each.record)}>
              {fieldWords(each.field)}
            </Link>
            <p>
              {U.here} <bdi>{valueWords(each.current)}</bdi>
            </p>
            <p>
              {each.offeredBy} {U.says} <bdi>{valueWords(each.offered)}</bdi>
            </p>
            {each.review && session.role !== 'national-editor' ? (
              <p>
                <em>{U.review}</em>
              </p>
            ) : (
              <div className="desk-steps">
                <Button kind="second" onClick={() => void act(settleConflict(session.token, each.id, 'take'))}>
                  {U.takeOffered} {each.offeredBy}
                </Button>
                <Button kind="quiet" onClick={() => void act(settleConflict(session.token, each.id, 'leave'))}>
                  {U.leaveIt}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Listings({ session }: Props) {
  const [reply, again] = usePrivate(['listings', session.id], () => getListings(session.token))
  const [refusal, act] = useAct(again)
  const [more, setMore] = useState<{ listings: Listing[]; after?: string }>()
  const [confirmed, setConfirmed] = useState<number>()
  if (reply === undefined) return <Loading />
  if (!reply.ok) return <Notice tone="bad">{reply.refusal.status === 403 ? W.noRole : W.offline}</Notice>
  const listings = [...reply.value.listings, ...(more?.listings ?? [])]
  const after = more ? more.after : reply.value.after
  const own = session.role === 'partner-editor'
  const confirm = async (services?: string[]) => {
    const asked = confirmListings(session.token, services)
    await act(asked)
    const done = await asked
    setConfirmed(done.ok ? done.value : undefined)
    setMore(undefined)
  }
  return (
    <Section title={U.listings}>
      {refusal && <Refused refusal={refusal} />}
      <div role="status">{confirmed !== undefined && <Notice tone="good">{U.confirmed(confirmed)}</Notice>}</div>
      {listings.length === 0 && <p>{U.none}</p>}
      {own && listings.length > 0 && <Button onClick={() => void confirm()}>{U.confirmAll}</Button>}
      <ul className="desk-list">
        {listings.map((each) => (
          <li key={each.id} className="desk-item">
            <Link className="desk-item-name" href={`/desk/upkeep/${each.id}`}>
              {each.name}
            </Link>
            <Tag tone={each.quality >= 80 ? 'good' : each.quality >= 50 ? 'warn' : 'bad'}>{each.quality} / 100</Tag>
            {each.status !== 'active' && <Tag tone="warn">{STATUSES[each.status] ?? each.status}</Tag>}
            {each.freshness !== 'fresh' && <Tag tone="bad">{FRESHNESS[each.freshness] ?? each.freshness}</Tag>}
            {each.next && (
              <Tag tone="warn">
                {U.from} {dayWords(each.next.on)}: {FRESHNESS[each.next.step] ?? each.next.step}
              </Tag>
            )}
            <span className="small">
              {each.assuredDate ? `${U.checked} ${dayWords(each.assuredDate)}` : U.neverChecked}
              {each.missing.length > 0 && ` · ${U.missing} ${each.missing.map((what) => MISSING[what] ?? what).join(', ')}`}
            </span>
            {own && (
              <Button kind="quiet" aria-label={`${U.confirm}: ${each.name}`} onClick={() => void confirm([each.id])}>
                {U.confirm}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {after && (
        <Button
          kind="second"
          onClick={() =>
            void getListings(session.token, after).then((next) => {
              if (next.ok) setMore({ listings: [...(more?.listings ?? []), ...next.value.listings], after: next.value.after })
            })
          }
        >
          {W.more}
        </Button>
      )}
    </Section>
  )
}

function NewOrganization({ session }: Props) {
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const [website, setWebsite] = useState('')
  const [reason, setReason] = useState('')
  const [proposed, setProposed] = useState(false)
  const [refusal, act] = useAct(() => undefined)
  const propose = async (event: FormEvent) => {
    event.preventDefault()
    const fields = { name, description, ...(website && { website }) }
    const done = await act(proposeOrganization(session.token, fields, reason))
    setProposed(done)
    if (done) for (const clear of [setName, setDescription, setWebsite, setReason]) clear('')
  }
  return (
    <Details summary={U.newOrganization}>
      <p>{U.newOrganizationHint}</p>
      <form className="request-form" onSubmit={(event) => void propose(event)}>
        {refusal && <Refused refusal={refusal} />}
        <div role="status">{proposed && <Notice tone="good">{U.savedWaiting}</Notice>}</div>
        {(
          [
            [U.organizationName, name, setName],
            [U.organizationDescription, description, setDescription],
            [U.website, website, setWebsite],
            [U.reason, reason, setReason],
          ] as const
        ).map(([label, value, set]) => (
          <ReasonField key={label} label={label} value={value} onChange={set} />
        ))}
        <Button type="submit" disabled={!name || !description || !reason}>
          {U.propose}
        </Button>
      </form>
    </Details>
  )
}
