import { canonical } from '../eligibility/at'
import type { Pack } from '../eligibility/pack'
import { readPack } from '../eligibility/readPack'
import type { PageLanguage } from '../i18n/languages'
import type { Answer } from '../model/remote'
import type { RuleTexts } from '../model/ruleTexts'
import { ask } from './http'
import { asRecord, optionalString } from './wire'

/** The rules, read and checked as if they came from a stranger; they are evaluated on this device. */
export const getPack = (signal?: AbortSignal): Promise<Answer<Pack>> =>
  ask('/eligibility/pack', { signal }, (json) => readPack(canonical(json)))

/** The sentences of the rules in the page's language, or the nearest there is. */
export const getRuleTexts = (language: PageLanguage, signal?: AbortSignal): Promise<Answer<RuleTexts>> =>
  ask('/eligibility/texts', { language, signal }, toRuleTexts)

export function toRuleTexts(value: unknown): RuleTexts {
  const json = asRecord(value)
  const texts = (group: string): Record<string, string> =>
    Object.fromEntries(
      Object.entries(asRecord(json[group] ?? {})).flatMap(([id, text]) => (typeof text === 'string' ? [[id, text]] : [])),
    )
  return {
    language: optionalString(json.language) ?? 'pt',
    reviewed: json.reviewed === true,
    programmes: texts('programmes'),
    gives: texts('gives'),
    facts: texts('facts'),
    codes: texts('codes'),
    criteria: texts('criteria'),
    deciders: texts('deciders'),
    documents: texts('documents'),
    steps: texts('steps'),
  }
}
