import { type Json, optionalNumber } from '../api/wire'
import { type Here, metresBetween } from '../model/here'
import { locationsOf } from './pack'

/** How far the nearest door of a service is, in metres; nothing where no door of it is known. */
export interface Distance {
  metres: number
  approximate: boolean
}

function distanceTo(service: Json, here: Here): Distance | undefined {
  const doors = locationsOf(service).flatMap((location): Distance[] => {
    const latitude = optionalNumber(location.latitude)
    const longitude = optionalNumber(location.longitude)
    if (latitude === undefined || longitude === undefined) return []
    const approximate = ['parish', 'town', 'municipality'].includes(String(location.position_precision))
    return [{ metres: metresBetween(here, { latitude, longitude }), approximate }]
  })
  return doors.sort((one, other) => one.metres - other.metres)[0]
}

/** The nearest first; what has no door that is known comes after, in its order. */
export function nearestFirst(services: Json[], here: Here): { services: Json[]; distances: Map<unknown, Distance> } {
  const distances = new Map<unknown, Distance>()
  for (const service of services) {
    const distance = distanceTo(service, here)
    if (distance) distances.set(service.id, distance)
  }
  const far = (service: Json) => distances.get(service.id)?.metres ?? Number.POSITIVE_INFINITY
  const sorted = [...services].sort((one, other) => {
    const [a, b] = [far(one), far(other)]
    return a === b ? 0 : a - b
  })
  return { services: sorted, distances }
}
