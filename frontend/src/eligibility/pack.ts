import { type Day, FIRST, LAST, spanOf } from './days'
import {
  AS_OF,
  atMost,
  codeIn,
  constant,
  type Criterion,
  equal,
  type Expression,
  type Known,
  LARGEST,
  later,
  less,
  not,
  ofFact,
  ofParameter,
  type Term,
  type Test,
  times,
  type Verdict,
  within,
  YES,
} from './expression'

export interface Fact {
  index: number
  id: string
  type: 'bool' | 'code' | 'date' | 'int'
  /** Of a bool yes and no. */
  codes: string[]
  least: number
  most: number
  /** When it is asked; 0 never. */
  stage: number
  sensitive: boolean
}

export interface Item {
  id: string
  when?: Expression
  alternatives: string[]
  service?: string
}

export interface Version {
  from: Day
  to: Day
  /** The fact whose date decides which version counts; without one the day of asking does. */
  anchor?: number
  status: 'draft' | 'reviewed' | 'published' | 'withdrawn'
  reviewAgainBy: string
  when: Expression
  until?: Term
  notBefore?: Term
  applyBy?: Term
  criteria: Criterion[]
  documents: Item[]
  next: Item[]
  sources: string[]
  /** The days on which an amount that is read here changes. */
  parameterDays: Day[]
}

export interface Programme {
  id: string
  kind: 'entitlement' | 'service' | 'procedure' | 'status'
  decidedBy: string
  versions: Version[]
}

export interface Source {
  url: string
  title: string
  kind: 'law' | 'authority' | 'ngo' | 'press'
  seenOn: string
}

export interface Pack {
  facts: Fact[]
  programmes: Programme[]
  sources: Record<string, Source>
}

/** Why a pack is not loaded: where in it, as a JSON pointer, and what is wrong there. */
export class PackError extends Error {
  constructor(
    readonly pointer: string,
    problem: string,
  ) {
    super(`${pointer || '/'}: ${problem}`)
  }
}

type Json = Record<string, unknown>

const LONGEST = 1_000_000
const DEEPEST = 12
const MOST_NODES = 256
const ID = /^[a-z][a-z0-9]*([._-][a-z0-9]+){0,9}$/
const TESTS = ['is', 'in', 'lt', 'le', 'gt', 'ge', 'eq', 'onOrBefore', 'onOrAfter', 'before', 'after', 'within'] as const

/** A place in a pack that is being read. */
class At {
  constructor(
    readonly pointer: string,
    readonly value: unknown,
  ) {}

  fail(problem: string): never {
    throw new PackError(this.pointer, problem)
  }

  /** An object with these properties and no others; a name that ends in "?" may be absent. */
  object(...names: string[]): this {
    const object = this.json()
    const known = new Set(names.map((name) => name.replace('?', '')))
    for (const name of names) if (!name.endsWith('?') && !(name in object)) this.fail(`${name} is missing`)
    for (const name of Object.keys(object)) if (!known.has(name)) this.fail(`has an unknown property ${name}`)
    return this
  }

