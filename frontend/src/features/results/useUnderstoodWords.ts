import { useLingui } from '@lingui/react/macro'
import { languageName, timeText, weekdayDateText } from '../../i18n/formats'
import { usePageLanguage } from '../../i18n/usePageLanguage'
import type { Part, SearchReport } from '../../model/search'
import { otherNameFor } from '../shared/synonyms'
import { DELIVERY_WORDS } from '../shared/words'

/** The zones of Portugal, by one of which the search takes a day or an hour. */
const LISBON = 'Europe/Lisbon'
const AZORES = 'Atlantic/Azores'

/** Numbers and addresses read from left to right in every script. */
const leftToRight = (text: string) => `\u2066${text}\u2069`

/** Each thing that the search understood, in words of the page's language; what it cannot say in them is left out. */
export function useUnderstoodWords({ understood }: Pick<SearchReport, 'understood'>): string[] {
  const { t, i18n } = useLingui()
  const language = usePageLanguage()
  const wordsOf = ({ kind, text, code, name, timezone }: Part): string | undefined => {
    switch (kind) {
      case 'need':
      case 'audience':
      case 'place':
        return name
      case 'synonym':
        return otherNameFor(language, name)
      case 'spoken':
        return code === undefined ? undefined : languageName(language, code)
      case 'free':
        return t`Grátis`
      case 'open_now':
        return t`Aberto agora`
      case 'phone':
      case 'online':
        return i18n._(DELIVERY_WORDS[kind])
      case 'contact': {
        const contact = leftToRight(text)
        return t`número ou endereço ${contact}`
      }
      case 'open_at': {
        const moment = new Date(code ?? Number.NaN)
        if (Number.isNaN(moment.getTime())) return undefined
        const zone = timezone === AZORES ? AZORES : LISBON
        const day = weekdayDateText(language, moment, zone)
        const time = timeText(language, moment, zone)
        return zone === AZORES ? t`aberto: ${day}, às ${time} (hora dos Açores)` : t`aberto: ${day}, às ${time} (hora de Lisboa)`
      }
      default:
        return undefined
    }
  }
  return [...new Set(understood.map(wordsOf).filter((words) => words !== undefined))]
}
