import { type I18n, type Messages, setupI18n } from '@lingui/core'
import { tagOf } from './formats'
import type { PageLanguage } from './languages'

const loaders = import.meta.glob<{ messages: Messages }>('../locales/*.po')

/** The texts of one language, fetched alone: nobody downloads a language they do not read. */
export async function loadTexts(language: PageLanguage): Promise<I18n> {
  const load = loaders[`../locales/${language}.po`]
  if (!load) throw new Error(`No texts in ${language}`)
  const { messages } = await load()
  return setupI18n({ locale: language, locales: tagOf(language), messages: { [language]: messages } })
}
