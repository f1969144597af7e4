import { type Json, optionalString, records, strings } from '../api/wire'
import type { Pack } from './pack'
import { WITHOUT_SPACES, wordsOf } from './words'

/** Words that are known to say a need. */
export interface Said {
  text: string
  /** Where its words are among those that were typed. */
  at: number[]
  needs: string[]
  danger?: string
}

interface Phrase {
  text: string
  words: string[]
  needs: string[]
  danger?: string
}

const ENDING = 2
const LONGEST_ENDING = 3
const SHORTEST_WITH_ENDING = 5

const prepared = new WeakMap<Json, Phrase[]>()

function phrasesOf(pack: Pack): Phrase[] {
  const ready = prepared.get(pack.words)
  if (ready) return ready
  const made = records(pack.words.said).flatMap((each) =>
    strings(each.words).map((text) => ({
      text,
      words: wordsOf(text),
      needs: strings(each.needs),
      danger: optionalString(each.danger),
    })),
  )
  prepared.set(pack.words, made)
  return made
}

/** Whether a typed word is a known one, or another form of it. */
const isForm = (typed: string, known: string): boolean =>
  typed === known ||
  (WITHOUT_SPACES.test(known) && typed.includes(known)) ||
  (known.length >= SHORTEST_WITH_ENDING &&
    typed.startsWith(known.slice(0, -ENDING)) &&
    Math.abs(typed.length - known.length) <= LONGEST_ENDING)

/** What of the typed words is known to say a need or a danger: the longest phrases first, none that lies within another. */
export function saidIn(typed: string, pack: Pack): Said[] {
  const words = wordsOf(typed)
  const met = phrasesOf(pack).flatMap(({ words: known, ...phrase }) => {
    const at = known.map((each) => words.findIndex((word) => isForm(word, each)))
    return known.length > 0 && !at.includes(-1) ? [{ ...phrase, at, letters: known.join('').length }] : []
  })
  met.sort((one, other) => other.at.length - one.at.length || other.letters - one.letters)
  const chosen: Said[] = []
  for (const { letters: _, ...each } of met) {
    // What is written without spaces is one word, in which several things may be said.
    const taken = chosen.some((other) => !WITHOUT_SPACES.test(each.text) && each.at.every((place) => other.at.includes(place)))
    if (!taken) chosen.push(each)
  }
  return chosen
}
