import { type FormEvent, useState } from 'react'
import { getAllVitalInterests, getTouched, getTouchedTable, type Touched } from '../../api/protection'
import { Button } from '../../ui/button/Button'
import { Loading } from '../../ui/states/Loading'
import { Field } from '../../ui/field/Field'
import { Notice } from '../../ui/notice/Notice'
import { Section } from '../shared/Section'
import type { StaffSession } from '../shared/staffSession'
import { STATE_WORDS } from '../shared/stateWords'
import { usePrivate } from './usePrivate'
import { momentWords, VITAL, W } from './words'
import { STATES } from '../../model/referral'

/** What the data protection officer sees: who did what, and nothing of any person. */
export const AuditPanel = ({ session }: { session: StaffSession }) => (
  <>
    <VitalInterests session={session} />
    <Breach session={session} />
  </>
)

function VitalInterests({ session }: { session: StaffSession }) {
  const [reply] = usePrivate(['all-vital-interests', session.id], () => getAllVitalInterests(session.token))
  if (reply === undefined) return <Loading />
  if (!reply.ok) return <Notice tone="bad">{W.offline}</Notice>
  return (
    <Section title={W.vitalAll}>
      {reply.value.length === 0 && <p>{W.nothing}</p>}
      <ol className="desk-history">
        {reply.value.map((each) => (
          <li key={each.id}>
            <time dateTime={each.askedAt}>{momentWords(each.askedAt)}</time> {VITAL[each.reason]} ·{' '}
            {each.confirmedAt ? momentWords(each.confirmedAt) : W.vitalNot} · {each.referral ?? W.vitalUnused}
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** The moment at which a day begins here, or one that many days later does. */
function startOf(day: string, daysLater = 0): string {
  const [year = 0, month = 1, ofMonth = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, ofMonth + daysLater).toISOString()
}

function Breach({ session }: { session: StaffSession }) {
  const [subject, setSubject] = useState('')
  const [organization, setOrganization] = useState('')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [found, setFound] = useState<Touched>()
  const [failed, setFailed] = useState(false)
  const ready = (subject.trim() !== '' || organization.trim() !== '') && from !== '' && to !== ''
  const who = { subject: subject.trim(), organization: organization.trim() }
  const look = async (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    const reply = await getTouched(session.token, who, startOf(from), startOf(to, 1))
    setFailed(!reply.ok)
    setFound(reply.ok ? reply.value : undefined)
  }
  const save = async () => {
    const table = await getTouchedTable(session.token, who, startOf(from), startOf(to, 1))
    setFailed(table === undefined)
    if (!table) return
    const link = document.createElement('a')
    link.href = URL.createObjectURL(table)
    link.download = 'touched.csv'
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <Section title={W.breach}>
      <form className="request-form" onSubmit={(event) => void look(event)}>
        <Field label={W.subject}>
          {(control) => (
            <input {...control} autoComplete="off" value={subject} onChange={(event) => setSubject(event.target.value)} />
          )}
        </Field>
        <Field label={W.organizationId}>
          {(control) => (
            <input
              {...control}
              autoComplete="off"
              value={organization}
              onChange={(event) => setOrganization(event.target.value)}
            />
          )}
        </Field>
        <Field label={W.from}>
          {(control) => <input {...control} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />}
        </Field>
        <Field label={W.to}>
          {(control) => <input {...control} type="date" value={to} onChange={(event) => setTo(event.target.value)} />}
        </Field>
        <Button type="submit" disabled={!ready}>
          {W.look}
        </Button>
      </form>
      {failed && <Notice tone="bad">{W.refused}</Notice>}
      {found && (
        <>
          <p role="status">
            <strong>{found.referrals}</strong> {W.touched}, <strong>{found.opened}</strong> {W.openedOnes}
          </p>
          <ol className="desk-history">
            {found.first.map((each) => (
              <li key={each.referral}>
                <time dateTime={each.firstAt}>{momentWords(each.firstAt)}</time> {each.referral}{' '}
                {STATE_WORDS[STATES.find((state) => state === each.state) ?? 'sent'].desk}
                {each.opened && ` · ${W.openedOnes}`}
              </li>
            ))}
          </ol>
          <Button kind="second" onClick={() => void save()}>
            {W.saveTable}
          </Button>
        </>
      )}
    </Section>
  )
}
