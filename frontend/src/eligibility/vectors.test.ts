import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dayText, plusMonths, spanOf, today } from './days'

/** What both engines have to say of days; the same file is read by the backend's tests. */
const DAYS = JSON.parse(readFileSync(join(import.meta.dirname, '../../../eligibility/vectors/days.json'), 'utf8')) as {
  plus_months: { day: string; months: number; overflow: string; gives: string }[]
  spans: { text: string; first: string; last: string }[]
  not_dates: string[]
  today_in_lisbon: { moment: string; day: string }[]
}

describe('days, as both engines know them', () => {
  it.each(DAYS.plus_months)('$day and $months months ($overflow) is $gives', ({ day, months, overflow, gives }) => {
    expect(dayText(plusMonths(spanOf(day)?.[0] ?? 0, months, overflow === 'clamp'))).toBe(gives)
  })

  it.each(DAYS.spans)('$text is $first to $last', ({ text, first, last }) => {
    expect(spanOf(text)?.map(dayText)).toEqual([first, last])
  })

  it.each(DAYS.not_dates)('"%s" is no date', (text) => {
    expect(spanOf(text)).toBeUndefined()
  })

  it.each(DAYS.today_in_lisbon)('at $moment it is $day in Lisbon', ({ moment, day }) => {
    expect(dayText(today(new Date(moment)))).toBe(day)
  })
})
