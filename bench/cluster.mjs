#!/usr/bin/env node
// Two nodes on one PostgreSQL and one real OpenSearch. Edits of services are looked for on both; then OpenSearch is killed with -9 and comes
// back, once with what it had and once with nothing. Both nodes must answer all the time, and the index must be equal to PostgreSQL in the end.
// usage: bench/cluster.mjs [EDITS]
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { ANY_PORTS, alive, check, editOfService, end, heldPort, killed9, portsOf, tokenOf, top } from './proof.mjs'

const edits = Number(process.argv[2] ?? 100)
const work = mkdtempSync(join(tmpdir(), 'balcao-cluster-'))
chmodSync(work, 0o755)
const said = createWriteStream(join(work, 'log'))
const searchPort = await heldPort() // the nodes are told it once; OpenSearch takes another each time it starts
const nodes = [node('one'), node('two')]
let openSearch

const PATIENCE = 120_000
const LOOKED_FOR = 10

let failure
try {
  await prove()
} catch (thrown) {
  failure = thrown
}
for (const each of [...nodes].reverse()) await end(each.process)
await end(openSearch)
searchPort.close()
if (failure) {
  console.error(`Failed: ${failure.message}\nThe last words:`)
  console.error(readFileSync(join(work, 'log'), 'utf8').split('\n').slice(-40).join('\n'))
  console.error(`All of it is in ${work}`)
  process.exitCode = 1
} else {
  rmSync(work, { recursive: true, force: true })
}

async function prove() {
  startOpenSearch()
  await until(async () => (await fetch(`http://127.0.0.1:${searchPort.port}`)).ok, 'OpenSearch did not start')
  for (const each of nodes) {
    if (each !== nodes[0]) Object.assign(each.environment, databaseOf(nodes[0]))
    each.process = start(join(top, 'bin/serve'), [], each.environment)
    each.port = (await portsOf(each.process, each.environment.BALCAO_HOME))?.port
    await until(() => answersFromIndex(each), `node ${each.name} did not come to answer from OpenSearch`)
  }
  const lags = await edit()
  for (const each of nodes) {
    const lag = lags[each.name].sort((one, other) => one - other)
    const at = (part) => (lag[Math.min(lag.length - 1, Math.floor(lag.length * part))] / 1000).toFixed(2)
    console.log(`node ${each.name}: edits found p50 ${at(0.5)} s, at the latest ${at(1)} s after their commit (${lag.length} looked for)`)
  }
  await verified()

  await killed9(openSearch)
  await away()
  let began = performance.now()
  startOpenSearch()
  await back(began, 'OpenSearch killed and started again')

  await killed9(openSearch)
  rmSync(join(work, 'opensearch'), { recursive: true })
  await away()
  began = performance.now()
  startOpenSearch()
  await back(began, 'OpenSearch killed and started empty')
}

