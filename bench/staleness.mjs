#!/usr/bin/env node
// How old an answer can be: two nodes and a third without the answer cache on one PostgreSQL, 16 writers and 4 readers (bench/Staleness.java), with
// notices of changes, with their connections cut all the time, and without notices. Fails if the cache makes answers older than it may, or if it
// was not used.
// usage: bench/staleness.mjs [SECONDS [WARMING]]   (of each of the nine rows; before them, of each of three kinds of question)
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { ANY_PORTS, alive, check, end, portsOf, top } from './proof.mjs'

const [seconds, warming] = [process.argv[2] ?? '20', process.argv[3] ?? '7']
const work = mkdtempSync(join(tmpdir(), 'balcao-staleness-'))
chmodSync(work, 0o755)
const said = createWriteStream(join(work, 'log'))
const nodes = ['one', 'two', 'without'].map((name) => ({ name, environment: { ...process.env, ...ANY_PORTS, BALCAO_WEB_DIR: '', BALCAO_HOME: join(work, name) } }))
nodes[2].environment.JAVA_OPTS = `${process.env.JAVA_OPTS ?? ''} -Dbalcao.answers.bytes=0`

// A number that the database did not confirm within a second is unknown, so the cache never adds more, however busy the machine is.
const MOST_ADDED_MS = 1_000
// Fewer answers from memory than this, of all kinds together, say nothing of it: a search is seldom kept while its index is behind.
const LEAST_FROM_MEMORY = 0.1

let failure
try {
  for (const node of nodes) {
    if (node !== nodes[0]) Object.assign(node.environment, databaseOf(nodes[0]))
    node.process = spawn(join(top, 'bin/serve'), [], { env: node.environment, stdio: ['ignore', 'pipe', 'pipe'] })
    node.process.stdout.pipe(said, { end: false })
    node.process.stderr.pipe(said, { end: false })
    node.ports = await portsOf(node.process, node.environment.BALCAO_HOME)
    check(node.ports, `node ${node.name} ended by itself`)
    await until(() => answersFromIndex(node), node)
  }
  await measure()
} catch (thrown) {
  failure = thrown
}
for (const node of [...nodes].reverse()) await end(node.process)
if (failure) {
  console.error(readFileSync(join(work, 'log'), 'utf8').split('\n').slice(-40).join('\n'))
  console.error(`All that the nodes said is in ${work}. Failed: ${failure.message}`)
  process.exitCode = 1
} else {
  rmSync(work, { recursive: true, force: true })
}

async function measure() {
  const java = spawnSync(join(top, 'bin/jdk'), { encoding: 'utf8' }).stdout.trim() + '/bin/java'
  const places = nodes.map(({ ports }) => `${ports.port}:${ports.management}`)
  const program = ['-Xmx128m', '-cp', join(top, 'backend/target/quarkus-app/lib/main/*'), join(top, 'bench/Staleness.java')]
  const child = spawn(java, [...program, nodes[0].environment.BALCAO_HOME, seconds, warming, ...places], { stdio: ['ignore', 'pipe', 'inherit'] })
  const faults = []
  const used = new Map() // by what became of the notices: of how many answers how many came from memory
  let rows = 0
  for await (const line of createInterface({ input: child.stdout })) {
    console.log(line)
    const [, notices, asked, ...figures] = line.split('|').map((each) => each.trim())
    const [answers, fromMemory, , oldest, , , oldestWithout] = figures.map(Number)
    if (!(answers > 0)) continue
    rows++
    const part = `${asked}, notices ${notices}`
    if (!(oldest <= oldestWithout + MOST_ADDED_MS)) faults.push(`${part}: an answer was ${oldest} ms old, without the cache ${oldestWithout} ms`)
    const before = used.get(notices) ?? { answers: 0, fromMemory: 0 }
    used.set(notices, { answers: before.answers + answers, fromMemory: before.fromMemory + fromMemory })
  }
  if (child.exitCode === null) await once(child, 'exit')
  check(child.exitCode === 0 && rows === 9, 'the readers or writers gave up')
  for (const [notices, { answers, fromMemory }] of used) {
    if (!(fromMemory >= answers * LEAST_FROM_MEMORY)) faults.push(`notices ${notices}: only ${fromMemory} of ${answers} answers came from memory`)
  }
  check(faults.length === 0, faults.join('\n'))
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

/** PostgreSQL does not say why it found something. */
async function answersFromIndex({ ports }) {
  const answer = await fetch(`http://127.0.0.1:${ports.port}/api/services?per_page=1&search=apoio`)
  return answer.ok && (await answer.json()).contents[0]?.because !== undefined
}

async function until(holds, node) {
  for (const latest = performance.now() + 120_000; ; await pause(50)) {
    if (await Promise.resolve(holds()).catch(() => false)) return
    check(alive(node.process), `node ${node.name} ended by itself`)
    check(performance.now() < latest, `node ${node.name} did not come to answer from its index`)
  }
}
