import type { Messages } from '@lingui/core'

const NO_BREAK = '\u00a0'

/** French writes a space inside « » and before : ; ! ?, at which no line may break. */
export const frenchSpaces = (text: string): string => text.replace(/« /g, `«${NO_BREAK}`).replace(/ (?=[»:;!?])/g, NO_BREAK)

/** The same in every text of a catalogue; the names of what is put into them have no spaces. */
export function withFrenchSpaces(messages: Messages): Messages {
  return each(messages) as Messages
}

function each(part: unknown): unknown {
  if (typeof part === 'string') return frenchSpaces(part)
  if (Array.isArray(part)) return part.map(each)
  if (typeof part === 'object' && part !== null)
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, each(value)]))
  return part
}
