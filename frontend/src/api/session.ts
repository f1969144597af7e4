import type { Session } from '../model/referral'
import type { Answer } from '../model/remote'
import { ask } from './http'
import { askPrivately, type Reply } from './private'
import { asRecord, optionalString, records, required } from './wire'

/** The operator's OpenID provider, where people of desks sign in. */
export interface ProviderWays {
  issuer: string
  authorizationEndpoint: string
  endSessionEndpoint?: string
  clientId: string
}

export interface SignIn {
  mode: string
  people: { id: string; name: string; role: string }[]
  provider?: ProviderWays
}

export const getSignIn = (signal?: AbortSignal): Promise<Answer<SignIn>> =>
  ask('/session/sign-in', { signal }, (value) => {
    const json = asRecord(value)
    return {
      mode: required(json, 'mode'),
      people: records(json.people).map((person) => ({
        id: required(person, 'id'),
        name: required(person, 'name'),
        role: required(person, 'role'),
      })),
      provider: optionalString(json.issuer)
        ? {
            issuer: required(json, 'issuer'),
            authorizationEndpoint: required(json, 'authorization_endpoint'),
            endSessionEndpoint: optionalString(json.end_session_endpoint),
            clientId: required(json, 'client_id'),
          }
        : undefined,
    }
  })

export const signInAs = (person: string): Promise<Reply<string>> =>
  askPrivately('/session/development', { body: { person } }, (value) => required(asRecord(value), 'access_token'))

export const getSession = (token: string): Promise<Reply<Session>> =>
  askPrivately('/session', { method: 'GET', token }, (value) => {
    const json = asRecord(value)
    return {
      role: required(json, 'role'),
      organization: optionalString(json.organization),
      maySend: json.may_send === true,
      subject: required(json, 'subject'),
      idle: Number(json.idle_seconds) * 1000,
    }
  })
