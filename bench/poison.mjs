#!/usr/bin/env node
// Ten thousand poisonous records of thirty kinds by every way in: deliveries (lines and one document), single records, edits on the page, and imports. Tells
// what became of each kind, how long the search took to find a record written meanwhile, whether the product was ready, and how long another source's small
// delivery took before and meanwhile, of the same run. No answer may be a failure of ours. usage: bin/with-product bench/poison.mjs [RECORDS]
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { source } from './feeds.mjs'
import { check, tokenOf, top } from './proof.mjs'

const records = Number(process.env.POISON_RECORDS ?? process.argv[2] ?? '10000')
const { BALCAO_URL, MANAGEMENT_URL, BALCAO_HOME } = process.env
const api = `${BALCAO_URL}/api`
const NUL = '\\u0000'
const ORGANIZATION = 'poisoned'

const service = (id, more) =>
  `{"kind":"service","id":"${id}","name":"Veneno ${id}","status":"active","organization_id":"${ORGANIZATION}",${more}}`
const place = (id, more) =>
  `{"kind":"location","id":"${id}","name":"Veneno","location_type":"physical","organization_id":"${ORGANIZATION}",${more}}`
const term = (id, more) => `{"kind":"taxonomy_term","id":"${id}","name":"Veneno","description":"Veneno"${more}}`
const other = (id, more) => `{"kind":"organization","id":"${id}","name":"Veneno","description":"Veneno"${more}}`
/** Each kind: a record, as it is written. */
const KINDS = {
  'nothing at all': (id) => `{"kind":"service_at_location","id":"${id}"}`,
  'no name': (id) => `{"kind":"organization","id":"${id}"}`,
  'an id of another type': (id) => `{"kind":"organization","id":{"a":"${id}"},"name":"X"}`,
  'a parent of itself': (id) => other(id, `,"parent_organization_id":"${id}"`),
  'terms in a circle': (id) => term(id, `,"parent_id":"${id.replace(/\d+$/, (n) => (n % 2 === 0 ? +n + 1 : n - 1))}"`),
  'a term without a code': (id) => term(id, ''),
  'a parent far below': (id, n, of) =>
    other(id, `,"parent_organization_id":"${n + 1 < of ? id.replace(/\d+$/, n + 1) : 'nowhere'}"`),
  'next to nothing': (id) => service(id, '"cost_options":[{"amount":1e-999999999}]'),
  'beyond all numbers': (id) => service(id, '"cost_options":[{"amount":1e99999999999}]'),
  'below nothing': (id) => service(id, '"minimum_age":-5,"maximum_age":-1'),
  'no number': (id) => place(id, '"latitude":"NaN","longitude":"Infinity"'),
  'not on Earth': (id) => place(id, '"latitude":1e300,"longitude":-999'),
  'a time zone of Mars': (id) =>
    place(
      id,
      '"timezone_name":"Mars/Phobos","schedules":[{"freq":"WEEKLY","byday":"MO","opens_at":"09:00","closes_at":"10:00","timezone_name":"Mars/Phobos"}]',
    ),
  'a year long ago': (id) => service(id, '"assured_date":"-99999999-01-01","schedules":[{"valid_from":"+999999999-12-31"}]'),
  'U+0000 in a value': (id) => service(id, `"description":"a${NUL}b"`),
  'U+0000 in a name': (id) => service(id, `"a${NUL}b":"x"`),
  'U+0000 in a reference': (id) => service(id, `"program_id":"a${NUL}b","phones":[{"id":"a${NUL}","number":"213456789"}]`),
  'half of a pair': (id) => service(id, '"description":"\\ud800","\\udc00":1'),
  'an object for a text': (id) => service(id, '"email":{"a":[1]},"url":[],"description":{"pt":"x"}'),
  'a text for a list': (id) => service(id, '"phones":"213456789","schedules":5,"languages":{"a":1}'),
  'nested deep': (id) => service(id, `"description":${'['.repeat(500)}${']'.repeat(500)}`),
  'very long': (id) => service(id, `"description":"${'x'.repeat(60_000)}"`),
  'many values': (id) => service(id, Array.from({ length: 300 }, (_, n) => `"f${n}":${n}`).join(',')),
  'hours of no day': (id) =>
    service(
      id,
      '"schedules":[{"freq":"WEEKLY","byday":"XX","opens_at":"25:99","closes_at":"26:00","until":"2026-02-31","interval":0,"count":-1}]',
    ),
  'an exception backwards': (id) =>
    service(id, '"schedules":[{"exceptions":[{"date_from":"2026-12-02","date_to":"2026-12-01","closed":true}]}]'),
  'an address with a user': (id) => service(id, '"url":"https://aima.gov.pt@evil.example/","email":"a@b.pt?bcc=x@evil.pt"'),
  'a port beyond all ports': (id) => service(id, '"url":"https://example.org:99999/"'),
  'a translation twice': (id) =>
    service(
      id,
      `"translations":[${Array(2).fill('{"field":"name","language":"uk","value":"A","origin":"human","reviewed":true}').join(',')}]`,
    ),
  'a place without a place': (id) => `{"kind":"service_at_location","id":"${id}","service_id":"nowhere","location_id":"nowhere"}`,
  'hours without end': (id) =>
    service(
      id,
      `"schedules":[${Array(400).fill('{"freq":"WEEKLY","byday":"MO,TU,WE,TH,FR,SA,SU","opens_at":"00:00","closes_at":"23:59"}').join(',')}]`,
    ),
}
const kinds = Object.entries(KINDS)
const record = (n) =>
  kinds[n % kinds.length][1](
    `p${n % kinds.length}-${Math.floor(n / kinds.length)}`,
    Math.floor(n / kinds.length),
    Math.ceil(records / kinds.length),
  )
