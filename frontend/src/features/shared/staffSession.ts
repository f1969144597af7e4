import { useSyncExternalStore } from 'react'
import { whenNotTaken } from '../../api/private'
import { getSession, type ProviderWays } from '../../api/session'
import type { Session } from '../../model/referral'
import { changesIn, idleAt } from './idle'

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
  /** Stays the same while the token is renewed, and when the same person signs in again over what they were writing. */
  id: string
  token: string
  tokens: Tokens
  /** Milliseconds since 1970. */
  begun: number
}

/** Why nobody is signed in any more. */
export type Ended = 'idle' | 'expired' | 'elsewhere'

/** The desk as a tab has it. What somebody was writing stays in this tab's memory only, for them alone. */
export interface StaffState {
  session?: StaffSession
  /** Whose page waits, out of sight, for the same person to sign in again. */
  waiting?: StaffSession
  ended?: Ended
  /** Nobody used the page for so long that it ends within a minute. */
  warned: boolean
}

const KEY = 'balcao-session'
/** When somebody signed out in one of the tabs, and when one of them was used last: moments and nothing else. */
const SIGNED_OUT = 'balcao-signed-out'
const USED = 'balcao-used'
/** When a screen was left alone: whoever signs in next has to say again who they are, though the provider still knows somebody. */
const LEFT = 'balcao-left'
const BEFORE_THE_END = 60_000
const TRY_AGAIN = 10_000
const USE_IS_TOLD_EVERY = 5_000
const USE_IS_NOTED_EVERY = 1_000
const WAITS_FOR = 30 * 60_000
const listeners = new Set<() => void>()
const leaving = new Set<() => void>()
let renewal: ReturnType<typeof setTimeout> | undefined
let watch: ReturnType<typeof setTimeout> | undefined
let forgetting: ReturnType<typeof setTimeout> | undefined
let noted = 0
let told = 0
let renewed = Date.now()
let state: StaffState = { session: read(), warned: false }
// a tab that the browser brings back after hours was left alone all the time
let used = Math.max(state.session?.begun ?? 0, shared(USED))

whenNotTaken(() => void lost())
if (typeof window !== 'undefined') {
  for (const use of ['click', 'keydown', 'wheel', 'touchmove']) addEventListener(use, isUsed, { passive: true, capture: true })
  addEventListener('storage', look)
  addEventListener('pageshow', look)
  document.addEventListener('visibilitychange', look)
  look()
  renewInTime()
}

function read(): StaffSession | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as StaffSession | null
    return typeof kept?.tokens.access === 'string' && typeof kept.subject === 'string' ? kept : undefined
  } catch {
    return undefined // nothing kept, no storage, or not ours
  }
}

/** A moment that the tabs share; none where there is no storage. */
function shared(key: string): number {
  try {
    return Number(localStorage.getItem(key) ?? 0)
  } catch {
    return 0
  }
}

function share(key: string, moment: number) {
  try {
    localStorage.setItem(key, String(moment))
  } catch {
    // the tabs do not know of each other
  }
}

function change(to: StaffState) {
  const { session } = to
  if (state.session === session && state.warned === to.warned && state.ended === to.ended && state.waiting === to.waiting) return
  state = to
  try {
    if (session) sessionStorage.setItem(KEY, JSON.stringify(session))
    else sessionStorage.removeItem(KEY)
  } catch {
    // the session lasts as long as the page does
  }
  for (const listener of listeners) listener()
}

/** Somebody else may come now: nothing of who was here stays. */
function forget() {
  clearTimeout(forgetting)
  for (const leave of leaving) leave()
}

/** @param listener forgets what a person left in this tab's memory */
export const onLeaving = (listener: () => void) => leaving.add(listener)

export async function begin(tokens: Tokens): Promise<boolean> {
  const found = await getSession(tokens.access)
  if (!found.ok) return false
  const { waiting } = state
  const same = waiting?.subject === found.value.subject && waiting.organization === found.value.organization
  clearTimeout(forgetting)
  if (!same) forget()
  used = renewed = Date.now()
  share(USED, used)
  share(LEFT, 0)
  const id = same ? waiting.id : crypto.randomUUID()
  change({ session: { ...found.value, id, token: tokens.access, tokens, begun: used }, warned: false })
  look()
  renewInTime()
  return true
}

