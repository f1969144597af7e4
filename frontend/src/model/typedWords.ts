const KEY = 'balcao-typed'
const MOST = 200

/** Words in the order in which they were typed. */
let typed: string[] = read()

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((each): each is string => typeof each === 'string').slice(0, MOST) : []
  } catch {
    return [] // no storage, or not ours
  }
}

function write() {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(typed))
  } catch {
    // They last as long as the page then.
  }
}

/**
 * A number that stands for typed words in an address, so that the words stand in no address, title or history of the browser. What it stands for is
 * known in this tab only, and forgotten when the tab is closed.
 */
export function numberOfTyped(words: string): string {
  const known = typed.indexOf(words)
  if (known >= 0) return String(known + 1)
  if (typed.length < MOST) typed.push(words)
  else typed[MOST - 1] = words
  write()
  return String(typed.length)
}

/** The words that a number of an address stands for; nothing for a number of another tab. */
export const typedWords = (number: string | null): string | undefined =>
  number !== null && /^[1-9]\d{0,2}$/.test(number) ? typed[Number(number) - 1] : undefined

export function forgetTyped() {
  typed = []
  try {
    sessionStorage.removeItem(KEY)
  } catch {
    // Nothing was kept there.
  }
}
