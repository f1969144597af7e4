import { isoDate } from '../../i18n/formats'
import type { Text } from '../local-text/LocalText'

/** One stretch of time in which the door is open or the line is answered. */
export interface Span {
  opensAt: Date
  closesAt: Date
}

/** A date on which the usual hours do not hold. */
export interface Closure {
  /** 2026-12-08, on the calendar of the place. */
  date: string
  /** `public_holiday_hours_may_differ` leaves the usual hours standing, with a warning; any other reason is a closed door. */
  reason: string
  name?: string
}

/** Hours as their source words them. */
export interface HoursInWords {
  /** Of which days, where no rule could be made of them. */
  days: readonly Weekday[]
  description?: Text
  notes?: Text
  /** Where they are published. */
  url?: string
}

/** As iCalendar names them. */
export type Weekday = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU'

export const WEEKDAYS: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** The coming two weeks of a service or place, worked out by the API; what is open now is decided by the clock here. */
export interface OpeningHours {
  basis: 'schedule' | 'by_appointment' | 'always' | 'unknown'
  timezone: string
  from: string
  until: string
  spans: readonly Span[]
  closures: readonly Closure[]
  /** What is said of the hours in words. */
  words: readonly HoursInWords[]
}

/** What can be said at one moment. `unknown` is an answer of its own and never turns into "closed". */
export type Opening =
  | { kind: 'open'; closesAt: Date; soon: boolean; closure?: Closure }
  | { kind: 'always' }
  | { kind: 'opens'; opensAt: Date; when: 'today' | 'tomorrow' | 'this-week' | 'later'; closure?: Closure }
  | { kind: 'closed'; closure?: Closure }
  | { kind: 'by-appointment' }
  | { kind: 'unknown' }

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const SOON = 30 * MINUTE

/** Spans that touch are one: a place open until midnight (often written 23:59) and from midnight does not close at midnight. */
export function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of [...spans].sort((a, b) => a.opensAt.getTime() - b.opensAt.getTime())) {
    const last = result[result.length - 1]
    if (last && span.opensAt.getTime() <= last.closesAt.getTime() + MINUTE) {
      if (span.closesAt > last.closesAt) last.closesAt = span.closesAt
    } else if (span.closesAt > span.opensAt) {
      result.push({ ...span })
    }
  }
  return result
}

export function openingAt(hours: OpeningHours | undefined, now: Date): Opening {
  if (!hours || hours.basis === 'unknown') return { kind: 'unknown' }
  if (hours.basis === 'always') return { kind: 'always' }
  if (hours.basis === 'by_appointment') return { kind: 'by-appointment' }

  const today = isoDate(now, hours.timezone)
  // A copy older than its fortnight says nothing about today.
  if (today < hours.from || today > hours.until) return { kind: 'unknown' }

  const closure = hours.closures.find(({ date }) => date === today)
  const spans = joined(hours.spans)
  const current = spans.find(({ opensAt, closesAt }) => opensAt <= now && now < closesAt)
  if (current) {
    const left = current.closesAt.getTime() - now.getTime()
    // Open without a break to the end of what we know: nothing in it says that it ever closes.
    if (left > DAY && isoDate(new Date(current.closesAt.getTime() + MINUTE), hours.timezone) > hours.until)
      return { kind: 'always' }
    return { kind: 'open', closesAt: current.closesAt, soon: left <= SOON, ...(closure && { closure }) }
  }

  const next = spans.find(({ opensAt }) => opensAt > now)
  if (!next) return { kind: 'closed', ...(closure && { closure }) }
  const days = daysBetween(today, isoDate(next.opensAt, hours.timezone))
  const when = days === 0 ? 'today' : days === 1 ? 'tomorrow' : days < 7 ? 'this-week' : 'later'
  return { kind: 'opens', opensAt: next.opensAt, when, ...(closure && { closure }) }
}

export interface Day {
  date: string
  /** A moment at noon of that date, to write the date with. */
  noon: Date
  spans: readonly Span[]
  allDay: boolean
  closure?: Closure
}

/** The seven dates from today on, each with the spans that begin on it. */
export function daysFrom(hours: OpeningHours, now: Date): Day[] {
  const first = isoDate(now, hours.timezone)
  return Array.from({ length: 7 }, (_, later) => addDays(first, later))
    .filter((date) => date >= hours.from && date <= hours.until)
    .map((date) => {
      const spans = hours.spans
        .filter(({ opensAt }) => isoDate(opensAt, hours.timezone) === date)
        .sort((a, b) => a.opensAt.getTime() - b.opensAt.getTime())
      const closure = hours.closures.find((each) => each.date === date)
      // One day a year has 23 hours, and "until 23:59" means until midnight.
      const allDay =
        spans.length === 1 &&
        (spans[0] as Span).closesAt.getTime() - (spans[0] as Span).opensAt.getTime() >= (23 * 60 - 1) * MINUTE
      return { date, noon: new Date(`${date}T12:00:00Z`), spans, allDay, ...(closure && { closure }) }
    })
}

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY
const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)
const addDays = (date: string, days: number): string => new Date((dayNumber(date) + days) * DAY).toISOString().slice(0, 10)

/** Whether the clock on the reader's wall shows another time than the one at the place. */
export const otherClock = (timezone: string, now: Date): boolean => {
  const here = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(now)
  const there = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: timezone,
  }).format(now)
  return here !== there
}
