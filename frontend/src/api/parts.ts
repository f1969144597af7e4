import type {
  Access,
  AccessMode,
  AddressVisibility,
  Area,
  Confidence,
  Door,
  Phone,
  ServiceDoor,
  Source,
  Term,
} from '../model/directory'
import type { Here } from '../model/here'
import { type Closure, type HoursInWords, type OpeningHours, type Span, WEEKDAYS } from '../ui/opening/opening'
import { dial } from '../ui/phone/dial'
import {
  asRecord,
  type Json,
  oneOf,
  optionalNumber,
  optionalString,
  optionalText,
  readable,
  records,
  required,
  strings,
  text,
  webAddress,
} from './wire'

const basis = oneOf('schedule', 'by_appointment', 'always', 'unknown')
const accessMode = oneOf<AccessMode>('walk_in', 'appointment', 'phone', 'email', 'form', 'referral')
/** Low when the directory does not say: what is not vouched for is shown as not confirmed. */
export const confidenceOf = (value: unknown): Confidence => oneOf<Confidence>('high', 'medium', 'low')(value) ?? 'low'
/** A visibility we do not know is treated as hidden: the careful reading. */
export const visibilityOf = (value: unknown): AddressVisibility =>
  value === undefined ? 'full' : (oneOf<AddressVisibility>('full', 'partial', 'hidden')(value) ?? 'hidden')

export function toTerm(json: Json): Term {
  return {
    id: required(json, 'id'),
    code: optionalString(json.code) ?? required(json, 'id'),
    name: text(json, 'name'),
    parentId: optionalString(json.parent_id),
  }
}

export function toPhone(json: Json): Phone {
  const number = required(json, 'number')
  const description = optionalText(json, 'description')
  return {
    number,
    uri: telephoneUri(optionalString(json.uri), number, extensionOf(json)),
    kind: phoneKind(optionalString(json.type), description?.value),
    description,
    extension: extensionOf(json),
  }
}

const extensionOf = (json: Json): string | undefined =>
  optionalString(json.extension) ?? optionalNumber(json.extension)?.toString()

function telephoneUri(given: string | undefined, number: string, extension: string | undefined): string {
  if (given?.startsWith('tel:')) return given
  return dial(number, extension)
}

function phoneKind(type: string | undefined, description: string | undefined): Phone['kind'] {
  if (/whatsapp/i.test(`${type ?? ''} ${description ?? ''}`)) return 'whatsapp'
  if (type === 'fax') return 'fax'
  return type === 'text' || type === 'sms' ? 'text' : 'voice'
}

export function toOpeningHours(value: unknown): OpeningHours | undefined {
  const json = asRecord(value)
  const known = basis(json.basis)
  if (known === undefined) return undefined
  return {
    basis: known,
    timezone: knownTimeZone(optionalString(json.timezone_name)),
    from: optionalString(json.from) ?? '',
    until: optionalString(json.until) ?? '',
    spans: readable<Span>(json.spans, (span) => ({
      opensAt: moment(span, 'opens_at'),
      closesAt: moment(span, 'closes_at'),
    })),
    closures: readable<Closure>(json.closures, (closure) => ({
      date: required(closure, 'date'),
      reason: optionalString(closure.reason) ?? '',
      name: optionalString(closure.name),
    })),
    words: readable<HoursInWords>(json.words, toHoursInWords).filter((each) => each.description ?? each.notes ?? each.url),
  }
}

const toHoursInWords = (json: Json): HoursInWords => ({
  days: WEEKDAYS.filter((day) => optionalString(json.byday)?.split(',').includes(day)),
  description: optionalText(json, 'description'),
  notes: optionalText(json, 'notes'),
  url: webAddress(json.url),
})

function moment(json: Json, field: string): Date {
  const value = new Date(required(json, field))
  if (Number.isNaN(value.getTime())) throw new Error(`${field} is no moment`)
  return value
}

function knownTimeZone(name: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name ?? 'Europe/Lisbon' }).resolvedOptions().timeZone
  } catch {
    return 'Europe/Lisbon'
  }
}

