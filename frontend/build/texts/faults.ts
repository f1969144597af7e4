import { type Octothorpe, parse } from '@messageformat/parser'
import type { Catalogue, SourceText } from './catalogue'

/** The letters of a language that are not Latin ones: a text without any of them was left untranslated. */
const SCRIPTS: Readonly<Record<string, string>> = {
  ar: 'Arabic',
  bn: 'Bengali',
  hi: 'Devanagari',
  ne: 'Devanagari',
  ru: 'Cyrillic',
  uk: 'Cyrillic',
  ur: 'Arabic',
  zh: 'Han',
}

/** Marks of direction that nobody sees and that survive copying: the page isolates what runs the other way itself. */
const DIRECTION_MARKS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u

/** Punctuation and signs that every phone draws. */
const SIGNS = /[\s\p{P}\d+<>=|~^$€£°©№’‘“”„«»…–—−·•→×½\u200b-\u200d]/u

type Token = ReturnType<typeof parse>[number] | Octothorpe

function shapeOf(tokens: readonly Token[], names = new Set<string>(), plurals: string[][] = []) {
  for (const token of tokens) {
    if ('arg' in token) names.add(token.arg)
    if ('cases' in token) {
      if (token.type === 'plural') plurals.push(token.cases.map(({ key }) => key))
      for (const each of token.cases) shapeOf(each.tokens, names, plurals)
    }
  }
  return { names: [...names].sort().join(' '), plurals }
}

const withoutTags = (text: string): string => text.replaceAll(/<\/?\d+\/?>/g, '')
const tagsOf = (text: string): string =>
  [...text.matchAll(/<\/?\d+\/?>/g)]
    .map(([tag]) => tag)
    .sort()
    .join(' ')
/** Chinese writes months as numbers: 11 月 is November. */
const withoutMonths = (text: string): string => text.replaceAll(/\d{1,2} ?月/g, '')
const numbersOf = (text: string): string =>
  [...new Set(withoutMonths(withoutTags(text)).match(/\d+/g) ?? [])].sort((one, other) => Number(one) - Number(other)).join(' ')

/** The plural forms that counts up to a thousand take in a language. */
export const pluralForms = (language: string): string[] => {
  const rules = new Intl.PluralRules(language)
  return [...new Set([...Array.from({ length: 1001 }, (_, count) => rules.select(count)), 'other'])]
}

function icuFaults(language: string, source: SourceText, text: string): string[] {
  let here: ReturnType<typeof shapeOf>
  try {
    here = shapeOf(parse(withoutTags(text)))
  } catch (wrong) {
    return [`is no ICU message: ${(wrong as Error).message}`]
  }
  const there = shapeOf(parse(withoutTags(source.portuguese)))
  const faults: string[] = []
  if (here.names !== there.names) faults.push(`has the placeholders "${here.names}" where the source has "${there.names}"`)
  const wanted = pluralForms(language)
  for (const forms of here.plurals) {
    const missing = wanted.filter((form) => !forms.includes(form))
    if (missing.length > 0) faults.push(`has no plural form ${missing.join(', ')}`)
  }
  return faults
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
const hasName = (text: string, name: string): boolean =>
  new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(name)}(?![\p{L}\p{N}])`, 'u').test(text)

/** The names that both sources have, so that they must stay as they are on the door and the paper. */
const namesIn = ({ english, portuguese }: SourceText, names: readonly string[]): string[] =>
  names.filter((name) => hasName(english, name) && hasName(portuguese, name))

function isLeftUntranslated(language: string, { english, portuguese }: SourceText, text: string): boolean {
  const script = SCRIPTS[language]
  const isSentence = /\p{Ll}{3,} \p{Ll}{2,} \p{Ll}{2,}/u.test(english) && english !== portuguese
  if (!isSentence) return false
  return script === undefined ? text === english && language !== 'en' : !new RegExp(`\\p{sc=${script}}`, 'u').test(text)
}

function strangeLetters(language: string, text: string): string[] {
  const script = SCRIPTS[language] ?? 'Latin'
  const known = new RegExp(String.raw`[\p{sc=Latin}\p{scx=${script}}\p{M}]`, 'u')
  return [...new Set(text)].filter((letter) => !known.test(letter) && !SIGNS.test(letter))
}

/** What is wrong with one text of a language, in the words of the translator's guide; nothing for a good one. */
export function textFaults(
  language: string,
  icu: boolean,
  source: SourceText,
  text: string | undefined,
  names: readonly string[],
): string[] {
  if (!text?.trim()) return ['is missing']
  const faults: string[] = []
  if (text !== text.normalize('NFC')) faults.push('is not in Unicode normal form C')
  if (DIRECTION_MARKS.test(text)) faults.push('has an invisible direction mark')
  const strange = strangeLetters(language, text)
  if (strange.length > 0) faults.push(`has ${strange.map((each) => `"${each}"`).join(', ')}, which not every phone can show`)
  if (icu) faults.push(...icuFaults(language, source, text))
  if (tagsOf(source.portuguese) !== tagsOf(text))
    faults.push(`has the tags "${tagsOf(text)}" where the source has "${tagsOf(source.portuguese)}"`)
  const isPlural = /\{\w+, plural,/.test(source.portuguese)
  const numbers = numbersOf(text)
  if (!isPlural && numbers !== numbersOf(source.english) && numbers !== numbersOf(source.portuguese))
    faults.push(`has the numbers "${numbers}" where the source has "${numbersOf(source.english)}"`)
  for (const name of namesIn(source, names)) if (!text.includes(name)) faults.push(`has not the name "${name}"`)
  if (isLeftUntranslated(language, source, text)) faults.push('is not translated')
  if (source.atMost !== undefined && text.length > source.atMost)
    faults.push(`has ${text.length} characters, at most ${source.atMost}`)
  return faults
}

/** Every fault of a catalogue in one language, and every text that its source no longer has. */
export function catalogueFaults(catalogue: Catalogue, language: string, names: readonly string[]): string[] {
  const texts = catalogue.textsIn(language)
  const faults = catalogue.sources.flatMap((source) =>
    textFaults(language, catalogue.icu, source, texts.get(source.id), names).map((fault) => `"${source.id}" ${fault}`),
  )
  const known = new Set(catalogue.sources.map(({ id }) => id))
  // the Portuguese file also has the notes for editors
  const left = language === 'pt' ? [] : [...texts.keys()].filter((id) => !known.has(id))
  return [...faults, ...left.map((id) => `"${id}" is no text of the source any more`)]
}
