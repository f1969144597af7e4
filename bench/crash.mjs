#!/usr/bin/env node
// Kills the program and PostgreSQL with -9 while records are written, and then looks in the database for every write that had been
// acknowledged: by the line `applied <kind> <id> <what>` that `import` prints after its commit. As many edits of services go with them: some are
// looked for at once, to see how long the search takes to find them, and in the end `search verify` compares index and database. Then kills
// PostgreSQL under the serving program, which has to answer 503 with Retry-After meanwhile and to heal by itself.
// usage: bench/crash.mjs [WRITES] [KILLS]
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { ANY_PORTS, alive, check, editOfService, end, killed9, portsOf, postmasterOf, tokenOf, top } from './proof.mjs'

const [writes, kills] = [process.argv[2] ?? '1000', process.argv[3] ?? '12'].map(Number)
const work = mkdtempSync(join(tmpdir(), 'balcao-crash-'))
chmodSync(work, 0o755)
const home = join(work, 'home')
const said = createWriteStream(join(work, 'log'))
const environment = { ...process.env, BALCAO_WEB_DIR: '', BALCAO_HOME: home, ...ANY_PORTS }
const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1)

const LOOKED_FOR = 10
const LONGEST_LOOK = 10_000

let killsLeft
let server
let port // of the program that runs now
let writer
let dead // the process number of the PostgreSQL killed last
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    await end(writer)
    await end(server)
    process.exit(130)
  })
}
let failure
try {
  await prove()
} catch (thrown) {
  failure = thrown
}
await end(writer)
await end(server)
if (failure) {
  console.error(`Failed: ${failure.message}\nThe product's last words:`)
  console.error(readFileSync(join(work, 'log'), 'utf8').split('\n').slice(-40).join('\n'))
  console.error(`All of it is in ${work}`)
  process.exitCode = 1
} else {
  rmSync(work, { recursive: true, force: true })
}

async function prove() {
  const began = performance.now()
  serve()
  await healed(began)
  const lines = Array.from({ length: writes }, (_, n) => [organization(n + 1), editOfService(n + 1)].map((record) => JSON.stringify(record)))
  writeFileSync(join(work, 'records.jsonl'), lines.flat().join('\n') + '\n')

  const story = await writeAmongKills()
  check(story.acknowledged.size === writes, `${story.acknowledged.size} of ${writes} writes were acknowledged in the end`)
  check(Object.keys(story.killed).length > 0, 'nothing was killed while it wrote')
  check(story.again.length === 0, `written again although acknowledged: ${story.again.join(', ')}`)
  const wrong = ledger([...story.acknowledged])
  check(wrong === '', `the database disagrees:\n${wrong}`)
  const found = await (await ask('/organizations?per_page=1&search=ensaio')).json()
  console.log(
    `${writes} writes, ${story.starts} starts of the writer, killed with -9: ` +
      Object.entries(story.killed).map(([what, times]) => `${what} ${times} ×`).join(', '),
  )
  console.log(
    `acknowledged and lost: 0; acknowledged without a row in the change log: 0; written twice: 0; ` +
      `committed but killed before the word was out: ${story.unsaid}; found by the API: ${found.total_items}`,
  )
  const lag = story.seen.sort((one, other) => one - other)
  const at = (part) => (lag[Math.min(lag.length - 1, Math.floor(lag.length * part))] / 1000).toFixed(2)
  console.log(
    `edits of services: ${story.edits}; found by the search after p50 ${at(0.5)} s, p99 ${at(0.99)} s, at the latest ${at(1)} s (${lag.length} looked for)`,
  )
  const verified = await verify()
  check(verified.code === 0, `index and database differ: ${verified.text}`)
  console.log(verified.text.split('\n').at(-1))
  await damageIndex()
  console.log(`ready again by itself after each kill, at the latest after ${story.slowest.toFixed(1)} s`)
  await killUnderReaders(Math.max(2, Math.round(kills / 4)))
  console.log(`${seconds(began)} s in all`)
}

/**
 * Writes all records; what was not acknowledged when the writer died is sent again, as a partner would. Each kill comes at a random write and
 * the next one after everything is well again, so that every kill meets writes under way.
 */
