import { createReadStream, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { type Answers, knownFrom } from './answers'
import { type Assessment, assess, nextQuestion, type Span } from './assess'
import { type Day, dayText, spanOf } from './days'
import { canonical } from './at'
import type { Pack } from './pack'
import { readPack } from './readPack'

const TOP = join(import.meta.dirname, '../../..')
const LETTERS = { decides: 'd', supports: 's', open: 'o', irrelevant: 'i' } as const

const spanText = (span: Span | undefined) => (span ? span.map(dayText).join('/') : '-')

/** All that comes out, as the engine in Java writes it (`EnginesAgreeTest`). */
function said(pack: Pack, person: Answers, asOf: Day): string {
  const known = knownFrom(pack, person)
  const lines = pack.programmes.map((programme) => line(assess(programme, known, pack.facts, asOf)))
  return [...lines, nextQuestion(pack, known, asOf, new Set())?.id ?? '-'].join('\n')
}

const line = (each: Assessment): string =>
  [
    each.outcome,
    spanText(each.day),
    spanText(each.applyBy),
    each.criteria.map(({ verdict, role }) => `${verdict}${LETTERS[role]}`).join(''),
    each.missing.map((fact) => fact.id).join(','),
    `${each.documents.length}${each.next.length}`,
    each.changes.map(({ on, outcome }) => `${dayText(on)}=${outcome}`).join(','),
  ].join(' ')

describe('both engines', () => {
  it('say the same of every random pair of rules and people', { timeout: 120_000 }, async () => {
    let pairs = 0
    const pairsFile = join(TOP, 'backend/target/eligibility-pairs.jsonl') // written by `make test-backend`
    for await (const text of createInterface({ input: createReadStream(pairsFile) })) {
      const { pack: packText, people } = JSON.parse(text) as { pack: string; people: [string, Answers, string][] }
      const pack = readPack(packText)
      for (const [asOf, person, java] of people) {
        const typescript = said(pack, person, spanOf(asOf)?.[0] ?? 0)
        if (typescript !== java) expect({ pack: packText, asOf, person, said: typescript }).toEqual({ said: java })
        pairs++
      }
    }
    expect(pairs).toBeGreaterThanOrEqual(200_000)
  })
})

describe('the rules of Portugal', () => {
  const folder = join(TOP, 'eligibility/portugal')
  const json = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'))
  const rules = readdirSync(join(folder, 'rules')).map((file) => json(`rules/${file}`))
  const pack = readPack(
    canonical({
      format: 1,
      ...Object.fromEntries(['facts', 'parameters', 'definitions', 'sources'].map((part) => [part, json(`${part}.json`)])),
      programmes: rules.map((rule) => JSON.parse(JSON.stringify({ ...rule, examples: undefined }))),
    }),
  )

  it.each(
    rules.flatMap(({ id, examples }) =>
      examples.map((example: { name: string }) => [`${id}: ${example.name}`, id, example] as const),
    ),
  )('%s', (_, id, { asOf, facts, expect: expected }) => {
    const programme = pack.programmes.find((each) => each.id === id)
    if (!programme) throw new Error(id)
    const given = assess(programme, knownFrom(pack, facts), pack.facts, spanOf(asOf)?.[0] ?? 0)
    expect({ outcome: given.outcome, ...(given.day && { day: given.day.map(dayText) }) }).toEqual({
      outcome: expected.outcome,
      ...(expected.day && { day: expected.day }),
    })
  })
})
