import type { QueryClient } from '@tanstack/react-query'
import { getPack, getRuleTexts } from '../../api/eligibility'
import type { Pack } from '../../eligibility/pack'
import type { PageLanguage } from '../../i18n/languages'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { Remote } from '../../model/remote'
import type { RuleTexts } from '../../model/ruleTexts'
import type { Visit } from '../../model/visit'
import { prefetch, type Question, useRemote } from '../shared/useRemote'

const PACK: Question<Pack> = { key: ['eligibility-pack'], ask: getPack }

const textsIn = (language: PageLanguage): Question<RuleTexts> => ({
  key: ['eligibility-texts', language],
  ask: (signal) => getRuleTexts(language, signal),
})

/**
 * The rules and their sentences; both are kept on the device, so that they are there without a network. Those in Portuguese, for the sheet that is
 * shown at a counter, are asked for whatever somebody answers: no request tells that somebody did.
 */
export function useRules(): { pack: Remote<Pack>; texts: Remote<RuleTexts>; portuguese: Remote<RuleTexts> } {
  const texts = textsIn(usePageLanguage())
  const portuguese = textsIn('pt')
  return {
    pack: useRemote(PACK.key, PACK.ask),
    texts: useRemote(texts.key, texts.ask),
    portuguese: useRemote(portuguese.key, portuguese.ask),
  }
}

/** The rules and their sentences, asked for as the page will ask. */
export const askRulesAhead = ({ language }: Visit, queries: QueryClient) =>
  Promise.all([prefetch(PACK, queries), prefetch(textsIn(language), queries)])