async function writeAmongKills() {
  const story = { acknowledged: new Set(), again: [], unsaid: 0, starts: 0, slowest: 0, killed: {}, edits: 0, seen: [] }
  const looking = new Set()
  const victims = ['PostgreSQL', 'the program and PostgreSQL', 'the writer', 'the program']
  let left = kills
  killsLeft = left
  const moment = () => story.acknowledged.size + 1 + Math.floor((Math.random() * 2 * (writes - story.acknowledged.size)) / (left + 1))
  let next = Math.min(moment(), writes - 1)
  let healing
  const strike = async () => {
    const victim = victims[(kills - left--) % victims.length]
    killsLeft = left
    story.killed[victim] = (story.killed[victim] ?? 0) + 1
    const at = performance.now()
    if (victim === 'the writer') writer.kill('SIGKILL')
    if (victim.includes('PostgreSQL')) killPostgres()
    if (victim.includes('program')) {
      if (alive(writer)) writer.kill('SIGSTOP') // it would be done before the program is back
      await killed9(server)
      serve()
    }
    story.slowest = Math.max(story.slowest, await healed(at))
    if (alive(writer)) writer.kill('SIGCONT')
    next = moment()
    healing = undefined
  }
  for (let finished = false; !finished; ) {
    if (++story.starts > kills + 20) throw new Error('the writer does not get to its end')
    writer = run(['import', '--source', 'crash', join(work, 'records.jsonl')], '-Xmx256m')
    const ended = once(writer, 'exit')
    let applied = 0
    for await (const line of createInterface({ input: writer.stdout })) {
      const [, kind, id, what] = /^applied (organization|service) (\S+) (\w+)$/.exec(line) ?? []
      if (!id) continue
      applied++
      if (kind === 'service') {
        story.edits++
        if (!healing && applied % (2 * LOOKED_FOR) === 0) {
          const look = lookFor(applied / 2, left).then((milliseconds) => milliseconds !== undefined && story.seen.push(milliseconds))
          looking.add(look.finally(() => looking.delete(look)))
        }
        continue
      }
      if (story.acknowledged.has(id) && what !== 'kept') story.again.push(id)
      if (!story.acknowledged.has(id) && what === 'kept') story.unsaid++
      story.acknowledged.add(id)
      if (left > 0 && !healing && story.acknowledged.size >= next) healing = strike()
    }
    const [code] = await ended
    await healing
    await Promise.all(looking)
    if (code === 1) throw new Error('the writer left records out')
    finished = code === 0
  }
  return story
}

/** How long the search takes to find an edit, in milliseconds; nothing if something was killed or the record edited again meanwhile. */
async function lookFor(n, left) {
  const began = performance.now()
  while (performance.now() - began < LONGEST_LOOK) {
    const answer = await ask(`/services?per_page=5&search=${tokenOf(n)}`).catch(() => undefined)
    if (answer?.status === 200 && (await answer.json()).contents.some((service) => service.name.endsWith(tokenOf(n)))) {
      return performance.now() - began
    }
    if (killsLeft !== left) return undefined
    await pause(20)
  }
  return LONGEST_LOOK
}

/** What `search verify` says beside the running program. */
async function verify() {
  const child = run(['search', 'verify'], '-Xmx256m')
  let text = ''
  child.stdout.on('data', (data) => (text += data))
  const [code] = await once(child, 'exit')
  return { code, text: text.trim() }
}

/** Overwrites every file of the index: the search goes on with PostgreSQL, and the index is made anew. */
async function damageIndex() {
  await killed9(server)
  const files = readdirSync(join(home, 'search'), { recursive: true, withFileTypes: true }).filter(
    (each) => each.isFile() && each.parentPath.includes('lucene'),
  )
  check(files.length > 3, 'there is no index to damage')
  for (const file of files) writeFileSync(join(file.parentPath, file.name), 'damaged')
  const began = performance.now()
  serve()
  await healed(began)
  for (;;) {
    const answer = await ask(`/services?per_page=1&search=serviço`)
    check(answer.status === 200, `answered ${answer.status} while the index was made anew`)
    if ((await answer.json()).contents[0]?.because) break
    check(performance.now() - began < 60_000, `the damaged index was not made anew`)
    await pause(100)
  }
  const verified = await verify()
  check(verified.code === 0, `the index that was made anew differs: ${verified.text}`)
  console.log(`index damaged: made anew by itself, ${seconds(began)} s after the start; ${verified.text.split('\n').at(-1)}`)
}

