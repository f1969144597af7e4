import type { PageLanguage } from '../i18n/languages'
import type { Answer } from '../model/remote'
import type { DeliveryMode, Facets, Freshness, Page, Phone, Service, ServiceCard, Standing } from '../model/directory'
import { CONTACT_CENTRE_NAME } from '../model/contactCentre'
import type { Here } from '../model/here'
import type { Certainty, Reason, SearchReport } from '../model/search'
import { EVERYTHING, type ServiceQuery } from '../model/serviceQuery'
import { dial } from '../ui/phone/dial'
import { ask, type Query } from './http'
import { confidenceOf, toAccess, toArea, toDoor, toOpeningHours, toPhone, toServiceDoor, toSource, toTerm } from './parts'
import {
  asRecord,
  type Json,
  named,
  oneOf,
  optionalBoolean,
  optionalNumber,
  optionalString,
  optionalText,
  readable,
  records,
  required,
  text,
  webAddress,
} from './wire'

export const SERVICES_PER_PAGE = 20

/** HSDS: active, inactive, defunct, temporarily closed. */
export function standingOf(status: unknown): Standing {
  if (status === undefined || status === 'active') return 'active'
  return status === 'temporarily closed' ? 'paused' : 'gone'
}

const phoneOf = oneOf('service', 'organization', 'location')
const deliveryMode = oneOf<DeliveryMode>('in_person', 'phone', 'online')

export const listServices = (
  query: ServiceQuery,
  language: PageLanguage,
  signal?: AbortSignal,
  here?: Here,
): Promise<Answer<Page<ServiceCard>>> =>
  ask(
    '/services',
    // Of a need, what is given for just that comes before the desks that do a little of everything.
    {
      query: {
        ...filtersOf(query),
        // From where somebody is, each local office has a distance of its own.
        fold: query.near && here ? undefined : 'programs',
        sort: query.near && here ? 'distance' : 'relevance',
        page: query.page,
        per_page: SERVICES_PER_PAGE,
      },
      privately: query.near && here ? { lat: here.latitude, lon: here.longitude } : undefined,
      language,
      signal,
    },
    (json) => toPage(json, toServiceCard),
  )

/** @param fold whether branches of a program count as its entry, as they do in a list that is not by distance */
export const countServices = (
  query: ServiceQuery,
  language: PageLanguage,
  signal?: AbortSignal,
  fold = true,
): Promise<Answer<Facets>> =>
  ask('/services/facets', { query: { ...filtersOf(query), fold: fold ? 'programs' : undefined }, language, signal }, toFacets)

export const getService = (id: string, language: PageLanguage, signal?: AbortSignal): Promise<Answer<Service>> =>
  ask('/services/{id}', { record: id, language, signal }, (json) => toService(asRecord(json)))

/** The line to call when a search found nothing, as the directory has it today; it may have none. */
export async function findHelpLine(language: PageLanguage, signal?: AbortSignal): Promise<Answer<ServiceCard | undefined>> {
  const answer = await listServices({ ...EVERYTHING, search: CONTACT_CENTRE_NAME }, language, signal)
  return answer.ok ? { ...answer, value: answer.value.items.find((service) => service.contactPhone !== undefined) } : answer
}

/** The listing of a telephone line, by its number. */
export async function findLine(
  number: string,
  language: PageLanguage,
  signal?: AbortSignal,
): Promise<Answer<ServiceCard | undefined>> {
  const answer = await listServices({ ...EVERYTHING, search: number }, language, signal)
  const called = dial(number)
  return answer.ok
    ? { ...answer, value: answer.value.items.find(({ contactPhone }) => contactPhone && dial(contactPhone.number) === called) }
    : answer
}

