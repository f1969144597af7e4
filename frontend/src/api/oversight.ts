import { ask } from './http'
import { askPrivately, type Reply } from './private'
import { asRecord, type Json, optionalString, records, required } from './wire'

/** What people look for and do not find. */
export interface Gaps {
  since: string
  missed: number
  words: { text: string; times: number }[]
  refusals: { code: string; times: number }[]
  languages: { code: string; services: number }[]
  /** Where no service is given for a need, though there may be one for the whole country. */
  uncovered: { district: string; need: string; nationwide: boolean }[]
}

export const getGaps = (token: string): Promise<Reply<Gaps>> =>
  askPrivately('/upkeep/gaps', { method: 'GET', token }, (value) => {
    const json = asRecord(value)
    return {
      since: required(json, 'since'),
      missed: Number(json.searches_without_result),
      words: records(json.words).map((each) => ({ text: required(each, 'text'), times: Number(each.times) })),
      refusals: records(json.refusals).map((each) => ({ code: required(each, 'code'), times: Number(each.times) })),
      languages: records(json.languages).map((each) => ({ code: required(each, 'code'), services: Number(each.services) })),
      uncovered: records(json.uncovered).map((each) => ({
        district: required(each, 'district'),
        need: required(each, 'need_name'),
        nationwide: each.nationwide === true,
      })),
    }
  })

/** A field that the national team holds. */
export interface Lock {
  type: string
  record: string
  name: string
  field: string
  reason: string
  until?: string
}

const toLock = (json: Json): Lock => ({
  type: required(json, 'type'),
  record: required(json, 'record_id'),
  name: optionalString(json.name) ?? '',
  field: required(json, 'field'),
  reason: optionalString(json.reason) ?? '',
  until: optionalString(json.until),
})

export const getLocks = (token: string): Promise<Reply<Lock[]>> =>
  askPrivately('/upkeep/locks', { method: 'GET', token }, (value) => records(value).map(toLock))

export const releaseLock = (token: string, { type, record, field }: Lock, reason: string): Promise<Reply<undefined>> =>
  askPrivately(
    `/upkeep/records/${encodeURIComponent(type)}/${encodeURIComponent(record)}/locks/${encodeURIComponent(field)}/release`,
    { token, body: { reason } },
    () => undefined,
  )

/** A word of the lists of needs and audiences. */
export interface Term {
  id: string
  name: string
  list: string
  parent?: string
}

export const getTerms = () =>
  ask('/taxonomy_terms', { query: { per_page: 100 } }, (value) =>
    records(asRecord(value).contents).map(
      (json): Term => ({
        id: required(json, 'id'),
        name: required(json, 'name'),
        list: optionalString(asRecord(json.taxonomy_detail ?? {}).name) ?? '',
        parent: optionalString(json.parent_id),
      }),
    ),
  )
