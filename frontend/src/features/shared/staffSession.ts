import { useSyncExternalStore } from 'react'
import { getSession } from '../../api/referrals'
import type { Session } from '../../model/referral'

/** Who works at this desk; it ends with the tab. */
export interface StaffSession extends Session {
  token: string
}

const KEY = 'balcao-session'
const listeners = new Set<() => void>()
let session: StaffSession | undefined = read()

function read(): StaffSession | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as StaffSession | null
    return typeof kept?.token === 'string' ? kept : undefined
  } catch {
    return undefined // nothing kept, no storage, or not ours
  }
}

function change(to: StaffSession | undefined) {
  session = to
  try {
    if (to) sessionStorage.setItem(KEY, JSON.stringify(to))
    else sessionStorage.removeItem(KEY)
  } catch {
    // the session lasts as long as the page does
  }
  for (const listener of listeners) listener()
}

export async function begin(token: string): Promise<boolean> {
  const found = await getSession(token)
  if (found.ok) change({ ...found.value, token })
  return found.ok
}

export const end = () => change(undefined)

export const useStaffSession = (): StaffSession | undefined =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => session,
    () => undefined,
  )
