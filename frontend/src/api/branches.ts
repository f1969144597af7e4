import type { PageLanguage } from '../i18n/languages'
import type { Branch } from '../model/branches'
import type { Answer } from '../model/remote'
import { ask } from './http'
import { asRecord, type Json, optionalString, readable, required } from './wire'
import { middleOf } from './parts'

/** The local offices behind the entry of a program; none where the service is no entry. */
export const listBranches = (entry: string, language: PageLanguage, signal?: AbortSignal): Promise<Answer<Branch[]>> =>
  ask('/services/{id}/branches', { record: entry, language, signal }, (json) => readable(asRecord(json).branches, toBranch))

function toBranch(json: Json): Branch {
  const code = optionalString(json.place_code)
  const name = optionalString(json.place_name)
  return {
    serviceId: required(json, 'service_id'),
    place:
      code === undefined || name === undefined
        ? undefined
        : { code, name, district: optionalString(json.district_name), middle: middleOf(json) },
  }
}
