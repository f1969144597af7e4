import { asRecord, type Json, optionalString, records, strings } from '../api/wire'
import type { Pack } from './pack'

/** Marks that change a letter little, of the scripts that can be read without them; the vowels of others are marks too, and stay. */
const MARKS = /[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670]/g
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}]+/u
const WITHOUT_SPACES = /^\p{Script=Han}+$/u
const NUMBER = /^[\d\s+().-]+$/
const LONGEST_QUESTION = 12

/** A text in small letters without marks. */
export const folded = (text: string): string => text.normalize('NFD').replace(MARKS, '').normalize('NFC').toLowerCase()

const wordsOf = (text: string): string[] => folded(text).split(BETWEEN_WORDS).filter(Boolean)

/** The words that are looked for; of what is written without spaces, each two letters that follow each other. */
export function asked(typed: string): string[] {
  const words = wordsOf(typed).flatMap((word) =>
    WITHOUT_SPACES.test(word) && word.length > 2
      ? Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2))
      : [word],
  )
  return [...new Set(words)].slice(0, LONGEST_QUESTION)
}

/** What of a service is searched, folded, each with how much it counts. */
interface Searched {
  texts: [text: string, weight: number][]
  /** The digits of each of its telephones. */
  numbers: string[]
}

const prepared = new WeakMap<Json, Searched>()

function searchedOf(service: Json, pack: Pack): Searched {
  const ready = prepared.get(service)
  if (ready) return ready
  const organization = asRecord(service.organization)
  const named = (codes: string[]) =>
    pack.terms.filter((term) => codes.some((code) => within(code, term.code))).map((term) => optionalString(term.name))
  const text = (...parts: unknown[]) => ` ${wordsOf(parts.map((part) => optionalString(part) ?? '').join(' ')).join(' ')}`
  const made: Searched = {
    texts: [
      [text(service.name, service.source_name, service.alternate_name), 8],
      [text(...named(strings(service.needs))), 4],
      [text(organization.name), 3],
      [text(service.description, ...named(strings(service.audiences))), 2],
    ],
    numbers: [...records(service.phones), ...records([service.contact_phone])].map((phone) => digits(String(phone.number))),
  }
  prepared.set(service, made)
  return made
}

/** Whether a term is another one or within it. */
export const within = (code: string, other: unknown): boolean =>
  typeof other === 'string' && (code === other || code.startsWith(`${other}.`))

const digits = (text: string): string => text.replace(/\D/g, '')

/** How well one word fits: as the beginning of a word best, without its ending or inside a word less. */
function fit(word: string, { texts }: Searched): number {
  const begin = word.length > 4 ? word.slice(0, Math.max(4, word.length - 3)) : undefined
  let best = 0
  for (const [text, weight] of texts) {
    if (text.includes(` ${word}`)) best = Math.max(best, weight)
    else if (begin !== undefined && text.includes(` ${begin}`)) best = Math.max(best, weight / 2)
    else if ((word.length > 3 || WITHOUT_SPACES.test(word)) && text.includes(word)) best = Math.max(best, weight / 2)
  }
  return best
}

/** What was found by words. */
export interface Found {
  services: Json[]
  /** Whether none of them has every word. */
  loosened: boolean
}

/** The services with every word, the best first; where none has all, those that have most of them. */
export function byWords(services: Json[], typed: string, pack: Pack): Found {
  const words = asked(typed)
  const number = NUMBER.test(typed) ? digits(typed) : ''
  const rated = services.flatMap((service) => {
    const searched = searchedOf(service, pack)
    if (number.length > 2 && searched.numbers.some((each) => each.endsWith(number)))
      return [{ service, has: words.length, rank: 100 }]
    const fits = words.map((word) => fit(word, searched))
    const has = fits.filter((each) => each > 0).length
    return has === 0 ? [] : [{ service, has, rank: fits.reduce((sum, each) => sum + each, 0) }]
  })
  const most = Math.max(0, ...rated.map(({ has }) => has))
  const best = rated.filter(({ has }) => has === most).sort((one, other) => other.rank - one.rank)
  return { services: best.map(({ service }) => service), loosened: most > 0 && most < words.length }
}
