import * as oauth from 'oauth4webapi'
import type { ProviderWays } from '../../api/session'
import { deskPath, mustProve, type Tokens } from './staffSession'

const PENDING = 'balcao-sign-in'
/** Between a window that signs in and the page that waits for it. */
const BESIDE = 'balcao-sign-in'
const RECEIVED = 'received'
const ANSWERS_WITHIN = 2_000
const SCOPE = 'openid referral:send'

interface Pending {
  verifier: string
  state: string
  nonce: string
  back: string
}

/** Tokens are asked for through our own server, so that the page asks no other host. */
const serverOf = (ways: ProviderWays): oauth.AuthorizationServer => ({
  issuer: ways.issuer,
  authorization_endpoint: ways.authorizationEndpoint,
  token_endpoint: `${location.origin}/api/session/token`,
})
const clientOf = (ways: ProviderWays): oauth.Client => ({ client_id: ways.clientId })
const options = () => ({ [oauth.allowInsecureRequests]: location.protocol === 'http:' })
const redirectUri = () => location.origin + deskPath()

const toPending = (): Pending => ({
  verifier: oauth.generateRandomCodeVerifier(),
  state: oauth.generateRandomState(),
  nonce: oauth.generateRandomNonce(),
  back: location.pathname,
})

/** Where the provider asks who somebody is (RFC 6749, section 4.1.1, with RFC 7636). */
async function addressOf(ways: ProviderWays, pending: Pending, prove: boolean): Promise<string> {
  const to = new URL(ways.authorizationEndpoint)
  to.search = new URLSearchParams({
    client_id: ways.clientId,
    redirect_uri: redirectUri(),
    response_type: 'code',
    scope: SCOPE,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
    ...(prove && { prompt: 'login' }),
  }).toString()
  return to.href
}

/**
 * Leaves for the provider; it brings the person back to the desk.
 *
 * @param prove the provider asks who somebody is though it knows somebody (OpenID Connect Core, prompt=login)
 */
export async function leaveToSignIn(ways: ProviderWays, prove = mustProve()): Promise<void> {
  const pending = toPending()
  sessionStorage.setItem(PENDING, JSON.stringify(pending))
  location.assign(await addressOf(ways, pending, prove))
}

/**
 * Signs in in a window of its own, so that this page and what is written on it stay. To be called at once when somebody presses a button,
 * else browsers open no window.
 *
 * @returns nothing if no window opened, or the provider said no
 */
export async function signInBeside(ways: ProviderWays): Promise<Tokens | 'no-window' | undefined> {
  const beside = window.open('about:blank', '_blank', 'popup,width=520,height=720')
  if (!beside) return 'no-window'
  const pending = toPending()
  beside.location.href = await addressOf(ways, pending, mustProve())
  // the window comes back to another page of ours, which passes on what the provider said; the verifier never leaves this page
  const channel = new BroadcastChannel(BESIDE)
  const said = await new Promise<string>((resolve) => {
    channel.addEventListener('message', ({ data }: MessageEvent<string>) => {
      if (new URLSearchParams(data).get('state') === pending.state) resolve(data)
    })
  })
  channel.postMessage(RECEIVED)
  channel.close()
  return exchanged(ways, new URL(redirectUri() + said), pending)
}

/** Whether the provider has just brought somebody back. */
export const hasComeBack = () => new URLSearchParams(location.search).has('state')

const isOurs = () => {
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? '{}') as Partial<Pending>
  return pending.state !== undefined && pending.state === new URLSearchParams(location.search).get('state')
}

/**
 * The end of a sign-in.
 *
 * @returns beside if it was for another window, which has it now; nothing if the provider said no, or what it said was not meant for us
 */
export async function comeBack(ways: ProviderWays): Promise<{ tokens: Tokens; back: string } | 'beside' | undefined> {
  const here = new URL(location.href)
  const ours = isOurs()
  history.replaceState(history.state, '', location.pathname)
  if (!ours) return (await isTaken(here.search)) ? 'beside' : undefined
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? '{}') as Pending
  sessionStorage.removeItem(PENDING)
  const tokens = await exchanged(ways, here, pending)
  return tokens && { tokens, back: pending.back }
}

/** Whether another window of ours waits for what the provider said. */
async function isTaken(said: string): Promise<boolean> {
  const channel = new BroadcastChannel(BESIDE)
  const taken = await new Promise<boolean>((resolve) => {
    channel.addEventListener('message', ({ data }: MessageEvent<string>) => {
      if (data === RECEIVED) resolve(true)
    })
    channel.postMessage(said)
    setTimeout(() => resolve(false), ANSWERS_WITHIN)
  })
  channel.close()
  if (taken) window.close()
  return taken
}

async function exchanged(ways: ProviderWays, here: URL, pending: Pending): Promise<Tokens | undefined> {
  try {
    const server = serverOf(ways)
    const client = clientOf(ways)
    const said = oauth.validateAuthResponse(server, client, here, pending.state)
    const answer = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      said,
      redirectUri(),
      pending.verifier,
      options(),
    )
    const given = await oauth.processAuthorizationCodeResponse(server, client, answer, {
      expectedNonce: pending.nonce,
      requireIdToken: true,
    })
    return tokensOf(given, ways)
  } catch {
    return undefined // refused, tampered with, or no connection: the person may try again
  }
}

/** @returns away if nobody answered, nothing if the session is over */
export async function renewed(tokens: Tokens): Promise<Tokens | 'away' | undefined> {
  const { provider, refresh } = tokens
  if (!provider || !refresh) return undefined
  try {
    const server = serverOf(provider)
    const client = clientOf(provider)
    const answer = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refresh, options())
    if (answer.status >= 500) return 'away'
    const given = await oauth.processRefreshTokenResponse(server, client, answer)
    return { ...tokens, ...tokensOf(given, provider) }
  } catch (failure) {
    return failure instanceof TypeError ? 'away' : undefined
  }
}

const tokensOf = (given: oauth.TokenEndpointResponse, provider: ProviderWays): Tokens => ({
  access: given.access_token,
  refresh: given.refresh_token,
  ...(given.id_token && { id: given.id_token }),
  until: Date.now() + (given.expires_in ?? 600) * 1000,
  provider,
})
