import { setupI18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { messages } from '../locales/ar.po'
import { show } from '../testing/render'
import { COMPONENTS } from './components'

/** Draws nothing: it says something of the page it stands on. */
const UNSEEN = ['Sensitive']

it('every component has examples', () => {
  const components = readdirSync('src/ui', { recursive: true, encoding: 'utf8' }).flatMap(
    (file) => /\/([A-Z]\w+)\.tsx$/.exec(file)?.[1] ?? [],
  )
  const without = components.filter((name) => !UNSEEN.includes(name) && !COMPONENTS.some((each) => each.name === name))
  expect(components.length).toBeGreaterThan(30)
  expect(without).toEqual([])
})

it.each(COMPONENTS.flatMap(({ name, examples }) => Object.entries(examples).map(([what, Example]) => ({ name, what, Example }))))(
  '$name, $what: is drawn with texts of the catalogue',
  ({ Example }) => {
    const missing: string[] = []
    const i18n = setupI18n({
      locale: 'ar',
      messages: { ar: messages },
      missing: (_, text) => {
        missing.push(text)
        return text
      },
    })
    show(
      <I18nProvider i18n={i18n}>
        <Example />
      </I18nProvider>,
      { language: 'ar' },
    )
    expect(missing).toEqual([])
  },
)
