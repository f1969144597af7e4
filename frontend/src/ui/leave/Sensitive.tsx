import { useLayoutEffect, useSyncExternalStore } from 'react'

let shown = 0
const listeners = new Set<() => void>()

function change(by: number) {
  shown += by
  for (const listener of listeners) listener()
}

/** Says that the page it stands on can betray whoever reads it: the way to leave quickly is at hand there. */
export function Sensitive() {
  // before anything is shown: the way to leave makes the header higher, and what is below would jump
  useLayoutEffect(() => {
    change(1)
    return () => change(-1)
  }, [])
  return null
}

export const useIsSensitive = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => shown > 0,
    () => false,
  )
