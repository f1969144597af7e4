import { asRecord, type Json } from '../api/wire'

/** Whatever the pack says in few letters, in the words of the API; what is so already stays as it is. */
export function unfold(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unfold)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, name === 'localized' ? localized(asRecord(each)) : unfold(each)]),
  )
}

/** What is known of each text, as in "uk machine" or "pt human reviewed stale". */
const localized = (fields: Json): Json =>
  Object.fromEntries(Object.entries(fields).map(([name, about]) => [name, typeof about === 'string' ? known(about) : about]))

function known(about: string): Json {
  const [language, origin, ...marks] = about.split(' ')
  return { language, origin, reviewed: marks.includes('reviewed'), stale: marks.includes('stale') }
}

/** A term, whose code is its id in a pack. */
export function unfoldedTerm(term: Json): Json {
  const { parent, ...rest } = term
  const made = { id: term.code, ...rest }
  return asRecord(unfold(parent === undefined ? made : { ...made, parent_id: parent }))
}
