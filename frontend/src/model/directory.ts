import type { OpeningHours } from '../ui/opening/opening'
import type { Source } from '../ui/sources/Sources'
import type { Here } from './here'
import type { Reason, SearchReport } from './search'
import type { Named, Text } from './text'

export type { Source }

export type Freshness = 'fresh' | 'ageing' | 'stale' | 'hidden'
export type Confidence = 'high' | 'medium' | 'low'
export type DeliveryMode = 'in_person' | 'phone' | 'online'
export type AccessMode = 'walk_in' | 'appointment' | 'phone' | 'email' | 'form' | 'referral'
/** Hidden protects whoever is inside: a shelter's address is never shown. */
export type AddressVisibility = 'full' | 'partial' | 'hidden'

/** What a person comes for, or for whom a service is meant: a term of one of our two taxonomies. */
export interface Term extends Named {
  code: string
  parentId?: string
}

export interface Phone {
  number: string
  /** A `tel:` address. */
  uri: string
  kind: 'voice' | 'fax' | 'whatsapp' | 'text'
  description?: Text
  extension?: string
}

export interface Access {
  modes: AccessMode[]
  byAppointmentOnly: boolean
  /** Each is a text of its own, and all are of one language. */
  whoMayRefer: Text[]
}

/** A door at which a service is given, as a list shows it. */
export interface Door {
  locationId: string
  name: Text
  city?: string
  municipality?: string
  municipalityCode?: string
  district?: string
  districtCode?: string
  visibility: AddressVisibility
  /** The position is the middle of a parish, a town or a municipality: an area, never a pin. */
  approximate: boolean
}

export interface Area {
  name: string
  placeCode?: string
}

/** Whether a service can be had at all: offered, closed for now, or a thing of the past. */
export type Standing = 'active' | 'paused' | 'gone'

/** A service as a list shows it. */
export interface ServiceCard {
  id: string
  name: Text
  description?: Text
  standing: Standing
  organization?: Named
  confidence: Confidence
  needs: Term[]
  audiences: Term[]
  deliveryModes: DeliveryMode[]
  access?: Access
  /** Absent means not known, never "no". */
  free?: boolean
  interpreter?: boolean
  languages: string[]
  contactPhone?: Phone & { of: 'service' | 'organization' | 'location' }
  doors: Door[]
  areas: Area[]
  nationwide: boolean
  openingHours?: OpeningHours
  distanceMetres?: number
  /** Measured to the middle of the municipality. */
  distanceApproximate: boolean
  /** When somebody last checked this listing. */
  assuredDate?: string
  /** The date of its newest source, as exact as that is: 2023, 2023-07 or 2023-07-31. */
  sourcesAsOf?: string
  /** Nobody knows how to reach them; then there may be somebody else to call. */
  contactKnown: boolean
  callInstead?: { serviceId: string; name: string; number: string; uri: string }
  /** Whether that is lately enough; hidden is not found by searching. */
  freshness: Freshness
  /** Where words were searched for. */
  because: Reason[]
  programId?: string
  /** How many branches of its program the list has behind it. */
  foldedBranches: number
}

export interface Address {
  lines: string[]
  postalCode?: string
  city?: string
  municipality?: string
}

/** A door with everything its own page needs. */
export interface ServiceDoor extends Door {
  confidence: Confidence
  address?: Address
  latitude?: number
  longitude?: number
  phones: Phone[]
  email?: string
  accessibility: string[]
  transportation?: string
  openingHours?: OpeningHours
}

export interface Cost {
  text: string
  amount?: number
  currency?: string
}

/** A service with everything a person needs before going. */
export interface Service extends ServiceCard {
  /** The Portuguese name, where the name is in another language: to show at the counter. */
  sourceName?: string
  alternateName?: Text
  alert?: Text
  phones: Phone[]
  email?: string
  url?: string
  moreUrls: { url: string; label?: string }[]
  applicationProcess?: Text
  eligibility?: Text
  minimumAge?: number
  maximumAge?: number
  documents: { name: string; url?: string }[]
  fees?: Text
  costs: Cost[]
  interpretation?: Text
  program?: string
  serviceDoors: ServiceDoor[]
  sources: Source[]
  lastModified?: string
  organizationContact?: { phones: Phone[]; email?: string; url?: string }
}

export interface Organization {
  id: string
  name: Text
  alternateName?: Text
  description?: Text
  email?: string
  url?: string
  phones: Phone[]
  type?: string
  parent?: Named
  confidence: Confidence
  services: ServiceCard[]
  locations: { id: string; name: Text; municipality?: string }[]
  sources: Source[]
}

/** One organization's counter under the roof of a one-stop centre. */
export interface Desk {
  name: Text
  description?: Text
  kind: 'public_institution' | 'support_office'
  organization?: Named
  service?: Named & { standing: Standing }
  since?: Text
}

/** Desks of many organizations under one roof. */
export interface OneStopCentre {
  name?: Text
  open: boolean
  period?: Text
  description?: Text
  runBy?: Text
  features: { name: Text; description?: Text }[]
  languages: string[]
  desks: Desk[]
  sources: Source[]
}

export interface Location extends ServiceDoor {
  description?: Text
  organization?: Named
  services: ServiceCard[]
  sources: Source[]
  oneStopCentre?: OneStopCentre
}

/** A district, autonomous region or municipality. */
export interface Place {
  code: string
  name: string
  level: 'district' | 'autonomous_region' | 'municipality'
  parentCode?: string
  parentName?: string
  middle?: Here
  services: number
}

export interface Page<T> {
  items: T[]
  total: number
  pages: number
  page: number
  /** Where words were searched for: what was made of them. */
  report?: SearchReport
}

/** A district or autonomous region, and how many services choosing it would leave. */
export interface DistrictCount {
  code: string
  name: string
  /** Those of the whole country too. */
  count: number
  /** Of these, how many have a door there or are meant for people there. */
  local: number
  /** Of these, how many have a door there: the others serve people there from a place that is elsewhere, or not known. */
  doors: number
}

/** How many services each further choice would leave. */
export interface Facets {
  total: number
  needs: (Term & { count: number })[]
  districts: DistrictCount[]
  languages: { code: string; count: number }[]
  deliveryModes: { value: DeliveryMode; count: number }[]
  free?: number
  openNow?: number
  /** Of how many nobody knows when they are open. */
  hoursUnknown?: number
  nationwide?: number
}

/** What the directory says about itself. */
export interface About {
  version?: string
  loadedAt?: string
  counts: {
    organizations: number
    services: number
    activeServices: number
    locations: number
    places: number
  }
  confidence: Record<Confidence, number>
  languages: { code: string; services: number }[]
  licence?: { name: string; url: string }
  credits: { text: string; url?: string }[]
  leftOut: { kind: string; sourceId: string; reason: string }[]
}