/** Ends it here, in the other tabs, and at the provider if it came from one. */
export function end() {
  const tokens = state.session?.tokens
  share(SIGNED_OUT, Date.now())
  forget()
  change({ warned: false })
  if (tokens?.provider) signOutAtProvider(tokens.provider, tokens.id)
}

/** Leaves for the provider to sign out there, and comes back to the desk: another account can sign in. */
export function signOutAtProvider({ endSessionEndpoint, clientId }: ProviderWays, id?: string) {
  if (!endSessionEndpoint) return
  const back = new URLSearchParams({
    client_id: clientId,
    ...(id && { id_token_hint: id }),
    post_logout_redirect_uri: location.origin + deskPath(),
  })
  location.assign(`${endSessionEndpoint}?${back}`)
}

/** It ends by itself: what is being written waits, out of sight, for who wrote it. */
function expire(ended: Ended) {
  const { session } = state
  if (!session) return
  if (ended === 'idle') share(LEFT, Date.now())
  change({ waiting: { ...session, token: '', tokens: { access: '' } }, ended, warned: false })
  clearTimeout(renewal)
  forgetting = setTimeout(() => {
    forget()
    change({ ended, warned: false })
  }, WAITS_FOR)
}

/** Whether the provider has to ask again who somebody is. */
export const mustProve = () => shared(LEFT) > 0

/** The provider brings people back here. */
export const deskPath = () => `/${location.pathname.split('/')[1]}/desk`

/** The token was not taken: it ended while the machine slept, or somebody ended it. */
async function lost() {
  if (!state.session) return
  if (state.session.tokens.refresh) await renew()
  else expire('expired')
}

function isUsed() {
  if (!state.session || (!state.warned && Date.now() - noted < USE_IS_NOTED_EVERY)) return
  // a screen that is over stays so, though its timer comes late
  if (look() === 'left') return
  used = noted = Date.now()
  if (used - told > USE_IS_TOLD_EVERY) {
    told = used
    share(USED, used)
  }
  if (state.warned) look()
  const { refresh, until } = state.session?.tokens ?? {}
  if (refresh && until && until - used < BEFORE_THE_END) renewInTime()
}

/** Looks whether somebody signed out in another tab, and whether the screen is still in use. */
function look() {
  clearTimeout(watch)
  const { session } = state
  if (!session) return undefined
  if (shared(SIGNED_OUT) > session.begun) {
    forget()
    change({ ended: 'elsewhere', warned: false })
    return undefined
  }
  used = Math.max(used, shared(USED))
  const idle = idleAt(Date.now(), used, session.idle)
  if (idle === 'left') expire('idle')
  else {
    change({ ...state, warned: idle === 'warned' })
    watch = setTimeout(look, changesIn(Date.now(), used, session.idle) + 50)
  }
  return idle
}

/** A token is renewed only for who uses the page; for whoever does not it ends, and with it the session at the provider. */
function renewInTime() {
  clearTimeout(renewal)
  const { refresh, until } = state.session?.tokens ?? {}
  if (!refresh || !until) return
  renewal = setTimeout(
    () => {
      used = Math.max(used, shared(USED))
      if (used > renewed) void renew()
    },
    Math.max(0, until - Date.now() - BEFORE_THE_END),
  )
}

let renewing = false

async function renew() {
  const before = state.session
  if (!before || renewing) return
  renewing = true
  const { renewed: ask } = await import('./providerSignIn')
  const tokens = await ask(before.tokens)
  renewing = false
  if (state.session?.id !== before.id) return
  if (tokens === 'away') renewal = setTimeout(() => void renew(), TRY_AGAIN)
  else if (!tokens) expire('expired')
  else {
    renewed = Date.now()
    change({ ...state, session: { ...state.session, token: tokens.access, tokens } })
    renewInTime()
  }
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const NOBODY: StaffState = { warned: false }

export const useStaffState = (): StaffState =>
  useSyncExternalStore(
    subscribe,
    () => state,
    () => NOBODY,
  )

export const useStaffSession = (): StaffSession | undefined => useStaffState().session
