import { afterEach, vi } from 'vitest'

type Reply = object | ((params: URLSearchParams) => object | Response)

/** What was asked of the stand-in, in order, each as path, parameters and what was posted. */
export interface Directory {
  asked: { path: string; params: URLSearchParams; posted?: URLSearchParams }[]
}

/**
 * Stands in for the API: answers each path with what the test gives it, and 404 with everything else.
 * `null` in place of the replies is a device without a network.
 */
export function directoryWith(replies: Record<string, Reply> | null): Directory {
  const asked: Directory['asked'] = []
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
    const url = new URL(address, 'https://balcao.test')
    const posted = init?.body instanceof URLSearchParams ? init.body : undefined
    asked.push({ path: url.pathname, params: url.searchParams, posted })
    if (replies === null) throw new TypeError('Failed to fetch')
    const reply = replies[url.pathname.replace(/^\/api/, '')]
    if (reply === undefined) return new Response('{"title":"Not found"}', { status: 404 })
    const body = typeof reply === 'function' ? reply(url.searchParams) : reply
    return body instanceof Response ? body : new Response(JSON.stringify(body))
  })
  return { asked }
}

/** A screen of a phone or of a desk, as far as our layout asks. */
export function screenOf(kind: 'phone' | 'desk') {
  vi.stubGlobal('matchMedia', () => ({ matches: kind === 'desk', addEventListener: () => {}, removeEventListener: () => {} }))
}

afterEach(() => void vi.unstubAllGlobals())

const written = (language: string) => ({ language, origin: 'human', reviewed: true, stale: false })

/** A service as the API lists it; a test names only what matters to it. */
export const aService = (more: object = {}) => ({
  id: 's1',
  name: 'Aulas de português',
  localized: { name: written('pt') },
  status: 'active',
  confidence: 'high',
  organization: { id: 'o1', name: 'Casa Aberta', localized: { name: written('pt') } },
  contact_phone: { number: '+351 210 000 000', uri: 'tel:+351210000000', of: 'service' },
  ...more,
})

export const aPageOf = (...contents: object[]) => ({
  total_items: contents.length,
  total_pages: 1,
  page_number: 1,
  size: contents.length,
  contents,
})

export const NO_PLACES = aPageOf()

export const counts = (more: object = {}) => ({
  total_items: 1,
  needs: [],
  districts: [],
  languages: [],
  delivery_modes: [],
  ...more,
})
