import { type FormEvent, useState } from 'react'
import type { Refusal } from '../../api/private'
import { getVerifications, verifyListing } from '../../api/upkeep'
import { Button } from '../../ui/button/Button'
import { Notice } from '../../ui/notice/Notice'
import { Select } from '../../ui/select/Select'
import { Tag } from '../../ui/tag/Tag'
import { Section } from '../shared/Section'
import type { StaffSession } from '../shared/staffSession'
import { ReasonField } from './ReasonField'
import { Refused } from './Refused'
import { OUTCOMES, U, WAYS, WAYS_SEEN } from './upkeepWords'
import { usePrivate } from './usePrivate'
import { momentWords, options } from './words'

interface Props {
  session: StaffSession
  id: string
  onVerified: () => void
}

/** Who looked at a service, and what came of it: the next one begins where the last one ended. */
export function VerifyPanel({ session, id, onVerified }: Props) {
  const [reply, again] = usePrivate(['verifications', session.id, id], () => getVerifications(session.token, id))
  const [way, setWay] = useState('phone')
  const [outcome, setOutcome] = useState('confirmed')
  const [remark, setRemark] = useState('')
  const [refusal, setRefusal] = useState<Refusal>()
  const [kept, setKept] = useState(false)
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    const done = await verifyListing(session.token, id, { way, outcome, remark: remark || undefined })
    setRefusal(done.ok ? undefined : done.refusal)
    setKept(done.ok)
    if (!done.ok) return
    setRemark('')
    again()
    onVerified()
  }
  return (
    <Section title={U.verifications}>
      <form className="request-form" onSubmit={(event) => void keep(event)}>
        {refusal && <Refused refusal={refusal} />}
        <div role="status">{kept && <Notice tone="good">{U.verified}</Notice>}</div>
        <Select label={U.way} value={way} onChange={setWay} options={options(WAYS, false)} />
        <Select label={U.outcome} value={outcome} onChange={setOutcome} options={options(OUTCOMES, false)} />
        <ReasonField label={U.remark} value={remark} onChange={setRemark} />
        <Button type="submit">{U.keep}</Button>
      </form>
      {reply?.ok && reply.value.length > 0 && (
        <ol className="desk-history">
          {reply.value.map((each) => (
            <li key={each.id}>
              <time dateTime={each.at}>{momentWords(each.at)}</time>{' '}
              <Tag tone={each.outcome === 'confirmed' ? 'good' : 'warn'}>{OUTCOMES[each.outcome] ?? each.outcome}</Tag>{' '}
              {WAYS_SEEN[each.way] ?? each.way}
              {each.remark && <bdi> · {each.remark}</bdi>}
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}
