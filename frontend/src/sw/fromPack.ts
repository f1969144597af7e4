import { type Json, optionalString, records } from '../api/wire'
import { counts, isIn } from './counts'
import { askedIn, find, type Fitting, isBranchOf, isEntry } from './find'
import { locationIn, organizationIn } from './offices'
import { inFull, locationsOf, type Pack } from './pack'

const USUAL_PAGE = 50

/** What the API would answer about services, organizations, doors and places, made of the pack; nothing where the pack cannot tell. */
export function fromPack(pack: Pack, url: URL, now: Date): Json | undefined {
  const [kind, name, more, ...rest] = url.pathname.replace(/^\/api\//, '').split('/')
  if (rest.length > 0) return undefined
  if (kind === 'places' && more === undefined) return name === undefined ? placesIn(pack, url) : placeIn(pack, name)
  if (kind === 'organizations' && name !== undefined && more === undefined) return organizationIn(pack, name)
  if (kind === 'locations' && name !== undefined && more === undefined) return locationIn(pack, name)
  if (kind !== 'services') return undefined
  if (name === undefined) return listIn(pack, url, now)
  const asked = askedIn(url.searchParams)
  if (name === 'facets') return asked && counts(pack, asked, now)
  const service = pack.services.find(({ id }) => id === name)
  if (!service) return undefined
  if (more === undefined) return inFull(service, pack)
  return more === 'branches' ? { branches: branchesOf(service, pack) } : undefined
}

function listIn(pack: Pack, url: URL, now: Date): Json | undefined {
  const asked = askedIn(url.searchParams)
  if (!asked) return undefined
  const found = find(pack, asked, now)
  const page = pageOf(found.services, url.searchParams)
  const lines = found.dangers.flatMap((danger) => danger.lines)
  return {
    ...page,
    contents: page.contents.map((service) => {
      const distance = found.distances.get(service.id)
      return {
        ...inFull(service, pack),
        folded_branches: found.behind.get(service.id),
        distance_m: distance && Math.round(distance.metres),
        distance_approximate: distance?.approximate,
        because: lines.includes(String(service.id)) ? [{ kind: 'urgent' }] : undefined,
      }
    }),
    search: asked.words === '' ? undefined : reportOf(found, pack),
  }
}

/** What was made of the words. Compared words are no understanding: it is sure of what has every word, and of what is known to say a need. */
function reportOf({ services, loosened, said, dangers }: Fitting, pack: Pack): Json {
  const named = (codes: string[]): Json[] =>
    [...new Set(codes)].flatMap((code) =>
      pack.terms.filter((term) => term.code === code).map((term) => ({ code, name: term.name })),
    )
  const guessed = dangers.some(({ kind }) => said.every(({ danger }) => danger !== kind))
  return {
    understood: said.flatMap(({ text, needs }) => named(needs.slice(0, 1)).map((need) => ({ text, kind: 'need', ...need }))),
    loosened,
    urgent: dangers.map(({ kind }) => kind),
    certainty: loosened || guessed || services.length === 0 ? 'unsure' : 'sure',
    help_first: false,
    topics: named([...said.flatMap(({ needs }) => needs), ...dangers.flatMap(({ needs }) => needs)]),
    nearest: [],
  }
}

function pageOf(all: Json[], params: URLSearchParams) {
  const size = Math.max(1, Number(params.get('per_page')) || USUAL_PAGE)
  const number = Math.max(1, Number(params.get('page')) || 1)
  return {
    total_items: all.length,
    total_pages: Math.ceil(all.length / size),
    page_number: number,
    contents: all.slice((number - 1) * size, number * size),
  }
}

/** The local branches behind the entry of a program, once for each place, by the names of places. */
function branchesOf(entry: Json, pack: Pack): Json[] {
  if (!isEntry(entry)) return []
  const branches = pack.services.filter((service) => service.freshness !== 'hidden' && isBranchOf(entry, service))
  return branches
    .flatMap((branch): Json[] => {
      const codes = [
        ...locationsOf(branch).map((each) => each.municipality_code),
        ...records(branch.service_areas).map((each) => each.place_code),
      ].filter((code) => code !== undefined)
      const places = [...new Set(codes)].flatMap((code) => pack.places.filter((place) => place.code === code))
      const towns = places.filter(({ level }) => level === 'municipality')
      const shown = towns.length > 0 ? towns : places
      const one = { service_id: branch.id, name: branch.name, localized: branch.localized }
      return shown.length === 0 ? [one] : shown.map((place) => ({ ...one, ...at(place, pack) }))
    })
    .sort((one, other) => String(one.place_name ?? '').localeCompare(String(other.place_name ?? ''), pack.language))
}

const at = (place: Json, pack: Pack): Json => ({
  place_code: place.code,
  place_name: place.name,
  district_name: place.level === 'municipality' ? parentOf(place, pack)?.name : undefined,
})

const parentOf = (place: Json, pack: Pack): Json | undefined => pack.places.find(({ code }) => code === place.parent_code)

function placesIn(pack: Pack, { searchParams }: URL): Json | undefined {
  const levels = searchParams.getAll('level')
  const parents = searchParams.getAll('parent_code')
  if ([...searchParams.keys()].some((name) => !['level', 'parent_code', 'page', 'per_page'].includes(name))) return undefined
  const found = pack.places.filter(
    (place) =>
      (levels.length === 0 || levels.includes(String(place.level))) &&
      (parents.length === 0 || parents.includes(String(place.parent_code))),
  )
  const page = pageOf(found, searchParams)
  return { ...page, contents: page.contents.map((place) => shown(place, pack)) }
}

function placeIn(pack: Pack, code: string): Json | undefined {
  const place = pack.places.find((each) => each.code === code)
  return place && shown(place, pack)
}

/** A place with its district, and how many services it has besides those for the whole country. */
const shown = (place: Json, pack: Pack): Json => ({
  ...place,
  parent_name: optionalString(parentOf(place, pack)?.name),
  services_count: pack.services.filter((service) => service.nationwide !== true && isIn(service, place.code, pack)).length,
})
