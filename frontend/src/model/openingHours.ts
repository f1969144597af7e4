export interface Span {
  opensAt: string
  closesAt: string
}

export interface Closure {
  date: string
  reason: string
  name?: string
}

/** When a door or a line is open over the coming days, worked out by the directory in the place's own time zone. */
export interface OpeningHours {
  basis: 'schedule' | 'by_appointment' | 'always' | 'unknown'
  timeZone: string
  from: string
  until: string
  spans: Span[]
  closures: Closure[]
}

/** What can be said at one moment. "We do not know" is an answer, and never turns into "closed". */
export type OpeningState =
  | { kind: 'always' }
  | { kind: 'open'; closesAt: string }
  | { kind: 'opens'; opensAt: string }
  | { kind: 'closed' }
  | { kind: 'by-appointment' }
  | { kind: 'unknown' }

export function openingStateAt(hours: OpeningHours | undefined, moment: Date): OpeningState {
  if (hours === undefined) return { kind: 'unknown' }
  switch (hours.basis) {
    case 'always':
      return { kind: 'always' }
    case 'by_appointment':
      return { kind: 'by-appointment' }
    case 'unknown':
      return { kind: 'unknown' }
    case 'schedule':
      return scheduledStateAt(hours, moment)
  }
}

function scheduledStateAt(hours: OpeningHours, moment: Date): OpeningState {
  const at = moment.getTime()
  const coming = hours.spans
    .filter((span) => Date.parse(span.closesAt) > at)
    .sort((a, b) => Date.parse(a.opensAt) - Date.parse(b.opensAt))
  const first = coming[0]
  if (first === undefined) {
    // A saved copy may be older than the days it covers: then nothing is known any more.
    return dateIn(hours.timeZone, moment) > hours.until ? { kind: 'unknown' } : { kind: 'closed' }
  }
  if (Date.parse(first.opensAt) > at) return { kind: 'opens', opensAt: first.opensAt }
  return { kind: 'open', closesAt: closingOf(first, coming) }
}

/** Spans that touch are one opening: a line open round the clock does not "close at midnight". */
function closingOf(first: Span, coming: Span[]): string {
  let closesAt = first.closesAt
  for (const span of coming) {
    if (Date.parse(span.opensAt) <= Date.parse(closesAt) && Date.parse(span.closesAt) > Date.parse(closesAt)) {
      closesAt = span.closesAt
    }
  }
  return closesAt
}

export interface OpeningDay {
  /** yyyy-mm-dd in the place's own time zone. */
  date: string
  spans: Span[]
  closure?: Closure
}

/** The next seven days, one row each, also those without hours. */
export function openingWeekFrom(hours: OpeningHours, moment: Date): OpeningDay[] {
  const today = dateIn(hours.timeZone, moment)
  const first = today > hours.from ? today : hours.from
  const days: OpeningDay[] = []
  for (let offset = 0; offset < 7; offset++) {
    const date = plusDays(first, offset)
    if (date > hours.until) break
    days.push({
      date,
      spans: hours.spans.filter((span) => dateIn(hours.timeZone, new Date(span.opensAt)) === date),
      closure: hours.closures.find((closure) => closure.date === date),
    })
  }
  return days
}

/** The calendar date at a moment in a time zone. */
export function dateIn(timeZone: string, moment: Date): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return parts.format(moment)
}

function plusDays(date: string, days: number): string {
  const moment = new Date(`${date}T12:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + days)
  return moment.toISOString().slice(0, 10)
}
