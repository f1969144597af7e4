/// <reference lib="webworker" />
import { asRecord, records } from '../api/wire'
import { askFor, LANGUAGES, type PageLanguage } from '../i18n/languages'
import { fromPack } from './fromPack'
import { type Pack, packOf, written } from './pack'
import { SAVED_AT } from './savedAt'

/** The packs of the languages that were opened here, and what else every device keeps. */
const PACKS = 'balcao-packs'
const HOUR = 3_600_000

const packAt = (language: string): string => `/api/offline/${language}`

const centresIn = (language: PageLanguage): string =>
  `/api/locations?${new URLSearchParams({ one_stop_centre: 'true', per_page: '100', lang: askFor(language) })}`

/** What the page asks besides services: the rules of eligibility with their sentences, and the one-stop centres. */
const besides = (language: PageLanguage): string[] => [
  '/api/eligibility/pack',
  `/api/eligibility/texts?${new URLSearchParams({ lang: askFor(language) })}`,
  `/api/eligibility/texts?${new URLSearchParams({ lang: askFor('pt') })}`,
  centresIn(language),
]

/** The packs as they were read last: reading one takes a while. */
const read = new Map<string, { savedAt: string; pack: Pack }>()

const savedAtOf = (response: Response): string => response.headers.get(SAVED_AT) ?? ''

async function kept(language: string): Promise<{ savedAt: string; pack: Pack } | undefined> {
  const response = await (await caches.open(PACKS)).match(packAt(language))
  if (!response) return undefined
  const savedAt = savedAtOf(response)
  const before = read.get(language)
  if (before?.savedAt === savedAt) return before
  const pack = packOf(await response.json())
  if (!pack) return undefined
  const now = { savedAt, pack }
  read.set(language, now)
  return now
}

/** An answer marked with when it came. */
export function marked(body: BodyInit, headers: HeadersInit, savedAt: string): Response {
  const all = new Headers(headers)
  all.set(SAVED_AT, savedAt)
  return new Response(body, { headers: all })
}

/**
 * Fetches the pack of a language, or what changed since the one that is here, and what else is to be kept.
 *
 * @param now at once, though the pack here may be younger than an hour
 */
export async function keepPack(language: PageLanguage, now: boolean) {
  const before = await kept(language).catch(() => undefined)
  const age = before ? Date.now() - Date.parse(before.savedAt) : HOUR
  if (!now && age >= 0 && age < HOUR) return
  const cache = await caches.open(PACKS)
  const since = before ? `?${new URLSearchParams({ since: before.pack.asOf })}` : ''
  const response = await fetch(packAt(language) + since, { cache: 'no-cache' })
  const pack = response.ok ? packOf(await response.json(), before?.pack) : undefined
  if (!pack) return
  const savedAt = new Date().toISOString()
  for (const address of besides(language)) {
    const answer = await fetch(address, { cache: 'no-cache' })
    if (answer.ok) await cache.put(address, marked(await answer.blob(), answer.headers, savedAt))
  }
  // The pack comes last: once it is here, all is.
  await cache.put(packAt(language), marked(written(pack), { 'content-type': 'application/json' }, savedAt))
  read.delete(language)
}

/**
 * What is kept for a question of the page, word for word or made of the pack of its language; nothing where neither can tell.
 *
 * @param url with all that is asked, also what was posted
 */
export async function fromKept(request: Request, url: URL): Promise<Response | undefined> {
  const same = await (await caches.open(PACKS)).match(request, { ignoreVary: true })
  if (same) return same
  const centre = await centreIn(url)
  if (centre) return centre
  const asked = url.searchParams.get('lang')?.split(',')[0]
  const found = asked === undefined ? await anyPack() : await kept(asked)
  const answer = found && fromPack(found.pack, url, new Date())
  return answer && marked(JSON.stringify(answer), { 'content-type': 'application/json' }, found.savedAt)
}

/** A one-stop centre is kept whole, in the list of all. */
async function centreIn(url: URL): Promise<Response | undefined> {
  const id = /^\/api\/locations\/([^/]+)$/.exec(url.pathname)?.[1]
  const language = LANGUAGES.find(({ code }) => code === url.searchParams.get('lang')?.split(',')[0])?.code
  if (id === undefined || language === undefined) return undefined
  const list = await (await caches.open(PACKS)).match(centresIn(language))
  const centre = list && records(asRecord(await list.json()).contents).find((each) => each.id === id)
  return centre && marked(JSON.stringify(centre), { 'content-type': 'application/json' }, savedAtOf(list))
}

/** Places have the same names in every language. */
async function anyPack() {
  for (const { url } of await (await caches.open(PACKS)).keys()) {
    const language = /\/api\/offline\/(\w+)$/.exec(url)?.[1]
    const found = language === undefined ? undefined : await kept(language)
    if (found) return found
  }
  return undefined
}
