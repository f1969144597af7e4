import { describe, expect, it } from 'vitest'
import { daysFrom, joined, type OpeningHours, openingAt } from './opening'

const LISBON = 'Europe/Lisbon'

/** A fortnight from Wednesday 25 November 2026, when Lisbon's clock is that of UTC. */
const hours = (spans: [string, string][], more: Partial<OpeningHours> = {}): OpeningHours => ({
  basis: 'schedule',
  timezone: LISBON,
  from: '2026-11-25',
  until: '2026-12-08',
  spans: spans.map(([opensAt, closesAt]) => ({ opensAt: new Date(opensAt), closesAt: new Date(closesAt) })),
  closures: [],
  words: [],
  ...more,
})

const WEDNESDAY: [string, string][] = [
  ['2026-11-25T09:00:00Z', '2026-11-25T12:30:00Z'],
  ['2026-11-25T14:00:00Z', '2026-11-25T17:00:00Z'],
]

describe('what is open at a moment', () => {
  it.each([
    ['in the morning', '2026-11-25T10:00:00Z', { kind: 'open', closesAt: new Date('2026-11-25T12:30:00Z'), soon: false }],
    ['at the minute it opens', '2026-11-25T09:00:00Z', { kind: 'open', closesAt: new Date('2026-11-25T12:30:00Z'), soon: false }],
    [
      'half an hour before it closes',
      '2026-11-25T12:00:00Z',
      { kind: 'open', closesAt: new Date('2026-11-25T12:30:00Z'), soon: true },
    ],
    [
      'at the minute it closes for lunch',
      '2026-11-25T12:30:00Z',
      { kind: 'opens', opensAt: new Date('2026-11-25T14:00:00Z'), when: 'today' },
    ],
    ['after the last hour we know', '2026-11-25T17:00:00Z', { kind: 'closed' }],
  ])('%s', (_, now, expected) => {
    expect(openingAt(hours(WEDNESDAY), new Date(now))).toEqual(expected)
  })

  it.each([
    ['2026-11-26T09:00:00Z', 'tomorrow'],
    ['2026-11-30T09:00:00Z', 'this-week'],
    ['2026-12-01T09:00:00Z', 'this-week'],
    ['2026-12-02T09:00:00Z', 'later'],
  ])('says of an opening on %s that it is %s', (opensAt, when) => {
    const known = hours([[opensAt, opensAt.replace('09:00', '17:00')]])
    expect(openingAt(known, new Date('2026-11-25T20:00:00Z'))).toMatchObject({ kind: 'opens', when })
  })

  it('is still open after midnight when it closes at two', () => {
    const night = hours([['2026-11-25T22:00:00Z', '2026-11-26T02:00:00Z']])
    expect(openingAt(night, new Date('2026-11-26T01:00:00Z'))).toMatchObject({
      kind: 'open',
      closesAt: new Date('2026-11-26T02:00:00Z'),
    })
  })

  it('does not close at midnight when the next day begins there', () => {
    const days = Array.from({ length: 14 }, (_, at) => new Date(Date.UTC(2026, 10, 25 + at)).toISOString().slice(0, 10))
    const always = hours(days.map((day) => [`${day}T00:00:00Z`, `${day}T23:59:00Z`]))
    expect(openingAt(always, new Date('2026-11-25T23:59:30Z'))).toEqual({ kind: 'always' })
  })

  it('asks which date it is at the place, not at the reader', () => {
    const azores = hours([['2026-11-26T09:00:00Z', '2026-11-26T17:00:00Z']], { timezone: 'Atlantic/Azores' })
    // Half past midnight in Lisbon is still the evening of the 25th in the Azores.
    expect(openingAt(azores, new Date('2026-11-26T00:30:00Z'))).toMatchObject({ kind: 'opens', when: 'tomorrow' })
  })

  it('gives the holiday as the reason', () => {
    const closure = { date: '2026-12-01', reason: 'public_holiday', name: 'Restauração da Independência' }
    const known = hours([['2026-12-02T09:00:00Z', '2026-12-02T17:00:00Z']], { closures: [closure] })
    expect(openingAt(known, new Date('2026-12-01T10:00:00Z'))).toEqual({
      kind: 'opens',
      opensAt: new Date('2026-12-02T09:00:00Z'),
      when: 'tomorrow',
      closure,
    })
  })

  it('warns on a holiday on which the usual hours may not hold', () => {
    const closure = { date: '2026-11-25', reason: 'public_holiday_hours_may_differ', name: 'Feriado municipal' }
    expect(openingAt(hours(WEDNESDAY, { closures: [closure] }), new Date('2026-11-25T10:00:00Z'))).toMatchObject({
      kind: 'open',
      closure,
    })
  })

  it.each([
    ['nothing is known', undefined],
    ['the timetable is not known', hours([], { basis: 'unknown' })],
    ['the copy is older than its fortnight', hours(WEDNESDAY, { from: '2026-11-01', until: '2026-11-14' })],
  ])('never says closed when %s', (_, known) => {
    expect(openingAt(known, new Date('2026-11-25T10:00:00Z'))).toEqual({ kind: 'unknown' })
  })

  it('keeps by appointment apart from closed', () => {
    expect(openingAt(hours([], { basis: 'by_appointment' }), new Date('2026-11-25T03:00:00Z'))).toEqual({
      kind: 'by-appointment',
    })
  })
})

describe('the week', () => {
  it('begins today and leaves out what lies beyond the fortnight', () => {
    const days = daysFrom(hours(WEDNESDAY), new Date('2026-12-05T10:00:00Z'))
    expect(days.map(({ date }) => date)).toEqual(['2026-12-05', '2026-12-06', '2026-12-07', '2026-12-08'])
  })

  it('has every date once when the clocks change', () => {
    const autumn = hours([], { from: '2026-10-23', until: '2026-11-05' })
    const days = daysFrom(autumn, new Date('2026-10-23T23:30:00Z'))
    // 23:30 UTC is already the 24th in Lisbon, which still keeps summer time.
    expect(days.map(({ date }) => date)).toEqual([
      '2026-10-24',
      '2026-10-25',
      '2026-10-26',
      '2026-10-27',
      '2026-10-28',
      '2026-10-29',
      '2026-10-30',
    ])
  })

  it('calls the day of 23 hours a whole day', () => {
    const spring = hours([['2027-03-28T00:00:00Z', '2027-03-28T22:59:00Z']], { from: '2027-03-28', until: '2027-04-10' })
    expect(daysFrom(spring, new Date('2027-03-28T10:00:00Z'))[0]).toMatchObject({ allDay: true })
  })
})

it('joins spans that touch or overlap, and drops those that never open', () => {
  const spans = hours([
    ['2026-11-25T14:00:00Z', '2026-11-25T17:00:00Z'],
    ['2026-11-25T09:00:00Z', '2026-11-25T14:00:00Z'],
    ['2026-11-25T16:00:00Z', '2026-11-25T18:00:00Z'],
    ['2026-11-25T20:00:00Z', '2026-11-25T20:00:00Z'],
  ]).spans
  expect(joined(spans)).toEqual([{ opensAt: new Date('2026-11-25T09:00:00Z'), closesAt: new Date('2026-11-25T18:00:00Z') }])
})
