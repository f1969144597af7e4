import { At, canonical, PackError } from './at'
import { type Day, FIRST, LAST } from './days'
import { LARGEST, ofParameter, type Term } from './expression'
import type { Fact, Item, Pack, Programme, Source, Version } from './pack'
import { RuleReader } from './ruleReader'

const LONGEST = 1_000_000

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
    at.object('id', 'kind', 'decidedBy', 'services?', 'versions')
    let before: Version | undefined
    return {
      id: at.get('id').id(),
      kind: at.get('kind').oneOf('entitlement', 'service', 'procedure', 'status'),
      decidedBy: at.get('decidedBy').id(),
      services: at.optional('services', (all) => all.list(1, 32, (each) => each.record())) ?? [],
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
