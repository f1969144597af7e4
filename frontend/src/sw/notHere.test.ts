import { expect, test } from 'vitest'
import { LANGUAGES } from '../i18n/languages'
import { notHerePage } from './notHere'

const words = Object.fromEntries(
  LANGUAGES.map(({ code }) => [code, { title: `title ${code}`, text: `text ${code}`, again: 'again' }]),
)
const language = (code: string) => LANGUAGES.filter((each) => each.code === code)

const page = (path: string) => {
  const [asked] = language('ar')
  if (!asked) throw new Error('no Arabic')
  const kept = [...language('uk'), ...language('hi')]
  return new DOMParser().parseFromString(notHerePage({ path, asked, kept, all: LANGUAGES, words, style: '' }), 'text/html')
}

test('it says so in the language that was asked, one that is kept, Portuguese and English', () => {
  const document = page('/ar/services')
  expect(document.documentElement.dir).toBe('rtl')
  expect([...document.querySelectorAll('main > p[lang]')].map((each) => each.textContent)).toEqual([
    'text ar',
    'text uk',
    'text pt',
    'text en',
  ])
})

test('it leads to the same page in the languages that are here, and to another try', () => {
  const links = [...page('/ar/services?need=housing').querySelectorAll('a')].map((each) => each.getAttribute('href'))
  expect(links).toEqual(['/uk/services?need=housing', '/hi/services?need=housing', '/ar/services?need=housing'])
})

test('nothing in the address becomes a part of the document', () => {
  expect(page('/ar/"><script>alert(1)</script><b>').querySelectorAll('script, b')).toHaveLength(0)
})
