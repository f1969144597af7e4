import { useCallback, useSyncExternalStore } from 'react'
import { type Here, rounded } from '../../model/here'

type Where = { status: 'unasked' | 'asking' | 'refused' | 'unknown' } | { status: 'known'; here: Here }

const PATIENCE = 15_000
/** A position of some minutes ago is as good: nobody is far from it. */
const OLDEST = 300_000

/** Where the device is, for as long as the page is open: never in an address, on the disk or sent anywhere but with the question. */
let where: Where = { status: 'unasked' }
const listeners = new Set<() => void>()

function tell(next: Where) {
  where = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Forgets the position. */
export const forgetHere = () => tell({ status: 'unasked' })

export function useHere() {
  const known = useSyncExternalStore(
    subscribe,
    () => where,
    () => where,
  )
  /** Asks the device, which asks the person; only ever after a tap. */
  const locate = useCallback(() => {
    if (!('geolocation' in navigator)) return tell({ status: 'unknown' })
    tell({ status: 'asking' })
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => tell({ status: 'known', here: rounded(coords) }),
      (error) => tell({ status: error.code === error.PERMISSION_DENIED ? 'refused' : 'unknown' }),
      { timeout: PATIENCE, maximumAge: OLDEST },
    )
  }, [])
  return { where: known, here: known.status === 'known' ? known.here : undefined, locate }
}
