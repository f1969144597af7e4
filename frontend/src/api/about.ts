import type { About } from '../model/directory'
import type { Answer } from '../model/remote'
import { ask } from './http'
import { asRecord, optionalNumber, optionalString, readable, required, webAddress } from './wire'

export const getAbout = (signal?: AbortSignal): Promise<Answer<About>> => ask('/about', { signal }, toAbout)

export function toAbout(value: unknown): About {
  const json = asRecord(value)
  const counts = asRecord(json.counts)
  const confidence = asRecord(json.confidence)
  const licence = asRecord(json.licence)
  const licenceUrl = webAddress(licence.url)
  const licenceName = optionalString(licence.name)
  return {
    version: optionalString(json.version),
    loadedAt: optionalString(json.loaded_at),
    counts: {
      organizations: optionalNumber(counts.organizations) ?? 0,
      services: optionalNumber(counts.services) ?? 0,
      activeServices: optionalNumber(counts.active_services) ?? 0,
      locations: optionalNumber(counts.locations) ?? 0,
      places: optionalNumber(counts.places) ?? 0,
    },
    confidence: {
      high: optionalNumber(confidence.high) ?? 0,
      medium: optionalNumber(confidence.medium) ?? 0,
      low: optionalNumber(confidence.low) ?? 0,
    },
    languages: readable(json.languages, (each) => ({
      code: required(each, 'code'),
      services: optionalNumber(each.services) ?? 0,
    })),
    licence: licenceName !== undefined && licenceUrl !== undefined ? { name: licenceName, url: licenceUrl } : undefined,
    credits: readable(json.credits, (each) => ({ text: required(each, 'text'), url: webAddress(each.url) })),
    leftOut: readable(json.left_out, (each) => ({
      kind: required(each, 'kind'),
      sourceId: required(each, 'source_id'),
      reason: required(each, 'reason'),
    })),
  }
}
