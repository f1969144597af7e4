import type { PageLanguage } from '../i18n/languages'
import type { Desk, Location, OneStopCentre, Page, Place, ServiceDoor } from '../model/directory'
import type { Answer } from '../model/remote'
import { ask } from './http'
import { confidenceOf, middleOf, toServiceDoor, toSource } from './parts'
import { standingOf, toPage, toServiceCard } from './services'
import {
  asRecord,
  type Json,
  named,
  oneOf,
  optionalNumber,
  optionalString,
  optionalText,
  readable,
  required,
  strings,
  text,
} from './wire'

export const getLocation = (id: string, language: PageLanguage, signal?: AbortSignal): Promise<Answer<Location>> =>
  ask('/locations/{id}', { record: id, language, signal }, (json) => toLocation(asRecord(json)))

export const listCentres = (language: PageLanguage, signal?: AbortSignal): Promise<Answer<Page<Location>>> =>
  ask('/locations', { query: { one_stop_centre: true, per_page: 100 }, language, signal }, (json) => toPage(json, toLocation))

/** Places have names, and names are not translated: these questions go without a language. */
export const listDistricts = (signal?: AbortSignal): Promise<Answer<Place[]>> =>
  ask(
    '/places',
    { query: { level: ['district', 'autonomous_region'], per_page: 100 }, signal },
    (json) => toPage(json, toPlace).items,
  )

export const listMunicipalities = (parentCode: string, signal?: AbortSignal): Promise<Answer<Place[]>> =>
  ask('/places', { query: { parent_code: [parentCode], per_page: 1000 }, signal }, (json) => toPage(json, toPlace).items)

export const getPlace = (code: string, signal?: AbortSignal): Promise<Answer<Place>> =>
  ask('/places/{code}', { record: code, signal }, (json) => toPlace(asRecord(json)))

const level = oneOf<Place['level']>('district', 'autonomous_region', 'municipality')
const deskKind = oneOf<Desk['kind']>('public_institution', 'support_office')

export function toPlace(json: Json): Place {
  return {
    code: required(json, 'code'),
    name: required(json, 'name'),
    level: level(json.level) ?? 'municipality',
    parentCode: optionalString(json.parent_code),
    parentName: optionalString(json.parent_name),
    middle: middleOf(json),
    services: optionalNumber(json.services_count) ?? 0,
  }
}

export function toLocation(json: Json): Location {
  const door: ServiceDoor = toServiceDoor(json)
  return {
    ...door,
    description: optionalText(json, 'description'),
    organization: named(json.organization),
    confidence: confidenceOf(json.confidence),
    services: readable(json.services, toServiceCard),
    sources: readable(json.sources, toSource),
    oneStopCentre: json.one_stop_centre === undefined ? undefined : toOneStopCentre(asRecord(json.one_stop_centre)),
  }
}

function toOneStopCentre(json: Json): OneStopCentre {
  return {
    name: optionalText(json, 'name'),
    open: json.status === 'open',
    period: optionalText(json, 'period'),
    description: optionalText(json, 'description'),
    runBy: optionalText(json, 'run_by'),
    features: readable(json.features, (each) => ({ name: text(each, 'name'), description: optionalText(each, 'description') })),
    languages: strings(json.languages),
    desks: readable(json.desks, toDesk),
    sources: readable(json.sources, toSource),
  }
}

function toDesk(json: Json): Desk {
  const service = named(json.service)
  return {
    name: text(json, 'name'),
    description: optionalText(json, 'description'),
    kind: deskKind(json.kind) ?? 'support_office',
    organization: named(json.organization),
    service: service === undefined ? undefined : { ...service, standing: standingOf(asRecord(json.service).status) },
    since: optionalText(json, 'since'),
  }
}
