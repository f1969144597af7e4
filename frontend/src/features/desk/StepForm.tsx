import { type FormEvent, useEffect, useRef, useState } from 'react'
import { getIntakes } from '../../api/referrals'
import { getService } from '../../api/services'
import type { Referral } from '../../model/referral'
import { Button } from '../../ui/button/Button'
import { Field } from '../../ui/field/Field'
import { Select } from '../../ui/select/Select'
import { useRemote, valueOf } from '../shared/useRemote'
import { DECLINE, HOLD, options, OUTCOMES, W, WITHDRAW } from './words'

interface Props {
  step: string
  referral: Referral
  onSend: (body: object) => Promise<void>
  onCancel: () => void
}

const REASONS: Record<string, Record<string, string>> = { decline: DECLINE, complete: OUTCOMES, withdraw: WITHDRAW, hold: HOLD }

export const lisbonDay = (after: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Lisbon' }).format(new Date(Date.now() + after * 86_400_000))

/** What a step needs to know before it is taken. */
export function StepForm({ step, referral, onSend, onCancel }: Props) {
  const [code, setCode] = useState('')
  const [remark, setRemark] = useState('')
  const [service, setService] = useState('')
  const [day, setDay] = useState(step === 'hold' ? lisbonDay(14) : lisbonDay(0))
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('select, input')?.focus(), [])

  const reasons = REASONS[step]
  const onward = step === 'forward' || (step === 'complete' && code === 'referred_on')
  const suggests = step === 'decline'
  const ready = (!reasons || code !== '') && (!onward || service !== '')
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    void onSend({
      ...(reasons && { code }),
      ...(code === 'other' && remark.trim() && { remark }),
      ...((onward || suggests) && service && { service_id: service }),
      ...(step === 'contact' && { on: day }),
      ...(step === 'hold' && { review_on: day }),
    })
  }
  return (
    <form ref={form} className="request-form" onSubmit={send}>
      {reasons && (
        <Select label={step === 'complete' ? W.outcome : W.reason} value={code} onChange={setCode} options={options(reasons)} />
      )}
      {code === 'other' && (
        <Field label={W.remark}>
          {(control) => <input {...control} maxLength={120} value={remark} onChange={(event) => setRemark(event.target.value)} />}
        </Field>
      )}
      {(onward || suggests) && <ServiceChoice referral={referral} value={service} onChange={setService} optional={suggests} />}
      {(step === 'contact' || step === 'hold') && (
        <Field label={step === 'hold' ? W.until : W.contactedOn}>
          {(control) => (
            <input
              {...control}
              type="date"
              {...(step === 'contact'
                ? { min: referral.sentAt.slice(0, 10), max: lisbonDay(0) }
                : { min: lisbonDay(1), max: lisbonDay(60) })}
              value={day}
              onChange={(event) => setDay(event.target.value)}
            />
          )}
        </Field>
      )}
      <div className="desk-steps">
        <Button type="submit" disabled={!ready}>
          {W.confirm}
        </Button>
        <Button kind="second" onClick={onCancel}>
          {W.cancel}
        </Button>
      </div>
    </form>
  )
}

interface ChoiceProps {
  referral: Referral
  value: string
  optional: boolean
  onChange: (service: string) => void
}

/** The services that take referrals, by name; not those that the chain went through. */
function ServiceChoice({ referral, value, optional, onChange }: ChoiceProps) {
  const names = useRemote(['intake-names'], async (signal) => {
    const intakes = await getIntakes(signal)
    if (!intakes.ok) return intakes
    const services = await Promise.all([...intakes.value.keys()].map((id) => getService(id, 'pt', signal)))
    return {
      ok: true as const,
      value: services
        .flatMap((each) => (each.ok ? [each.value] : []))
        .map((each) => ({ value: each.id, label: `${each.name.value} (${each.organization?.name.value ?? ''})` }))
        .sort((one, other) => one.label.localeCompare(other.label, 'pt')),
    }
  })
  const taken = new Set(referral.legs.map((leg) => leg.listing.name))
  const choices = (valueOf(names) ?? []).filter(({ label }) => ![...taken].some((name) => label.startsWith(`${name} (`)))
  return (
    <Select
      label={optional ? W.suggest : W.service}
      value={value}
      onChange={onChange}
      options={[{ value: '', label: W.choose }, ...choices]}
    />
  )
}
