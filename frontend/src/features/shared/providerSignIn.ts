import * as oauth from 'oauth4webapi'
import type { ProviderWays } from '../../api/session'
import { deskPath, type Tokens } from './staffSession'

const PENDING = 'balcao-sign-in'
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

/** Leaves for the provider (RFC 6749, section 4.1.1, with RFC 7636); it brings the person back to the desk. */
export async function leaveToSignIn(ways: ProviderWays): Promise<void> {
  const pending: Pending = {
    verifier: oauth.generateRandomCodeVerifier(),
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    back: location.pathname,
  }
  sessionStorage.setItem(PENDING, JSON.stringify(pending))
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
  }).toString()
  location.assign(to.href)
}

/** Whether the provider has just brought somebody back. */
export const hasComeBack = () => new URLSearchParams(location.search).has('state') && sessionStorage.getItem(PENDING) !== null

/** @returns nothing if the provider said no, or what it said was not meant for us */
export async function comeBack(ways: ProviderWays): Promise<{ tokens: Tokens; back: string } | undefined> {
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? '{}') as Pending
  sessionStorage.removeItem(PENDING)
  const here = new URL(location.href)
  history.replaceState(history.state, '', location.pathname)
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
    return { tokens: tokensOf(given, ways), back: pending.back }
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
