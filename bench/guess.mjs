#!/usr/bin/env node
// Guesses paper codes: of one that is there, with wrong secrets, and of others. Tells hits, whether the owner still gets in, and whether wrong
// and unknown can be told apart by their time. usage: bin/with-product bench/guess.mjs [TRIES]
// With "desks" it guesses as often as a place may while a desk works, and tells the desk's times with and without, in turns.
// The work that a guesser's own machine would do is left out with one bit, since here it would take the time of the server.
// usage: BALCAO_LIMITS_PROOF_BITS=1 bin/with-product bench/guess.mjs desks [SECONDS]
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'
import { check } from './proof.mjs'
import { referral } from './referral.mjs'

const api = `${process.env.BALCAO_URL}/api`
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const post = (path, body, headers = {}) =>
  fetch(`${api}/${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
const symbols = (count) => Array.from(crypto.getRandomValues(new Uint8Array(count)), (each) => ALPHABET[each % ALPHABET.length]).join('')
const withCheck = (text) => text + ALPHABET[[...text].reduce((sum, symbol, i) => sum + (i + 2) * ALPHABET.indexOf(symbol), 0) % ALPHABET.length]
const wrongSecret = (code) => withCheck(code.replaceAll('-', '').slice(0, 6) + symbols(9))
const sorted = (all) => [...all].sort((one, other) => one - other)
const at = (share, all) => sorted(all)[Math.min(all.length - 1, Math.floor(all.length * share))]

if (!isMainThread) await guessWhenTold()
else if (process.argv[2] === 'desks') await besideADesk(Number(process.argv[3] ?? '60'))
else await guessALot(Number(process.argv[2] ?? '10000'))

async function desk() {
  const { access_token: token } = await (await post('session/development', { person: 'amina' })).json()
  const [{ service_id: service }] = await (await fetch(`${api}/intakes`)).json()
  const authorization = `Bearer ${token}`
  return {
    send: () => post('referrals', referral(service), { authorization, 'idempotency-key': crypto.randomUUID() }),
    list: () => fetch(`${api}/referrals?box=sent`, { headers: { authorization } }),
  }
}

/** In a thread of its own: guesses one code from eight at once, as fast as the limit lets them. A header that speaks for others is counted. */
async function guessWhenTold() {
  const statuses = {}
  let on = false
  parentPort.on('message', (told) => {
    if (told === 'end') {
      parentPort.postMessage(statuses)
      parentPort.close()
      return
    }
    on = told === 'on'
    if (on) for (let n = 0; n < 8; n++) void guess()
  })
  async function guess() {
    let proof = {}
    while (on) {
      const answer = await post('my-referral', { code: wrongSecret(workerData) }, { 'x-forwarded-for': '192.0.2.1', ...proof })
      const problem = await answer.json().catch(() => ({}))
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
      proof = {}
      if (answer.status !== 429) continue
      if (problem.challenge) proof = { 'proof-of-work': solved(problem.challenge) }
      else await new Promise((resolve) => setTimeout(resolve, 1000 * Number(answer.headers.get('retry-after'))))
    }
  }
}

function solved({ text, bits }) {
  for (let n = 0; ; n++) {
    const hash = createHash('sha256').update(`${text}.${n}`).digest()
    if (Math.clz32(hash.readUInt32BE()) >= bits) return `${text}.${n}`
  }
}

async function besideADesk(seconds) {
  const { send, list } = await desk()
  const seen = (await (await send()).json()).code
  const times = { quiet: { list: [], send: [] }, guessing: { list: [], send: [] } }
  const rounds = Math.min(6, Math.ceil(seconds / 10))
  const guesser = new Worker(new URL(import.meta.url), { workerData: seen })
  await once(guesser, 'online')
  const timed = async (kind, what, ask) => {
    const began = performance.now()
    const answer = await ask()
    await answer.arrayBuffer()
    check(answer.ok, `the desk was answered ${answer.status}`)
    times[kind][what].push(performance.now() - began)
  }
  const work = async (kind, until) => {
    while (performance.now() < until) {
      await timed(kind, 'list', list)
      await timed(kind, 'send', send)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  await work('quiet', performance.now() + 5_000)
  for (const kind of Object.values(times)) for (const what of Object.keys(kind)) kind[what].length = 0
  for (let round = 0; round < rounds; round++) {
    await work('quiet', performance.now() + (seconds * 500) / rounds)
    guesser.postMessage('on')
    await work('guessing', performance.now() + (seconds * 500) / rounds)
    guesser.postMessage('off')
    await new Promise((resolve) => setTimeout(resolve, 2_000))
  }
  guesser.postMessage('end')
  const [statuses] = await once(guesser, 'message')
  for (const what of ['list', 'send']) {
    const [quiet, guessing] = [times.quiet[what], times.guessing[what]]
    console.log(
      `${what}: quiet p50 ${at(0.5, quiet).toFixed(1)} p95 ${at(0.95, quiet).toFixed(1)} ms (${quiet.length}), guessed at p50 ${at(0.5, guessing).toFixed(1)} p95 ` +
        `${at(0.95, guessing).toFixed(1)} ms (${guessing.length}); p95 ratio ${(at(0.95, guessing) / at(0.95, quiet)).toFixed(2)}`,
    )
  }
  console.log(`the guesses were answered ${JSON.stringify(statuses)}`)
  check(!statuses[200], 'a guess was right')
}

async function ask(code) {
  const began = performance.now()
  const answer = await post('my-referral', { code })
  const text = await answer.text()
  return { status: answer.status, text, milliseconds: performance.now() - began }
}

async function guessALot(tries) {
  const { send } = await desk()
  const newCode = async () => (await (await send()).json()).code

  // whether they can be told apart: one after the other, mixed
  const times = { 'wrong secret': [], unknown: [], 'guessed at often': [], malformed: [] }
  const often = await newCode()
  const bodies = new Set()
  const rounds = Math.min(40, tries)
  for (let n = 0; n < rounds; n++) {
    const asked = { 'wrong secret': wrongSecret(await newCode()), unknown: withCheck(symbols(15)), 'guessed at often': wrongSecret(often), malformed: symbols(16) }
    for (const [kind, code] of Object.entries(asked)) {
      const { status, text, milliseconds } = await ask(code)
      check(status === 404, `${kind} was answered ${status}`)
      bodies.add(text)
      times[kind].push(milliseconds)
    }
  }
  check(bodies.size === 1, 'answers differ')
  const medians = Object.fromEntries(Object.entries(times).map(([kind, all]) => [kind, at(0.5, all)]))
  const gap = Math.max(...Object.values(medians)) - Math.min(...Object.values(medians))
  console.log(`medians of ${rounds}: ${Object.entries(medians).map(([kind, ms]) => `${kind} ${ms.toFixed(1)} ms`).join(', ')}; the widest gap ${gap.toFixed(1)} ms; one body for all`)

  // many guesses at once: of one code, and of any
  const target = await newCode()
  let hits = 0
  let asked = 0
  const began = performance.now()
  await Promise.all(
    Array.from({ length: 16 }, async (_, n) => {
      while (asked < tries) {
        asked++
        const { status } = await ask(n % 2 === 0 ? wrongSecret(target) : withCheck(symbols(15)))
        if (status === 200) hits++
      }
    }),
  )
  check(hits === 0, `${hits} hits`)
  check((await ask(target)).status === 200, 'the owner of the code that was guessed at was refused')
  console.log(`${asked} tries in ${((performance.now() - began) / 1000).toFixed(0)} s: 0 hits; the owner of the code that was guessed at gets in`)
}
