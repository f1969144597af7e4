#!/usr/bin/env node
// Kills the program and PostgreSQL with -9 while twenty writers send referrals and take them through their steps. Every step that was
// acknowledged has to be there afterwards, once, with its event and its row in the outbox; and everything has to heal by itself.
// usage: bench/referral-crash.mjs [KILLS_OF_EACH]
import { spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, chmodSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ANY_PORTS, alive, ask, check, end, heldPort, killed9, portsOf, postmasterOf, sql, top } from './proof.mjs'
import { referral } from './referral.mjs'

const kills = Number(process.argv[2] ?? '25')
const WRITERS = 20
const work = mkdtempSync(join(tmpdir(), 'balcao-referral-crash-'))
chmodSync(work, 0o755)
const home = join(work, 'home')
const said = createWriteStream(join(work, 'log'))
const environment = { ...process.env, BALCAO_WEB_DIR: '', BALCAO_HOME: home, ...ANY_PORTS }
const held = await heldPort()
const api = `http://127.0.0.1:${held.port}/api`

let server
let dead
let stop = false
let broken
const tokens = new Map()
/** Who answers at an organization. */
const personAt = new Map()
/** What was acknowledged: referral, version and the step that led to it. */
const acknowledged = []
const answers = {}
let failure
try {
  await prove()
} catch (thrown) {
  failure = thrown
}
stop = true
await end(server)
held.close()
if (failure) {
  console.error(`Failed: ${failure.message}\nThe product's last words:`)
  console.error(readFileSync(join(work, 'log'), 'utf8').split('\n').slice(-40).join('\n'))
  process.exitCode = 1
} else {
  rmSync(work, { recursive: true, force: true })
}

async function prove() {
  const began = performance.now()
  serve()
  await healed(began)
  const services = (await (await ask(`${api}/intakes`)).json()).map(({ service_id }) => service_id)
  for (const person of ['bruno', 'clara', 'duarte'])
    personAt.set(JSON.parse(Buffer.from((await token(person)).split('.')[1], 'base64url').toString()).org, person)
  const writers = Array.from({ length: WRITERS }, (_, n) => writer(n, services).catch((error) => (broken ??= error)))
  let slowest = 0
  for (let n = 0; n < 2 * kills && !broken; n++) {
    await pause(300 + Math.random() * 700)
    const at = performance.now()
    if (n % 2 === 0) killPostgres()
    else {
      await killed9(server)
      serve()
    }
    slowest = Math.max(slowest, await healed(at))
  }
  await pause(500)
  stop = true
  await Promise.all(writers)
  if (broken) throw broken

  const rows = sql(home, "select referral_id || ' ' || version || ' ' || kind from referral.event where kind in ('send', 'study', 'accept', 'complete')")
  const there = new Set(rows)
  const lost = acknowledged.filter((each) => !there.has(each))
  check(lost.length === 0, `acknowledged and lost: ${lost.slice(0, 5).join(', ')}`)
  check(there.size === rows.length, `doubled: ${rows.length - there.size}`)
  const zero = (what, query) => {
    const found = sql(home, query)[0]
    check(found === '0', `${what}: ${found}`)
  }
  zero('events without a row in the outbox', 'select count(*) from referral.event e where not exists (select from referral.outbox o where o.referral_id = e.referral_id and o.seq = e.seq)')
  zero('half steps', 'select count(*) from referral.referral r where not exists (select from referral.event e where e.referral_id = r.id and e.version = r.version and e.to_state = r.state)')
  zero('broken chains of events', 'select count(*) from referral.first_broken_event()')
  zero('referrals without what is sealed', 'select count(*) from referral.referral r where not exists (select from referral.sealed s where s.referral_id = r.id)')
  zero('referrals of one request more than once', 'select count(*) - count(distinct (organization_id, key)) from referral.request_key')
  const referrals = sql(home, 'select count(*) from referral.referral')[0]
  console.log(
    `killed with -9: PostgreSQL ${kills} ×, the program ${kills} ×, under ${WRITERS} writers; ` +
      `${acknowledged.length} steps acknowledged of ${referrals} referrals; lost 0, doubled 0, half 0, events without outbox row 0`,
  )
  console.log(`answers: ${Object.entries(answers).map(([status, times]) => `${status}: ${times}`).join(', ')} (0: the connection broke)`)
  console.log(`healed by itself each time, at the latest after ${slowest.toFixed(1)} s; ${((performance.now() - began) / 1000).toFixed(0)} s in all`)
}

