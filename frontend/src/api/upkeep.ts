import { askPrivately, type Reply } from './private'
import { asRecord, type Json, list, optionalString, records, required, strings } from './wire'

/** A service of one's list, and how good its listing is. */
export interface Listing {
  id: string
  name: string
  status: string
  assuredDate?: string
  quality: number
  missing: string[]
  conflicts: number
  freshness: string
  /** What it becomes if nobody looks at it, and when. */
  next?: { step: string; on: string }
}

export interface Change {
  field: string
  before?: unknown
  after?: unknown
}

/** A change that a person made, or wants to make. */
export interface Edit {
  id: string
  type: string
  record: string
  changes: Change[]
  reason: string
  lockedUntil?: string
  state: string
  role: string
  mine: boolean
  at: string
}

/** Two say different things of one field. */
export interface Conflict {
  id: string
  type: string
  record: string
  field: string
  current?: unknown
  offered?: unknown
  offeredBy: string
  /** What is offered is a name or a number of somebody else: the national team decides. */
  review: boolean
}

/** A record for who may change it: what it says, who says it, and its version. */
export interface Editable {
  body: Json
  version: string
  holders: Record<string, { source: string; rank: string; until?: string }>
  conflicts: Conflict[]
  edits: Edit[]
}

/** What a reader says is wrong. */
export interface Correction {
  id: string
  type: string
  record: string
  about: string
  proposed?: string
  remark?: string
  at: string
}

const toListing = (json: Json): Listing => ({
  id: required(json, 'id'),
  name: required(json, 'name'),
  status: required(json, 'status'),
  assuredDate: optionalString(json.assured_date),
  quality: Number(json.quality),
  missing: strings(json.missing),
  conflicts: Number(json.conflicts),
  freshness: required(json, 'freshness'),
  next: typeof json.next_step === 'string' ? { step: json.next_step, on: required(json, 'next_step_on') } : undefined,
})

const toEdit = (json: Json): Edit => ({
  id: required(json, 'id'),
  type: required(json, 'type'),
  record: required(json, 'record_id'),
  changes: list(json.changes).map((each) => {
    const change = asRecord(each)
    return { field: required(change, 'field'), before: change.before, after: change.after }
  }),
  reason: required(json, 'reason'),
  lockedUntil: optionalString(json.locked_until),
  state: required(json, 'state'),
  role: required(json, 'role'),
  mine: json.mine === true,
  at: required(json, 'at'),
})

const toConflict = (json: Json): Conflict => ({
  id: required(json, 'id'),
  type: required(json, 'type'),
  record: required(json, 'record_id'),
  field: required(json, 'field'),
  current: json.current,
  offered: json.offered,
  offeredBy: required(json, 'offered_by'),
  review: json.held_by === 'review',
})

const toCorrection = (json: Json): Correction => ({
  id: required(json, 'id'),
  type: required(json, 'type'),
  record: required(json, 'record_id'),
  about: required(json, 'about'),
  proposed: optionalString(json.proposed),
  remark: optionalString(json.remark),
  at: required(json, 'at'),
})

export const getListings = (token: string, after?: string): Promise<Reply<{ listings: Listing[]; after?: string }>> =>
  askPrivately(`/upkeep/listings${after ? `?after=${encodeURIComponent(after)}` : ''}`, { method: 'GET', token }, (value) => {
    const json = asRecord(value)
    return { listings: records(json.contents).map(toListing), after: optionalString(json.after) }
  })

export const confirmListings = (token: string, services?: string[]): Promise<Reply<number>> =>
  askPrivately('/upkeep/confirmations', { token, body: services ? { services } : {} }, (value) =>
    Number(asRecord(value).services),
  )

const recordPath = (type: string, id: string) => `/upkeep/records/${encodeURIComponent(type)}/${encodeURIComponent(id)}`

export const getEditable = (token: string, type: string, id: string): Promise<Reply<Editable>> =>
  askPrivately(recordPath(type, id), { method: 'GET', token }, (value, etag) => {
    const json = asRecord(value)
    return {
      body: asRecord(json.body),
      version: etag,
      holders: Object.fromEntries(
        Object.entries(asRecord(json.holders)).map(([field, each]) => {
          const holder = asRecord(each)
          return [
            field,
            { source: required(holder, 'source'), rank: required(holder, 'rank'), until: optionalString(holder.until) },
          ]
        }),
      ),
      conflicts: records(json.conflicts).map(toConflict),
      edits: records(json.edits).map(toEdit),
    }
  })

export const editRecord = (
  token: string,
  type: string,
  id: string,
  version: string,
  wish: { fields: Json; reason: string; lockedUntil?: string },
): Promise<Reply<Edit>> =>
  askPrivately(
    `${recordPath(type, id)}/edits`,
    { token, version, body: { fields: wish.fields, reason: wish.reason, locked_until: wish.lockedUntil } },
    (value) => toEdit(asRecord(value)),
  )

export const rollBack = (token: string, edit: string, reason: string): Promise<Reply<Edit>> =>
  askPrivately(`/upkeep/edits/${encodeURIComponent(edit)}/rollback`, { token, body: { reason } }, (value) =>
    toEdit(asRecord(value)),
  )

export const getWaitingEdits = (token: string): Promise<Reply<Edit[]>> =>
  askPrivately('/upkeep/edits', { method: 'GET', token }, (value) => records(value).map(toEdit))

export const decideEdit = (token: string, edit: string, decision: 'confirm' | 'reject'): Promise<Reply<Edit>> =>
  askPrivately(`/upkeep/edits/${encodeURIComponent(edit)}/decision`, { token, body: { decision } }, (value) =>
    toEdit(asRecord(value)),
  )

