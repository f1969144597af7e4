// Rules a second of the phone's engine in Node, beside json-logic-js and feelin (FEEL): the rule of the 18-month programme for one person of whom all is known.
// usage: node bench/rules/node.mjs ENGINE.mjs MODULES (a folder with json-logic-js and feelin)
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'

const [engineFile, modules] = process.argv.slice(2).map((file) => resolve(file))
const engine = await import(engineFile)
const ofModules = createRequire(`${modules}/`)
const jsonLogic = ofModules('json-logic-js')
const feel = await import(pathToFileURL(ofModules.resolve('feelin')))

const folder = join(import.meta.dirname, '../../eligibility/portugal')
const json = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'))
const pack = engine.readPack(
  engine.canonical({
    format: 1,
    ...Object.fromEntries(['facts', 'parameters', 'definitions', 'sources'].map((part) => [part, json(`${part}.json`)])),
    programmes: readdirSync(join(folder, 'rules')).map((file) => {
      const { examples, ...rule } = json(`rules/${file}`)
      if (examples.length === 0) throw new Error(`${file} has no examples`)
      return rule
    }),
  }),
)
const support = pack.programmes.find(({ id }) => id === 'support-18-months')
const known = engine.knownFrom(pack, { arrival_channel: 'resettlement', protection_status: 'refugee', arrival_date: '2024-08-31' })
const [asOf] = engine.spanOf('2025-06-10')
const [arrival] = engine.spanOf('2024-08-31')
const [until] = engine.spanOf('2026-02-28')
const facts = { channel: 'resettlement', status: 'refugee', arrival, until, asOf }
const rule = {
  and: [
    { in: [{ var: 'channel' }, ['resettlement', 'relocation', 'humanitarian_admission']] },
    { in: [{ var: 'status' }, ['refugee', 'asylum_applicant']] },
    { '>=': [{ var: 'asOf' }, { var: 'arrival' }] },
    { '<=': [{ var: 'asOf' }, { var: 'until' }] },
  ],
}
const FEEL =
  'channel in ("resettlement", "relocation", "humanitarian_admission") and status in ("refugee", "asylum_applicant") and asOf >= arrival and asOf <= until'
const rivals = {
  'balcao, one rule': [1, () => engine.outcomeOf(support, known, asOf)],
  'balcao, all programmes': [pack.programmes.length, () => pack.programmes.map((each) => engine.outcomeOf(each, known, asOf)).length],
  'json-logic-js': [1, () => jsonLogic.apply(rule, facts)],
  feelin: [1, () => feel.evaluate(FEEL, facts).value],
}
if (rivals['balcao, one rule'][1]() !== 'yes-until' || rivals['json-logic-js'][1]() !== true || rivals.feelin[1]() !== true)
  throw new Error('not all say yes')
for (const [name, [rules, run]] of Object.entries(rivals)) {
  let best = 0
  for (let round = 0; round < 5; round++) {
    let runs = 0
    const began = performance.now()
    while (performance.now() - began < 500) for (let i = 0; i < 1_000; i++, runs++) run()
    best = Math.max(best, (runs * rules * 1_000) / (performance.now() - began))
  }
  console.log(`${name}: ${(best / 1e6).toFixed(3)} million rules a second`)
}
console.log(`the engine of the phone: ${gzipSync(readFileSync(engineFile), { level: 9 }).length} bytes gzip`)
