import { describe, expect, it } from 'vitest'
import type { SourceText } from './texts/catalogue'
import { catalogues } from './texts/catalogue'
import { checkTexts } from './texts/command'
import { catalogueFaults, pluralForms, textFaults } from './texts/faults'
import { longSentences } from './texts/plain'

const source = (english: string, portuguese = english): SourceText => ({ id: english, english, portuguese })
const faults = (language: string, from: SourceText, text: string | undefined, icu = false) =>
  textFaults(language, icu, from, text, ['AIMA', 'SNS 24'])

describe('the texts of Balcão', () => {
  it('are in every language without a fault', () => expect(checkTexts().faults).toEqual([]), 60_000)

  it('are six catalogues, none of them empty', () => {
    const sizes = catalogues().map(({ name, sources }) => [name, sources.length > 30 || name === 'agreement'])
    expect(sizes).toEqual([
      ['page', true],
      ['listings', true],
      ['rules', true],
      ['agreement', true],
      ['topics', true],
      ['glossary', true],
    ])
  })
})

describe('a text in another language', () => {
  const call = source('Call AIMA on 217 115 000 before you go.', 'Ligue à AIMA, 217 115 000, antes de ir.')

  it('is good with the numbers and names of its source', () => {
    expect(faults('uk', call, 'Зателефонуйте в AIMA за номером 217 115 000, перш ніж іти.')).toEqual([])
  })

  it.each([
    ['uk', undefined, 'is missing'],
    ['uk', '  ', 'is missing'],
    ['uk', 'Зателефонуйте в AIMA за номером 217 115 001, перш ніж іти.', 'has the numbers'],
    ['uk', 'Зателефонуйте в АІМА за номером 217 115 000, перш ніж іти.', 'has not the name "AIMA"'],
    ['uk', 'Call AIMA on 217 115 000 before you go.', 'is not translated'],
    ['fr', 'Call AIMA on 217 115 000 before you go.', 'is not translated'],
    ['ar', 'اتصل بـ AIMA على \u200e217 115 000 قبل أن تذهب.', 'invisible direction mark'],
    ['hi', 'जाने से पहले AIMA को २१७ ११५ ००० पर कॉल करें।', 'has the numbers'],
    ['uk', 'Зателефонуйте в AIMA ☎ за номером 217 115 000.', 'has "☎", which not every phone can show'],
    ['es', 'Llame a AIMA al 217 115 000 antes de ir alli\u0301.', 'normal form'],
  ])('in %s is not "%s"', (language, text, fault) => {
    expect(faults(language, call, text).join()).toContain(fault)
  })

  it('keeps placeholders and tags', () => {
    const from = source('See <0>{name}</0>', 'Ver <0>{name}</0>')
    expect(faults('es', from, 'Ver a <0>{name}</0>', true)).toEqual([])
    expect(faults('es', from, 'Ver a <0>{nombre}</0>', true).join()).toContain('placeholders "nombre"')
    expect(faults('es', from, 'Ver a {name}', true).join()).toContain('tags ""')
    expect(faults('es', from, 'Ver a <0>{name</0>', true).join()).toContain('is no ICU message')
  })

  it('has the plural forms of its language', () => {
    const from = source('{n, plural, one {# day} other {# days}}', '{n, plural, one {# dia} other {# dias}}')
    expect(faults('uk', from, '{n, plural, one {# день} other {# днів}}', true).join()).toContain('has no plural form many, few')
    expect(faults('zh', from, '{n, plural, other {# 天}}', true)).toEqual([])
    expect(pluralForms('ar')).toHaveLength(6)
  })

  it('of one SMS has at most 70 characters', () => {
    expect(faults('en', { ...source('News.', 'Há novidades.'), atMost: 10 }, 'There are news.').join()).toContain('at most 10')
  })

  it('is stale when its source has another text', () => {
    const catalogue = {
      name: 'listings' as const,
      icu: false,
      sources: [source('Open on Monday.', 'Aberto à segunda.')],
      textsIn: () => new Map([['Open on Tuesday.', 'Abre el martes.']]),
    }
    expect(catalogueFaults(catalogue, 'es', [])).toEqual([
      '"Open on Monday." is missing',
      '"Open on Tuesday." is no text of the source any more',
    ])
  })
})

describe('a text that people read', () => {
  const twenty = Array.from({ length: 20 }, () => 'word').join(' ')

  it('has sentences of twenty words at most', () => {
    expect(longSentences(source(`${twenty}. ${twenty}! Short?`))).toEqual([])
    expect(longSentences(source(`Short. ${twenty} more.`))).toHaveLength(2)
  })
})
