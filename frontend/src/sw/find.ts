import { asRecord, type Json, optionalNumber, optionalString, records, strings } from '../api/wire'
import type { Here } from '../model/here'
import { byWords } from './byWords'
import { type Danger, dangerCalled, dangersIn } from './dangers'
import { locationsOf, type Pack } from './pack'
import { type Distance, nearestFirst } from './near'
import { type Said, saidIn } from './said'
import { within } from './words'

/** A question for services, as the page writes it into an address of the API. */
export interface Asked {
  words: string
  needs: string[]
  places: string[]
  languages: string[]
  deliveryModes: string[]
  openNow: boolean
  free?: boolean
  confirmed: boolean
  /** Whether local branches of a program stand behind its entry. */
  fold: boolean
  /** From where the nearest come first. */
  here?: Here
}

/** One question of all that were asked. */
export type Part = 'needs' | 'places' | 'languages' | 'deliveryModes' | 'free' | 'openNow'

const KNOWN = new Set([
  'search',
  'taxonomy_term_id',
  'place',
  'language',
  'open_at',
  'delivery_mode',
  'free',
  'confidence',
  'status',
  'fold',
  'sort',
  'page',
  'per_page',
  'lang',
  'lat',
  'lon',
])

/** Reads a question; nothing where it asks for something that the pack cannot tell. */
export function askedIn(params: URLSearchParams): Asked | undefined {
  const sort = params.get('sort')
  const confidence = params.get('confidence')
  const open = params.get('open_at')
  const status = params.getAll('status')
  const here = hereIn(params)
  if (
    [...params.keys()].some((name) => !KNOWN.has(name)) ||
    (sort !== null && sort !== 'relevance' && sort !== 'distance') ||
    (sort === 'distance') !== (here !== undefined) ||
    (confidence !== null && confidence !== 'medium') ||
    (open !== null && open !== 'now') ||
    status.length !== 1 ||
    status[0] !== 'active'
  )
    return undefined
  return {
    words: params.get('search') ?? '',
    needs: params.getAll('taxonomy_term_id'),
    places: params.getAll('place'),
    languages: params.getAll('language'),
    deliveryModes: params.getAll('delivery_mode'),
    openNow: open === 'now',
    free: params.has('free') ? params.get('free') === 'true' : undefined,
    confirmed: confidence !== null,
    fold: params.get('fold') === 'programs',
    here,
  }
}

/** The position that was posted with the question; it goes no further than this worker. */
function hereIn(params: URLSearchParams): Here | undefined {
  const degrees = (name: string) => optionalNumber(params.has(name) ? Number(params.get(name)) : undefined)
  const latitude = degrees('lat')
  const longitude = degrees('lon')
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude }
}

/** Services that fit, the best first. */
export interface Fitting {
  services: Json[]
  loosened: boolean
  /** What of the words is known to say a need. */
  said: Said[]
  /** The dangers that the words may speak of; their lines are first. */
  dangers: Danger[]
  /** By the id of a service, where the nearest come first. */
  distances: Map<unknown, Distance>
  /** How many branches stand behind an entry, by the entry's id. */
  behind: Map<unknown, number>
}

/** @param besides a question that is left out, to count its other answers */
export function find(pack: Pack, asked: Asked, now: Date, besides?: Part): Fitting {
  const found = unfolded(pack, asked, now, besides)
  const folds = asked.fold && asked.places.length === 0
  return { ...found, ...(folds ? folded(found.services) : { behind: new Map() }) }
}

function unfolded(pack: Pack, asked: Asked, now: Date, besides?: Part): Omit<Fitting, 'behind'> {
  const forHelp = asked.words !== '' || asked.needs.length > 0 || asked.places.length > 0 || asked.openNow
  const codes = new Set(besides === 'places' ? [] : asked.places.flatMap((place) => around(place, pack)))
  const fits = (service: Json): boolean =>
    !(forHelp && service.freshness === 'hidden') &&
    (besides === 'needs' || any(asked.needs, (need) => strings(service.needs).some((code) => within(code, need)))) &&
    (besides === 'places' || asked.places.length === 0 || isThere(service, asked.places, codes, pack)) &&
    (besides === 'languages' || any(asked.languages, (code) => languagesOf(service).includes(code))) &&
    (besides === 'deliveryModes' || any(asked.deliveryModes, (mode) => strings(service.delivery_modes).includes(mode))) &&
    (besides === 'free' || asked.free === undefined || service.free === asked.free) &&
    (!asked.confirmed || service.confidence !== 'low') &&
    (besides === 'openNow' || !asked.openNow || isOpen(service, now))
  const fitting = pack.services.filter(fits)
  const found =
    asked.words === '' ? { services: forJust(fitting, asked), loosened: false, said: [] } : byWords(fitting, asked.words, pack)
  const dangers = asked.words === '' ? [] : dangersOf(asked.words, pack)
  const helping = withHelp(found.services, fitting, dangers)
  // What nobody has looked after for long comes last; sorting keeps the order of the others.
  const last = (service: Json) => Number(service.freshness === 'stale')
  const kept = [...helping].sort((one, other) => last(one) - last(other))
  const { services, distances } = asked.here ? nearestFirst(kept, asked.here) : { services: kept, distances: new Map() }
  return { ...found, services: linesFirst(services, fitting, dangers, now), dangers, distances }
}

