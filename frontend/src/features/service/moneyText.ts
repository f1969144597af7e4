import { tagOf } from '../../i18n/formats'
import type { PageLanguage } from '../../i18n/languages'

/** An amount as the reader writes it, in the digits that stand on the paper. */
export function moneyText(language: PageLanguage, amount: number, currency = 'EUR'): string {
  try {
    return new Intl.NumberFormat(tagOf(language), { style: 'currency', currency }).format(amount)
  } catch {
    return `${amount} ${currency}`
  }
}
