import type { PageLanguage } from '../i18n/languages'

/** An address of the page that somebody opens: its language, the parts of its path that name a record, and what stands after the question mark. */
export interface Visit {
  language: PageLanguage
  params: Readonly<Record<string, string>>
  search: string
}
