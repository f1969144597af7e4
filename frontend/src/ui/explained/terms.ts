/** A word of offices, explained in plain words of one language. */
export interface Term {
  id: string
  /** How it is written in texts of that language: whole words, upper and lower case as they are. */
  forms: readonly string[]
  text: string
  /** The page that says so; absent where only an ordinary word is explained. */
  source?: string
  /** The date of that page, as exact as it is known. */
  sourceDate?: string
  /** The day on which a copy of it was read, where it has no date. */
  seenOn?: string
}

/** A part of a text: words as they are, or a word that is explained. */
export type Part = string | { term: Term; written: string }

const LETTER = /[\p{L}\p{N}\p{M}]/u

/** Chinese writes its words without spaces. */
const hasSpaces = (language: string): boolean => language !== 'zh'

function isWhole(text: string, start: number, end: number, language: string): boolean {
  if (!hasSpaces(language)) return true
  const before = text.slice(0, start).at(-1) ?? ''
  const after = text.slice(end).at(0) ?? ''
  return !LETTER.test(before) && !LETTER.test(after)
}

function find(text: string, form: string, from: number, language: string): number {
  let at = text.indexOf(form, from)
  while (at >= 0 && !isWhole(text, at, at + form.length, language)) at = text.indexOf(form, at + 1)
  return at
}

interface Place {
  start: number
  end: number
  term: Term
}

/** The text cut where a word of the glossary stands for the first time; of two that overlap, the longer. */
export function partsOf(text: string, terms: readonly Term[], language: string): Part[] {
  const forms = terms.flatMap((term) => term.forms.map((form) => ({ form, term }))).sort((a, b) => b.form.length - a.form.length)
  const places: Place[] = []
  for (const { form, term } of forms) {
    if (form === '' || places.some((place) => place.term === term)) continue
    let start = find(text, form, 0, language)
    const isTaken = () => places.some((place) => start < place.end && start + form.length > place.start)
    while (start >= 0 && isTaken()) start = find(text, form, start + 1, language)
    if (start >= 0) places.push({ start, end: start + form.length, term })
  }
  places.sort((a, b) => a.start - b.start)
  const parts: Part[] = []
  let at = 0
  for (const { start, end, term } of places) {
    if (start > at) parts.push(text.slice(at, start))
    parts.push({ term, written: text.slice(start, end) })
    at = end
  }
  if (at < text.length) parts.push(text.slice(at))
  return parts
}
