/// <reference lib="webworker" />
import { LANGUAGES, type PageLanguage } from '../i18n/languages'
import { fromKept, keepPack, marked } from './keeping'
import { notHerePage, type NotHereWords } from './notHere'

declare const self: ServiceWorkerGlobalScope
/** Put in by the build: one version of the page and the files it is made of. */
declare const __PAGE__: {
  version: string
  files: string[]
  texts: Record<string, string[]>
  notHere: Record<string, NotHereWords>
}

const SHELL_PREFIX = 'balcao-page-'
const SHELL = SHELL_PREFIX + __PAGE__.version
const ANSWERS = 'balcao-answers'
const MOST_ANSWERS = 250
const PATIENCE = 4_000
/** The directory answers better than the pack: where the network is slow and not away, it may take as long again, and more. */
const LONGER_PATIENCE = 8_000

/** The two documents every address of a language starts from, and its texts. */
const filesOf = (language: string): string[] => [`/${language}/`, shellOf(language), ...(__PAGE__.texts[language] ?? [])]
/** Every address but the entry page answers with the shell; a server need not give the shell an address of its own. */
const shellOf = (language: string): string => `/${language}/desk`
const languageOf = (path: string): PageLanguage | undefined => {
  const first = path.split('/')[1] ?? ''
  return LANGUAGES.find(({ code }) => code === first)?.code
}

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const shell = await caches.open(SHELL)
      await shell.addAll([...new Set([...__PAGE__.files, ...(await keptLanguages()).flatMap(filesOf)])])
    })(),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name.startsWith(SHELL_PREFIX) && name !== SHELL) await caches.delete(name)
      await self.clients.claim()
    })(),
  )
})

self.addEventListener('message', (event) => {
  const message = event.data as
    | { type: 'use-now' }
    | { type: 'keep-language'; language: PageLanguage }
    | { type: 'keep-pack'; language: PageLanguage; now: boolean }
  if (message.type === 'use-now') void self.skipWaiting()
  if (message.type === 'keep-language' && message.language in __PAGE__.texts) event.waitUntil(keep(message.language))
  if (message.type === 'keep-pack' && message.language in __PAGE__.texts)
    event.waitUntil(keepPack(message.language, message.now).catch(() => undefined))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== self.location.origin) return
  if (request.method === 'POST' && url.pathname === '/api/services') event.respondWith(privately(request, url))
  if (request.method !== 'GET') return
  const language = languageOf(url.pathname)
  if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request))
  else if (request.mode === 'navigate' && language) event.respondWith(page(request, url, language))
  else if (request.mode === 'navigate' && url.pathname === '/') event.respondWith(door(request))
  else if (url.pathname.startsWith('/api/') && request.mode !== 'navigate') event.respondWith(answer(event, url))
})

/** The languages this device has opened, as this version or an earlier one kept them. */
async function keptLanguages(): Promise<PageLanguage[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(SHELL_PREFIX))
  const kept = await Promise.all(
    names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => languageOf(new URL(url).pathname))),
  )
  return [...new Set(kept.flat())].filter((language) => language !== undefined)
}

async function keep(language: string) {
  const shell = await caches.open(SHELL)
  const missing = await Promise.all(filesOf(language).map(async (file) => ((await shell.match(file)) ? [] : [file])))
  await shell.addAll(missing.flat())
}

async function asset(request: Request): Promise<Response> {
  return (await (await caches.open(SHELL)).match(request)) ?? fetch(request)
}

/** A document and its scripts are of one version, so the kept one comes first and a newer one only by consent. */
async function page(request: Request, url: URL, language: PageLanguage): Promise<Response> {
  const shell = await caches.open(SHELL)
  const kept = await shell.match(url.pathname === `/${language}/` ? url.pathname : shellOf(language))
  return kept ?? fetch(request).catch((failed: unknown) => notHere(url, language, failed))
}

/** Says that a language is not on this device, and which are. Without any the browser says what it says. */
async function notHere(url: URL, language: PageLanguage, failed: unknown): Promise<Response> {
  const codes = await keptLanguages()
  const shell = codes[0] && (await (await caches.open(SHELL)).match(shellOf(codes[0])))
  const asked = LANGUAGES.find(({ code }) => code === language)
  if (!shell || !asked) throw failed
  const style = /<style>([\s\S]*?)<\/style>/.exec(await shell.text())?.[1] ?? ''
  const kept = LANGUAGES.filter(({ code }) => codes.includes(code))
  const document = notHerePage({
    path: url.pathname + url.search,
    asked,
    kept,
    all: LANGUAGES,
    words: __PAGE__.notHere,
    style,
  })
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
  }
  return new Response(document, { status: 503, headers })
}

/** The address without a language: the server knows the best one; without it, one that is here. */
async function door(request: Request): Promise<Response> {
  return fetch(request).catch(async (failed: unknown) => {
    const [language] = await keptLanguages()
    if (language === undefined) throw failed
    return Response.redirect(`/${language}/`)
  })
}

/** The network's answer; where it fails or takes too long, what the device keeps of it, marked with its date. */
async function answer(event: FetchEvent, url: URL): Promise<Response> {
  const { request } = event
  const answers = await caches.open(ANSWERS)
  // Asked anew each time (mostly a 304), so that a copy is always known for one; what was typed stays out of the browser's own cache too.
  const fresh = fetch(request, { cache: typed(url) ? 'no-store' : 'no-cache' }).then((response) => {
    if (response.ok && worthKeeping(response, url)) event.waitUntil(save(answers, request, response.clone()))
    return response
  })
  const good = fresh.then(
    (response) => (response.status < 500 ? response : undefined),
    () => undefined,
  )
  return (
    (await within(PATIENCE, good)) ??
    (await answers.match(request, { ignoreVary: true })) ??
    (await within(LONGER_PATIENCE, good)) ??
    (await fromKept(request, url).catch(() => undefined)) ??
    fresh
  )
}

/**
 * A question with a position, which is posted so that it stands in no address: nothing of it is kept. Without a network the worker measures by itself, and
 * the position stays on the device.
 */
async function privately(request: Request, url: URL): Promise<Response> {
  const form = new URLSearchParams(await request.clone().text())
  return fetch(request).catch(async (failed: unknown) => {
    const all = new URL(url)
    for (const [name, value] of form) all.searchParams.append(name, value)
    const made = await fromKept(new Request(all), all).catch(() => undefined)
    if (!made) throw failed
    return made
  })
}

/** What comes within some milliseconds, or nothing. */
const within = <T>(patience: number, coming: Promise<T | undefined>): Promise<T | undefined> =>
  Promise.race([coming, new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patience))])

/** What somebody typed is not kept: a telephone is often shared. */
const typed = (url: URL): boolean => Boolean(url.searchParams.get('search'))
/** Nor is what is for one person only. */
const worthKeeping = (response: Response, url: URL): boolean =>
  !typed(url) &&
  /json/.test(response.headers.get('content-type') ?? '') &&
  !/no-store/.test(response.headers.get('cache-control') ?? '')

async function save(answers: Cache, request: Request, response: Response) {
  await answers.delete(request, { ignoreVary: true })
  await answers.put(request, marked(await response.blob(), response.headers, new Date().toISOString()))
  const all = await answers.keys()
  for (const oldest of all.slice(0, Math.max(0, all.length - MOST_ANSWERS))) await answers.delete(oldest)
}
