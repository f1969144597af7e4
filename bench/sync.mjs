#!/usr/bin/env node
// How long many records take the first time, again unchanged, and with a tenth changed; beside the bare reading of the same file as JSON in the same
// run. Then a body of a gigabyte, with the program's memory watched. usage: bin/with-product bench/sync.mjs [SERVICES] [MEGABYTES]
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { lines, source } from './feeds.mjs'
import { check } from './proof.mjs'

const services = Number(process.argv[2] ?? '6600')
const megabytes = Number(process.argv[3] ?? '1000')
const api = `${process.env.BALCAO_URL}/api`
const headers = await source(api, 'bench')

const body = [...lines(services)].join('')
const began = performance.now()
const parsed = body.trim().split('\n').map((line) => JSON.parse(line)).length
const bare = (performance.now() - began) / 1000
console.log(`${parsed} lines, ${(body.length / 1e6).toFixed(0)} MB; read as JSON and nothing else: ${bare.toFixed(2)} s`)
await measure('first', body)
const before = await newest()
await measure('again, unchanged', body)
check((await newest()) === before, 'the same again wrote something')
console.log('  changes written by it: 0')
const changed = body
  .split('\n')
  .map((line, n) => (n % 10 === 0 ? line.replace('versão 0', 'versão 1') : line))
  .join('\n')
await measure('a tenth changed', changed)
if (megabytes > 0) await gigabyte()

async function measure(what, content) {
  const from = performance.now()
  const { counts, took } = await deliver(content)
  const records = Object.values(counts).reduce((sum, each) => sum + each, 0)
  const seconds = took ?? (performance.now() - from) / 1000
  console.log(`${what}: ${records} records in ${seconds.toFixed(1)} s (${(records / seconds).toFixed(0)} a second) ${JSON.stringify(counts)}`)
}

async function deliver(content) {
  const from = performance.now()
  const sent = await fetch(`${api}/sources/bench/runs`, { method: 'POST', headers: { ...headers, 'content-type': 'application/x-ndjson' }, body: content, duplex: 'half' })
  check(sent.status === 202, `a delivery was answered ${sent.status}`)
  const { id } = await sent.json()
  for (;;) {
    const run = await (await fetch(`${api}/sources/bench/runs/${id}`, { headers })).json()
    if (!['received', 'applying'].includes(run.state)) {
      check(run.state.startsWith('done'), `the run is ${run.state}: ${run.reason}`)
      return { counts: run.counts, took: (performance.now() - from) / 1000 }
    }
    await pause(250)
  }
}

/** The number of the newest change. */
async function newest() {
  let after = 0
  for (;;) {
    const page = await (await fetch(`${api}/changes?after=${after}&limit=1000`)).json()
    after = page.after
    if (!page.more) return after
  }
}

/** Lines that are all kept back, so that reading is measured and not the directory's growth. */
async function gigabyte() {
  const line = `${JSON.stringify({ kind: 'service', id: 'big', name: 'x', status: 'wrong', description: 'y'.repeat(15_000) })}\n`
  const count = Math.ceil((megabytes * 1e6) / line.length)
  let most = 0
  const watching = setInterval(() => (most = Math.max(most, residentOfProgram())), 200)
  const start = residentOfProgram()
  const { counts, took } = await deliver(
    Readable.from(
      (function* () {
        for (let n = 0; n < count; n++) yield line.replace('"big"', `"big${n}"`)
      })(),
    ),
  )
  clearInterval(watching)
  console.log(`a body of ${megabytes} MB, ${count} lines: ${took.toFixed(0)} s, ${JSON.stringify(counts)}; resident memory ${start} MB before, ${most} MB at most`)
}

function residentOfProgram() {
  const status = readFileSync(`/proc/${process.env.BALCAO_PID}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}
