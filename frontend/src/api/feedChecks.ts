import { askPrivately, type Reply } from './private'
import { asRecord, optionalString, records, required } from './wire'

/** What would become of somebody's feed here. */
export interface FeedReport {
  format: string
  records: Record<string, number>
  keptBack: number
  findings: {
    level: string
    code: string
    field: string
    count: number
    places: { line?: number; externalId: string; message: string; nearest?: string }[]
  }[]
}

const toReport = (value: unknown): FeedReport => {
  const json = asRecord(value)
  return {
    format: required(json, 'format'),
    records: Object.fromEntries(Object.entries(asRecord(json.records)).map(([type, count]) => [type, Number(count)])),
    keptBack: Number(json.kept_back),
    findings: records(json.findings).map((finding) => ({
      level: required(finding, 'level'),
      code: required(finding, 'code'),
      field: optionalString(finding.field) ?? '',
      count: Number(finding.count),
      places: records(finding.places).map((place) => ({
        line: typeof place.line === 'number' ? place.line : undefined,
        externalId: required(place, 'external_id'),
        message: required(place, 'message'),
        nearest: optionalString(place.nearest),
      })),
    })),
  }
}

export const checkFile = (file: Blob): Promise<Reply<FeedReport>> => askPrivately('/feed-checks', { body: file }, toReport)

export const checkAddress = (url: string): Promise<Reply<FeedReport>> =>
  askPrivately('/feed-checks/address', { body: { url } }, toReport)
