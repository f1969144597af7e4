import { afterEach, describe, expect, it, vi } from 'vitest'
import { addressOf, ask } from './http'

const answering = (body: BodyInit | null, init: ResponseInit) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, init)))
const asking = () => ask('/services', { language: 'ar' }, (json) => json)

afterEach(() => vi.unstubAllGlobals())

describe('asking the directory', () => {
  it.each([
    ['ar', 'ar,en,pt'],
    ['en', 'en,pt'],
    ['pt', 'pt,en'],
  ] as const)('in %s wants texts in %s', (language, wanted) => {
    expect(new URL(addressOf('/services', { language }), 'https://balcao.test').searchParams.get('lang')).toBe(wanted)
  })

  it('repeats what has several values and leaves out what has none', () => {
    const address = addressOf('/services', {
      query: { language: ['ar', 'uk'], search: '', place: undefined, page: 2, free: true },
      language: 'pt',
    })
    expect(address).toBe('/api/services?language=ar&language=uk&page=2&free=true&lang=pt%2Cen')
  })

  it('gives the answer, and since when it was kept if it is a saved copy', async () => {
    answering('{"a":1}', { headers: { 'x-balcao-saved-at': '2026-11-20T10:00:00Z' } })
    expect(await asking()).toEqual({ ok: true, value: { a: 1 }, savedAt: '2026-11-20T10:00:00Z' })
  })

  it('says "no network" when nothing answered', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    expect(await asking()).toEqual({ ok: false, problem: { kind: 'offline' } })
  })

  it.each([
    [404, 'not-found'],
    [410, 'not-found'],
    [503, 'away'],
    [502, 'away'],
    [400, 'refused'],
    [500, 'unexpected'],
  ])('turns %i into "%s"', async (status, kind) => {
    answering('<html>', { status })
    expect(await asking()).toMatchObject({ ok: false, problem: { kind } })
  })

  it('keeps which field was refused, and how long to wait', async () => {
    answering(JSON.stringify({ title: 'Invalid query', errors: [{ field: 'page', detail: 'from 1' }] }), { status: 400 })
    expect(await asking()).toEqual({
      ok: false,
      problem: { kind: 'refused', title: 'Invalid query', fields: [{ field: 'page', detail: 'from 1' }] },
    })
    answering('{}', { status: 503, headers: { 'retry-after': '5' } })
    expect(await asking()).toEqual({ ok: false, problem: { kind: 'away', retryAfterSeconds: 5 } })
  })

  it('does not take a page of a wireless hotspot for an answer', async () => {
    answering('<html>Log in</html>', { status: 200 })
    expect(await asking()).toMatchObject({ ok: false, problem: { kind: 'unexpected' } })
  })

  it('throws only when the question was taken back', async () => {
    const gone = new AbortController()
    vi.stubGlobal('fetch', () => Promise.reject(new DOMException('', 'AbortError')))
    gone.abort()
    await expect(ask('/services', { language: 'pt', signal: gone.signal }, String)).rejects.toThrow()
  })
})
