import type { Place } from './directory'
import { type Here, metresBetween } from './here'

/** A branch of a program at one of its places: a local office. */
export interface Branch {
  serviceId: string
  place?: BranchPlace
}

/** A municipality or, where none is known, a district or autonomous region. */
export interface BranchPlace {
  code: string
  name: string
  /** In which a municipality lies. */
  district?: string
  middle?: Here
}

/** A place with the ids of the services that are branches there. */
export interface Offices extends BranchPlace {
  services: string[]
}

/** Each place with its branches, in the order of the alphabet; a branch of which no place is known is nowhere to be chosen. */
export function officesByPlace(branches: readonly Branch[]): Offices[] {
  const places = new Map<string, Offices>()
  for (const { serviceId, place } of branches) {
    if (place === undefined) continue
    const known = places.get(place.code) ?? { ...place, services: [] }
    if (!known.services.includes(serviceId)) known.services.push(serviceId)
    places.set(place.code, known)
  }
  return [...places.values()].sort((one, other) => one.name.localeCompare(other.name, 'pt'))
}

/** The same under their districts; what lies in none, as a district itself, comes after those. */
export function byDistrict(offices: readonly Offices[]): { district?: string; offices: Offices[] }[] {
  const districts = new Map<string, Offices[]>()
  for (const each of offices) districts.set(each.district ?? '', [...(districts.get(each.district ?? '') ?? []), each])
  const last = (name: string) => (name === '' ? 1 : 0)
  return [...districts]
    .sort(([one], [other]) => last(one) - last(other) || one.localeCompare(other, 'pt'))
    .map(([district, within]) => ({ district: district || undefined, offices: within }))
}

/** The value of the choice "nearest to me"; codes of places have no such letters. */
export const NEAR_ME = 'near-me'

interface Asked {
  /** What was chosen here: the code of a place, {@link NEAR_ME}, nothing (an empty text), or no choice yet. */
  chosen?: string
  /** Where the device is, if it said so. */
  here?: Here
  /** The code of the place that was asked for elsewhere, and the place once it is known. */
  code?: string
  place?: Place
}

/** Offices with the reason why they are shown. */
export interface Shown {
  offices: Offices
  as: 'there' | 'nearest-to-me' | 'nearest-to-place'
}

/** What is shown at once: what was chosen here, else what is in the place asked for or nearest to it, else what is nearest to the device. */
export function officesShown(all: readonly Offices[], { chosen, here, code, place }: Asked): Shown | undefined {
  const wanted = chosen ?? code ?? NEAR_ME
  if (wanted === NEAR_ME) return nearest(all, here, 'nearest-to-me')
  const there = all.find((each) => each.code === wanted)
  if (there !== undefined) return { offices: there, as: 'there' }
  if (chosen !== undefined || place === undefined) return undefined
  // In a district with several offices nobody knows which one is meant.
  const within = all.some(({ district }) => place.level !== 'municipality' && district === place.name)
  return within ? undefined : nearest(all, place.middle, 'nearest-to-place')
}

function nearest(all: readonly Offices[], from: Here | undefined, as: Shown['as']): Shown | undefined {
  const offices = from && nearestOffices(all, from)
  return offices && { offices, as }
}

/** The offices whose place has its middle nearest to somebody; none where no middle is known. */
export function nearestOffices(offices: readonly Offices[], here: Here): Offices | undefined {
  let nearest: { offices: Offices; far: number } | undefined
  for (const each of offices) {
    const far = each.middle === undefined ? Number.POSITIVE_INFINITY : metresBetween(each.middle, here)
    if (far < (nearest?.far ?? Number.POSITIVE_INFINITY)) nearest = { offices: each, far }
  }
  return nearest?.offices
}
