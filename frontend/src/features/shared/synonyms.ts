import type { PageLanguage } from '../../i18n/languages'

/** Other names are Portuguese: another language shows only the acronyms among them, which are the same in all. */
export const otherNameFor = (language: PageLanguage, name: string | undefined): string | undefined =>
  name !== undefined && (language === 'pt' || /^[A-Z0-9+/ -]+$/.test(name)) ? name : undefined
