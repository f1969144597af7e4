import { challengeOf, proofFor, whileWorking } from './challenges'
import { asRecord, list, optionalString, strings } from './wire'

/** How often a request is sent again that too many came before. */
const MOST_TIMES_AGAIN = 3
/** So long a person waits for it, at most, each time. */
const LONGEST_WAIT_SECONDS = 60

/** A no to a request that changes something: with its fields, and of a referral what can be done instead. */
export interface Refusal {
  /** Of HTTP; 0 where no answer came, be it that the request did not arrive or that its answer was lost. */
  status: number
  title: string
  fields: { field: string; detail: string }[]
  state?: string
  actions: string[]
}

export type Reply<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

/** Why there is no answer to what was asked: no connection, or a fault on the server's side. */
export type Unreached = 'offline' | 'fault'

/** Nothing if the server did answer, even with a no. */
export const unreachedBy = ({ status }: Refusal): Unreached | undefined =>
  status === 0 ? 'offline' : status >= 500 ? 'fault' : undefined

/** As of a server between us and the one that was asked. */
const UNREADABLE = 502

const without = (status: number, title: string): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { status, title, fields: [], actions: [] },
})

interface Request {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** An object as JSON; a file as it is. */
  body?: object | Blob
  token?: string
  version?: string
  key?: string
}

let refused: () => void = () => undefined

/** @param listener is told when a token was not taken */
export const whenNotTaken = (listener: () => void) => {
  refused = listener
}

/** Asks for what is of one person or organization only: nothing of it stands in an address, and nobody keeps the answer. */
export async function askPrivately<T>(
  path: string,
  { method = 'POST', body, token, version, key }: Request,
  read: (json: unknown, etag: string) => T,
): Promise<Reply<T>> {
  const send = (proof: Record<string, string>) =>
    globalThis.fetch(`/api${path}`, {
      method,
      cache: 'no-store',
      headers: {
        accept: 'application/json',
        ...(body && { 'content-type': body instanceof Blob ? 'application/octet-stream' : 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
        ...(version && { 'if-match': version }),
        ...(key && { 'idempotency-key': key }),
        ...proof,
      },
      body: body instanceof Blob ? body : body && JSON.stringify(body),
    })
  let response: Response
  try {
    response = await sendAgain(send)
  } catch {
    return without(0, 'offline')
  }
  let json: unknown
  try {
    json = await response.json()
  } catch (broken) {
    // some answers have no body; of others the connection broke on the way
    if (response.ok && (broken as Error).name !== 'SyntaxError') return without(0, 'offline')
  }
  if (response.ok) {
    try {
      return { ok: true, value: read(json, response.headers.get('etag') ?? '') }
    } catch {
      return without(UNREADABLE, 'unreadable answer')
    }
  }
  if (response.status === 401 && token) refused()
  const problem = asRecord(json)
  return {
    ok: false,
    refusal: {
      status: response.status,
      title: optionalString(problem.title) ?? `HTTP ${response.status}`,
      fields: list(problem.errors).map((each) => {
        const error = asRecord(each)
        return { field: optionalString(error.field) ?? '', detail: optionalString(error.detail) ?? '' }
      }),
      state: optionalString(problem.state),
      actions: strings(problem.actions),
    },
  }
}

/**
 * Many people share an address, on mobile networks above all. Where others of it used up what is free, the server asks for a little work
 * of this device instead of refusing; it is done here, and the request sent again.
 */
async function sendAgain(send: (proof: Record<string, string>) => Promise<Response>): Promise<Response> {
  let proof: Record<string, string> = {}
  let response = await send(proof)
  for (let times = 0; response.status === 429 && times < MOST_TIMES_AGAIN; times++) {
    const challenge = challengeOf(
      await response
        .clone()
        .json()
        .catch(() => undefined),
    )
    const seconds = Number(response.headers.get('retry-after'))
    if (challenge) {
      const answer = await proofFor(challenge)
      if (answer === undefined) return response
      proof = { [challenge.header]: answer }
    } else if (Object.keys(proof).length > 0 && seconds > 0 && seconds <= LONGEST_WAIT_SECONDS) {
      await whileWorking(new Promise((resolve) => setTimeout(resolve, seconds * 1000)))
    } else {
      return response
    }
    response = await send(proof)
  }
  return response
}
