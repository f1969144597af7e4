import { isExact } from './answers'
import { type Day, LAST } from './days'
import {
  ASSESSED_MET,
  type Criterion,
  DISPUTED_OPEN,
  type Expression,
  type Known,
  NO,
  not,
  OPEN,
  type Term,
  TIMED_MET,
  type Verdict,
  verdictOf,
  YES,
} from './expression'
import type { Fact, Item, Pack, Programme, Version } from './pack'

export type Outcome = 'yes' | 'yes-until' | 'not-yet' | 'ended' | 'no' | 'not-known' | 'possible-authority-decides' | 'disputed'

/** The first and the last day that a day can be. */
export type Span = [Day, Day]

/** What part a criterion has in the outcome: it makes it, it fits while others are open, it is open, or it does not matter. */
export type Role = 'decides' | 'supports' | 'open' | 'irrelevant'

export interface Judged {
  criterion: Criterion
  verdict: Verdict
  role: Role
}

export interface Assessment {
  programme: Programme
  /** The rules that counted; absent if none or several did. */
  version?: Version
  outcome: Outcome
  /** Of `yes-until` and `ended` the last day, of `not-yet` the first. */
  day?: Span
  applyBy?: Span
  criteria: Judged[]
  /** The facts that are open and could decide it, in the order of the pack. */
  missing: Fact[]
  documents: Item[]
  next: Item[]
  /** When it will be otherwise, with nothing else changing. */
  changes: { on: Day; outcome: Outcome }[]
}

const MOST_CHANGES = 4

const counts = (version: Version, known: Known, asOf: Day): boolean => {
  const first = version.anchor === undefined ? asOf : (known.low[version.anchor] ?? 0)
  const last = version.anchor === undefined ? asOf : (known.high[version.anchor] ?? 0)
  return version.from <= last && first <= version.to
}

export function outcomeOf(programme: Programme, known: Known, asOf: Day): Outcome {
  const outcomes = new Set(
    programme.versions.filter((version) => counts(version, known, asOf)).map((version) => ofVersion(version, known, asOf)),
  )
  const [only] = outcomes
  return outcomes.size === 1 && only ? only : 'not-known'
}

function ofVersion(version: Version, known: Known, asOf: Day): Outcome {
  const { when, until, notBefore } = version
  const verdict = verdictOf(when, known, asOf)
  if (verdict !== OPEN && verdictOf(when, known, asOf, DISPUTED_OPEN) !== verdict) return 'disputed'
  if (verdict === YES) return lasting(version, known, asOf)
  if (verdict === NO) {
    if (verdictOf(when, known, asOf, TIMED_MET | ASSESSED_MET) === YES) {
      if (until && until.high(known, asOf) < asOf) return 'ended'
      if (notBefore && notBefore.low(known, asOf) > asOf) return 'not-yet'
    }
    return 'no'
  }
  const allElse = verdictOf(when, known, asOf, ASSESSED_MET) === YES
  return allElse && lasting(version, known, asOf) !== 'ended' ? 'possible-authority-decides' : 'not-known'
}

/** Of one for whom all criteria are met. */
function lasting({ until, notBefore }: Version, known: Known, asOf: Day): Outcome {
  if (notBefore && notBefore.high(known, asOf) > asOf) return notBefore.low(known, asOf) > asOf ? 'not-yet' : 'not-known'
  if (!until) return 'yes'
  if (until.low(known, asOf) >= asOf) return 'yes-until'
  return until.high(known, asOf) < asOf ? 'ended' : 'not-known'
}

export function assess(programme: Programme, known: Known, facts: Fact[], asOf: Day): Assessment {
  const counting = programme.versions.filter((version) => counts(version, known, asOf))
  const outcome = outcomeOf(programme, known, asOf)
  const version = counting[0]
  if (!version) return { programme, outcome, criteria: [], missing: [], documents: [], next: [], changes: [] }
  const missing = new Set(counting.flatMap((each) => missingOf(each, known, facts, asOf)))
  if (counting.length > 1 && version.anchor !== undefined) missing.add(version.anchor)
  const roles = rolesOf(version, known, asOf)
  return {
    programme,
    version: counting.length === 1 ? version : undefined,
    outcome,
    day: dayOf(version, outcome, known, asOf),
    applyBy: version.applyBy && span(version.applyBy, known, asOf),
    criteria: version.criteria.map((criterion) => ({
      criterion,
      verdict: verdictOf(criterion, known, asOf),
      role: roles[criterion.at] ?? 'irrelevant',
    })),
    missing: facts.filter((fact) => missing.has(fact.index)),
    documents: those(version.documents, known, asOf),
    next: those(version.next, known, asOf),
    changes: changesOf(programme, counting, outcome, known, asOf),
  }
}

