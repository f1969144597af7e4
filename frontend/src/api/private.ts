import { asRecord, list, optionalString, strings } from './wire'

/** A no to a request that changes something: with its fields, and of a referral what can be done instead. */
export interface Refusal {
  status: number
  title: string
  fields: { field: string; detail: string }[]
  state?: string
  actions: string[]
}

export type Reply<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

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
  let response: Response
  try {
    response = await globalThis.fetch(`/api${path}`, {
      method,
      cache: 'no-store',
      headers: {
        accept: 'application/json',
        ...(body && { 'content-type': body instanceof Blob ? 'application/octet-stream' : 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
        ...(version && { 'if-match': version }),
        ...(key && { 'idempotency-key': key }),
      },
      body: body instanceof Blob ? body : body && JSON.stringify(body),
    })
  } catch {
    return { ok: false, refusal: { status: 0, title: 'offline', fields: [], actions: [] } }
  }
  const json: unknown = await response.json().catch(() => undefined)
  if (response.ok) return { ok: true, value: read(json, response.headers.get('etag') ?? '') }
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
