import { describe, expect, it } from 'vitest'
import { partsOf, type Term } from './terms'

const term = (id: string, ...forms: string[]): Term => ({ id, forms, text: id })
const NISS = term('niss', 'NISS', 'Social Security number')
const SECURITY = term('security', 'Social Security')
const written = (text: string, terms: Term[], language = 'en') =>
  partsOf(text, terms, language).map((part) => (typeof part === 'string' ? part : [part.term.id, part.written]))

describe('a text with words of the glossary', () => {
  it('is cut where a word stands first, the longer of two that overlap', () => {
    expect(written('Ask Social Security for your Social Security number.', [SECURITY, NISS])).toEqual([
      'Ask ',
      ['security', 'Social Security'],
      ' for your ',
      ['niss', 'Social Security number'],
      '.',
    ])
  })

  it('has each word once, by whichever of its forms', () => {
    expect(written('NISS, the Social Security number: NISS', [NISS])).toEqual([
      'NISS, the ',
      ['niss', 'Social Security number'],
      ': NISS',
    ])
  })

  it.each([
    ['ACTION', 'en'],
    ['факт ACTів', 'uk'],
    ['FACT', 'en'],
    ['ACT\u0301', 'en'],
    ['ACT2', 'en'],
  ])('is not cut inside the word of %s', (text, language) => {
    expect(written(text, [term('act', 'ACT')], language)).toEqual([text])
  })

  it('is cut between letters where a language has no spaces', () => {
    expect(written('请带居留许可来', [term('permit', '居留许可')], 'zh')).toEqual(['请带', ['permit', '居留许可'], '来'])
  })

  it('stays whole without a glossary', () => expect(written('Bring your NISS.', [])).toEqual(['Bring your NISS.']))
})
