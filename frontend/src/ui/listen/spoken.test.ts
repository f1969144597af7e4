import { expect, it } from 'vitest'
import { spoken } from './spoken'

it.each([
  ['Ligue 217 115 000 hoje', 'Ligue 2 1 7, 1 1 5, 0 0 0 hoje'],
  ['+351 217 115 000', '3 5 1, 2 1 7, 1 1 5, 0 0 0'],
  ['800 202 148', '8 0 0, 2 0 2, 1 4 8'],
  ['desde 2023', 'desde 2023'],
  ['112', '112'],
  ['18 meses', '18 meses'],
  ['linha\n\nseguinte', 'linha seguinte'],
])('"%s" is said as "%s"', (text, said) => expect(spoken(text)).toBe(said))
