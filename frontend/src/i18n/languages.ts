/** A language the page itself speaks; it is the first part of every address. */
export type PageLanguage = 'pt' | 'en' | 'fr' | 'es' | 'uk' | 'ar' | 'ru' | 'hi' | 'bn' | 'ne' | 'ur' | 'zh'

export interface LanguageFacts {
  code: PageLanguage
  /** Its own name, as its readers write it. */
  name: string
  dir: 'ltr' | 'rtl'
  /** Whether a native speaker has read our texts in it. */
  reviewed: boolean
}

export const LANGUAGES: readonly LanguageFacts[] = [
  { code: 'pt', name: 'Português', dir: 'ltr', reviewed: false },
  { code: 'en', name: 'English', dir: 'ltr', reviewed: false },
  { code: 'fr', name: 'Français', dir: 'ltr', reviewed: false },
  { code: 'es', name: 'Español', dir: 'ltr', reviewed: false },
  { code: 'uk', name: 'Українська', dir: 'ltr', reviewed: false },
  { code: 'ar', name: 'العربية', dir: 'rtl', reviewed: false },
  { code: 'ru', name: 'Русский', dir: 'ltr', reviewed: false },
  { code: 'hi', name: 'हिन्दी', dir: 'ltr', reviewed: false },
  { code: 'bn', name: 'বাংলা', dir: 'ltr', reviewed: false },
  { code: 'ne', name: 'नेपाली', dir: 'ltr', reviewed: false },
  { code: 'ur', name: 'اردو', dir: 'rtl', reviewed: false },
  { code: 'zh', name: '中文', dir: 'ltr', reviewed: false },
]

/** Scripts written from right to left, by the languages we may meet in the directory. */
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'ps', 'ur', 'he', 'ckb', 'sd', 'ug', 'yi', 'dv'])

export const dirOf = (tag: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has((tag.split('-')[0] ?? '').toLowerCase()) || /-(Arab|Hebr)\b/i.test(tag) ? 'rtl' : 'ltr'

export const factsOf = (code: PageLanguage): LanguageFacts =>
  LANGUAGES.find((language) => language.code === code) as LanguageFacts

const isPageLanguage = (code: string): code is PageLanguage => LANGUAGES.some((language) => language.code === code)

/** The language an address is in; an address without one is Portuguese. */
export function languageOfPath(path: string): PageLanguage {
  const first = path.split('/')[1] ?? ''
  return isPageLanguage(first) ? first : 'pt'
}

/** The same page in another language: only the first part of the address changes. */
export function inLanguage(path: string, search: string, code: PageLanguage): string {
  const first = path.split('/')[1] ?? ''
  const rest = isPageLanguage(first) ? path.slice(first.length + 1) : path
  return `/${code}${rest.startsWith('/') ? rest : `/${rest}`}${search && !search.startsWith('?') ? `?${search}` : search}`
}

/** What to ask of the API: the page's language, then English for those who may read it, then the language of the data. */
export const askFor = (code: PageLanguage): string => [...new Set([code, 'en', 'pt'])].join(',')
