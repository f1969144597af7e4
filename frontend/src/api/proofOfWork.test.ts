import { createHash, webcrypto } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { askPrivately } from './private'
import { isWorking, watchWork } from './challenges'
import { solve, zeroBits } from './proofOfWork'

/** Runs what the worker runs, here. */
class WorkerHere extends EventTarget {
  postMessage({ text, bits }: { text: string; bits: number }) {
    void solve(text, bits).then((proof) => this.dispatchEvent(new MessageEvent('message', { data: proof })))
  }
  terminate() {}
}

beforeEach(() => {
  vi.stubGlobal('crypto', webcrypto)
  vi.stubGlobal('Worker', WorkerHere)
})
afterEach(() => vi.unstubAllGlobals())

const hashOf = (text: string) => new Uint8Array(createHash('sha256').update(text).digest())

test('a proof is the text, a dot and a number whose hash begins with enough zero bits', async () => {
  const proof = await solve('requests.10.1.a.b.c', 10)
  expect(proof).toMatch(/^requests\.10\.1\.a\.b\.c\.\d+$/)
  expect(zeroBits(hashOf(proof))).toBeGreaterThanOrEqual(10)
})

test.each([
  [[0x80], 0],
  [[0x01], 7],
  [[0, 0xff], 8],
  [[0, 0x01], 15],
  [[0, 0], 16],
])('zero bits of %j are %i', (bytes, bits) => {
  expect(zeroBits(Uint8Array.from(bytes))).toBe(bits)
})

const refused = (challenge?: object, retryAfter = '240') =>
  new Response(JSON.stringify({ title: 'Too many requests', ...(challenge && { challenge }) }), {
    status: 429,
    headers: { 'retry-after': retryAfter },
  })

function server(...answers: Response[]) {
  const proofs: (string | null)[] = []
  vi.stubGlobal('fetch', (_: string, { headers }: RequestInit) => {
    proofs.push(new Headers(headers).get('proof-of-work'))
    return Promise.resolve(answers.shift() ?? new Response('{}', { status: 500 }))
  })
  return proofs
}

const challenge = { text: 'requests.4.1.a.b.c', bits: 4, algorithm: 'SHA-256', header: 'Proof-Of-Work' }

test('a request that is refused with a challenge is sent again with its proof', async () => {
  const proofs = server(refused(challenge), new Response('{"id":"1"}', { status: 201 }))
  const told: boolean[] = []
  const unwatch = watchWork(() => told.push(isWorking()))
  const reply = await askPrivately('/referrals/self', { body: {} }, (json) => json)
  unwatch()
  expect(reply).toEqual({ ok: true, value: { id: '1' } })
  expect(proofs[0]).toBeNull()
  expect(zeroBits(hashOf(proofs[1] ?? ''))).toBeGreaterThanOrEqual(4)
  expect(told).toEqual([true, false])
})

test('it is not tried for ever, and not where the work is too much', async () => {
  const often = server(...Array.from({ length: 9 }, () => refused(challenge)))
  const again = await askPrivately('/referrals/self', { body: {} }, (json) => json)
  expect(again).toMatchObject({ ok: false, refusal: { status: 429 } })
  expect(often).toHaveLength(4)
  const once = server(refused({ ...challenge, bits: 40 }))
  await askPrivately('/referrals/self', { body: {} }, (json) => json)
  expect(once).toHaveLength(1)
})

test('a refusal without a challenge is a refusal, and a browser that cannot compute says so too', async () => {
  const plain = server(refused())
  expect(await askPrivately('/feed-checks', { body: {} }, (json) => json)).toMatchObject({ ok: false, refusal: { status: 429 } })
  expect(plain).toHaveLength(1)
  vi.stubGlobal('crypto', {})
  const insecure = server(refused(challenge))
  expect(await askPrivately('/referrals/self', { body: {} }, (json) => json)).toMatchObject({ ok: false })
  expect(insecure).toHaveLength(1)
})
