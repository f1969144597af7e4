import type { PageLanguage } from '../i18n/languages'

type Listener = (accept: () => void) => void

let waiting: (() => void) | undefined
const listeners = new Set<Listener>()

/** Tells of a newer page that is ready; it is used only when the reader says so. */
export function onNewerPage(listener: Listener): () => void {
  listeners.add(listener)
  if (waiting) listener(waiting)
  return () => void listeners.delete(listener)
}

function offer(worker: ServiceWorker) {
  waiting = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
    worker.postMessage({ type: 'use-now' })
  }
  for (const listener of listeners) listener(waiting)
}

/** Asked for by whoever pays for every byte: then only what was opened is kept. */
const savesData = (): boolean => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true

const whenIdle = (then: () => void) => {
  if ('requestIdleCallback' in window) requestIdleCallback(then, { timeout: 10_000 })
  else setTimeout(then, 3_000)
}

/** Keeps the listings of this language too, once the reader has what they came for, and again when the network comes back. */
function keepListings(worker: ServiceWorker, language: PageLanguage) {
  if (savesData()) return
  const ask = (now: boolean) => worker.postMessage({ type: 'keep-pack', language, now })
  whenIdle(() => ask(false))
  addEventListener('online', () => ask(true))
}

/** Keeps the shell, this one language and its listings for days without a network. */
export function keepOffline(language: PageLanguage) {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const register = async () => {
    try {
      const registration = await navigator.serviceWorker.register('/sw.js')
      const { active, installing, waiting: ready } = registration
      if (ready && active) offer(ready)
      registration.addEventListener('updatefound', () => {
        const worker = registration.installing
        worker?.addEventListener('statechange', () => {
          if (worker.state === 'installed' && navigator.serviceWorker.controller) offer(worker)
        })
      })
      const worker = active ?? installing ?? ready
      worker?.postMessage({ type: 'keep-language', language })
      if (worker) keepListings(worker, language)
    } catch {
      // A browser that refuses only loses the saved copy; the page works.
    }
  }
  if (document.readyState === 'complete') void register()
  else addEventListener('load', () => void register(), { once: true })
}
