import { describe, expect, it } from 'vitest'
import { askFor, dirOf, inLanguage, languageOfPath } from './languages'

describe('direction', () => {
  it.each([
    ['ar', 'rtl'],
    ['fa-IR', 'rtl'],
    ['UR', 'rtl'],
    ['pa-Arab', 'rtl'],
    ['pt', 'ltr'],
    ['uk', 'ltr'],
    ['arn', 'ltr'],
    ['', 'ltr'],
  ])('%s is written %s', (tag, dir) => expect(dirOf(tag)).toBe(dir))
})

describe('the language of an address', () => {
  it.each([
    ['/ar/services', 'ar'],
    ['/uk', 'uk'],
    ['/', 'pt'],
    ['/de/services', 'pt'],
    ['/arabic/', 'pt'],
  ])('%s is in %s', (path, language) => expect(languageOfPath(path)).toBe(language))

  it.each([
    ['/pt/services', 'search=sopa', '/ar/services?search=sopa'],
    ['/pt/', '', '/ar/'],
    ['/pt', '', '/ar/'],
    ['/services/1', '', '/ar/services/1'],
  ])('%s?%s becomes the same page in another language', (path, search, expected) => {
    expect(inLanguage(path, search, 'ar')).toBe(expected)
  })
})

it('asks for the language of the page, then those its readers may know', () => {
  expect([askFor('pt'), askFor('en'), askFor('ar')]).toEqual(['pt,en', 'en,pt', 'ar,en,pt'])
})
