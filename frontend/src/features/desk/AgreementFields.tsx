import { useState } from 'react'
import { askVitalInterest, getVitalInterests, type VitalInterest } from '../../api/protection'
import { dirOf } from '../../i18n/languages'
import type { AgreementText } from '../../model/referral'
import { Button } from '../../ui/button/Button'
import { Choice } from '../../ui/choice/Choice'
import { Notice } from '../../ui/notice/Notice'
import { Select } from '../../ui/select/Select'
import type { StaffSession } from '../shared/staffSession'
import { options, VITAL, W } from './words'

/** What a person agreed to at the desk, or who answers for it that nobody could ask. */
export interface Agreed {
  mode: string
  readBy: string
  receiver: boolean
  onward: boolean
  news: boolean
  vital?: VitalInterest
}

export const NOT_AGREED: Agreed = { mode: '', readBy: '', receiver: false, onward: false, news: false }

/** Whether it can be sent. */
export const isAgreed = ({ receiver, mode, vital }: Agreed): boolean =>
  vital ? vital.confirmedAt !== undefined : receiver && mode !== ''

/** The part of the body that says so. */
export const agreementBody = (text: AgreementText, agreed: Agreed): object =>
  agreed.vital
    ? { vital_interest_id: agreed.vital.id }
    : {
        agreement: {
          text_id: text.id,
          text_version: text.version,
          language: text.language,
          mode: agreed.mode,
          ...(agreed.readBy && { read_aloud_by: agreed.readBy }),
          purposes: ['receiver', ...(agreed.onward ? ['onward'] : []), ...(agreed.news ? ['contact'] : [])],
        },
      }

interface Props {
  session: StaffSession
  service: string
  text: AgreementText
  agreed: Agreed
  onChange: (agreed: Agreed) => void
}

export function AgreementFields({ session, service, text, agreed, onChange }: Props) {
  const put = (part: Partial<Agreed>) => onChange({ ...agreed, ...part })
  return (
    <section className="card" aria-labelledby="agreement">
      <h3 id="agreement">{W.agreement}</h3>
      {!agreed.vital && (
        <>
          <p className="small">{W.agreementHint}</p>
          <p lang={text.language} dir={dirOf(text.language)} className="agreement-text">
            {text.brief}
          </p>
          {!text.reviewed && <p className="small">{W.unreviewed}</p>}
          <Select
            label={W.mode}
            value={agreed.mode}
            onChange={(mode) => put({ mode })}
            options={options({ signed: 'Assinou', spoken: 'Disse que sim' })}
          />
          <Select
            label={W.readBy}
            value={agreed.readBy}
            onChange={(readBy) => put({ readBy })}
            options={options({ mediator: 'Mediador', interpreter: 'Intérprete' })}
          />
          <Choice label={W.agreeReceiver} checked={agreed.receiver} onChange={(receiver) => put({ receiver })} />
          <Choice label={W.agreeOnward} checked={agreed.onward} onChange={(onward) => put({ onward })} />
          <Choice label={W.agreeContact} checked={agreed.news} onChange={(news) => put({ news })} />
        </>
      )}
      <Vital session={session} service={service} vital={agreed.vital} onChange={(vital) => put({ vital })} />
    </section>
  )
}

interface VitalProps {
  session: StaffSession
  service: string
  vital?: VitalInterest
  onChange: (vital: VitalInterest | undefined) => void
}

/** A life in danger and nobody to ask: a colleague has to confirm it. */
function Vital({ session, service, vital, onChange }: VitalProps) {
  const [reason, setReason] = useState('')
  const [failed, setFailed] = useState(false)
  const ask = async () => {
    const asked = await askVitalInterest(session.token, service, reason)
    setFailed(!asked.ok)
    if (asked.ok) onChange(asked.value)
  }
  const look = async () => {
    const waiting = await getVitalInterests(session.token)
    setFailed(!waiting.ok)
    if (waiting.ok && vital) onChange(waiting.value.find(({ id }) => id === vital.id))
  }
  if (vital)
    return (
      <Notice tone={vital.confirmedAt ? 'good' : 'warn'}>
        <p role="status">{vital.confirmedAt ? W.vitalConfirmed : W.vitalWaits}</p>
        {failed && <p>{W.offline}</p>}
        <div className="desk-steps">
          {!vital.confirmedAt && (
            <Button kind="second" onClick={() => void look()}>
              {W.vitalCheck}
            </Button>
          )}
          <Button kind="quiet" onClick={() => onChange(undefined)}>
            {W.cancel}
          </Button>
        </div>
      </Notice>
    )
  return (
    <details className="details">
      <summary>{W.vital}</summary>
      <div className="details-body">
        <p className="small">{W.vitalHint}</p>
        {failed && <Notice tone="bad">{W.offline}</Notice>}
        <Select label={W.vitalReason} value={reason} onChange={setReason} options={options(VITAL)} />
        <Button kind="second" disabled={reason === ''} onClick={() => void ask()}>
          {W.vitalAsk}
        </Button>
      </div>
    </details>
  )
}
