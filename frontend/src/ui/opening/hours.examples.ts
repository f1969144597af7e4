import { isoDate } from '../../i18n/formats'
import type { OpeningHours, Span } from './opening'

const HOUR = 3_600_000
const ZONE = 'Europe/Lisbon'

const inHours = (hours: number): Date => new Date(Date.now() + hours * HOUR)
const span = (from: number, until: number): Span => ({ opensAt: inHours(from), closesAt: inHours(until) })

/** The hours of a place that is open from one hour until another, both counted from now, today and on two later days. */
export const hoursFromNow = (from: number, until: number, more: Partial<OpeningHours> = {}): OpeningHours => ({
  basis: 'schedule',
  timezone: ZONE,
  from: isoDate(inHours(0), ZONE),
  until: isoDate(inHours(13 * 24), ZONE),
  spans: [0, 24, 72].map((later) => span(from + later, until + later)),
  closures: [],
  words: [],
  ...more,
})