const span = (term: Term, known: Known, asOf: Day): Span => [term.low(known, asOf), term.high(known, asOf)]

function dayOf({ until, notBefore }: Version, outcome: Outcome, known: Known, asOf: Day): Span | undefined {
  if (outcome === 'yes-until' || outcome === 'ended') return until && span(until, known, asOf)
  return outcome === 'not-yet' && notBefore ? span(notBefore, known, asOf) : undefined
}

const those = (items: Item[], known: Known, asOf: Day): Item[] =>
  items.filter(({ when }) => when === undefined || verdictOf(when, known, asOf) !== NO)

function missingOf(version: Version, known: Known, facts: Fact[], asOf: Day): number[] {
  const roles = rolesOf(version, known, asOf)
  return version.criteria
    .filter((criterion) => roles[criterion.at] === 'open' && criterion.assessedBy === undefined)
    .flatMap((criterion) => criterion.facts)
    .filter((index) => {
      const fact = facts[index]
      return fact !== undefined && !isExact(fact, known)
    })
}

/** The criteria that make a rule what it is: of a no one smallest set that fails, of a yes what was needed, of an open one what is open. */
function rolesOf(version: Version, known: Known, asOf: Day): Role[] {
  const roles: Role[] = []
  const whole = verdictOf(version.when, known, asOf)
  const mark = (each: Expression, verdict: Verdict): void => {
    if (each.kind === 'criterion') {
      roles[each.at] = whole !== OPEN ? 'decides' : verdict === OPEN ? 'open' : 'supports'
    } else if (each.kind === 'not') {
      mark(each.part, not(verdict))
    } else if (verdict === alone(each.kind)) {
      const deciding = each.parts.filter((part) => verdictOf(part, known, asOf) === verdict)
      const sizes = deciding.map((part) => sizeOf(part, verdict, known, asOf))
      const smallest = deciding[sizes.indexOf(Math.min(...sizes))]
      if (smallest) mark(smallest, verdict)
    } else {
      for (const part of each.parts) mark(part, verdictOf(part, known, asOf))
    }
  }
  mark(version.when, whole)
  return roles
}

/** The verdict that one part alone gives to the whole. */
const alone = (kind: 'all' | 'any'): Verdict => (kind === 'all' ? NO : YES)

/** How many criteria it takes to make an expression what it is. */
function sizeOf(each: Expression, verdict: Verdict, known: Known, asOf: Day): number {
  if (each.kind === 'criterion') return 1
  if (each.kind === 'not') return sizeOf(each.part, not(verdict), known, asOf)
  const own = each.parts.map((part) => verdictOf(part, known, asOf))
  const sizes = each.parts.map((part, i) => sizeOf(part, own[i] ?? OPEN, known, asOf))
  return verdict === alone(each.kind)
    ? Math.min(...sizes.filter((_, i) => own[i] === verdict))
    : sizes.reduce((sum, size) => sum + size, 0)
}

/** The days after which the rules or the time say otherwise, looked at one by one. */
function changesOf(programme: Programme, counting: Version[], now: Outcome, known: Known, asOf: Day): Assessment['changes'] {
  const days = new Set(programme.versions.filter(({ anchor }) => anchor === undefined).map(({ from }) => from))
  for (const { parameterDays, until, notBefore } of counting) {
    for (const day of parameterDays) days.add(day)
    for (const day of until ? span(until, known, asOf) : []) days.add(day + 1)
    for (const day of notBefore ? span(notBefore, known, asOf) : []) days.add(day)
  }
  const changes: Assessment['changes'] = []
  let before = now
  for (const day of [...days].sort((one, other) => one - other)) {
    if (day > asOf && day <= LAST && changes.length < MOST_CHANGES) {
      const then = outcomeOf(programme, known, day)
      if (then !== before) changes.push({ on: day, outcome: then })
      before = then
    }
  }
  return changes
}

/**
 * The fact to ask next: of those that could decide an open programme and were not asked, in the earliest stage, the one that most
 * programmes wait for; of equals the first in the pack.
 */
export function nextQuestion(pack: Pack, known: Known, asOf: Day, asked: ReadonlySet<string>): Fact | undefined {
  const waiting = new Map<Fact, number>()
  for (const programme of pack.programmes) {
    const { outcome, missing } = assess(programme, known, pack.facts, asOf)
    if (outcome === 'not-known') for (const fact of missing) waiting.set(fact, (waiting.get(fact) ?? 0) + 1)
  }
  const open = pack.facts.filter((fact) => waiting.has(fact) && fact.stage > 0 && !asked.has(fact.id))
  const stage = Math.min(...open.map((fact) => fact.stage))
  const now = open.filter((fact) => fact.stage === stage)
  const most = Math.max(...now.map((fact) => waiting.get(fact) ?? 0))
  return now.find((fact) => waiting.get(fact) === most)
}
