import AxeBuilder from '@axe-core/playwright'
import { complaints } from './complaints'
import { everyKindOfPage, expect, LANGUAGES, open, test } from './desk'

test.describe.configure({ timeout: 300_000 })

/** Portuguese and Arabic, one for each direction, on every kind of page; the others share the kinds among them. */
const WHOLE = ['pt', 'ar']
const SHARING = LANGUAGES.filter((language) => !WHOLE.includes(language))

for (const language of LANGUAGES) {
  test(`nothing keeps anybody out, on any kind of page, in ${language}`, async ({ page, request }) => {
    const kinds = Object.entries(await everyKindOfPage(request))
    const share = WHOLE.includes(language) ? kinds : kinds.filter((_, at) => at % SHARING.length === SHARING.indexOf(language))
    for (const [kind, path] of share) {
      await test.step(kind, async () => {
        await open(page, `/${language}${path}`)
        expect(await page.locator('html').getAttribute('lang')).toBe(language)
        expect(await complaints(page), `${kind} in ${language}`).toEqual([])
      })
    }
  })
}

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark' })
  for (const language of ['pt', 'ar', 'zh'] as const) {
    test(`nothing keeps anybody out in ${language}`, async ({ page, request }) => {
      for (const [kind, path] of Object.entries(await everyKindOfPage(request))) {
        await open(page, `/${language}${path}`)
        expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
        // only colours are others
        const colours = new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block'])
        expect(await complaints(page, colours), `${kind} in the dark in ${language}`).toEqual([])
      }
    })
  }
})

test('nothing keeps anybody out of the sheet of filters', async ({ page }) => {
  await open(page, '/pt/services?need=housing')
  await page.getByRole('button', { name: /^Filtros/ }).click()
  await expect(page.getByRole('dialog', { name: 'Filtros' })).toBeVisible()
  expect(await complaints(page)).toEqual([])
})
