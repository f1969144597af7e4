import type { PageLanguage } from '../i18n/languages'
import type { Organization } from '../model/directory'
import type { Answer } from '../model/remote'
import { ask } from './http'
import { confidenceOf, toPhone, toSource } from './parts'
import { onePerNumber, toServiceCard } from './services'
import { asRecord, type Json, named, optionalString, optionalText, readable, records, required, text, webAddress } from './wire'

export const getOrganization = (id: string, language: PageLanguage, signal?: AbortSignal): Promise<Answer<Organization>> =>
  ask('/organizations/{id}', { record: id, language, signal }, (json) => toOrganization(asRecord(json)))

export function toOrganization(json: Json): Organization {
  const id = required(json, 'id')
  const name = text(json, 'name')
  return {
    id,
    name,
    alternateName: optionalText(json, 'alternate_name'),
    description: optionalText(json, 'description'),
    email: optionalString(json.email),
    url: webAddress(json.website) ?? webAddress(json.url) ?? webAddress(json.uri),
    phones: onePerNumber(readable(json.phones, toPhone)),
    type: optionalString(json.organization_type),
    parent: named(json.parent_organization),
    confidence: confidenceOf(json.confidence),
    services: readable(json.services, (each) => ({ ...toServiceCard(each), organization: { id, name } })),
    locations: records(json.locations).flatMap((each) => {
      const location = named(each)
      return location === undefined ? [] : [{ ...location, municipality: optionalString(each.municipality) }]
    }),
    sources: readable(json.sources, toSource),
  }
}
