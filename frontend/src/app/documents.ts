import type { PageLanguage } from '../i18n/languages'
import { paramsOf } from './pages'
import { queries } from './queries'
import type { Page } from './routes'

/** Stands where an address names a record, in what is drawn and asked for any record. */
export const ANY_RECORD = '00000000-0000-0000-0000-000000000000'

/** Pages that are drawn before it is known what they will hold: their heading and what can be chosen, while the answers are on their way. */
const DRAWN = ['/services', '/eligibility', '/18-months', '/centres', '/check-feed', '/figures', '/about-data', '/accessibility']

export const isDrawn = ({ path }: Page): boolean => DRAWN.includes(path)

/** An address of a page, with a stand-in for its record. */
export const exampleOf = ({ path }: Page): string => path.replace(/:\w+/g, ANY_RECORD)

/** The addresses that a page asks first, found by letting it ask. */
export async function askedFirst(page: Page, language: PageLanguage): Promise<string[]> {
  const { askAhead } = await page.load()
  const asked: string[] = []
  const { fetch } = globalThis
  globalThis.fetch = (input) => {
    asked.push(String(input))
    return Promise.reject(new Error('not asked while the page is built'))
  }
  try {
    await askAhead?.({ language, params: paramsOf(page, exampleOf(page)), search: '' }, queries)
  } finally {
    globalThis.fetch = fetch
    queries.clear()
  }
  return asked
}