const kindOf = (id) => kinds[Number(/^p(\d+)-/.exec(id)?.[1])]?.[0]

const headers = await source(api, 'poison')
await source(api, 'small')
const asked = {}
let failures = 0
async function ask(path, options = {}) {
  const answer = await fetch(`${api}/${path}`, { ...options, headers: { ...headers, ...options.headers } })
  asked[answer.status] = (asked[answer.status] ?? 0) + 1
  if (answer.status >= 500) {
    failures++
    console.log(`  ${answer.status}: ${options.method ?? 'GET'} ${path} ${String(options.body ?? '').slice(0, 300)}`)
  }
  return answer
}
async function deliver(name, body, query = '') {
  const from = performance.now()
  const sent = await ask(`sources/${name}/runs${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body,
  })
  check(sent.status === 202, `a delivery was answered ${sent.status}: ${await sent.clone().text()}`)
  const { id } = await sent.json()
  for (;;) {
    const run = await (await ask(`sources/${name}/runs/${id}`)).json()
    if (!['received', 'applying'].includes(run.state)) return { run, seconds: (performance.now() - from) / 1000 }
    await pause(200)
  }
}
let smalls = 0
/** A delivery of another source: a service with a name that nobody else has. */
async function small() {
  const name = tokenOf(900_000 + smalls++)
  const lines = [
    { kind: 'organization', id: 'small', name: 'Pequena', description: 'Inventada.' },
    { kind: 'service', id: 'small', name: `Pequeno ${name}`, status: 'active', organization_id: 'small' },
  ]
  const { run, seconds } = await deliver('small', lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  check(run.state === 'done', `a small delivery is ${run.state}: ${run.reason}`)
  const from = performance.now()
  while ((await (await ask(`services?per_page=1&search=${name}`)).json()).total_items === 0) {
    check(performance.now() - from < 60_000, 'the search did not find within a minute what was written')
    await pause(50)
  }
  return { delivery: seconds, lag: (performance.now() - from) / 1000 }
}
const ready = { UP: 0, DOWN: 0 }
const isReady = async () => {
  const { status } = await (await fetch(`${MANAGEMENT_URL}/q/health/ready`)).json()
  ready[status] = (ready[status] ?? 0) + 1
}
const median = (all) => all.sort((one, two) => one - two)[Math.floor(all.length / 2)]

const before = []
for (let n = 0; n < 7; n++) {
  before.push(await small())
  // as many as its source may make in an hour are kept for what follows
  if (before.length === 3) break
}

const [byEdit, bySingle] = [Math.min(300, Math.floor(records / 20)), Math.min(300, Math.floor(records / 20))]
const byImport = Math.min(600, Math.floor(records / 10))
const delivered = records - byEdit - bySingle - byImport
const lines = [other(ORGANIZATION, '')]
for (let n = 0; n < delivered; n++) lines.push(record(n))
const half = Math.floor(lines.length / 2)
const outcomes = {}
const tally = (kind, outcome) => ((outcomes[kind] ??= {})[outcome] = (outcomes[kind][outcome] ?? 0) + 1)
const began = performance.now()
const runs = []
let over = false
const work = (async () => {
  runs.push((await deliver('poison', `${lines.slice(0, half).join('\n')}\n`)).run)
  runs.push((await deliver('poison', `[${lines[0]},${lines.slice(half).join(',')}]`)).run)
  for (let n = 0; n < bySingle; n++) {
    const one = record(n).replace(/^\{"kind":"[a-z_]+","id":("[^"]*"|\{[^}]*\}),?/, '{')
    const type = /"kind":"([a-z_]+)"/.exec(record(n))[1].replace('taxonomy_term', 'service')
    const answer = await ask(`sources/poison/${type}s/single-${n}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: one,
    })
    tally(kinds[n % kinds.length][0], answer.ok ? 'single taken' : `single ${answer.status}`)
  }
  const { contents } = await (await ask('services?per_page=50')).json()
  for (let n = 0; n < byEdit; n++) {
    const id = contents[n % contents.length].id
    const seen = await ask(`upkeep/records/services/${id}`)
    const fields = record(n)
      .replace(/^\{"kind":"[a-z_]+","id":("[^"]*"|\{[^}]*\}),?/, '{')
      .replace(/"organization_id":"[^"]*",?/, '')
    const answer = await ask(`upkeep/records/services/${id}/edits`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'if-match': seen.headers.get('etag') ?? '"0"' },
      body: `{"fields":${fields},"reason":"Veneno"}`,
    })
    tally(kinds[n % kinds.length][0], answer.ok ? 'edit waits' : `edit ${answer.status}`)
  }
  await imported()
})().finally(() => (over = true))
const during = []
while (!over) {
  await isReady()
  if (during.length < 7) during.push(await small())
  else await pause(200)
}
await work
await isReady()
const seconds = (performance.now() - began) / 1000

