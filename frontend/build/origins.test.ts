import { readdirSync, readFileSync } from 'node:fs'
import PO from 'pofile'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../src/i18n/languages'
import { originFaults } from './origins'

const today = new Date().toISOString().slice(0, 10)

describe('the catalogues of the page', () => {
  it('are one for each language', () => {
    const files = readdirSync('src/locales').filter((name) => name.endsWith('.po'))
    expect(files.sort()).toEqual(LANGUAGES.map(({ code }) => `${code}.po`).sort())
  })

  it.each(LANGUAGES)('say that a program wrote what no person has signed: $code', ({ code, reviewed }) => {
    expect(originFaults(PO.parse(readFileSync(`src/locales/${code}.po`, 'utf8')), reviewed, today)).toEqual([])
  })
})

describe('who wrote a text', () => {
  const head = (origin: string) => `msgid ""\nmsgstr ""\n"Language: fr\\n"\n${origin}\n`
  const MACHINE = head('"X-Text-Origin: machine\\n"\n')
  const faults = (text: string, reviewed = false) => originFaults(PO.parse(text), reviewed, '2027-02-01')
  const signed = (comment: string) => `${MACHINE}\n# ${comment}\nmsgid "Sim"\nmsgstr "Oui"\n`

  it('is a program in a catalogue that says so', () => {
    expect(faults(`${MACHINE}\nmsgid "Sim"\nmsgstr "Oui"\n`)).toEqual([])
  })

  it.each([head(''), head('"X-Text-Origin: human\\n"\n'), head('"X-Text-Origin: Machine?\\n"\n')])(
    'is not left open, nor called human for a whole catalogue',
    (text) => expect(faults(text)).toHaveLength(1),
  )

  it('has been read by a person who signed with a day and a name', () => {
    expect(faults(signed('reviewed: 2027-01-31 Ana Marques'), true)).toEqual([])
  })

  it.each(['reviewed: yes', 'reviewed: 2027-01-31', 'reviewed: 2027-02-30 Ana', 'reviewed: 2027-02-02 Ana', 'Reviewed: by Ana'])(
    'has not been read where the mark is "%s"',
    (comment) => expect(faults(signed(comment))).toHaveLength(1),
  )

  it('leaves no language reviewed while one text of it is not', () => {
    const one = signed('reviewed: 2027-01-31 Ana Marques')
    expect(faults(`${one}\nmsgid "Não"\nmsgstr "Non"\n`, true)).toEqual([
      'Não: the language is said to be reviewed, and this text is not',
    ])
  })
})