export const proposeOrganization = (token: string, fields: Json, reason: string): Promise<Reply<Edit>> =>
  askPrivately('/upkeep/organizations', { token, body: { fields, reason } }, (value) => toEdit(asRecord(value)))

export const getConflicts = (token: string): Promise<Reply<Conflict[]>> =>
  askPrivately('/upkeep/conflicts', { method: 'GET', token }, (value) => records(value).map(toConflict))

/** Done, or waiting for a second person of the national team. */
export const settleConflict = (token: string, conflict: string, decision: 'take' | 'leave'): Promise<Reply<undefined>> =>
  askPrivately(`/upkeep/conflicts/${encodeURIComponent(conflict)}/decision`, { token, body: { decision } }, () => undefined)

export const getCorrections = (token: string): Promise<Reply<Correction[]>> =>
  askPrivately('/corrections', { method: 'GET', token }, (value) => records(value).map(toCorrection))

export const decideCorrection = (token: string, id: string, decision: 'take' | 'leave'): Promise<Reply<Correction>> =>
  askPrivately(`/corrections/${encodeURIComponent(id)}/decision`, { token, body: { decision } }, (value) =>
    toCorrection(asRecord(value)),
  )

/** @returns the code with which one sees what became of it */
export const suggestCorrection = (
  type: string,
  id: string,
  said: { about: string; proposed?: string; remark?: string },
): Promise<Reply<string>> =>
  askPrivately('/corrections', { body: { type, id, ...said } }, (value) => required(asRecord(value), 'code'))

export const getCorrectionState = (code: string): Promise<Reply<string>> =>
  askPrivately('/corrections/state', { body: { code } }, (value) => required(asRecord(value), 'state'))

/** Somebody looked whether a service is as it is listed. */
export interface Verification {
  id: string
  way: string
  outcome: string
  remark?: string
  role: string
  at: string
}

const toVerification = (json: Json): Verification => ({
  id: required(json, 'id'),
  way: required(json, 'way'),
  outcome: required(json, 'outcome'),
  remark: optionalString(json.remark),
  role: required(json, 'role'),
  at: required(json, 'at'),
})

const verifications = (service: string) => `/upkeep/services/${encodeURIComponent(service)}/verifications`

export const getVerifications = (token: string, service: string): Promise<Reply<Verification[]>> =>
  askPrivately(verifications(service), { method: 'GET', token }, (value) => records(value).map(toVerification))

export const verifyListing = (
  token: string,
  service: string,
  said: { way: string; outcome: string; remark?: string },
): Promise<Reply<Verification>> =>
  askPrivately(verifications(service), { token, body: said }, (value) => toVerification(asRecord(value)))

/** An address that a listing names and where nothing is any more. */
export interface DeadLink {
  url: string
  type: string
  record: string
  name: string
  status?: number
  since: string
}

export const getDeadLinks = (token: string): Promise<Reply<DeadLink[]>> =>
  askPrivately('/upkeep/dead-links', { method: 'GET', token }, (value) =>
    records(value).map((json) => ({
      url: required(json, 'url'),
      type: required(json, 'type'),
      record: required(json, 'record_id'),
      name: required(json, 'name'),
      status: typeof json.status === 'number' ? json.status : undefined,
      since: required(json, 'since'),
    })),
  )

/** Two records that may be the same thing in the world, and what speaks for it. */
export interface Duplicate {
  id: string
  type: string
  reasons: string[]
  score: number
  records: { id: string; body: Json }[]
}

export const getDuplicates = (token: string): Promise<Reply<Duplicate[]>> =>
  askPrivately('/upkeep/duplicates', { method: 'GET', token }, (value) =>
    records(value).map((json) => ({
      id: required(json, 'id'),
      type: required(json, 'type'),
      reasons: strings(json.reasons),
      score: Number(json.score),
      records: [json.one, json.other].map((each) => {
        const record = asRecord(each)
        return { id: required(record, 'id'), body: asRecord(record.body) }
      }),
    })),
  )

export const dismissDuplicate = (token: string, id: string): Promise<Reply<undefined>> =>
  askPrivately(`/upkeep/duplicates/${encodeURIComponent(id)}/dismissal`, { token, body: {} }, () => undefined)

/** A record that was merged into another. */
export interface Merge {
  id: string
  type: string
  kept: string
  name: string
  reason: string
  at: string
  undone: boolean
}

const toMerge = (json: Json): Merge => ({
  id: required(json, 'id'),
  type: required(json, 'type'),
  kept: required(json, 'kept'),
  name: optionalString(json.name) ?? '',
  reason: required(json, 'reason'),
  at: required(json, 'at'),
  undone: json.undone_at !== undefined,
})

export const getMerges = (token: string): Promise<Reply<Merge[]>> =>
  askPrivately('/upkeep/merges', { method: 'GET', token }, (value) => records(value).map(toMerge))

/** Proposed; a second person of the national team confirms it. */
export const proposeMerge = (
  token: string,
  wish: { type: string; keep: string; drop: string; reason: string },
): Promise<Reply<undefined>> => askPrivately('/upkeep/merges', { token, body: wish }, () => undefined)

/** Proposed; a second person of the national team confirms it. */
export const proposeUndo = (token: string, id: string): Promise<Reply<undefined>> =>
  askPrivately(`/upkeep/merges/${encodeURIComponent(id)}/undo`, { token, body: {} }, () => undefined)