async function imported() {
  const file = join(BALCAO_HOME, 'poison.jsonl')
  const bodies = []
  for (let n = 0; n < byImport; n++) {
    const [, of] = kinds[n % kinds.length]
    bodies.push(of(`i${n}`, n, byImport).replace(/"organization_id"/g, '"organization"'))
  }
  writeFileSync(file, bodies.join('\n'))
  const child = spawn(join(top, 'bin/serve'), ['import', '--source', 'poison-import', '--file-format', 'jsonl', file], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part))
  await once(child, 'close')
  const lines = said.split('\n')
  const leftOut = lines.filter((line) => line.startsWith('left out'))
  const applied = lines.filter((line) => line.startsWith('applied'))
  console.log(`imported: ${byImport} records, ${leftOut.length} left out, ${applied.length} applied, exit ${child.exitCode}`)
  check(leftOut.length + applied.length === byImport && child.exitCode === (leftOut.length ? 1 : 0), `the import failed: ${said.slice(-500)}`)
  // what works in the background may be cut off when the import ends, and says so
  check(!leftOut.some((line) => line.includes('Exception')), `the import tells of a fault of the program: ${leftOut.find((line) => line.includes('Exception'))}`)
}

for (const run of runs) {
  const told = Object.values(run.counts).reduce((sum, each) => sum + each, 0)
  console.log(`delivery: ${run.state}, ${told} records ${JSON.stringify(run.counts)}`)
  check(run.state.startsWith('done'), `a delivery is ${run.state}: ${run.reason}`)
  check(!run.counts.create && !run.counts.read, 'a record has no outcome')
  for (let after = 0; after !== undefined; ) {
    const page = await (await ask(`sources/poison/runs/${run.id}/items?after=${after}`)).json()
    for (const item of page.contents) {
      const code =
        item.problems.find(({ level }) => level === 'error')?.code ??
        item.problems.find(({ level }) => level === 'left_out')?.code ??
        item.problems[0]?.code
      const kind = kindOf(item.external_id)
      if (kind) tally(kind, `${item.outcome}${code ? ` (${code})` : ''}`)
    }
    after = page.after
  }
}
const clash = JSON.stringify(outcomes).match(/quarantined \((clashes|not_possible|takes_too_long)\)/g) ?? []
console.log(`what became of ${kinds.length} kinds:`)
for (const [kind, of] of Object.entries(outcomes))
  console.log(
    `  ${kind}: ${Object.entries(of)
      .map(([what, count]) => `${what} ${count}`)
      .join(', ')}`,
  )
const put = (all, of) =>
  `median ${median(all.map((each) => each[of])).toFixed(2)} s, most ${Math.max(...all.map((each) => each[of])).toFixed(2)} s`
console.log(`${records} records in ${seconds.toFixed(0)} s`)
console.log(
  `another source's small delivery: before ${put(before, 'delivery')}; meanwhile ${put(during, 'delivery')} (${during.length})`,
)
console.log(`until the search finds what it wrote: before ${put(before, 'lag')}; meanwhile ${put(during, 'lag')}`)
console.log(`ready: ${JSON.stringify(ready)}; answers: ${JSON.stringify(asked)}; 5xx: ${failures}`)
check(failures === 0, `${failures} answers were a failure of ours`)
check(!(ready.DOWN > 0), 'the product was not ready meanwhile')
check(clash.length === 0, `a record was refused by the database only, or by chance: ${[...new Set(clash)].join(', ')}`)
