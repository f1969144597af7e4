import { asRecord, type Json, optionalString } from '../api/wire'
import { inFull, locationsOf, type Pack } from './pack'

const doorsAt = (service: Json, id: string): Json[] =>
  (Array.isArray(service.service_at_locations) ? service.service_at_locations : [])
    .map(asRecord)
    .filter((door) => asRecord(door.location).id === id)

/** An organization with its active services and their places; nothing where no service in the pack is of it. */
export function organizationIn(pack: Pack, id: string): Json | undefined {
  const services = pack.services.filter((service) => asRecord(service.organization).id === id)
  const [first] = services
  if (!first) return undefined
  const places = services.flatMap(locationsOf).filter((location) => optionalString(location.name) !== undefined)
  const different = places.filter((location, at) => places.findIndex((other) => other.id === location.id) === at)
  return {
    ...asRecord(first.organization),
    services: services.map((service) => inFull(service, pack)),
    locations: different.map(({ id: place, name, municipality, localized }) => ({ id: place, name, municipality, localized })),
  }
}

/** A place with the active services given there; its own hours where all of them keep the same. */
export function locationIn(pack: Pack, id: string): Json | undefined {
  const services = pack.services.filter((service) => doorsAt(service, id).length > 0)
  const doors = services.flatMap((service) => doorsAt(service, id))
  const [first] = doors
  if (!first) return undefined
  const hours = new Set(doors.map((door) => JSON.stringify(door.opening_hours)))
  return {
    ...asRecord(first.location),
    opening_hours: hours.size === 1 ? first.opening_hours : undefined,
    services: services.map((service) => inFull(service, pack)),
  }
}