/** The address bar's words as the directory's: only services still offered are listed. */
export function filtersOf(query: ServiceQuery): Query<'/services/facets'> {
  return {
    search: query.search || undefined,
    taxonomy_term_id: query.need === undefined ? undefined : [query.need],
    place: query.place === undefined ? undefined : [query.place],
    language: query.languages,
    open_at: query.openNow ? 'now' : undefined,
    delivery_mode: query.deliveryModes,
    free: query.free ? true : undefined,
    confidence: query.confirmedOnly ? 'medium' : undefined,
    status: ['active'],
  }
}

export function toPage<T>(value: unknown, read: (json: Json) => T): Page<T> {
  const json = asRecord(value)
  const items = readable(json.contents, read)
  return {
    items,
    total: optionalNumber(json.total_items) ?? items.length,
    pages: optionalNumber(json.total_pages) ?? 1,
    page: optionalNumber(json.page_number) ?? 1,
    report: toReport(json.search),
  }
}

export function toServiceCard(json: Json): ServiceCard {
  const contact = readable([json.contact_phone], (phone) => ({ ...toPhone(phone), of: phoneOf(phone.of) ?? 'service' }))[0]
  return {
    id: required(json, 'id'),
    name: text(json, 'name'),
    description: optionalText(json, 'description'),
    standing: standingOf(json.status),
    organization: named(json.organization),
    confidence: confidenceOf(json.confidence),
    needs: readable(json.needs, toTerm),
    audiences: readable(json.audiences, toTerm),
    deliveryModes: (Array.isArray(json.delivery_modes) ? json.delivery_modes : [])
      .map(deliveryMode)
      .filter((mode) => mode !== undefined),
    access: toAccess(json),
    free: optionalBoolean(json.free),
    interpreter: optionalBoolean(json.interpreter_available),
    languages: languagesOf(json.languages),
    contactPhone: contact,
    doors: readable(json.places, toDoor),
    areas: readable(json.service_areas, toArea),
    nationwide: json.nationwide === true,
    openingHours: toOpeningHours(json.opening_hours),
    distanceMetres: optionalNumber(json.distance_m),
    distanceApproximate: json.distance_approximate === true,
    assuredDate: optionalString(json.assured_date),
    sourcesAsOf: optionalString(json.sources_as_of),
    contactKnown: json.contact_status !== 'none',
    callInstead: toCallInstead(json.call_instead),
    freshness: freshnessOf(json.freshness),
    because: readable(json.because, toReason),
    programId: optionalString(asRecord(json.program).id),
    foldedBranches: optionalNumber(json.folded_branches) ?? 0,
  }
}

function toCallInstead(value: unknown): ServiceCard['callInstead'] {
  return readable([value], (json) => ({
    serviceId: required(json, 'service_id'),
    name: required(json, 'name'),
    number: required(json, 'number'),
    uri: optionalString(json.uri) ?? dial(required(json, 'number')),
  }))[0]
}

const FRESHNESS: Freshness[] = ['fresh', 'ageing', 'stale', 'hidden']
const freshnessOf = (word: unknown): Freshness => FRESHNESS.find((each) => each === word) ?? 'fresh'

function toReason(json: Json): Reason {
  const marks = Array.isArray(json.marks) ? json.marks : []
  return {
    kind: required(json, 'kind'),
    text: optionalString(json.text),
    language: optionalString(json.language),
    marks: marks.filter(
      (mark): mark is [number, number] => Array.isArray(mark) && mark.length === 2 && mark.every(Number.isInteger),
    ),
    name: optionalString(json.name),
    code: optionalString(json.code),
  }
}

const certainty = oneOf<Certainty>('sure', 'unsure', 'outside')