/** @param service it is the service that tells which language the words of its access are in */
export function toAccess(service: Json): Access | undefined {
  const json = asRecord(service.access)
  const modes = strings(json.modes)
    .map(accessMode)
    .filter((mode) => mode !== undefined)
  const whoMayRefer = strings(json.who_may_refer).map((who) =>
    text({ who_may_refer: who, localized: service.localized }, 'who_may_refer'),
  )
  const access = { modes, byAppointmentOnly: json.by_appointment_only === true, whoMayRefer }
  return modes.length > 0 || access.byAppointmentOnly || access.whoMayRefer.length > 0 ? access : undefined
}

export function toDoor(json: Json): Door {
  return {
    locationId: required(json, 'location_id'),
    name: text(json, 'name'),
    city: optionalString(json.city),
    municipality: optionalString(json.municipality),
    municipalityCode: optionalString(json.municipality_code),
    district: optionalString(json.district),
    districtCode: optionalString(json.district_code),
    visibility: visibilityOf(json.address_visibility),
    approximate: json.approximate === true,
  }
}

/** The middle of a place, if both of its coordinates are known. */
export function middleOf(json: Json): Here | undefined {
  const latitude = optionalNumber(json.latitude)
  const longitude = optionalNumber(json.longitude)
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude }
}

export function toArea(json: Json): Area {
  return { name: required(json, 'name'), placeCode: optionalString(json.place_code) }
}

export function toSource(json: Json): Source {
  const note = optionalString(json.note)
  const source = {
    url: webAddress(json.url),
    title: optionalString(json.title),
    sourceDate: optionalString(json.source_date),
    note,
  }
  if (source.url === undefined && source.title === undefined && source.note === undefined) throw new Error('empty source')
  return source
}

/** A location as it stands under a service, or on its own page. */
export function toServiceDoor(location: Json, beside: Json = {}): ServiceDoor {
  const visibility = visibilityOf(location.address_visibility)
  const address = records(location.addresses)[0] ?? {}
  const shown = visibility === 'full'
  const street = [address.address_1, address.address_2].map(optionalString).filter((line) => line !== undefined)
  const inOneLine = optionalString(location.address_text)
  const lines = street.length > 0 || inOneLine === undefined ? street : [inOneLine]
  return {
    locationId: required(location, 'id'),
    name: optionalText(location, 'name') ?? {
      value: required(location, 'id'),
      language: 'pt',
      origin: 'human',
      reviewed: false,
      stale: false,
    },
    city: visibility === 'hidden' ? undefined : optionalString(address.city),
    municipality: optionalString(location.municipality),
    municipalityCode: optionalString(location.municipality_code),
    district: optionalString(location.district),
    districtCode: optionalString(location.district_code),
    visibility,
    approximate:
      location.latitude === undefined || location.position_precision === 'parish' || location.position_precision === 'town',
    confidence: confidenceOf(location.confidence),
    address:
      shown && lines.length > 0
        ? {
            lines,
            postalCode: optionalString(address.postal_code),
            city: optionalString(address.city),
            municipality: street.length > 0 ? optionalString(location.municipality) : undefined,
          }
        : undefined,
    latitude: shown ? optionalNumber(location.latitude) : undefined,
    longitude: shown ? optionalNumber(location.longitude) : undefined,
    phones: [...readable(beside.phones, toPhone), ...readable(location.phones, toPhone)],
    email: optionalString(location.email) ?? readable(location.contacts, (contact) => required(contact, 'email'))[0],
    accessibility: readable(location.accessibility, (each) => optionalString(each.description) ?? required(each, 'details')),
    transportation: optionalString(location.transportation),
    openingHours: knownHours(beside.opening_hours) ?? toOpeningHours(location.opening_hours),
  }
}

const knownHours = (value: unknown): OpeningHours | undefined => {
  const hours = toOpeningHours(value)
  return hours?.basis === 'unknown' ? undefined : hours
}
