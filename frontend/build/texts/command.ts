import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import PO from 'pofile'
import { LANGUAGES } from '../../src/i18n/languages'
import { catalogues, DATA, listingFile } from './catalogue'
import { catalogueFaults } from './faults'
import { listingTexts } from './listings'
import { longSentences } from './plain'

const NAMES = 'build/texts/names.txt'

/** The names that stay in Latin letters in every language, as they stand on doors and papers. */
export const protectedNames = (): string[] => readFileSync(NAMES, 'utf8').split('\n').filter(Boolean)

/** How many texts each language has, and every fault. */
export function checkTexts(): { lines: string[]; faults: string[] } {
  const names = protectedNames()
  const lines: string[] = []
  const faults: string[] = []
  for (const { code } of LANGUAGES) {
    const counts: string[] = []
    for (const catalogue of catalogues()) {
      const found = catalogueFaults(catalogue, code, names)
      const texts = catalogue.textsIn(code)
      const there = catalogue.sources.filter(({ id }) => texts.get(id)?.trim()).length
      counts.push(`${catalogue.name} ${there} of ${catalogue.sources.length}`)
      faults.push(...found.map((fault) => `${code} ${catalogue.name}: ${fault}`))
    }
    lines.push(`${code}: ${counts.join(', ')}`)
  }
  const long = catalogues().flatMap(({ name, sources }) =>
    sources.filter(({ isRead }) => isRead).flatMap((source) => longSentences(source).map((fault) => `${name}: ${fault}`)),
  )
  return { lines: [...lines, `${names.length} protected names`], faults: [...faults, ...long] }
}

function newCatalogue(language: string): PO {
  const catalogue = new PO()
  catalogue.headers = {
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': '8bit',
    Language: language,
    'X-Text-Origin': 'machine',
  }
  return catalogue
}

/**
 * Writes the texts of the starter data into the PO file of each language, with the translations that are there. A text that changed is a new one
 * without a translation; the old one goes.
 */
export function extractListings(): string[] {
  const texts = listingTexts(DATA)
  return LANGUAGES.filter(({ code }) => code !== 'en').map(({ code }) => {
    const file = listingFile(code)
    const old = existsSync(file) ? PO.parse(readFileSync(file, 'utf8')) : newCatalogue(code)
    const known = new Map(old.items.map((item) => [item.msgid, item]))
    const wanted = code === 'pt' ? texts.filter(({ portuguese }) => portuguese === undefined) : texts
    const items = wanted.map((text) => {
      const item = known.get(text.english) ?? new PO.Item()
      known.delete(text.english)
      item.msgid = text.english
      if (item.msgstr.length === 0) item.msgstr = ['']
      item.references = text.where.slice(0, 2)
      item.extractedComments = text.portuguese ? [`pt: ${text.portuguese}`] : []
      return item
    })
    // the notes for editors and the words for areas are in the Portuguese file only, and only a person takes them out
    old.items = code === 'pt' ? [...items, ...known.values()] : items
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${old.toString().trimEnd()}\n`)
    return `${file}: ${items.length} texts, ${items.filter(({ msgstr }) => !msgstr[0]).length} without a translation`
  })
}
