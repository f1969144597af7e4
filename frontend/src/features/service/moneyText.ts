import type { PageLanguage } from '../../i18n/languages'

/** An amount as the reader writes it, in the digits that stand on the paper. */
export function moneyText(language: PageLanguage, amount: number, currency = 'EUR'): string {
  const tag = language === 'ar' ? 'ar-u-nu-latn' : language
  try {
    return new Intl.NumberFormat(tag, { style: 'currency', currency }).format(amount)
  } catch {
    return `${amount} ${currency}`
  }
}
