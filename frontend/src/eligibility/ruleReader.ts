import type { At } from './at'
import type { Day } from './days'
import {
  AS_OF,
  atMost,
  codeIn,
  constant,
  type Criterion,
  equal,
  type Expression,
  LARGEST,
  later,
  less,
  not,
  ofFact,
  type Term,
  type Test,
  times,
  type Verdict,
  within,
  YES,
} from './expression'
import type { Fact, Source } from './pack'

const DEEPEST = 12
const MOST_NODES = 256
const TESTS = ['is', 'in', 'lt', 'le', 'gt', 'ge', 'eq', 'onOrBefore', 'onOrAfter', 'before', 'after', 'within'] as const

/** Reads the conditions of one rule, in a budget of nodes and depth. */
export class RuleReader {
  readonly criteria: Criterion[] = []
  readonly parameterDays = new Set<Day>()
  private reads = new Set<number>()
  private timed = false
  private nodes = 0

  constructor(
    private readonly facts: Map<string, Fact>,
    private readonly parameters: Map<string, { term: Term; days: Day[] }>,
    private readonly definitions: Map<string, At>,
    private readonly sources: Record<string, Source>,
  ) {}

  expression(at: At, depth = 1, met: Verdict = YES, inside: string[] = []): Expression {
    if (depth > DEEPEST) at.fail(`lies deeper than ${DEEPEST}`)
    this.spend(at)
    for (const kind of ['all', 'any'] as const) {
      if (at.has(kind))
        return {
          kind,
          parts: at
            .object(kind)
            .get(kind)
            .list(1, 64, (each) => this.expression(each, depth + 1, met, inside)),
        }
    }
    if (at.has('not')) return { kind: 'not', part: this.expression(at.object('not').get('not'), depth + 1, not(met), inside) }
    if (at.has('ref')) {
      const ref = at.object('ref').get('ref')
      const definition = this.definitions.get(ref.id())
      if (!definition) ref.fail('is a definition that the pack does not have')
      if (inside.includes(ref.id())) ref.fail('is defined by itself')
      return this.expression(definition as At, depth + 1, met, [...inside, ref.id()])
    }
    return this.criterion(at, met)
  }

  private spend(at: At) {
    if (++this.nodes > MOST_NODES) at.fail(`makes a rule of more than ${MOST_NODES} nodes`)
  }

  private criterion(at: At, met: Verdict): Criterion {
    const tests = TESTS.filter((each) => at.has(each))
    if (tests.length > 1) at.fail('tests two things')
    const name = tests[0]
    if (name === undefined && !at.has('assessedBy')) at.fail('is no condition')
    at.object('id', 'cite', 'confidence', 'assessedBy?', ...tests)
    this.reads = new Set()
    this.timed = false
    const id = at.get('id').id()
    const cite = at.get('cite').list(1, 64, (each) => {
      if (!Object.hasOwn(this.sources, each.id())) each.fail('is a source that the pack does not have')
      return each.id()
    })
    const confidence = at.get('confidence').oneOf('confirmed', 'reported', 'disputed')
    const test = name && this.test(name, at.get(name))
    const criterion: Criterion = {
      kind: 'criterion',
      at: this.criteria.length,
      id,
      test,
      confidence,
      assessedBy: at.optional('assessedBy', (each) => each.id()),
      cite,
      timed: this.timed,
      met,
      facts: [...this.reads].sort((one, other) => one - other),
    }
    this.criteria.push(criterion)
    return criterion
  }

  private test(name: (typeof TESTS)[number], at: At): Test {
    const number = (which: 0 | 1) => this.number(at.pair(which))
    const date = (which: 0 | 1) => this.date(at.pair(which))
    switch (name) {
      case 'is':
        return codeIn(this.factOf(at.pair(0), 'bool').index, at.pair(1).bool() ? 1 : 2)
      case 'in': {
        const fact = this.factOf(at.pair(0), 'code')
        const codes = at.pair(1).list(1, 32, (each) => {
          const index = fact.codes.indexOf(each.id())
          if (index < 0) each.fail(`is a code that ${fact.id} does not have`)
          return index
        })
        return codeIn(
          fact.index,
          codes.reduce((all, code) => all | (1 << code), 0),
        )
      }
      case 'lt':
        return less(number(0), number(1))
      case 'le':
        return atMost(number(0), number(1))
      case 'gt':
        return less(number(1), number(0))
      case 'ge':
        return atMost(number(1), number(0))
      case 'eq':
        return equal(number(0), number(1))
      case 'before':
        return less(date(0), date(1))
      case 'onOrBefore':
        return atMost(date(0), date(1))
      case 'after':
        return less(date(1), date(0))
      case 'onOrAfter':
        return atMost(date(1), date(0))
      case 'within':
        return this.within(at)
    }
  }

  factOf(at: At, type: Fact['type']): Fact {
    const fact = this.facts.get(at.id())
    if (fact?.type !== type) at.fail(`is not a fact of the kind ${type}`)
    this.reads.add((fact as Fact).index)
    return fact as Fact
  }

  private number(at: At): Term {
    this.spend(at)
    if (typeof at.value === 'number') return constant(at.integer(-LARGEST, LARGEST))
    if (at.has('fact')) return ofFact(this.factOf(at.object('fact').get('fact'), 'int').index)
    if (at.has('param')) return this.param(at.object('param').get('param'))
    const product = at.object('times').get('times')
    const inner = product.pair(1)
    if (typeof inner.value === 'number' || inner.has('fact')) product.fail('multiplies something else than a parameter')
    const term = this.number(inner)
    return times(product.pair(0).integer(0, LARGEST), term)
  }

  private param(at: At): Term {
    const parameter = this.parameters.get(at.id())
    if (!parameter) at.fail('is a parameter that the pack does not have')
    for (const day of parameter?.days ?? []) this.parameterDays.add(day)
    return (parameter as { term: Term }).term
  }

  date(at: At): Term {
    this.spend(at)
    if (at.value === 'asOf') {
      this.timed = true
      return AS_OF
    }
    if (typeof at.value === 'string') return constant(at.day())
    if (at.has('fact')) return ofFact(this.factOf(at.object('fact').get('fact'), 'date').index)
    const add = at.object('add').get('add').object('to', 'years?', 'months?', 'days?', 'overflow')
    const clamp = add.get('overflow').oneOf('clamp', 'next') === 'clamp'
    if (add.get('to').has('add')) add.fail('adds to what was added to')
    return later(this.date(add.get('to')), months(add), part(add, 'days', 36_600), clamp)
  }

  private within(at: At): Test {
    at.object('years?', 'months?', 'days?', 'of')
    if (Object.keys(at.json()).length !== 2) at.fail('is not a period of years, months or days')
    if (at.get('of').has('add')) at.fail('begins on a day that was added to')
    const start = this.date(at.get('of'))
    this.timed = true
    return within(start, later(start, months(at), part(at, 'days', 36_600), true))
  }
}

const months = (at: At): number => part(at, 'years', 100) * 12 + part(at, 'months', 1_200)

function part(at: At, name: string, most: number): number {
  return at.optional(name, (each) => each.integer(-most, most)) ?? 0
}
