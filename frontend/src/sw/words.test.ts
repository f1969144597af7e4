import { expect, test } from 'vitest'
import { asked, folded } from './words'

test.each([
  ['ÁRVORE Ção', 'arvore cao'],
  ['Їжа', 'іжа'],
  ['عَرَبِيّ', 'عربي'],
  ['किताबें', 'किताबें'],
])('%s is looked for as %s', (text, found) => {
  expect(folded(text)).toBe(found)
})

test('words that are written together are looked for two letters at a time', () => {
  expect(asked('法律帮助')).toEqual(['法律', '律帮', '帮助'])
  expect(asked('  casa,  casa; já ')).toEqual(['casa', 'ja'])
})

test('a question of very many words is cut', () => {
  expect(asked(Array.from({ length: 200 }, (_, at) => `w${at}`).join(' '))).toHaveLength(12)
})