/** Asks without a pause while PostgreSQL is killed again and again. Only 200 and a proper 503 are answers. */
async function killUnderReaders(times) {
  const answers = { 200: 0, 503: 0 }
  let away = 0
  let longest = 0
  let stop = false
  const reading = (async () => {
    let since
    while (!stop) {
      const answer = await ask('/services?per_page=1', 30_000)
      const text = await answer.text()
      answers[answer.status] = (answers[answer.status] ?? 0) + 1
      if (answer.status === 503) {
        since ??= performance.now()
        check(Number(answer.headers.get('retry-after')) > 0, '503 without Retry-After')
        check(answer.headers.get('content-type')?.startsWith('application/problem+json'), '503 that is no problem document')
        check(JSON.parse(text).type.endsWith('database-away'), `503 of another kind: ${text}`)
      } else {
        check(answer.status === 200, `answered ${answer.status}: ${text}`)
        if (since !== undefined) {
          away++
          longest = Math.max(longest, performance.now() - since)
          since = undefined
        }
      }
      await pause(5)
    }
  })()
  const killing = (async () => {
    for (let n = 0; n < times; n++) {
      await pause(300 + Math.random() * 700)
      const at = performance.now()
      killPostgres()
      await healed(at)
    }
    await pause(300)
  })()
  await Promise.race([reading, killing])
  stop = true
  await Promise.all([reading, killing])
  check(alive(server), 'the program ended although only PostgreSQL was killed')
  console.log(
    `PostgreSQL killed ${times} times under the serving program: ${answers[200]} answers 200, ${answers[503]} answers 503 with Retry-After, ` +
      `none other; away ${away} times, at the longest for ${(longest / 1000).toFixed(1)} s`,
  )
}

function organization(n) {
  return {
    organizations: [
      {
        id: `crash-${n}`,
        name: `Associação de ensaio ${n}`,
        organization_type: 'association',
        status: 'active',
        confidence: 'low',
        description: { pt: 'Registo inventado para o ensaio de falhas.', en: 'An invented record for the crash test.' },
        sources: [{ url: 'https://example.org/ensaio' }],
      },
    ],
  }
}

function run(args, javaOptions) {
  const child = spawn(join(top, 'bin/serve'), args, {
    env: { ...environment, JAVA_OPTS: javaOptions },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stderr.pipe(said, { end: false })
  if (args.length === 0) child.stdout.pipe(said, { end: false })
  return child
}

function serve() {
  port = undefined
  server = run([], '')
  const started = server
  portsOf(started, home).then((ports) => {
    if (server === started) port = ports?.port
  })
}

function killPostgres() {
  const pid = postmasterOf(home)
  if (pid && pid !== dead) {
    process.kill(pid, 'SIGKILL')
    dead = pid
  }
}

async function ask(path, patience = 10_000) {
  check(port !== undefined, 'no program listens')
  return fetch(`http://127.0.0.1:${port}/api${path}`, { signal: AbortSignal.timeout(patience) })
}

/** Waits until the API answers from a PostgreSQL that was not killed; tells how many seconds that took. */
async function healed(since) {
  for (;;) {
    const waited = (performance.now() - since) / 1000
    if (waited > 120) throw new Error('it did not heal within two minutes')
    if (!alive(server)) throw new Error('the program ended by itself')
    if (postmasterOf(home) && postmasterOf(home) !== dead) {
      const status = await ask('/services?per_page=1').then((answer) => answer.status, () => 0)
      if (status === 200 && postmasterOf(home) !== dead) return waited
    }
    await pause(50)
  }
}

function ledger(ids) {
  const java = spawnSync(join(top, 'bin/jdk'), { encoding: 'utf8' }).stdout.trim()
  const asked = spawnSync(
    join(java, 'bin/java'),
    ['-Xmx128m', '-cp', join(top, 'backend/target/quarkus-app/lib/main/*'), join(top, 'bench/Ledger.java'), home],
    { input: ids.join('\n'), encoding: 'utf8' },
  )
  if (asked.status !== 0) throw new Error(`the database could not be read: ${asked.stderr}`)
  return asked.stdout.trim()
}
