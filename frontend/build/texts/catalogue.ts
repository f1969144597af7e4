import { readFileSync } from 'node:fs'
import PO from 'pofile'
import { parse } from 'yaml'
import { type ListingText, listingTexts } from './listings'

/** A text as it is in the language that translators start from. */
export interface SourceText {
  /** What a translation is found by. */
  id: string
  english: string
  portuguese: string
  /** No more characters than this in any language. */
  atMost?: number
  /** Whether people read it to understand something, and not only to find it: names and lists are not. */
  isRead?: boolean
}

/** All texts of one kind, and what each language has of them. */
export interface Catalogue {
  name: 'page' | 'listings' | 'rules' | 'agreement' | 'topics' | 'glossary'
  sources: readonly SourceText[]
  /** Whether a text may have placeholders and plurals in ICU's form. */
  icu: boolean
  /** The texts of a language by the id of their source; nothing where the language has no file. */
  textsIn(language: string): ReadonlyMap<string, string>
}

export const ROOT = '..'
export const DATA = `${ROOT}/backend/src/main/resources/data/portugal`
const RULES = `${ROOT}/eligibility/portugal/texts`
const REFERRAL = `${ROOT}/backend/src/main/resources/referral`
const PAGE = 'src/locales'
const GLOSSARY = 'src/glossary'

/** One message of a single SMS in every script. */
const SMS = 70

export const listingFile = (language: string): string => `${DATA}/texts/${language}.po`

const read = (file: string): string => readFileSync(file, 'utf8')
const yaml = <T>(file: string): T => parse(read(file)) as T

/** The texts of a PO file that are in use: a text marked fuzzy is a stale one. */
export function poTexts(file: string): Map<string, string> {
  const items = PO.parse(read(file)).items.filter((item) => !item.obsolete && !item.flags['fuzzy'])
  return new Map(items.map((item) => [item.msgid, item.msgstr[0] ?? '']))
}

/** Every text of a JSON document by its path. */
function flat(value: unknown, path: string, found: Map<string, string>): Map<string, string> {
  if (typeof value === 'string') found.set(path, value)
  else if (value !== null && typeof value === 'object')
    for (const [key, each] of Object.entries(value)) flat(each, path ? `${path}/${key}` : key, found)
  return found
}

const of = (english: ReadonlyMap<string, string>, portuguese: ReadonlyMap<string, string>): SourceText[] =>
  [...portuguese].map(([id, text]) => ({ id, english: english.get(id) ?? '', portuguese: text }))

function page(): Catalogue {
  const textsIn = (language: string) => poTexts(`${PAGE}/${language}.po`)
  return { name: 'page', icu: true, textsIn, sources: of(textsIn('en'), textsIn('pt')) }
}

function rules(): Catalogue {
  const textsIn = (language: string) => {
    const { language: _, reviewed: __, ...texts } = JSON.parse(read(`${RULES}/${language}.json`)) as Record<string, unknown>
    return flat(texts, '', new Map())
  }
  const sources = of(textsIn('en'), textsIn('pt')).map((each) => ({ ...each, isRead: true }))
  return { name: 'rules', icu: false, textsIn, sources }
}

type Words = Readonly<Record<string, string | boolean>>

function agreement(): Catalogue {
  const shown = yaml<{ texts: Record<string, Words> }>(`${REFERRAL}/agreement.yaml`).texts
  const sent = yaml<Record<string, Words>>(`${REFERRAL}/notice-to-person.yaml`)
  const textsIn = (language: string) => {
    const { reviewed: _, ...words } = { ...shown[language], ...sent[language] }
    return flat(words, '', new Map())
  }
  const sources = of(textsIn('en'), textsIn('pt')).map((each) => (each.id === 'text' ? { ...each, atMost: SMS } : each))
  return { name: 'agreement', icu: false, textsIn, sources }
}

function topics(): Catalogue {
  const { taxonomy_terms: terms } = yaml<{ taxonomy_terms: { code: string; name: Record<string, string> }[] }>(
    `${DATA}/taxonomy.yaml`,
  )
  const textsIn = (language: string) => new Map(terms.map(({ code, name }) => [code, name[language] ?? '']))
  return { name: 'topics', icu: false, textsIn, sources: of(textsIn('en'), textsIn('pt')) }
}

function glossary(): Catalogue {
  const textsIn = (language: string) => {
    const terms = JSON.parse(read(`${GLOSSARY}/${language}.json`)) as { id: string; text: string }[]
    return new Map(terms.map(({ id, text }) => [id, text]))
  }
  const sources = of(textsIn('en'), textsIn('pt')).map((each) => ({ ...each, isRead: true }))
  return { name: 'glossary', icu: false, textsIn, sources }
}

/** The Portuguese of a text: the source's own, or that of the Portuguese file. */
function listingSource(text: ListingText, portuguese: ReadonlyMap<string, string>): SourceText {
  return {
    id: text.english,
    english: text.english,
    portuguese: text.portuguese ?? portuguese.get(text.english) ?? '',
    isRead: text.where.some((where) => where.endsWith(' description')),
  }
}

function listings(): Catalogue {
  const texts = listingTexts(DATA)
  const portuguese = poTexts(listingFile('pt'))
  const own = new Map(texts.map((each) => [each.english, listingSource(each, portuguese).portuguese]))
  return {
    name: 'listings',
    icu: false,
    sources: texts.map((each) => listingSource(each, portuguese)),
    textsIn: (language) =>
      language === 'en'
        ? new Map(texts.map(({ english }) => [english, english]))
        : language === 'pt'
          ? own
          : poTexts(listingFile(language)),
  }
}

/** Everything that has to be there in every language of the page. */
export const catalogues = (): Catalogue[] => [page(), listings(), rules(), agreement(), topics(), glossary()]
