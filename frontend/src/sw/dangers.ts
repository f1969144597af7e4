import { asRecord, type Json, optionalNumber, optionalString, records, strings } from '../api/wire'
import type { Pack } from './pack'
import { WITHOUT_SPACES, wordsOf } from './words'

/** A danger that words may speak of. */
export interface Danger {
  kind: string
  /** The ids of the services to call, the first first. */
  lines: string[]
  /** Codes of the needs it is about. */
  needs: string[]
}

const LETTERS = 5
/** How far behind the likeliest danger another may be, in halves, for its lines to be shown too. */
const CLOSE = 2

const ARABIC = /^\p{Script=Arabic}+$/u
const ARTICLE = /^(?:[\u0648\u0641\u0628\u0643\u0644]?\u0627\u0644|\u0644\u0644)(?=.{3})/
const PREFIX = /^[\u0648\u0641\u0628\u064a\u062a\u0646](?=.{3})/
const PIECE = 3

/** How the words of a text begin, or what pieces they have, cut as the program that learnt cuts them (`Beginnings.java`). */
export const beginningsOf = (text: string): Set<string> => new Set(wordsOf(text).flatMap(partsOf))

function partsOf(word: string): string[] {
  if (WITHOUT_SPACES.test(word))
    return Array.from({ length: word.length }, (_, at) => [word.slice(at, at + 1), word.slice(at, at + 2)]).flat()
  if (!ARABIC.test(word)) return [word.slice(0, LETTERS)]
  const core = word.replace(ARTICLE, '').replace(PREFIX, '')
  return Array.from({ length: Math.max(1, core.length - PIECE + 1) }, (_, at) => core.slice(at, at + PIECE))
}

const dangersOf = (pack: Pack): Json[] => records(pack.words.dangers)

const toDanger = (json: Json): Danger => ({
  kind: optionalString(json.kind) ?? '',
  lines: strings(json.lines),
  needs: strings(json.needs),
})

/** A danger that somebody spoke of in so many words. */
export const dangerCalled = (kind: string, pack: Pack): Danger[] =>
  dangersOf(pack)
    .filter((each) => each.kind === kind)
    .map(toDanger)

/** The dangers that a text may speak of, the likeliest first; those that are nearly as likely come along. */
export function dangersIn(text: string, pack: Pack): Danger[] {
  const beginnings = [...beginningsOf(text)]
  const likely = dangersOf(pack).flatMap((json) => {
    const signs = asRecord(json.signs)
    const met = beginnings.flatMap((each) => (Object.hasOwn(signs, each) ? (optionalNumber(signs[each]) ?? 0) : []))
    const sum = met.reduce((all, each) => all + each, optionalNumber(json.base) ?? 0)
    return met.some((each) => each > 0) && sum >= (optionalNumber(json.enough) ?? 0) ? [{ danger: toDanger(json), sum }] : []
  })
  const most = Math.max(...likely.map(({ sum }) => sum))
  return likely
    .filter(({ sum }) => sum >= most - CLOSE)
    .sort((one, other) => other.sum - one.sum)
    .map(({ danger }) => danger)
}