  json(): Json {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value)) this.fail('is not an object')
    return this.value as Json
  }

  has(name: string): boolean {
    return typeof this.value === 'object' && this.value !== null && Object.hasOwn(this.value, name)
  }

  get(name: string): At {
    if (!this.has(name)) this.fail(`${name} is missing`)
    return new At(`${this.pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, this.json()[name])
  }

  optional<T>(name: string, read: (at: At) => T): T | undefined {
    return this.has(name) ? read(this.get(name)) : undefined
  }

  list<T>(least: number, most: number, read: (at: At) => T): T[] {
    if (!Array.isArray(this.value) || this.value.length < least || this.value.length > most)
      this.fail(`is not a list of ${least} to ${most}`)
    return (this.value as unknown[]).map((each, i) => read(new At(`${this.pointer}/${i}`, each)))
  }

  pair(which: 0 | 1): At {
    if (!Array.isArray(this.value) || this.value.length !== 2) this.fail('is not a pair')
    return new At(`${this.pointer}/${which}`, (this.value as unknown[])[which])
  }

  map<T>(most: number, read: (at: At) => T): Record<string, T> {
    const object = this.json()
    if (Object.keys(object).length > most) this.fail(`is not an object of at most ${most}`)
    return Object.fromEntries(
      Object.keys(object).map((name) => {
        const at = this.get(name)
        at.checkId(name)
        return [name, read(at)]
      }),
    )
  }

  text(): string {
    if (typeof this.value !== 'string') this.fail('is not a text')
    return this.value as string
  }

  id(): string {
    this.checkId(this.text())
    return this.text()
  }

  /** The id of a record of the directory. */
  record(): string {
    if (!/^[a-z0-9-]{1,64}$/.test(this.text())) this.fail('is not the id of a record')
    return this.text()
  }

  checkId(id: string) {
    if (id.length > 64 || !ID.test(id)) this.fail('is not an id')
  }

  oneOf<T extends string>(...words: T[]): T {
    const word = words.find((each) => each === this.text())
    if (word === undefined) this.fail(`is none of ${words.join(', ')}`)
    return word as T
  }

  integer(least: number, most: number): number {
    const value = this.value as number
    if (!Number.isSafeInteger(value) || value < least || value > most) this.fail(`is not a whole number from ${least} to ${most}`)
    return value
  }

  bool(): boolean {
    if (typeof this.value !== 'boolean') this.fail('is neither true nor false')
    return this.value as boolean
  }

  day(): Day {
    const span = this.text().length === 10 ? spanOf(this.text()) : undefined
    if (!span) this.fail('is not a date from 1900 to 2199, as 2024-08-31')
    return span[0]
  }
}

/** JSON in the one form that RFC 8785 gives to a value of objects, lists, texts, whole numbers and truths. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const object = value as Json
    return `{${Object.keys(object)
      .sort()
      .map((name) => `${JSON.stringify(name)}:${canonical(object[name])}`)
      .join(',')}}`
  }
  return JSON.stringify(value)
}

/**
 * Reads a pack as the server sends it, in canonical form: what is written twice, or otherwise than it has to be, is refused before
 * anything is looked at.
 */
export function readPack(text: string): Pack {
  if (text.length > LONGEST) throw new PackError('', `is longer than ${LONGEST} characters`)
  let json: unknown
  try {
    json = JSON.parse(text)
    if (canonical(json) !== text) throw new Error('it is not in canonical form')
  } catch (broken) {
    throw new PackError('', `is not JSON as packs are written: ${(broken as Error).message}`)
  }
  return new PackReader(new At('', json)).read()
}

class PackReader {
  private readonly facts = new Map<string, Fact>()
  private readonly parameters = new Map<string, { term: Term; days: Day[] }>()
  private readonly definitions = new Map<string, At>()
  private sources: Record<string, Source> = {}

  constructor(private readonly pack: At) {}

  read(): Pack {
    const { pack } = this
    pack.object('format', 'facts', 'parameters', 'definitions', 'sources', 'programmes')
    pack.get('format').integer(1, 1)
    pack.get('facts').list(1, 128, (at) => this.fact(at))
    this.sources = pack.get('sources').map(2_000, source)
    for (const [id, parameter] of Object.entries(pack.get('parameters').map(100, (at) => this.parameter(at))))
      this.parameters.set(id, parameter)
    for (const [id, at] of Object.entries(pack.get('definitions').map(100, (at) => at))) this.definitions.set(id, at)
    for (const at of this.definitions.values()) this.rule().expression(at)
    const programmes = pack.get('programmes').list(0, 2_000, (at) => this.programme(at))
    const twice = programmes.findIndex((each, i) => programmes.findIndex((other) => other.id === each.id) < i)
    if (twice >= 0) throw new PackError(`/programmes/${twice}`, 'has the id of another')
    return { facts: [...this.facts.values()], programmes, sources: this.sources }
  }

  private rule() {
    return new RuleReader(this.facts, this.parameters, this.definitions, this.sources)
  }

  private fact(at: At) {
    at.object('id', 'type', 'codes?', 'least?', 'most?', 'stage', 'sensitive?')
    const id = at.get('id').id()
    const type = at.get('type').oneOf('bool', 'code', 'date', 'int')
    if (at.has('codes') !== (type === 'code') || at.has('least') !== (type === 'int'))
      at.fail('has codes if and only if it is a code, least and most if and only if it is an int')
    const codes = type === 'code' ? at.get('codes').list(2, 32, (each) => each.id()) : type === 'bool' ? ['yes', 'no'] : []
    if (new Set(codes).size !== codes.length) at.fail('has a code twice')
    const least = type === 'int' ? at.get('least').integer(-LARGEST, LARGEST) : FIRST
    const most = type === 'int' ? at.get('most').integer(least, LARGEST) : LAST
    const stage = at.get('stage').integer(0, 5)
    const sensitive = at.has('sensitive') && at.get('sensitive').bool()
    if (this.facts.has(id)) at.fail('has the id of another')
    this.facts.set(id, { index: this.facts.size, id, type, codes, least, most, stage, sensitive })
  }

  private parameter(at: At): { term: Term; days: Day[] } {
    let before = Number.NEGATIVE_INFINITY
    const values = at.list(1, 100, (each) => {
      each.object('from', 'value?', 'source?')
      if (each.has('value') !== each.has('source')) each.fail('has a value without a source, or a source without a value')
      const from = each.get('from').day()
      if (from <= before) each.fail('does not come after the value before it')
      before = from
      each.optional('source', (source) => this.known(source))
      return { from, value: each.optional('value', (value) => value.integer(1, LARGEST)) }
    })
    return { term: ofParameter(values), days: values.map(({ from }) => from) }
  }

  private known(at: At): string {
    if (!Object.hasOwn(this.sources, at.id())) at.fail('is a source that the pack does not have')
    return at.id()
  }

  private programme(at: At): Programme {
    at.object('id', 'kind', 'decidedBy', 'versions')
    let before: Version | undefined
    return {
      id: at.get('id').id(),
      kind: at.get('kind').oneOf('entitlement', 'service', 'procedure', 'status'),
      decidedBy: at.get('decidedBy').id(),
      versions: at.get('versions').list(1, 32, (each) => {
        const version = this.version(each)
        if (before && (before.to + 1 !== version.from || before.anchor !== version.anchor))
          each.fail('leaves a gap after the version before it, overlaps it, or has another anchor')
        before = version
        return version
      }),
    }
  }

  private version(at: At): Version {
    at.object(
      'from',
      'fromBasis',
      'to?',
      'anchor',
      'status',
      'reviewedBy?',
      'reviewedOn?',
      'reviewAgainBy',
      'sources',
      'when',
      'until?',
      'notBefore?',
      'applyBy?',
      'documents?',
      'next?',
    )
    const from = at.get('from').day()
    const to = at.optional('to', (each) => each.day()) ?? LAST
    if (to < from) at.fail('ends before it begins')
    at.get('fromBasis').oneOf('law', 'first-seen')
    const status = at.get('status').oneOf('draft', 'reviewed', 'published', 'withdrawn')
    const draft = status === 'draft'
    if (draft === at.has('reviewedBy') || draft === at.has('reviewedOn'))
      at.fail('names who reviewed it and when if and only if it is not a draft')
    at.optional('reviewedBy', (each) => each.text())
    at.optional('reviewedOn', (each) => each.day())
    at.get('reviewAgainBy').day()
    const rule = this.rule()
    const when = rule.expression(at.get('when'))
    const items = this.rule()
    const date = (each: At) => items.date(each)
    return {
      from,
      to,
      anchor: at.get('anchor').value === 'asOf' ? undefined : items.factOf(at.get('anchor'), 'date').index,
      status,
      reviewAgainBy: at.get('reviewAgainBy').text(),
      when,
      until: at.optional('until', date),
      notBefore: at.optional('notBefore', date),
      applyBy: at.optional('applyBy', date),
      criteria: rule.criteria,
      documents: at.optional('documents', (all) => all.list(0, 32, (each) => item(each, items, 'alternatives?'))) ?? [],
      next: at.optional('next', (all) => all.list(0, 32, (each) => item(each, items, 'service?'))) ?? [],
      sources: at.get('sources').list(1, 32, (each) => this.known(each)),
      parameterDays: [...rule.parameterDays].sort((one, other) => one - other),
    }
  }
}

function source(at: At): Source {
  at.object('url', 'title', 'kind', 'seenOn')
  at.get('seenOn').day()
  const url = at.get('url').text()
  if (!/^https?:\/\//.test(url)) at.get('url').fail('is not a web address')
  return {
    url,
    title: at.get('title').text(),
    kind: at.get('kind').oneOf('law', 'authority', 'ngo', 'press'),
    seenOn: at.get('seenOn').text(),
  }
}

function item(at: At, reader: RuleReader, own: 'alternatives?' | 'service?'): Item {
  at.object('id', 'if?', own)
  return {
    id: at.get('id').id(),
    when: at.optional('if', (each) => reader.expression(each)),
    alternatives: at.optional('alternatives', (all) => all.list(1, 32, (each) => each.id())) ?? [],
    service: at.optional('service', (each) => each.record()),
  }
}

/** Reads the conditions of one rule, in a budget of nodes and depth. */
class RuleReader {
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

export type { Known }
