#!/usr/bin/env node
// Guesses paper codes: of one that is there, with wrong secrets, and of others. Tells hits, what the lock does, and whether wrong, unknown and
// locked can be told apart by their time. usage: bin/with-product bench/guess.mjs [TRIES]
import { check } from './proof.mjs'
import { referral } from './referral.mjs'

const tries = Number(process.argv[2] ?? '10000')
const api = `${process.env.BALCAO_URL}/api`
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const post = (path, body, headers = {}) =>
  fetch(`${api}/${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })

const { access_token: token } = await (await post('session/development', { person: 'amina' })).json()
const [{ service_id: service }] = await (await fetch(`${api}/intakes`)).json()
const newCode = async () =>
  (await (await post('referrals', referral(service), { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() })).json()).code
const symbols = (count) => Array.from(crypto.getRandomValues(new Uint8Array(count)), (each) => ALPHABET[each % ALPHABET.length]).join('')
const withCheck = (text) => text + ALPHABET[[...text].reduce((sum, symbol, i) => sum + (i + 2) * ALPHABET.indexOf(symbol), 0) % ALPHABET.length]
const wrongSecret = (code) => withCheck(code.replaceAll('-', '').slice(0, 6) + symbols(9))

async function ask(code) {
  const began = performance.now()
  const answer = await post('my-referral', { code })
  const text = await answer.text()
  return { status: answer.status, text, milliseconds: performance.now() - began }
}
const median = (all) => all.sort((one, other) => one - other)[Math.floor(all.length / 2)]

// whether they can be told apart: one after the other, mixed
const [wrong, locked] = [await newCode(), await newCode()]
for (let n = 0; n < 5; n++) await ask(wrongSecret(locked))
check((await ask(locked)).status === 404, 'five wrong secrets did not lock the code')
const times = { 'wrong secret': [], unknown: [], locked: [], malformed: [] }
const bodies = new Set()
for (let n = 0; n < 40; n++) {
  const fresh = n % 4 === 0 ? await newCode() : wrong
  const asked = { 'wrong secret': wrongSecret(n % 4 === 0 ? fresh : await newCode()), unknown: withCheck(symbols(15)), locked: wrongSecret(locked), malformed: symbols(16) }
  for (const [kind, code] of Object.entries(asked)) {
    const { status, text, milliseconds } = await ask(code)
    check(status === 404, `${kind} was answered ${status}`)
    bodies.add(text)
    times[kind].push(milliseconds)
  }
}
check(bodies.size === 1, 'answers differ')
const medians = Object.fromEntries(Object.entries(times).map(([kind, all]) => [kind, median(all)]))
const gap = Math.max(...Object.values(medians)) - Math.min(...Object.values(medians))
console.log(`medians of 40: ${Object.entries(medians).map(([kind, ms]) => `${kind} ${ms.toFixed(1)} ms`).join(', ')}; the widest gap ${gap.toFixed(1)} ms; one body for all`)

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
check((await ask(target)).status === 404, 'the code that was guessed at is not locked')
console.log(`${asked} tries in ${((performance.now() - began) / 1000).toFixed(0)} s: 0 hits; the code that was guessed at is locked, for its owner too`)
