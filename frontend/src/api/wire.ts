import type { Named, Text } from '../model/text'

/** JSON of unknown shape, read carefully: a property without a value is absent, and a wrong type counts as absent. */
export type Json = Record<string, unknown>

export const asRecord = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}

export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

export const records = (value: unknown): Json[] =>
  list(value).filter((each): each is Json => typeof each === 'object' && each !== null && !Array.isArray(each))

export const strings = (value: unknown): string[] =>
  list(value).filter((each): each is string => typeof each === 'string' && each !== '')

export const optionalString = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined

export const optionalNumber = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined

export const optionalBoolean = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined)

/** For what the directory always has; without it the record cannot be shown. */
export function required(json: Json, field: string): string {
  const value = json[field]
  if (typeof value === 'string' && value !== '') return value
  if (typeof value === 'number') return String(value)
  throw new Error(`${field} is missing`)
}

export const oneOf =
  <T extends string>(...values: T[]) =>
  (value: unknown): T | undefined =>
    values.find((each) => each === value)

export function optionalText(json: Json, field: string): Text | undefined {
  const value = optionalString(json[field])
  if (value === undefined) return undefined
  const about = asRecord(asRecord(json.localized)[field])
  return {
    value,
    // The directory is written in Portuguese; a text that says nothing else of itself is in it.
    language: optionalString(about.language) ?? 'pt',
    origin: about.origin === 'machine' ? 'machine' : 'human',
    reviewed: about.reviewed === true,
    stale: about.stale === true,
  }
}

export function text(json: Json, field: string): Text {
  const found = optionalText(json, field)
  if (found === undefined) throw new Error(`${field} is missing`)
  return found
}

export function named(value: unknown): Named | undefined {
  const json = asRecord(value)
  const id = optionalString(json.id)
  const name = optionalText(json, 'name')
  return id !== undefined && name !== undefined ? { id, name } : undefined
}

/** Keeps the records that can be read: one bad record does not take the others along. */
export function readable<T>(value: unknown, read: (json: Json) => T): T[] {
  const found: T[] = []
  for (const json of records(value)) {
    try {
      found.push(read(json))
    } catch {
      // A record without an id or a name cannot be shown or opened.
    }
  }
  return found
}

/** An address a person may follow: only what opens a page, never a script. */
export function webAddress(value: unknown): string | undefined {
  const given = optionalString(value)?.trim()
  if (given === undefined) return undefined
  const candidate = /^[a-z][a-z0-9+.-]*:/i.test(given) ? given : `https://${given}`
  try {
    const url = new URL(candidate)
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined
  } catch {
    return undefined
  }
}
