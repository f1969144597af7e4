import { getPack, getRuleTexts } from '../../api/eligibility'
import type { Pack } from '../../eligibility/pack'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { Remote } from '../../model/remote'
import type { RuleTexts } from '../../model/ruleTexts'
import { useRemote } from '../shared/useRemote'

/** The rules and their sentences; both are kept on the device, so that they are there without a network. */
export function useRules(): { pack: Remote<Pack>; texts: Remote<RuleTexts>; portuguese: Remote<RuleTexts> } {
  const language = usePageLanguage()
  return {
    pack: useRemote(['eligibility-pack'], getPack),
    texts: useRemote(['eligibility-texts', language], (signal) => getRuleTexts(language, signal)),
    portuguese: useRemote(['eligibility-texts', 'pt'], (signal) => getRuleTexts('pt', signal)),
  }
}
