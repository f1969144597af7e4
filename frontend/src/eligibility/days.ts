/**
 * Civil dates as days since 1970-01-01 in the proleptic Gregorian calendar; no time of day and no zone.
 * The conversions are Howard Hinnant's: https://howardhinnant.github.io/date_algorithms.html
 */
export type Day = number

/** 1900-01-01 and 2199-12-31: the first and the last day that a date may be. */
export const FIRST: Day = -25_567
export const LAST: Day = 84_005

export interface Civil {
  year: number
  month: number
  day: number
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

export function dayOf(year: number, month: number, day: number): Day {
  const y = month < 3 ? year - 1 : year
  const era = Math.floor(y / 400)
  const ofEra = y - era * 400
  const ofYear = Math.floor((153 * (month + (month < 3 ? 9 : -3)) + 2) / 5) + day - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}

export function civilOf(days: Day): Civil {
  const z = days + 719_468
  const era = Math.floor(z / 146_097)
  const ofEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * ofYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return {
    year: yearOfEra + era * 400 + (month < 3 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

export function lengthOf(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && leap ? 29 : (LENGTHS[month - 1] ?? 0)
}

/** The same day of a later or earlier month; where that month has no such day its last one, or the first of the next. */
export function plusMonths(days: Day, months: number, clamp: boolean): Day {
  const { year, month, day } = civilOf(days)
  const at = year * 12 + month - 1 + months
  const newYear = Math.floor(at / 12)
  const newMonth = at - newYear * 12 + 1
  const length = lengthOf(newYear, newMonth)
  return day <= length || clamp ? dayOf(newYear, newMonth, Math.min(day, length)) : dayOf(newYear, newMonth, length) + 1
}

/** As ISO 8601 writes it. */
export function dayText(days: Day): string {
  const { year, month, day } = civilOf(days)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The first and last day of `2024`, `2024-08` or `2024-08-31`; nothing if it is no date that may be. */
export function spanOf(text: string): [Day, Day] | undefined {
  const written = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (!written) return undefined
  const [year, month, day] = [Number(written[1]), Number(written[2] ?? 0), Number(written[3] ?? 0)]
  if (written[2] !== undefined && (month < 1 || month > 12)) return undefined
  if (written[3] !== undefined && (day < 1 || day > lengthOf(year, month))) return undefined
  const first = dayOf(year, month || 1, day || 1)
  const last = month === 0 ? dayOf(year, 12, 31) : dayOf(year, month, day || lengthOf(year, month))
  return first < FIRST || last > LAST ? undefined : [first, last]
}

/** The day it is in mainland Portugal, and not in UTC: at half past midnight in summer they differ. */
export function today(now: Date): Day {
  const parts = new Map(
    new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'Europe/Lisbon' })
      .formatToParts(now)
      .map(({ type, value }) => [type, Number(value)]),
  )
  return dayOf(parts.get('year') ?? 0, parts.get('month') ?? 0, parts.get('day') ?? 0)
}