function toReport(value: unknown): SearchReport | undefined {
  // What is no report says nothing, neither that the search is sure nor that it is not.
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const json = asRecord(value)
  return {
    understood: readable(json.understood, (part) => ({
      text: required(part, 'text'),
      kind: required(part, 'kind'),
      code: optionalString(part.code),
      name: optionalString(part.name),
      timezone: optionalString(part.timezone),
    })),
    loosened: json.loosened === true,
    urgent: (Array.isArray(json.urgent) ? json.urgent : []).filter((kind) => typeof kind === 'string'),
    // Only a search that says it is sure is taken to be.
    certainty: certainty(json.certainty) ?? 'unsure',
    helpFirst: json.help_first === true,
    topics: readable(json.topics, (topic) => ({ code: required(topic, 'code'), name: required(topic, 'name') })),
    nearest: readable(json.nearest, (offer) => {
      const total = optionalNumber(offer.total)
      if (total === undefined) throw new Error('total is missing')
      return { without: required(offer, 'without'), total }
    }),
  }
}

function languagesOf(value: unknown): string[] {
  return [...new Set(readable(value, (language) => optionalString(language.code) ?? required(language, 'name')))]
}

export function toService(json: Json): Service {
  const organization = asRecord(json.organization)
  return {
    ...toServiceCard(json),
    sourceName: optionalString(json.source_name),
    alternateName: optionalText(json, 'alternate_name'),
    alert: optionalText(json, 'alert'),
    phones: onePerNumber(readable(json.phones, toPhone)),
    email: optionalString(json.email) ?? readable(json.contacts, (contact) => required(contact, 'email'))[0],
    url: webAddress(json.url),
    moreUrls: readable(json.additional_urls, (each) => {
      const url = webAddress(each.url)
      if (url === undefined) throw new Error('no web address')
      return { url, label: optionalString(each.label) }
    }),
    applicationProcess: optionalText(json, 'application_process'),
    eligibility: optionalText(json, 'eligibility_description'),
    minimumAge: optionalNumber(json.minimum_age),
    maximumAge: optionalNumber(json.maximum_age),
    documents: readable(json.required_documents, (each) => ({ name: required(each, 'document'), url: webAddress(each.uri) })),
    fees: optionalText(json, 'fees_description'),
    costs: readable(json.cost_options, (each) => ({
      text: optionalString(each.option) ?? optionalString(each.amount_description) ?? '',
      amount: optionalNumber(each.amount),
      currency: optionalString(each.currency),
    })),
    interpretation: optionalText(json, 'interpretation_services'),
    program: optionalString(asRecord(json.program).name),
    serviceDoors: readable(json.service_at_locations, (each) => toServiceDoor(asRecord(each.location), each)),
    sources: readable(json.sources, toSource),
    lastModified: optionalString(json.last_modified),
    organizationContact: {
      phones: onePerNumber(readable(organization.phones, toPhone)),
      email: optionalString(organization.email),
      url: webAddress(organization.website) ?? webAddress(organization.url) ?? webAddress(organization.uri),
    },
  }
}

export function onePerNumber(phones: Phone[]): Phone[] {
  const seen = new Set<string>()
  return phones.filter((phone) => {
    const key = `${phone.uri} ${phone.kind}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

export function toFacets(value: unknown): Facets {
  const json = asRecord(value)
  const counted = (each: Json) => optionalNumber(each.count) ?? 0
  const flag = (each: unknown) => optionalNumber(asRecord(each).count)
  return {
    total: optionalNumber(json.total_items) ?? 0,
    needs: readable(json.needs, (each) => ({ ...toTerm(each), count: counted(each) })),
    districts: readable(json.districts, (each) => ({
      code: required(each, 'code'),
      name: required(each, 'name'),
      count: counted(each),
      local: optionalNumber(each.local) ?? counted(each),
      doors: optionalNumber(each.doors) ?? counted(each),
    })),
    languages: readable(json.languages, (each) => ({ code: required(each, 'code'), count: counted(each) })),
    deliveryModes: records(json.delivery_modes).flatMap((each) => {
      const value = deliveryMode(each.value)
      return value === undefined ? [] : [{ value, count: counted(each) }]
    }),
    free: flag(json.free),
    openNow: flag(json.open_now),
    hoursUnknown: flag(json.hours_unknown),
    nationwide: flag(json.nationwide),
  }
}
