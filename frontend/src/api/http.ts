import { askFor, type PageLanguage } from '../i18n/languages'
import type { Answer, Problem } from '../model/remote'
import type { paths } from './generated/openapi'
import { asRecord, list, optionalString } from './wire'

type Reading = { [P in keyof paths]: paths[P] extends { get: object } ? P : never }[keyof paths]
type Parameters<P extends Reading> = paths[P]['get'] extends { parameters: infer Given } ? Given : never

/** What may be asked at an address of the API, as its contract names it: a question it does not know does not compile. */
export type Query<P extends Reading> = Parameters<P> extends { query?: infer Q } ? Omit<NonNullable<Q>, 'lang' | 'format'> : never

interface Question<P extends Reading> {
  /** The record asked for, where the address has a place for one. */
  record?: string
  query?: Query<P>
  /** What must not stand in an address, where logs and histories would keep it; the question is then posted as a form. */
  privately?: Query<P>
  /** The language of the page; without one no texts are asked for. */
  language?: PageLanguage
  signal?: AbortSignal
}

/** Set by our service worker on an answer it took from the copy on the device. */
const SAVED_AT = 'x-balcao-saved-at'

/**
 * Asks the directory one question. Texts come in the page's language, else English, else as they were written.
 * What goes wrong comes back as a value; only a cancelled question throws.
 */
export async function ask<P extends Reading, T>(at: P, question: Question<P>, read: (json: unknown) => T): Promise<Answer<T>> {
  const { signal } = question
  let response: Response
  try {
    response = await globalThis.fetch(addressOf(at, question), {
      headers: { accept: 'application/json' },
      signal,
      ...(question.privately && { method: 'POST', body: paramsOf(question.privately) }),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    return { ok: false, problem: { kind: 'offline' } }
  }
  if (!response.ok) return { ok: false, problem: await problemOf(response) }
  try {
    const value = read(await response.json())
    return { ok: true, value, savedAt: response.headers.get(SAVED_AT) ?? undefined }
  } catch (error) {
    if (signal?.aborted) throw error
    return { ok: false, problem: { kind: 'unexpected', title: 'unreadable answer' } }
  }
}

export function addressOf<P extends Reading>(at: P, { record = '', query, language }: Question<P>): string {
  const params = paramsOf(query)
  if (language !== undefined) params.append('lang', askFor(language))
  const path = at.replace(/\{\w+\}/, encodeURIComponent(record))
  const asked = params.toString()
  return asked ? `/api${path}?${asked}` : `/api${path}`
}

function paramsOf(query: object = {}): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue
    if (Array.isArray(value)) for (const each of value) params.append(name, String(each))
    else params.append(name, String(value))
  }
  return params
}

async function problemOf(response: Response): Promise<Problem> {
  if (response.status === 404 || response.status === 410) return { kind: 'not-found' }
  if (response.status === 503 || response.status === 502 || response.status === 504) {
    const seconds = Number(response.headers.get('retry-after'))
    return { kind: 'away', retryAfterSeconds: seconds > 0 ? seconds : undefined }
  }
  const body = asRecord(await response.json().catch(() => undefined))
  const title = optionalString(body.title) ?? `HTTP ${response.status}`
  if (response.status < 500) {
    const fields = list(body.errors).map((each) => {
      const error = asRecord(each)
      return { field: optionalString(error.field) ?? '', detail: optionalString(error.detail) ?? '' }
    })
    return { kind: 'refused', title, fields }
  }
  return { kind: 'unexpected', title }
}
