import { askPrivately, type Reply } from './private'
import { asRecord, type Json, list, optionalString, records, required } from './wire'

/** Where an organization's records come from. */
export interface Source {
  id: string
  name: string
  /** A second person of the national team has to confirm it before it delivers. */
  waiting: boolean
  columnMap: Record<string, string>
}

export interface Run {
  id: string
  mode: string
  dryRun: boolean
  state: string
  format?: string
  receivedAt: string
  reason?: string
  records?: number
  counts: Record<string, number>
}

export interface RunProblem {
  level: string
  pointer: string
  code: string
  message: string
  nearest?: string
}

export interface RunItem {
  seq: number
  type: string
  externalId: string
  line?: number
  action?: string
  outcome?: string
  record?: string
  changes: { field: string; before?: unknown; after?: unknown }[]
  conflicts: { field: string; heldBy: string }[]
  problems: RunProblem[]
}

const toSource = (json: Json): Source => ({
  id: required(json, 'id'),
  name: required(json, 'name'),
  waiting: json.state === 'waiting',
  columnMap: Object.fromEntries(
    Object.entries(asRecord(json.column_map ?? {})).flatMap(([column, meaning]) =>
      typeof meaning === 'string' ? [[column, meaning]] : [],
    ),
  ),
})

const toRun = (json: Json): Run => ({
  id: required(json, 'id'),
  mode: required(json, 'mode'),
  dryRun: json.dry_run === true,
  state: required(json, 'state'),
  format: optionalString(json.format),
  receivedAt: required(json, 'received_at'),
  reason: optionalString(json.reason),
  records: typeof json.records === 'number' ? json.records : undefined,
  counts: Object.fromEntries(
    Object.entries(asRecord(json.counts ?? {})).flatMap(([what, count]) => (typeof count === 'number' ? [[what, count]] : [])),
  ),
})

const toItem = (json: Json): RunItem => ({
  seq: Number(json.seq),
  type: required(json, 'type'),
  externalId: required(json, 'external_id'),
  line: typeof json.line === 'number' ? json.line : undefined,
  action: optionalString(json.action),
  outcome: optionalString(json.outcome),
  record: optionalString(json.record_id),
  changes: list(json.changes ?? []).map((each) => {
    const change = asRecord(each)
    return { field: required(change, 'field'), before: change.before, after: change.after }
  }),
  conflicts: list(json.conflicts ?? []).map((each) => {
    const conflict = asRecord(each)
    return { field: required(conflict, 'field'), heldBy: optionalString(conflict.held_by) ?? '' }
  }),
  problems: records(json.problems ?? []).map((problem) => ({
    level: required(problem, 'level'),
    pointer: optionalString(problem.pointer) ?? '',
    code: required(problem, 'code'),
    message: required(problem, 'message'),
    nearest: optionalString(problem.nearest),
  })),
})

export const getSources = (token: string): Promise<Reply<Source[]>> =>
  askPrivately('/sources', { method: 'GET', token }, (value) => records(value).map(toSource))

export const saveSource = (token: string, id: string, name: string): Promise<Reply<Source>> =>
  askPrivately(`/sources/${encodeURIComponent(id)}`, { method: 'PUT', token, body: { name } }, (value) =>
    toSource(asRecord(value)),
  )

export const getRuns = (token: string, source: string): Promise<Reply<Run[]>> =>
  askPrivately(`/sources/${encodeURIComponent(source)}/runs`, { method: 'GET', token }, (value) => records(value).map(toRun))

const runPath = (source: string, run: string) => `/sources/${encodeURIComponent(source)}/runs/${encodeURIComponent(run)}`

export const getRun = (token: string, source: string, run: string): Promise<Reply<Run>> =>
  askPrivately(runPath(source, run), { method: 'GET', token }, (value) => toRun(asRecord(value)))

export const getRunItems = (
  token: string,
  source: string,
  run: string,
  outcome?: string,
  after = 0,
): Promise<Reply<{ items: RunItem[]; after?: number }>> =>
  askPrivately(
    `${runPath(source, run)}/items?after=${after}${outcome ? `&outcome=${outcome}` : ''}`,
    { method: 'GET', token },
    (value) => {
      const json = asRecord(value)
      return { items: records(json.contents).map(toItem), after: typeof json.after === 'number' ? json.after : undefined }
    },
  )

export const decideRun = (token: string, source: string, run: string, decision: 'apply' | 'cancel'): Promise<Reply<Run>> =>
  askPrivately(`${runPath(source, run)}/decision`, { token, body: { decision } }, (value) => toRun(asRecord(value)))

/** Delivers a file as it is; what it is, the server finds out. */
export const deliver = (
  token: string,
  source: string,
  file: Blob,
  { dryRun, snapshot }: { dryRun: boolean; snapshot: boolean },
): Promise<Reply<Run>> => {
  const query = new URLSearchParams({ dry_run: String(dryRun), mode: snapshot ? 'snapshot' : 'upsert' })
  return askPrivately(`/sources/${encodeURIComponent(source)}/runs?${query}`, { token, body: file }, (value) =>
    toRun(asRecord(value)),
  )
}

/** Where a source is fetched, how often, and how the last time went. */
export interface Harvest {
  url: string
  kind: string
  mode: string
  everyHours: number
  askedAt?: string
  problem?: string
  run?: string
}

const toHarvest = (json: Json): Harvest => ({
  url: required(json, 'url'),
  kind: required(json, 'kind'),
  mode: required(json, 'mode'),
  everyHours: Number(json.every_hours),
  askedAt: optionalString(json.asked_at),
  problem: optionalString(json.problem),
  run: optionalString(json.run_id),
})

const harvestPath = (source: string) => `/sources/${encodeURIComponent(source)}/harvest`

export const getHarvest = (token: string, source: string): Promise<Reply<Harvest>> =>
  askPrivately(harvestPath(source), { method: 'GET', token }, (value) => toHarvest(asRecord(value)))

export const saveHarvest = (
  token: string,
  source: string,
  { url, kind, mode, everyHours }: Pick<Harvest, 'url' | 'kind' | 'mode' | 'everyHours'>,
): Promise<Reply<Harvest>> =>
  askPrivately(harvestPath(source), { method: 'PUT', token, body: { url, kind, mode, every_hours: everyHours } }, (value) =>
    toHarvest(asRecord(value)),
  )

export const deleteHarvest = (token: string, source: string): Promise<Reply<undefined>> =>
  askPrivately(harvestPath(source), { method: 'DELETE', token }, () => undefined)

export const harvestNow = (token: string, source: string): Promise<Reply<Harvest>> =>
  askPrivately(`${harvestPath(source)}/runs`, { token, body: {} }, (value) => toHarvest(asRecord(value)))
