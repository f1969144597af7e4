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

/** Keeps the shell and this one language for days without a network. */
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
      ;(active ?? installing ?? ready)?.postMessage({ type: 'keep-language', language })
    } catch {
      // A browser that refuses only loses the saved copy; the page works.
    }
  }
  if (document.readyState === 'complete') void register()
  else addEventListener('load', () => void register(), { once: true })
}
