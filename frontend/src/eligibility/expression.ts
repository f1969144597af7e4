import { type Day, plusMonths } from './days'

/** What may still come out, as bits: 1 it can be true, 2 it can be false. Yes is 1, no is 2, not known yet is 3. */
export type Verdict = number
export const YES = 1
export const NO = 2
export const OPEN = 3

/** The largest whole number that both engines have exactly. */
export const LARGEST = Number.MAX_SAFE_INTEGER

/** What is known of a person, by the index of each fact: of codes `low` has a bit for each that is possible, of dates and numbers the least. */
export interface Known {
  low: number[]
  high: number[]
}

/** A date or a number in a rule: its least and its most. */
export interface Term {
  low: (known: Known, asOf: Day) => number
  high: (known: Known, asOf: Day) => number
}

export type Test = (known: Known, asOf: Day) => Verdict

/** What may be supposed while a rule is asked: see the engine in Java. */
export const ASSESSED_MET = 1
export const DISPUTED_OPEN = 2
export const TIMED_MET = 4

export interface Criterion {
  kind: 'criterion'
  at: number
  id: string
  /** Absent where only an authority can judge. */
  test?: Test
  confidence: 'confirmed' | 'reported' | 'disputed'
  assessedBy?: string
  cite: string[]
  timed: boolean
  /** What counts as met here: no under a negation. */
  met: Verdict
  facts: number[]
}

export type Expression = { kind: 'all' | 'any'; parts: Expression[] } | { kind: 'not'; part: Expression } | Criterion

export const and = (a: Verdict, b: Verdict): Verdict => (a & b & 1) | ((a | b) & 2)
export const or = (a: Verdict, b: Verdict): Verdict => ((a | b) & 1) | (a & b & 2)
export const not = (a: Verdict): Verdict => (a >> 1) | ((a & 1) << 1)

export function verdictOf(each: Expression, known: Known, asOf: Day, supposing = 0): Verdict {
  switch (each.kind) {
    case 'all':
      return each.parts.reduce(
        (verdict, part) => (verdict === NO ? NO : and(verdict, verdictOf(part, known, asOf, supposing))),
        YES,
      )
    case 'any':
      return each.parts.reduce(
        (verdict, part) => (verdict === YES ? YES : or(verdict, verdictOf(part, known, asOf, supposing))),
        NO,
      )
    case 'not':
      return not(verdictOf(each.part, known, asOf, supposing))
    case 'criterion':
      return ofCriterion(each, known, asOf, supposing)
  }
}

function ofCriterion(each: Criterion, known: Known, asOf: Day, supposing: number): Verdict {
  if (each.assessedBy !== undefined || each.test === undefined) return supposing & ASSESSED_MET ? each.met : OPEN
  if (each.timed && supposing & TIMED_MET) return each.met
  const verdict = each.test(known, asOf)
  return each.confidence === 'disputed' && supposing & DISPUTED_OPEN && verdict !== NO ? OPEN : verdict
}

const bits = (yes: boolean, no: boolean): Verdict => (yes ? YES : 0) | (no ? NO : 0)

export const codeIn =
  (fact: number, codes: number): Test =>
  ({ low }) => {
    const possible = low[fact] ?? 0
    return bits((possible & codes) !== 0, (possible & ~codes) !== 0)
  }

export const less =
  (one: Term, other: Term): Test =>
  (known, asOf) =>
    bits(one.low(known, asOf) < other.high(known, asOf), one.high(known, asOf) >= other.low(known, asOf))

export const atMost =
  (one: Term, other: Term): Test =>
  (known, asOf) =>
    bits(one.low(known, asOf) <= other.high(known, asOf), one.high(known, asOf) > other.low(known, asOf))

export const equal =
  (one: Term, other: Term): Test =>
  (known, asOf) => {
    const [a, b, c, d] = [one.low(known, asOf), one.high(known, asOf), other.low(known, asOf), other.high(known, asOf)]
    const meet = a <= d && c <= b
    return bits(meet, !(meet && a === b && c === d))
  }

/** From a day to the last day of a period that begins on it, both included. */
export const within =
  (start: Term, last: Term): Test =>
  (known, asOf) =>
    and(
      bits(start.low(known, asOf) <= asOf, start.high(known, asOf) > asOf),
      bits(asOf <= last.high(known, asOf), asOf > last.low(known, asOf)),
    )

const same = (value: (known: Known, asOf: Day) => number): Term => ({ low: value, high: value })

export const constant = (value: number): Term => same(() => value)

export const AS_OF: Term = same((_, asOf) => asOf)

export const ofFact = (fact: number): Term => ({
  low: ({ low }) => low[fact] ?? 0,
  high: ({ high }) => high[fact] ?? 0,
})

/** An amount that changes by decree. Before its first value, and where none was found, it can be anything above nothing. */
export const ofParameter = (values: { from: Day; value?: number }[]): Term => {
  const valueAt = (asOf: Day) => values.filter(({ from }) => from <= asOf).at(-1)?.value
  return { low: (_, asOf) => valueAt(asOf) ?? 1, high: (_, asOf) => valueAt(asOf) ?? LARGEST }
}

export const times = (factor: number, term: Term): Term => {
  const product = (amount: number) => (factor > 0 && amount > Math.floor(LARGEST / factor) ? LARGEST : factor * amount)
  return {
    low: (known, asOf) => product(term.low(known, asOf)),
    high: (known, asOf) => product(term.high(known, asOf)),
  }
}

export const later = (term: Term, months: number, days: number, clamp: boolean): Term => {
  const from = (day: Day) => (months === 0 ? day : plusMonths(day, months, clamp)) + days
  return { low: (known, asOf) => from(term.low(known, asOf)), high: (known, asOf) => from(term.high(known, asOf)) }
}
