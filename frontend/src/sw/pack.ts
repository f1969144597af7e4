import { asRecord, type Json, optionalString, records, strings } from '../api/wire'
import { unfold, unfoldedTerm } from './unfold'

/** The active services of the directory in one language, as `GET /api/offline/{language}` gives them and the device keeps them. */
export interface Pack {
  /** What the directory was like: sent back as `since` to learn what changed. */
  asOf: string
  language: string
  /** What typed words are compared with, as the API gives it: what people say for what they need, and dangers. */
  words: Json
  terms: Json[]
  places: Json[]
  services: Json[]
}

/** Reads what the API answered or the device kept; nothing where it is neither a whole pack nor a change of the earlier one. */
export function packOf(answer: unknown, before?: Pack): Pack | undefined {
  const json = asRecord(answer)
  const asOf = optionalString(json.as_of)
  const language = optionalString(json.language)
  if (asOf === undefined || language === undefined) return undefined
  const services = records(unfold(json.services)).filter((each) => optionalString(each.id) !== undefined)
  if (json.whole === true) {
    const terms = records(json.terms).map(unfoldedTerm)
    return { asOf, language, words: asRecord(json.words), terms, places: records(json.places), services }
  }
  if (before === undefined || before.language !== language) return undefined
  return { ...before, asOf, services: changed(before.services, services, strings(json.removed)) }
}

/** The services with those that changed in their places, new ones behind, and without those that are gone. */
function changed(before: Json[], now: Json[], removed: string[]): Json[] {
  const left = new Map(now.map((each) => [each.id, each]))
  const gone = new Set<unknown>(removed)
  const kept = before.flatMap((each) => {
    const newer = left.get(each.id)
    left.delete(each.id)
    return gone.has(each.id) ? [] : [newer ?? each]
  })
  return [...kept, ...left.values()]
}

/** As the device keeps it; `packOf` reads it again. */
export const written = ({ asOf, ...rest }: Pack): string => JSON.stringify({ as_of: asOf, whole: true, ...rest })

/** A service as the API answers it: its terms in full, its places in short too, and the status that all of a pack have. */
export function inFull(service: Json, pack: Pack): Json {
  const terms = (codes: unknown) =>
    strings(codes).flatMap((code) => pack.terms.filter((term) => term.code === code || term.id === code))
  return {
    ...service,
    status: 'active',
    needs: terms(service.needs),
    audiences: terms(service.audiences),
    places: records(service.service_at_locations).map((each) => inShort(asRecord(each.location))),
  }
}

function inShort(location: Json): Json {
  const { id, name, city, municipality, municipality_code, district, district_code, address_visibility, localized } = location
  const precise = location.latitude !== undefined && !['parish', 'town'].includes(String(location.position_precision))
  return {
    location_id: id,
    name,
    city,
    municipality,
    municipality_code,
    district,
    district_code,
    latitude: location.latitude,
    longitude: location.longitude,
    approximate: precise ? undefined : true,
    position_precision: location.position_precision,
    address_visibility,
    localized,
  }
}

/** The places at which a service is given. */
export const locationsOf = (service: Json): Json[] => records(service.service_at_locations).map((each) => asRecord(each.location))
