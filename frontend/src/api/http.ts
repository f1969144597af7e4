import type { Answer, Problem } from '../model/remote'
import { asRecord, list, optionalString } from './wire'

export type QueryValue = string | number | boolean | undefined | readonly (string | number)[]
export type Query = Record<string, QueryValue>

/** Set by our service worker on an answer it took from the copy on the device. */
const SAVED_AT = 'x-balcao-saved-at'

/**
 * Asks the directory one question. Texts come in the page's language, else English, else as they were written.
 * What goes wrong comes back as a value; only a cancelled question throws.
 */
export async function ask<T>(
  path: string,
  query: Query,
  language: string | undefined,
  read: (json: unknown) => T,
  signal?: AbortSignal,
): Promise<Answer<T>> {
  let response: Response
  try {
    response = await globalThis.fetch(addressOf(path, query, language), {
      headers: { accept: 'application/json' },
      signal,
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

export function addressOf(path: string, query: Query, language: string | undefined): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue
    if (Array.isArray(value)) for (const each of value) params.append(name, String(each))
    else params.append(name, String(value))
  }
  if (language !== undefined) params.append('lang', languagesFor(language))
  const asked = params.toString()
  return asked ? `/api${path}?${asked}` : `/api${path}`
}

function languagesFor(language: string): string {
  return [...new Set([language, 'en', 'pt'])].join(',')
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
