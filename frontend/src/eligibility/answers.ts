import { spanOf } from './days'
import type { Known } from './expression'
import type { Fact, Pack } from './pack'

/** An answer as it is kept and sent: nothing known is `undefined` or `null`. */
export type Answer = boolean | string | string[] | number | { least?: number; most?: number } | null | undefined
export type Answers = Record<string, Answer>

const allCodes = (fact: Fact): number => (fact.codes.length === 32 ? -1 : (1 << fact.codes.length) - 1)
const isCode = (fact: Fact): boolean => fact.type === 'bool' || fact.type === 'code'

/** What is known from answers. An answer that a fact cannot have counts as none: a kept one may be older than the rules. */
export function knownFrom(pack: Pack, answers: Answers): Known {
  const known: Known = { low: [], high: [] }
  for (const fact of pack.facts) {
    const [low, high] = read(fact, answers[fact.id]) ?? [isCode(fact) ? allCodes(fact) : fact.least, fact.most]
    known.low[fact.index] = low
    known.high[fact.index] = high
  }
  return known
}

function read(fact: Fact, answer: Answer): [number, number] | undefined {
  if (answer === undefined || answer === null) return undefined
  switch (fact.type) {
    case 'bool':
      return typeof answer === 'boolean' ? [answer ? 1 : 2, fact.most] : undefined
    case 'code': {
      const codes = (Array.isArray(answer) ? answer : [answer]).map((each) => fact.codes.indexOf(String(each)))
      if (codes.length === 0 || codes.includes(-1)) return undefined
      return [codes.reduce((all, code) => all | (1 << code), 0), fact.most]
    }
    case 'date':
      return typeof answer === 'string' ? spanOf(answer) : undefined
    case 'int': {
      const range = typeof answer === 'number' ? { least: answer, most: answer } : answer
      if (typeof range !== 'object' || Array.isArray(range)) return undefined
      const [low, high] = [range.least ?? fact.least, range.most ?? fact.most]
      if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high)) return undefined
      return low > high || low < fact.least || high > fact.most ? undefined : [low, high]
    }
  }
}

export const isExact = (fact: Fact, { low, high }: Known): boolean => {
  const least = low[fact.index] ?? 0
  return isCode(fact) ? (least & (least - 1)) === 0 : least === high[fact.index]
}
