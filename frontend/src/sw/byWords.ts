import { asRecord, type Json, optionalString, records, strings } from '../api/wire'
import type { Pack } from './pack'
import { type Said, saidIn } from './said'
import { asked, WITHOUT_SPACES, within, wordsOf } from './words'

const NUMBER = /^[\d\s+().-]+$/

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
      [text(...placesOf(service)), 3],
      [text(service.description, ...named(strings(service.audiences))), 2],
    ],
    numbers: [...records(service.phones), ...records([service.contact_phone])].map((phone) => digits(String(phone.number))),
  }
  prepared.set(service, made)
  return made
}

/** The names of the places where it is given, or of those that it is for. */
const placesOf = (service: Json): unknown[] => [
  ...records(service.service_at_locations).flatMap(({ location }) => {
    const { name, city, municipality, district } = asRecord(location)
    return [name, city, municipality, district]
  }),
  ...records(service.service_areas).map(({ name }) => name),
]

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
  /** Whether none of them has everything that was typed. */
  loosened: boolean
  /** What is known to say a need. */
  said: Said[]
}

const FOR_NEED = 6

/**
 * The services for what the words are known to say, and those with every word, the best first; where none has all, those that have most. What is known to
 * say a need counts before words that stand somewhere.
 */
export function byWords(services: Json[], typed: string, pack: Pack): Found {
  const said = saidIn(typed, pack).filter(({ needs }) => needs.length > 0)
  const inPhrases = new Set(said.flatMap(({ text }) => wordsOf(text)))
  const known = new Set(said.flatMap(({ at }) => at))
  const meant = wordsOf(typed).filter((_, at) => known.has(at))
  const words = asked(typed)
  const others = words.filter((word) => !meant.includes(word) && ![...inPhrases].some((each) => each.includes(word)))
  const number = NUMBER.test(typed) ? digits(typed) : ''
  const rated = services.flatMap((service) => {
    const searched = searchedOf(service, pack)
    if (number.length > 2 && searched.numbers.some((each) => each.endsWith(number)))
      return [{ service, helps: said.length, has: words.length, whole: true, rank: 100 }]
    const fits = words.map((word) => fit(word, searched))
    const has = fits.filter((each) => each > 0).length
    const helps = said.filter(({ needs }) =>
      strings(service.needs).some((code) => needs.some((need) => within(code, need))),
    ).length
    if (helps === 0 && has === 0) return []
    const rank = fits.reduce((sum, each) => sum + each, helps * FOR_NEED)
    const whole = has === words.length || (helps === said.length && others.every((word) => fit(word, searched) > 0))
    return [{ service, helps: has === words.length ? said.length : helps, has, whole, rank }]
  })
  const helping = Math.max(0, ...rated.map(({ helps }) => helps))
  const likely = rated.filter(({ helps }) => helps === helping)
  const most = Math.max(0, ...likely.map(({ has }) => has))
  // Where a need is said, the other words only put what has them first.
  const best = (helping > 0 ? likely : likely.filter(({ has }) => has === most)).sort((one, other) => other.rank - one.rank)
  return {
    services: best.map(({ service }) => service),
    loosened: best.length > 0 && !best.some(({ whole }) => whole),
    said,
  }
}
