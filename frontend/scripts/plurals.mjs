// ICU accepts a plural with only `other`; a reader of Arabic or Ukrainian does not.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parse } from '@messageformat/parser'
import PO from 'pofile'

/** The forms that counts of this directory can take; Portuguese, French and Spanish have one more, for whole millions. */
const categoriesOf = (language) => {
  const rules = new Intl.PluralRules(language)
  return [...new Set([...Array.from({ length: 1000 }, (_, count) => rules.select(count)), 'other'])]
}

function* pluralsIn(tokens) {
  for (const token of tokens) {
    if (token.type === 'plural') yield token
    for (const each of token.cases ?? []) yield* pluralsIn(each.tokens)
  }
}

/** The plural forms that a catalogue's own language has and one of its texts leaves out. */
export function missingPlurals(file) {
  const language = basename(file, '.po')
  const wanted = categoriesOf(language)
  return PO.parse(readFileSync(file, 'utf8')).items.flatMap(({ msgid, msgstr }) => {
    const text = msgstr[0] || (language === 'pt' ? msgid : '')
    return [...pluralsIn(parse(text.replaceAll(/<\/?\d+\/?>/g, '')))].flatMap(({ cases }) => {
      const given = new Set(cases.map(({ key }) => key))
      const missing = wanted.filter((category) => !given.has(category))
      return missing.length === 0 ? [] : [`${file}: "${text}" has no ${missing.join(', ')}`]
    })
  })
}