/** Writes all edits and looks for some of them on both nodes; how many milliseconds each was on its way. */
async function edit() {
  const organization = {
    organizations: [
      {
        id: 'crash-1',
        name: 'Associação de ensaio',
        organization_type: 'association',
        status: 'active',
        confidence: 'low',
        description: { pt: 'Registo inventado para o ensaio.', en: 'An invented record for the proof.' },
        sources: [{ url: 'https://example.org/ensaio' }],
      },
    ],
  }
  const records = [organization, ...Array.from({ length: edits }, (_, n) => editOfService(n + 1))]
  writeFileSync(join(work, 'records.jsonl'), records.map((each) => JSON.stringify(each)).join('\n') + '\n')
  const lags = Object.fromEntries(nodes.map((each) => [each.name, []]))
  const looking = []
  const writer = spawn(join(top, 'bin/serve'), ['import', '--source', 'crash', join(work, 'records.jsonl')], {
    env: { ...nodes[0].environment, JAVA_OPTS: '-Xmx256m' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  writer.stderr.pipe(said, { end: false })
  let applied = 0
  for await (const line of createInterface({ input: writer.stdout })) {
    if (/^applied service /.test(line) && ++applied % LOOKED_FOR === 0) {
      const [committed, token] = [performance.now(), tokenOf(applied)]
      for (const each of nodes) {
        looking.push(until(() => finds(each, token), `node ${each.name} did not find an edit`).then(() => lags[each.name].push(performance.now() - committed)))
      }
    }
  }
  await Promise.all(looking)
  check(applied === edits, `${applied} of ${edits} edits were taken`)
  return lags
}

/** Asks both nodes for a while without OpenSearch. */
async function away() {
  let answers = 0
  for (const until = performance.now() + 2_000; performance.now() < until; answers++) {
    for (const each of nodes) check((await ask(each, 'serviço')).status === 200, `node ${each.name} did not answer without OpenSearch`)
  }
  for (const each of nodes) check(!(await answersFromIndex(each)), 'OpenSearch was not away at all')
  console.log(`without OpenSearch: ${2 * answers} answers 200 from PostgreSQL, none other`)
}

async function back(began, what) {
  for (const each of nodes) await until(() => answersFromIndex(each), `node ${each.name} did not come back`)
  console.log(`${what}: both nodes answer from it again after ${((performance.now() - began) / 1000).toFixed(1)} s`)
  await verified()
}

async function verified() {
  for (const each of nodes) {
    const child = start(join(top, 'bin/serve'), ['search', 'verify'], { ...each.environment, JAVA_OPTS: '-Xmx256m' }, 'pipe')
    let text = ''
    child.stdout.on('data', (data) => (text += data))
    const [code] = await once(child, 'exit')
    check(code === 0, `node ${each.name}: ${text}`)
    console.log(`node ${each.name}: ${text.trim().split('\n').at(-1)}`)
  }
}

function node(name) {
  const environment = {
    BALCAO_WEB_DIR: '',
    BALCAO_HOME: join(work, `home-${name}`),
    BALCAO_SEARCH_ENGINE: 'opensearch',
    BALCAO_SEARCH_OPENSEARCH_URIS: `http://127.0.0.1:${searchPort.port}`,
    ...ANY_PORTS,
  }
  return { name, port: undefined, environment: { ...process.env, ...environment }, process: undefined }
}

/** The PostgreSQL that a node started for itself, as another node is told of it. */
function databaseOf({ environment }) {
  const port = readFileSync(join(environment.BALCAO_HOME, 'database/data/postmaster.pid'), 'utf8').split('\n')[3].trim()
  return {
    DATABASE_URL: `postgresql://127.0.0.1:${port}/balcao`,
    BALCAO_LIMITS_THIS_MACHINE: 'free',
    DATABASE_USER: 'balcao',
    DATABASE_PASSWORD: readFileSync(join(environment.BALCAO_HOME, 'password'), 'utf8'),
  }
}

function start(command, args, env = process.env, out = undefined) {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  child.stderr.pipe(said, { end: false })
  if (out === undefined) child.stdout.pipe(said, { end: false })
  return child
}

/** It says at which port it listens in a file of its folder. */
function startOpenSearch() {
  const portFile = join(work, 'opensearch', 'port')
  rmSync(portFile, { force: true })
  searchPort.to(undefined)
  openSearch = start(join(top, 'bin/opensearch'), [join(work, 'opensearch'), '0'])
  const started = openSearch
  const look = setInterval(() => {
    if (openSearch !== started || !alive(started)) clearInterval(look)
    else if (existsSync(portFile)) {
      searchPort.to(Number(readFileSync(portFile, 'utf8')))
      clearInterval(look)
    }
  }, 50)
}

function ask(from, words) {
  return fetch(`http://127.0.0.1:${from.port}/api/services?per_page=5&search=${encodeURIComponent(words)}`, { signal: AbortSignal.timeout(10_000) })
}

/** PostgreSQL does not say why it found something. */
async function answersFromIndex(from) {
  const answer = await ask(from, 'aulas de português')
  return answer.ok && (await answer.json()).contents[0]?.because !== undefined
}

async function finds(from, token) {
  const answer = await ask(from, token)
  return answer.ok && (await answer.json()).contents.some((service) => service.name.endsWith(token))
}

async function until(holds, otherwise) {
  for (const latest = performance.now() + PATIENCE; ; await pause(20)) {
    if (await Promise.resolve(holds()).catch(() => false)) return
    check(performance.now() < latest, otherwise)
    for (const each of nodes) check(each.process === undefined || alive(each.process), `node ${each.name} ended by itself`)
  }
}
