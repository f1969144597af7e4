import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

export interface Helpline {
  number: string
  what: MessageDescriptor
  when: MessageDescriptor
  /** Answered on working days only, from and to these hours of Lisbon; without it, always. */
  workingDays?: { from: number; to: number }
}

/** The number for whatever cannot wait. */
export const EMERGENCY: Helpline = {
  number: '112',
  what: msg`Emergência: ambulância, polícia, bombeiros`,
  when: msg`Grátis, 24 horas`,
}

/**
 * Numbers to call in need, those that always answer first, each as in the directory's own records with their sources (112, linha-144, sivvd, sns24,
 * sos-crianca, linha-tsh). They are kept here too because they must be readable without an answer of the API.
 */
export const HELPLINES: readonly Helpline[] = [
  EMERGENCY,
  { number: '144', what: msg`Emergência social: sem casa, em perigo, sem apoio`, when: msg`Grátis, 24 horas` },
  { number: '800 202 148', what: msg`Violência doméstica`, when: msg`Grátis, 24 horas` },
  { number: '808 24 24 24', what: msg`Saúde: SNS 24`, when: msg`24 horas` },
  { number: '+351 964 608 288', what: msg`Tráfico de pessoas`, when: msg`24 horas` },
  {
    number: '116 111',
    what: msg`Crianças e jovens: SOS Criança`,
    when: msg`Grátis, dias úteis das 9h às 19h`,
    workingDays: { from: 9, to: 19 },
  },
]

/** What the listing of a line of working days says: whether it is closed at a moment, or nothing. */
export type ClosedAt = (now: Date) => boolean | undefined

/** Whether a line is known to be closed: by its listing, else by the clock, which knows no holidays, so that on one nothing is said. */
export const isClosed = ({ workingDays }: Helpline, now: Date, listed?: ClosedAt): boolean =>
  workingDays !== undefined && (listed?.(now) ?? isOutOfHours(workingDays, now))

function isOutOfHours({ from, to }: { from: number; to: number }, now: Date): boolean {
  const parts = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Europe/Lisbon',
  }).formatToParts(now)
  const part = (type: 'weekday' | 'hour') => parts.find((each) => each.type === type)?.value ?? ''
  const hour = Number(part('hour'))
  return ['Sat', 'Sun'].includes(part('weekday')) || hour < from || hour >= to
}
