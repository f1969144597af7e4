import { useSyncExternalStore } from 'react'
import { getSession, type ProviderWays } from '../../api/session'
import type { Session } from '../../model/referral'

/** What a provider gave; in development there is an access token only. */
export interface Tokens {
  access: string
  refresh?: string
  id?: string
  /** When the access token ends, in milliseconds since 1970. */
  until?: number
  provider?: ProviderWays
}

/** Who works at this desk; it ends with the tab. */
export interface StaffSession extends Session {
  /** Stays the same while the token is renewed. */
  id: string
  token: string
  tokens: Tokens
}

const KEY = 'balcao-session'
const BEFORE_THE_END = 60_000
const TRY_AGAIN = 10_000
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setTimeout> | undefined
let session: StaffSession | undefined = read()
renewInTime()

function read(): StaffSession | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as StaffSession | null
    return typeof kept?.tokens.access === 'string' ? kept : undefined
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
  renewInTime()
  for (const listener of listeners) listener()
}

export async function begin(tokens: Tokens): Promise<boolean> {
  const found = await getSession(tokens.access)
  if (found.ok) change({ ...found.value, id: crypto.randomUUID(), token: tokens.access, tokens })
  return found.ok
}

/** Ends it here, and at the provider if it came from one. */
export function end() {
  const { provider, id } = session?.tokens ?? {}
  change(undefined)
  if (provider?.endSessionEndpoint)
    location.assign(
      `${provider.endSessionEndpoint}?${new URLSearchParams({
        client_id: provider.clientId,
        ...(id && { id_token_hint: id }),
        post_logout_redirect_uri: location.origin + deskPath(),
      })}`,
    )
}

/** The provider brings people back here. */
export const deskPath = () => `/${location.pathname.split('/')[1]}/desk`

/** The token was not taken: it ended while the machine slept, or somebody ended it. */
export async function lost() {
  if (session?.tokens.refresh) await renew()
  else change(undefined)
}

function renewInTime() {
  clearTimeout(timer)
  const { refresh, until } = session?.tokens ?? {}
  if (refresh && until) timer = setTimeout(() => void renew(), Math.max(0, until - Date.now() - BEFORE_THE_END))
}

async function renew() {
  const before = session
  if (!before) return
  const { renewed } = await import('./providerSignIn')
  const tokens = await renewed(before.tokens)
  if (session?.id !== before.id) return
  if (tokens === 'away') timer = setTimeout(() => void renew(), TRY_AGAIN)
  else change(tokens && { ...before, token: tokens.access, tokens })
}

export const useStaffSession = (): StaffSession | undefined =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => session,
    () => undefined,
  )
