import { type Day, dayText } from '../../eligibility/days'

export interface Entry {
  day: Day
  title: string
}

const folded = (line: string): string => line.match(/.{1,24}/gu)?.join('\r\n ') ?? ''
const escaped = (text: string): string => text.replace(/[\\,;]/g, (each) => `\\${each}`).replace(/\n/g, '\\n')
const basic = (day: Day): string => dayText(day).replaceAll('-', '')

/**
 * Whole days as an iCalendar file (RFC 5545), made on the device. They are dates without a time or a zone, so no change of clocks moves
 * them.
 */
export function calendarOf(entries: Entry[], made: Date): string {
  const stamp = made.toISOString().replace(/[-:]|\.\d+/g, '')
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Balcao//PT']
  for (const { day, title } of entries) {
    lines.push(
      'BEGIN:VEVENT',
      `UID:${basic(day)}-${stamp}@balcao`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${basic(day)}`,
      `DTEND;VALUE=DATE:${basic(day + 1)}`,
      `SUMMARY:${escaped(title)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    )
  }
  return [...lines, 'END:VCALENDAR', ''].map(folded).join('\r\n')
}

/** Gives the reader a file; nothing is sent anywhere. */
export function save(name: string, type: string, content: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([content], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000)
}
