#!/usr/bin/env node
// A delivery of ten thousand records, once undisturbed, and once with the program killed with -9 each time it came to a checkpoint. Both directories
// have to be equal, row by row. usage: bench/sync-crash.mjs [SERVICES]
import { spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, chmodSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { lines, source } from './feeds.mjs'
import { alive, ANY_PORTS, ask, check, end, heldPort, killed9, portsOf, sql, top } from './proof.mjs'

const services = Number(process.argv[2] ?? '3300')
const body = [...lines(services)].join('')
const work = mkdtempSync(join(tmpdir(), 'balcao-sync-crash-'))
chmodSync(work, 0o755)
const said = createWriteStream(join(work, 'log'))
let server
let held
let failure
try {
  const undisturbed = await deliver(join(work, 'undisturbed'), false)
  const killed = await deliver(join(work, 'killed'), true)
  check(undisturbed.rows > services * 8, `only ${undisturbed.rows} rows`)
  check(undisturbed.sum === killed.sum && undisturbed.rows === killed.rows, `the directories differ: ${undisturbed.rows} and ${killed.rows} rows`)
  check(JSON.stringify(undisturbed.counts) === JSON.stringify(killed.counts), `the reports differ: ${JSON.stringify(killed.counts)}`)
  console.log(`undisturbed ${undisturbed.took.toFixed(0)} s; killed with -9 at ${killed.kills} checkpoints ${killed.took.toFixed(0)} s; ${JSON.stringify(killed.counts)}; ${killed.rows} rows, equal`)
} catch (thrown) {
  failure = thrown
}
await end(server)
held?.close()
if (failure) {
  console.error(`Failed: ${failure.message}\n${readFileSync(join(work, 'log'), 'utf8').split('\n').slice(-30).join('\n')}`)
  process.exitCode = 1
} else rmSync(work, { recursive: true, force: true })

async function deliver(home, disturbed) {
  held ??= await heldPort()
  // whoever goes on waits for the lease of who was killed: here ten seconds, so that it can be watched from its first chunk
  const environment = { ...process.env, BALCAO_WEB_DIR: '', BALCAO_HOME: home, ...ANY_PORTS, BALCAO_SYNC_LEASE: '10S' }
  const api = `http://127.0.0.1:${held.port}/api`
  await serve(environment, api)
  let headers = await source(api, 'crash')
  const began = performance.now()
  const sent = await ask(`${api}/sources/crash/runs`, { method: 'POST', headers: { ...headers, 'content-type': 'application/x-ndjson' }, body })
  check(sent.status === 202, `the delivery was answered ${sent.status}`)
  const { id } = await sent.json()
  let kills = 0
  let before = -1
  for (;;) {
    const run = await ask(`${api}/sources/crash/runs/${id}`, { headers }).then((answer) => answer.json(), () => undefined)
    if (run?.state && !['received', 'applying'].includes(run.state)) {
      check(run.state === 'done', `the run is ${run.state}: ${run.reason}`)
      const [row] = sql(home, digest(home))
      const [rows, sum] = row.split('\t')
      await end(server)
      return { kills, counts: run.counts, rows: Number(rows), sum, took: (performance.now() - began) / 1000 }
    }
    const now = run ? run.records_read + run.records_planned + run.records_applied : before
    if (disturbed && now !== before) {
      before = now
      kills++
      await killed9(server)
      await serve(environment, api)
      headers = await source(api, 'crash')
    } else await pause(20)
  }
}

/** Every row of every published table: their number, and a sum over them that their order does not change. */
function digest(home) {
  const tables = sql(home, "select table_name from information_schema.views where table_schema = 'published' and table_name <> 'object'")
  const all = tables.map((table) => `select md5('${table}' || to_jsonb(t)::text) as sum from published.${table} t`).join(' union all ')
  return `select count(*), md5(string_agg(sum, '' order by sum)) from (${all}) each_row`
}

async function serve(environment, api) {
  held.to(undefined)
  server = spawn(join(top, 'bin/serve'), [], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  server.stdout.pipe(said, { end: false })
  server.stderr.pipe(said, { end: false })
  held.to((await portsOf(server, environment.BALCAO_HOME))?.port)
  for (let tries = 0; tries < 1_200; tries++) {
    check(alive(server), 'the program ended')
    const ready = await ask(`${api}/session/sign-in`).then((answer) => answer.ok, () => false)
    if (ready) return
    await pause(100)
  }
  throw new Error('the program did not start')
}
