import type { PageLanguage } from './languages'

/**
 * The tag by which numbers and dates are written in a language: Portugal's clock is a 24-hour one, and digits must match those on doors and papers.
 * Arabic, Urdu, Bengali, Nepali and Hindi have digits of their own, and some a calendar.
 */
export const tagOf = (language: PageLanguage): string =>
  language === 'pt' ? 'pt-PT' : language === 'en' ? 'en-GB' : `${language}-u-ca-gregory-nu-latn`

const kept = new Map<string, Intl.DateTimeFormat>()

function formatter(language: PageLanguage, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options)
  const known = kept.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(tagOf(language), options)
  kept.set(key, made)
  return made
}

/** 09:30, on the clock of the place and not of the reader. */
export const timeText = (language: PageLanguage, moment: Date, timeZone: string): string =>
  formatter(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(moment)

/** "Tuesday", on the calendar of the place. */
export const weekdayText = (language: PageLanguage, moment: Date, timeZone: string): string =>
  formatter(language, { weekday: 'long', timeZone }).format(moment)

/** "Saturday 5 December", on the calendar of the place. */
export const weekdayDateText = (language: PageLanguage, moment: Date, timeZone = 'Europe/Lisbon'): string =>
  formatter(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(moment)

/** "25 November 2026". */
export const dateText = (language: PageLanguage, moment: Date, timeZone = 'Europe/Lisbon'): string =>
  formatter(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(moment)

/** "November 2026" or "2026", where a date is no more exact; as it stands if it is no date. */
export function partialDateText(language: PageLanguage, date: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? []
  if (year === undefined || month === undefined) return date
  const noon = new Date(`${year}-${month}-${day ?? '15'}T12:00:00Z`)
  if (Number.isNaN(noon.getTime())) return date
  return day === undefined
    ? formatter(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(noon)
    : dateText(language, noon, 'UTC')
}

/** "Wed 25 Nov": for lists of days. */
export const dayText = (language: PageLanguage, moment: Date, timeZone: string): string =>
  formatter(language, { weekday: 'short', day: 'numeric', month: 'short', timeZone }).format(moment)

/** 2026-11-25: the date a moment has at a place, to compare and to sort. */
export const isoDate = (moment: Date, timeZone: string): string => {
  const parts = new Map(
    new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone })
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  )
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`
}

export const numberText = (language: PageLanguage, value: number): string => new Intl.NumberFormat(tagOf(language)).format(value)

/** A share from 0 to 1 as a whole per cent. */
export const shareText = (language: PageLanguage, share: number): string =>
  new Intl.NumberFormat(tagOf(language), { style: 'percent', maximumFractionDigits: 0 }).format(share)

/** What speakers call the languages that browsers have no name for. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  ff: 'Fulfulde',
  kea: 'Kabuverdianu',
  mnk: 'Mandinka',
  pov: 'Kriol (Guiné-Bissau)',
}

/** A language's name in the reader's language, else its own, else its code. */
export function languageName(language: PageLanguage, code: string): string {
  try {
    const name = new Intl.DisplayNames([tagOf(language), 'pt'], { type: 'language', fallback: 'code' }).of(code) ?? code
    return name === code ? (OWN_NAMES[code] ?? code) : name
  } catch {
    return code
  }
}
