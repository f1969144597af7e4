import { expect, test } from 'vitest'
import { beginningsOf } from './dangers'

// The same words are cut in `DangerSignsTest.java`, which learns from them.
test.each([
  ['Não tenho onde dormir', ['dormi', 'nao', 'onde', 'tenho']],
  ['و\u0627\u0644\u0634\u0627\u0631\u0639', ['\u0627\u0631\u0639', '\u0634\u0627\u0631']],
  ['पति मारता है', ['पति', 'मारता', 'है']],
  ['没地方', ['地', '地方', '方', '没', '没地']],
])('%s is cut as the program that learnt cuts it', (text, parts) => {
  expect([...beginningsOf(text)].sort()).toEqual(parts)
})