/** Sends, and takes each referral to its end; whatever is not answered is asked again with the same key. */
async function writer(n, services) {
  for (let round = 0; !stop; round++) {
    const service = services[(n + round) % services.length]
    const sent = await again('amina', 'referrals', { body: referral(service), key: crypto.randomUUID() })
    if (!sent) return
    const { id, receiver_organization_id: receiver } = sent.referral
    acknowledged.push(`${id} 1 send`)
    const person = personAt.get(receiver)
    const steps = [['study', 'study'], ['acceptance', 'accept'], ['completion', 'complete', { code: 'got_help' }]]
    for (const [version, [path, kind, body]] of steps.entries()) {
      const taken = await again(person, `referrals/${id}/${path}`, { body, version: version + 1, key: crypto.randomUUID() })
      if (!taken) return
      acknowledged.push(`${id} ${version + 2} ${kind}`)
    }
  }
}

async function again(person, path, { body, key, version }) {
  for (let tries = 0; tries < 2_000; tries++) {
    if (stop && tries > 0) return undefined
    let status = 0
    try {
      const answer = await ask(`${api}/${path}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await token(person)}`,
          'idempotency-key': key,
          ...(version && { 'if-match': `"v${version}"` }),
          ...(body && { 'content-type': 'application/json' }),
        },
        body: body && JSON.stringify(body),
      })
      status = answer.status
      answers[status] = (answers[status] ?? 0) + 1
      const json = await answer.json()
      if (answer.ok) return json
      if (status === 401) tokens.delete(person)
      else if (status !== 503) throw new Error(`${path} answered ${status}: ${JSON.stringify(json)}`)
      else check(Number(answer.headers.get('retry-after')) > 0, '503 without Retry-After')
    } catch (error) {
      if (status !== 0 && status !== 401 && status !== 503 && error.message.includes('answered')) throw error
      if (status === 0) answers[0] = (answers[0] ?? 0) + 1
    }
    await pause(50)
  }
  throw new Error(`${path} was not answered`)
}

async function token(person) {
  if (!tokens.has(person)) {
    const answer = await ask(`${api}/session/development`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person }),
    })
    tokens.set(person, (await answer.json()).access_token)
  }
  return tokens.get(person)
}

function serve() {
  server = spawn(join(top, 'bin/serve'), [], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  server.stdout.pipe(said, { end: false })
  server.stderr.pipe(said, { end: false })
  held.to(undefined)
  const started = server
  portsOf(started, home).then((ports) => {
    if (server === started) held.to(ports?.port)
  })
}

function killPostgres() {
  const pid = postmasterOf(home)
  if (pid && pid !== dead) {
    process.kill(pid, 'SIGKILL')
    dead = pid
  }
}

/** Until a referral can be listed again; tells how many seconds that took. */
async function healed(since) {
  for (;;) {
    const waited = (performance.now() - since) / 1000
    if (waited > 120) throw new Error('it did not heal within two minutes')
    if (!alive(server)) throw new Error('the program ended by itself')
    if (postmasterOf(home) && postmasterOf(home) !== dead) {
      const status = await token('amina')
        .then((bearer) => ask(`${api}/referrals?box=sent`, { headers: { authorization: `Bearer ${bearer}` } }))
        .then((answer) => answer.status, () => 0)
      if (status === 401) tokens.clear()
      if (status === 200 && postmasterOf(home) !== dead) return waited
    }
    await pause(50)
  }
}
