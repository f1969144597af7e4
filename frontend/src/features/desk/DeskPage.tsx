import { useState } from 'react'
import { Link } from 'wouter'
import { confirmVitalInterest, getMyFigures, getVitalInterests } from '../../api/protection'
import type { Refusal } from '../../api/private'
import { type Box, getBox } from '../../api/referrals'
import { getService } from '../../api/services'
import { shareText } from '../../i18n/formats'
import type { Referral } from '../../model/referral'
import { Button, linkButton } from '../../ui/button/Button'
import { Details } from '../../ui/details/Details'
import { Loading } from '../../ui/states/Loading'
import { Notice } from '../../ui/notice/Notice'
import { Tag } from '../../ui/tag/Tag'
import type { StaffSession } from '../shared/staffSession'
import { STATE_WORDS } from '../shared/stateWords'
import { useRemote, valueOf } from '../shared/useRemote'
import { AuditPanel } from './AuditPanel'
import { Desk } from './Desk'
import { Refused } from './Refused'
import { S } from './syncWords'
import { U } from './upkeepWords'
import { usePrivate } from './usePrivate'
import { AGES, dayWords, dueWords, FIGURES, languageWords, momentWords, VITAL, W } from './words'

/** Who says what organizations offer. */
const PUBLISHERS = ['partner-editor', 'national-editor']

/** What waits for this desk: received and sent, what is due and what is late first. */
export default function DeskPage() {
  return (
    <Desk title={W.title}>
      {(session) => (
        <>
          {PUBLISHERS.includes(session.role) && (
            <p>
              <Link href="/desk/listings" className={linkButton('second')}>
                {S.title}
              </Link>{' '}
              <Link href="/desk/upkeep" className={linkButton('second')}>
                {U.title}
              </Link>
            </p>
          )}
          {session.role === 'auditor' ? <AuditPanel session={session} /> : <Boxes session={session} />}
        </>
      )}
    </Desk>
  )
}

function Boxes({ session }: { session: StaffSession }) {
  const sends = session.role === 'mediator'
  const [box, setBox] = useState<'received' | 'sent'>(sends ? 'sent' : 'received')
  const [ended, setEnded] = useState(false)
  const [more, setMore] = useState<{ of: string; items: Referral[]; after?: string }>()
  const of = `${box} ${ended}`
  const [reply] = usePrivate(['box', session.id, box, ended], () => getBox(session.token, box, ended))
  if (session.organization === undefined) return <Notice tone="warn">{W.noRole}</Notice>
  return (
    <>
      {session.maySend && (
        <p className="desk-send">
          <Link href="/desk/start" className={linkButton()}>
            {W.start}
          </Link>
          <span className="small">{W.sendHint}</span>
        </p>
      )}
      {session.maySend && <ToConfirm session={session} />}
      <fieldset className="tabs">
        <legend className="hidden">{W.title}</legend>
        {(['received', 'sent'] as const).map((each) => (
          <Button key={each} kind={box === each ? 'main' : 'second'} aria-pressed={box === each} onClick={() => setBox(each)}>
            {W[each]}
          </Button>
        ))}
        <Button kind="quiet" aria-pressed={ended} onClick={() => setEnded(!ended)}>
          {ended ? W.open : W.ended}
        </Button>
      </fieldset>
      {reply === undefined ? (
        <Loading />
      ) : reply.ok ? (
        <List
          box={
            more?.of === of ? { ...reply.value, items: [...reply.value.items, ...more.items], after: more.after } : reply.value
          }
          onMore={(after) =>
            void getBox(session.token, box, ended, after).then((next) => {
              if (next.ok)
                setMore({ of, items: [...(more?.of === of ? more.items : []), ...next.value.items], after: next.value.after })
            })
          }
        />
      ) : (
        <Notice tone="bad">{reply.refusal.status === 403 ? W.noRole : W.offline}</Notice>
      )}
      <Figures session={session} />
    </>
  )
}

function List({ box, onMore }: { box: Box; onMore: (after: string) => void }) {
  const { counts, items, after } = box
  return (
    <>
      <p className="desk-counts" role="status">
        {counts.open} {W.countOpen} · {counts.waiting} {W.countWaiting} · {counts.dueToday} {W.countToday} ·{' '}
        <strong>
          {counts.overdue} {W.countOverdue}
        </strong>
      </p>
      {items.length === 0 && <p>{W.nothing}</p>}
      <ul className="desk-list">
        {items.map((referral) => (
          <li key={referral.id}>
            <Link href={`/desk/referrals/${referral.id}`} className="desk-item">
              <span className="desk-item-name">{referral.listing.name}</span>
              <Tag tone={referral.overdue ? 'bad' : STATE_WORDS[referral.state].tone}>{STATE_WORDS[referral.state].desk}</Tag>
              <span className="small">
                {[
                  languageWords(referral.languages),
                  AGES[referral.ageBand ?? ''],
                  `${W.sentOn} ${dayWords(referral.sentAt)}`,
                  dueWords(referral),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {after && (
        <Button kind="second" onClick={() => onMore(after)}>
          {W.more}
        </Button>
      )}
    </>
  )
}

/** What colleagues ask to have confirmed, so that somebody in danger can be sent without agreement. */
function ToConfirm({ session }: { session: StaffSession }) {
  const [reply, again] = usePrivate(['vital-interests', session.id], () => getVitalInterests(session.token))
  const [refusal, setRefusal] = useState<Refusal>()
  const confirm = async (id: string) => {
    const confirmed = await confirmVitalInterest(session.token, id)
    setRefusal(confirmed.ok ? undefined : confirmed.refusal)
    again()
  }
  const waiting = reply?.ok ? reply.value.filter(({ confirmedAt }) => !confirmedAt) : []
  if (waiting.length === 0) return null
  return (
    <Notice tone="warn" title={W.vitalList}>
      {refusal && <Refused refusal={refusal} />}
      <ul className="record-list">
        {waiting.map((each) => (
          <li key={each.id}>
            {VITAL[each.reason]} · {momentWords(each.askedAt)} · <ServiceName id={each.service} />{' '}
            {each.mine ? (
              <em>{W.vitalMine}</em>
            ) : (
              <Button kind="second" onClick={() => void confirm(each.id)}>
                {W.vitalConfirm}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function ServiceName({ id }: { id: string }) {
  const service = valueOf(useRemote(['service', id, 'pt'], (signal) => getService(id, 'pt', signal)))
  return <span>{service?.name.value ?? ''}</span>
}

function Figures({ session }: { session: StaffSession }) {
  const [reply] = usePrivate(['figures', session.id], () => getMyFigures(session.token))
  if (!reply?.ok) return null
  const known = Object.entries(FIGURES).filter(([name]) => reply.value[name] !== undefined)
  return (
    <Details summary={W.figures}>
      {known.length === 0 && <p>{W.figuresHidden}</p>}
      <dl className="desk-facts">
        {known.map(([name, label]) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>{shareText('pt', reply.value[name] ?? 0)}</dd>
          </div>
        ))}
      </dl>
    </Details>
  )
}
