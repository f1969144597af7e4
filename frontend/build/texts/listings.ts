import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** A text of the starter data that has to be put into every language. */
export interface ListingText {
  /** The text as the translators start from it, and the key of its translations. */
  english: string
  /** The same in Portuguese, where the source has it. */
  portuguese: string | undefined
  /** The records and fields that have it, such as `services/112 description`. */
  where: string[]
}

type Both = { en?: string; pt?: string }
type Row = Record<string, unknown>

/** Texts that a source has in English and mostly in Portuguese too. */
const BOTH: Readonly<Record<string, readonly string[]>> = {
  organizations: ['description'],
  programs: ['description'],
  services: ['description'],
  one_stop_centres: ['description', 'languages_note', 'period', 'features.name', 'desks.name', 'desks.since'],
}

/** Short texts that a source has in English only. */
const ENGLISH: Readonly<Record<string, readonly string[]>> = {
  organizations: ['phones.description'],
  locations: ['phones.description', 'schedules.description', 'transportation'],
  services: [
    'phones.description',
    'schedules.description',
    'fees_description',
    'application_process',
    'interpretation_services',
    'eligibility_description',
    'required_documents',
  ],
}

/** How a source says who sends people to a service: what the page shows by itself, and translates by itself. */
const REFERRED_BY = /^(?:referral by|encaminhamento por) (.+?)\.?$/i

const FILES = ['organizations', 'programs', 'locations', 'services', 'one_stop_centres'] as const

const all = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value])
const at = (row: Row, path: string): unknown[] =>
  path.split('.').reduce<unknown[]>((found, step) => found.flatMap((each) => all((each as Row)[step])), [row])

/** Every text of the starter data in the order of its files, each once. */
export function listingTexts(folder: string): ListingText[] {
  const found = new Map<string, ListingText>()
  const add = (english: string, portuguese: string | undefined, where: string) => {
    const known = found.get(english)
    if (!known) found.set(english, { english, portuguese, where: [where] })
    else {
      known.portuguese ??= portuguese
      known.where.push(where)
    }
  }
  for (const file of FILES) {
    const rows = (parse(readFileSync(`${folder}/${file}.yaml`, 'utf8')) as Record<string, Row[]>)[file] ?? []
    for (const row of rows) {
      const where = (field: string) => `${file}/${String(row['id'])} ${field}`
      if (typeof row['name_en'] === 'string' && row['name_en'] !== row['name'])
        add(row['name_en'], String(row['name']), where('name'))
      for (const field of BOTH[file] ?? []) {
        for (const text of at(row, field) as Both[]) if (text.en) add(text.en, text.pt, where(field))
      }
      for (const field of ENGLISH[file] ?? []) {
        for (const text of at(row, field)) add(String(text), undefined, where(field))
      }
      const who = file === 'services' && REFERRED_BY.exec(String(row['application_process'] ?? ''))?.[1]
      if (who) {
        add(who, undefined, where('who_may_refer'))
      }
    }
  }
  return [...found.values()]
}