/** The dangers that are said in so many words, then those that the words may speak of. */
function dangersOf(words: string, pack: Pack): Danger[] {
  const called = saidIn(words, pack).flatMap(({ danger }) => (danger === undefined ? [] : dangerCalled(danger, pack)))
  const all = [...called, ...dangersIn(words, pack)]
  return all.filter((danger, at) => all.findIndex(({ kind }) => kind === danger.kind) === at)
}

/** With the services for the needs of a danger behind those that were found. */
function withHelp(found: Json[], fitting: Json[], dangers: Danger[]): Json[] {
  const needs = dangers.flatMap((danger) => danger.needs)
  const more = fitting.filter(
    (service) => !found.includes(service) && strings(service.needs).some((code) => needs.some((need) => within(code, need))),
  )
  return [...found, ...forNeeds(more)]
}

/** The lines for a danger before everything, those that answer now before those of which nobody knows it, and these before closed ones. */
function linesFirst(services: Json[], fitting: Json[], dangers: Danger[], now: Date): Json[] {
  const ids = [...new Set(dangers.flatMap(({ lines }) => lines))]
  const lines = ids.flatMap((id) => fitting.filter((service) => service.id === id))
  const answers = (line: Json) => (isOpen(line, now) ? 0 : doorsOf(line).every(({ basis }) => basis === 'unknown') ? 1 : 2)
  const inOrder = lines.sort((one, other) => answers(one) - answers(other))
  return [...inOrder, ...services.filter((service) => !lines.includes(service))]
}

const any = (wanted: string[], has: (each: string) => boolean): boolean => wanted.length === 0 || wanted.some(has)

/** Of a need, what is given for just that comes before what does a little of everything. */
const forJust = (services: Json[], asked: Asked): Json[] => (asked.needs.length === 0 ? services : forNeeds(services))

const forNeeds = (services: Json[]): Json[] =>
  [...services].sort((one, other) => strings(one.needs).length - strings(other.needs).length)

/** The codes of a place and of what lies in it. */
const around = (place: string, pack: Pack): string[] => [
  place,
  ...pack.places.filter((each) => each.parent_code === place).map((each) => String(each.code)),
]

/** Given there, for people there, or for the whole country. */
function isThere(service: Json, places: string[], codes: Set<string>, pack: Pack): boolean {
  const parents = pack.places.filter((each) => places.includes(String(each.code))).map((each) => each.parent_code)
  return (
    service.nationwide === true ||
    locationsOf(service).some((each) => codes.has(String(each.municipality_code))) ||
    records(service.service_areas).some(
      (area) => area.place_code !== undefined && (codes.has(String(area.place_code)) || parents.includes(area.place_code)),
    )
  )
}

export const languagesOf = (service: Json): string[] =>
  records(service.languages).flatMap((each) => optionalString(each.code)?.toLowerCase() ?? [])

/** The hours of each of its doors, or its own where it has none. */
export function doorsOf(service: Json): Json[] {
  const doors = records(service.service_at_locations).map((each) => asRecord(each.opening_hours))
  return doors.length > 0 ? doors : records([service.opening_hours])
}

export const isOpen = (service: Json, now: Date): boolean =>
  doorsOf(service).some((hours) =>
    records(hours.spans).some(
      (span) => Date.parse(String(span.opens_at)) <= now.getTime() && now.getTime() < Date.parse(String(span.closes_at)),
    ),
  )

const programOf = (service: Json): unknown => asRecord(service.program).id

/** The entry of a program is for the whole country, and of the organization that the program is of. */
export const isEntry = (service: Json): boolean =>
  programOf(service) !== undefined &&
  service.nationwide === true &&
  asRecord(service.program).organization_id === asRecord(service.organization).id

export const isBranchOf = (entry: Json, service: Json): boolean =>
  programOf(service) === programOf(entry) && service.nationwide !== true

/** The list with branches behind the entries that are in it. */
export function folded(services: Json[]): { services: Json[]; behind: Map<unknown, number> } {
  const entries = services.filter(isEntry)
  const entryOf = (service: Json) => entries.find((entry) => isBranchOf(entry, service))
  const behind = new Map<unknown, number>()
  const left = services.filter((service) => {
    const entry = programOf(service) === undefined ? undefined : entryOf(service)
    if (entry) behind.set(entry.id, (behind.get(entry.id) ?? 0) + 1)
    return entry === undefined
  })
  return { services: left, behind }
}
