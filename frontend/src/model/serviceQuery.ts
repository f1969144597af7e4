import type { DeliveryMode } from './directory'
import { numberOfTyped, typedWords } from './typedWords'

/** A search, as a person can come back to it: an address. What was typed stands in it only by a number. */
export interface ServiceQuery {
  search: string
  /** Code of one need, such as `documents.residence`. */
  need?: string
  /** Code of a district, autonomous region or municipality. */
  place?: string
  /** The nearest to the device first. Where that is, is not in the address. */
  near: boolean
  languages: string[]
  openNow: boolean
  deliveryModes: DeliveryMode[]
  free: boolean
  confirmedOnly: boolean
  view: 'list' | 'map'
  page: number
}

export const DELIVERY_MODES: readonly DeliveryMode[] = ['in_person', 'phone', 'online']
export const LONGEST_SEARCH = 200
const LAST_PAGE = 9_999

export const EVERYTHING: ServiceQuery = {
  search: '',
  near: false,
  languages: [],
  openNow: false,
  deliveryModes: [],
  free: false,
  confirmedOnly: false,
  view: 'list',
  page: 1,
}

export function parseServiceQuery(params: URLSearchParams): ServiceQuery {
  return {
    search: plainSearch(typedWords(params.get('words')) ?? params.get('search') ?? ''),
    need: matching(params.get('need'), /^[a-z0-9_]{1,40}(\.[a-z0-9_]{1,40}){0,4}$/),
    place: matching(params.get('place'), /^[0-9A-Za-z-]{1,20}$/),
    near: params.get('near') === 'me',
    languages: unique(params.getAll('language').filter((code) => /^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/.test(code))),
    openNow: params.get('open') === 'now',
    deliveryModes: DELIVERY_MODES.filter((mode) => params.getAll('delivery_mode').includes(mode)),
    free: params.get('free') === 'true',
    confirmedOnly: params.get('confirmed') === 'true',
    view: params.get('view') === 'map' ? 'map' : 'list',
    page: pageNumber(params.get('page')),
  }
}

export function formatServiceQuery(query: ServiceQuery): URLSearchParams {
  const params = new URLSearchParams()
  if (query.search) params.set('words', numberOfTyped(query.search))
  if (query.need) params.set('need', query.need)
  if (query.place) params.set('place', query.place)
  if (query.near) params.set('near', 'me')
  for (const code of query.languages) params.append('language', code)
  if (query.openNow) params.set('open', 'now')
  for (const mode of query.deliveryModes) params.append('delivery_mode', mode)
  if (query.free) params.set('free', 'true')
  if (query.confirmedOnly) params.set('confirmed', 'true')
  if (query.view === 'map') params.set('view', 'map')
  if (query.page > 1) params.set('page', String(query.page))
  return params
}

/** The path of a search on the page, without the language in front. */
export function pathOfSearch(query: ServiceQuery): string {
  const params = formatServiceQuery(query).toString()
  return params ? `/services?${params}` : '/services'
}

export type FilterName =
  | 'search'
  | 'need'
  | 'place'
  | 'near'
  | 'languages'
  | 'openNow'
  | 'deliveryModes'
  | 'free'
  | 'confirmedOnly'

const FILTER_NAMES: readonly FilterName[] = [
  'openNow',
  'confirmedOnly',
  'free',
  'deliveryModes',
  'languages',
  'near',
  'place',
  'need',
  'search',
]

/** The filters in use, in the order in which they are best given up when nothing is found. */
export function filtersIn(query: ServiceQuery): FilterName[] {
  return FILTER_NAMES.filter((name) => {
    const value = query[name]
    return Array.isArray(value) ? value.length > 0 : Boolean(value)
  })
}

export function without(query: ServiceQuery, name: FilterName): ServiceQuery {
  return { ...query, [name]: EVERYTHING[name], page: 1 }
}

export function plainSearch(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters in an address are what is taken out
  return value
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .trim()
    .slice(0, LONGEST_SEARCH)
    .trim()
}

/** '0', '01', 'two', '1e3' and 'Infinity' are all the first page. */
function pageNumber(value: string | null): number {
  return value !== null && /^[1-9][0-9]{0,3}$/.test(value) ? Math.min(Number(value), LAST_PAGE) : 1
}

function matching(value: string | null, pattern: RegExp): string | undefined {
  return value !== null && pattern.test(value) ? value : undefined
}

function unique(values: string[]): string[] {
  return [...new Set(values)]
}
