import type { PageLanguage } from '../i18n/languages'
import type { Answer } from '../model/remote'
import type { Suggestion } from '../model/search'
import { ask } from './http'
import { asRecord, type Json, oneOf, optionalString, readable, required } from './wire'

const MOST = 8
const kindOf = oneOf('need', 'place', 'service')
const levelOf = oneOf('district', 'autonomous_region', 'municipality')

/** Needs, places and services that begin like what is being typed. */
export const listSuggestions = (typed: string, language: PageLanguage, signal?: AbortSignal): Promise<Answer<Suggestion[]>> =>
  ask('/suggestions', { query: { search: typed, per_page: MOST }, language, signal }, (json) =>
    readable(asRecord(json).suggestions, toSuggestion),
  )

function toSuggestion(json: Json): Suggestion {
  const kind = kindOf(json.kind)
  if (!kind) throw new Error('a suggestion of no known kind')
  return {
    kind,
    key: required(json, kind === 'service' ? 'id' : 'code'),
    name: required(json, 'name'),
    level: levelOf(json.level),
    language: optionalString(json.language),
  }
}
