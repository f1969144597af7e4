import { useSyncExternalStore } from 'react'

/** The services somebody saved, the newest first. They stay on this device. */
const KEY = 'balcao-saved'
export const MOST_SAVED = 30
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const listeners = new Set<() => void>()

/** The ids in a list from outside, each once, no more than may be saved. */
export const idsIn = (list: readonly unknown[]): string[] =>
  [...new Set(list.filter((each): each is string => typeof each === 'string' && ID.test(each)))].slice(0, MOST_SAVED)

function read(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? idsIn(kept) : []
  } catch {
    return [] // no storage, or not ours
  }
}

// after all that reading needs
let saved: readonly string[] = read()

function change(to: readonly string[]) {
  saved = to
  try {
    if (to.length > 0) localStorage.setItem(KEY, JSON.stringify(to))
    else localStorage.removeItem(KEY)
  } catch {
    // They last as long as the page then.
  }
  for (const listener of listeners) listener()
}

export const save = (...ids: string[]) => change(idsIn([...ids, ...saved]))
export const unsave = (id: string) => change(saved.filter((each) => each !== id))
export const unsaveAll = () => change([])

export const useSaved = (): readonly string[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => saved,
    () => [],
  )

/** The part of an address after the #, which browsers send to nobody, that says which services are meant. */
export const hashOf = (ids: readonly string[]): string => `#${ids.join(',')}`
export const idsInHash = (hash: string): string[] => idsIn(hash.replace(/^#/, '').split(','))
