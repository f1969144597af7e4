import { type I18n, type Messages, setupI18n } from '@lingui/core'
import { tagOf } from './formats'
import { withFrenchSpaces } from './frenchSpaces'
import type { PageLanguage } from './languages'

type Part = () => Promise<{ messages: Messages }>

const first = import.meta.glob<{ messages: Messages }>('../locales/*.po', { query: '?first' })
const rest = import.meta.glob<{ messages: Messages }>('../locales/*.po', { query: '?rest' })

function partOf(parts: Record<string, Part>, language: string): Part {
  const part = parts[`../locales/${language}.po`]
  if (!part) throw new Error(`No texts in ${language}`)
  return part
}

/** The texts of the entry page in one language, fetched alone: nobody downloads a language they do not read. */
export async function loadTexts(language: PageLanguage, missing?: (text: string) => never): Promise<I18n> {
  const messages = await messagesOf(first, language)
  return setupI18n({
    locale: language,
    locales: tagOf(language),
    messages: { [language]: messages },
    ...(missing && { missing: (_, text) => missing(text) }),
  })
}

/** The texts of a part as they are shown. */
async function messagesOf(parts: Record<string, Part>, language: string): Promise<Messages> {
  const { messages } = await partOf(parts, language)()
  return language === 'fr' ? withFrenchSpaces(messages) : messages
}

const whole = new WeakSet<I18n>()

/** Adds the texts of all other pages, once. */
export async function loadOtherTexts(i18n: I18n) {
  if (whole.has(i18n)) return
  const messages = await messagesOf(rest, i18n.locale)
  i18n.load(i18n.locale, messages)
  whole.add(i18n)
}
