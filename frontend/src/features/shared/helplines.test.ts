import { describe, expect, it } from 'vitest'
import type { OpeningHours } from '../../ui/opening/opening'
import { EMERGENCY, HELPLINES, type Helpline, isClosed } from './helplines'
import { closedByHours } from './lineHours'

const CHILDREN = HELPLINES.find(({ number }) => number === '116 111') as Helpline

/** The coming fortnight of its listing, as the API gives it: 8 December 2026, a Tuesday, is a public holiday. */
const LISTED: OpeningHours = {
  basis: 'schedule',
  timezone: 'Europe/Lisbon',
  from: '2026-12-07',
  until: '2026-12-20',
  spans: ['07', '08', '09'].map((day) => ({
    opensAt: new Date(`2026-12-${day}T09:00:00Z`),
    closesAt: new Date(`2026-12-${day}T19:00:00Z`),
  })),
  closures: [{ date: '2026-12-08', reason: 'public_holiday_hours_may_differ', name: 'Imaculada Conceição' }],
  words: [],
}

describe('the line for children, answered on working days from 9 to 19', () => {
  it.each([
    ['at 08:59 in winter', '2026-11-27T08:59:59Z', true],
    ['at 09:00 in winter', '2026-11-27T09:00:00Z', false],
    ['at 18:59 in winter', '2026-11-27T18:59:59Z', false],
    ['at 19:00 in winter', '2026-11-27T19:00:00Z', true],
    ['at 08:59 in summer', '2026-07-01T07:59:59Z', true],
    ['at 09:00 in summer', '2026-07-01T08:00:00Z', false],
    ['at 19:00 in summer', '2026-07-01T18:00:00Z', true],
    ['at midnight', '2026-11-27T00:00:00Z', true],
    ['at noon on Saturday', '2026-11-28T12:00:00Z', true],
    ['at noon on Sunday', '2026-11-29T12:00:00Z', true],
    ['on Monday in Lisbon while it is Sunday in the Azores', '2026-07-05T23:30:00Z', true],
  ])('is known by the clock alone: %s', (_, moment, closed) => {
    expect(isClosed(CHILDREN, new Date(moment))).toBe(closed)
  })

  it.each([
    ['at 08:59', '2026-12-07T08:59:00Z', true],
    ['at 09:00', '2026-12-07T09:00:00Z', false],
    ['at 19:00', '2026-12-07T19:00:00Z', true],
    ['at noon on a public holiday', '2026-12-08T12:00:00Z', true],
    ['at noon on the day after it', '2026-12-09T12:00:00Z', false],
    ['when its fortnight is over, on Saturday', '2027-01-02T12:00:00Z', true],
    ['when its fortnight is over, on Monday', '2027-01-04T12:00:00Z', false],
  ])('is known by the hours of its listing: %s', (_, moment, closed) => {
    expect(isClosed(CHILDREN, new Date(moment), closedByHours(LISTED))).toBe(closed)
  })

  it('is not called closed on a holiday that nobody told of', () => {
    expect(isClosed(CHILDREN, new Date('2026-12-08T12:00:00Z'))).toBe(false)
    expect(isClosed(CHILDREN, new Date('2026-12-08T12:00:00Z'), closedByHours(undefined))).toBe(false)
    expect(isClosed(CHILDREN, new Date('2026-12-08T12:00:00Z'), closedByHours({ ...LISTED, basis: 'unknown' }))).toBe(false)
  })
})

it('a line that always answers is never closed', () => {
  const always = HELPLINES.filter(({ workingDays }) => workingDays === undefined)
  expect(always).toContain(EMERGENCY)
  for (const line of always) expect(isClosed(line, new Date('2026-12-25T03:00:00Z')), line.number).toBe(false)
})
