/// <reference lib="webworker" />
import { SAVED_AT } from './savedAt'

declare const self: ServiceWorkerGlobalScope
/** Put in by the build: one version of the page and the files it is made of. */
declare const __PAGE__: { version: string; files: string[]; texts: Record<string, string[]> }

const SHELL_PREFIX = 'balcao-page-'
const SHELL = SHELL_PREFIX + __PAGE__.version
const ANSWERS = 'balcao-answers'
const MOST_ANSWERS = 250
const PATIENCE = 4_000

/** The two documents every address of a language starts from, and its texts. */
const filesOf = (language: string): string[] => [`/${language}/`, shellOf(language), ...(__PAGE__.texts[language] ?? [])]
/** Every address but the entry page answers with the shell; a server need not give the shell an address of its own. */
const shellOf = (language: string): string => `/${language}/services`
const languageOf = (path: string): string | undefined => {
  const first = path.split('/')[1] ?? ''
  return first in __PAGE__.texts ? first : undefined
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
  const message = event.data as { type: 'use-now' } | { type: 'keep-language'; language: string }
  if (message.type === 'use-now') void self.skipWaiting()
  if (message.type === 'keep-language' && message.language in __PAGE__.texts) event.waitUntil(keep(message.language))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  const language = languageOf(url.pathname)
  if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request))
  else if (request.mode === 'navigate' && language) event.respondWith(page(request, url.pathname, language))
  else if (url.pathname.startsWith('/api/') && request.mode !== 'navigate') event.respondWith(answer(event, url))
})

/** The languages this device has opened, as an earlier version kept them. */
async function keptLanguages(): Promise<string[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(SHELL_PREFIX))
  const kept = await Promise.all(
    names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => languageOf(new URL(url).pathname))),
  )
  return [...new Set(kept.flat())].filter((language): language is string => language !== undefined)
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
async function page(request: Request, path: string, language: string): Promise<Response> {
  const shell = await caches.open(SHELL)
  return (await shell.match(path === `/${language}/` ? path : shellOf(language))) ?? fetch(request)
}

/** The network's answer; where it fails or takes too long, the copy kept on the device, marked with its date. */
async function answer(event: FetchEvent, url: URL): Promise<Response> {
  const { request } = event
  const answers = await caches.open(ANSWERS)
  // Asked anew each time (mostly a 304), so that a copy is always known for one; what was typed stays out of the browser's own cache too.
  const fresh = fetch(request, { cache: typed(url) ? 'no-store' : 'no-cache' }).then((response) => {
    if (response.ok && worthKeeping(response, url)) event.waitUntil(save(answers, request, response.clone()))
    return response
  })
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE))
  const inTime = await Promise.race([fresh, late]).catch(() => undefined)
  if (inTime && inTime.status < 500) return inTime
  return (await answers.match(request, { ignoreVary: true })) ?? inTime ?? fresh
}

/** What somebody typed is not kept: a telephone is often shared. */
const typed = (url: URL): boolean => Boolean(url.searchParams.get('search'))
/** Nor is what is for one person only. */
const worthKeeping = (response: Response, url: URL): boolean =>
  !typed(url) &&
  /json/.test(response.headers.get('content-type') ?? '') &&
  !/no-store/.test(response.headers.get('cache-control') ?? '')

async function save(answers: Cache, request: Request, response: Response) {
  const headers = new Headers(response.headers)
  headers.set(SAVED_AT, new Date().toISOString())
  await answers.delete(request, { ignoreVary: true })
  await answers.put(request, new Response(await response.blob(), { status: response.status, headers }))
  const all = await answers.keys()
  for (const oldest of all.slice(0, Math.max(0, all.length - MOST_ANSWERS))) await answers.delete(oldest)
}
