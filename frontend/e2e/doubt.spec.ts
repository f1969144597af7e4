import AxeBuilder from '@axe-core/playwright'
import { type APIRequestContext, type Page } from '@playwright/test'
import { expect, type Language, open, settled, tabTo, test } from './desk'

test.use({ serviceWorkers: 'block' })

const LISBOA = '1106'

type Certainty = 'unsure' | 'outside'

/** Questions that the bank of sentences does not know, and such as the directory has no door for. What is made of each is the search's to say. */
const ASKED: Record<Certainty, Partial<Record<Language, string[]>>> = {
  unsure: {
    pt: ['jardinagem', 'preciso de ajuda com uma coisa', 'quero comprar um barco', 'o meu gato está no telhado'],
    ar: ['البستنة', 'أحتاج مساعدة في شيء', 'أريد شراء قارب', 'قطتي على السطح'],
  },
  outside: {
    pt: ['carta de condução', 'quero abrir uma conta no banco'],
    ar: ['رخصة القيادة', 'أريد فتح حساب في البنك'],
  },
}

const SAID: Record<Certainty, Partial<Record<Language, string>>> = {
  unsure: { pt: 'Não temos a certeza do que procura', ar: 'لسنا متأكدين مما تبحث عنه' },
  outside: { pt: 'Não conhecemos aqui nenhum serviço para isto', ar: 'لا نعرف هنا أي خدمة لهذا الأمر' },
}

/** The first of the questions that the search answers so; the index may still be in the making. */
async function question(request: APIRequestContext, certainty: Certainty, language: Language): Promise<string> {
  let found: string | undefined
  await expect
    .poll(
      async () => {
        for (const search of ASKED[certainty][language] ?? []) {
          const answer = await request.get('/api/services', {
            params: { search, place: LISBOA, lang: language, sort: 'relevance', status: 'active' },
          })
          const { search: report, total_items } = (await answer.json()) as {
            search?: { certainty: string; topics?: object[] }
            total_items: number
          }
          const offers = certainty === 'outside' || (report?.topics?.length ?? 0) > 0
          if (report?.certainty === certainty && offers && total_items > 0) found = search
        }
        return found
      },
      { timeout: 45_000, message: `a question that is ${certainty} in ${language}` },
    )
    .toBeDefined()
  return found ?? ''
}

const nothingKeepsAnybodyOut = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

const address = (language: Language, search: string) =>
  `/${language}/services?search=${encodeURIComponent(search)}&place=${LISBOA}`

for (const language of ['pt', 'ar'] as const) {
  test(`a question that is not understood leads by keyboard to a topic in the same town, in ${language}`, async ({
    page,
    request,
  }) => {
    await open(page, address(language, await question(request, 'unsure', language)))
    await expect(page.getByText(SAID.unsure[language] ?? '')).toBeVisible()
    await nothingKeepsAnybodyOut(page)
    expect(await widthOf(page)).toBe(360)

    const topic = await page.locator('.chips-all a').first().textContent()
    await tabTo(page, '.chips-all a')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`/${language}/services\\?need=[a-z_.]+&place=${LISBOA}$`))
    await settled(page)
    await expect(page.locator('h1')).toHaveText(topic ?? '')
    await expect(page.locator('h1')).toBeFocused()
    await expect(page.locator('.filters-on')).toContainText('Lisboa')
    await expect(page.getByText(SAID.unsure[language] ?? '')).toHaveCount(0)
  })

  test(`a question that nobody here answers says so and offers help lines, in ${language}`, async ({ page, request }) => {
    await open(page, address(language, await question(request, 'outside', language)))
    await expect(page.getByText(SAID.outside[language] ?? '')).toBeVisible()
    await expect(page.locator('.service-list > li').first().locator('a[href^="tel:"]')).toBeVisible()
    await nothingKeepsAnybodyOut(page)
    expect(await widthOf(page)).toBe(360)
    await page.setViewportSize({ width: 320, height: 760 })
    expect(await widthOf(page)).toBe(320)
  })
}

/** From the heading of the results to the first card, on a phone. */
test('the first service is in sight at once', async ({ page }) => {
  await open(page, `/pt/services?search=aulas+de+portugu%C3%AAs&place=${LISBOA}`)
  const card = await page.locator('.service-list > li').first().boundingBox()
  const heading = await page.locator('article.page').boundingBox()
  expect((card?.y ?? Number.NaN) - (heading?.y ?? Number.NaN)).toBeLessThanOrEqual(300)
  await page.setViewportSize({ width: 320, height: 760 })
  expect(await widthOf(page)).toBe(320)
})

test('topics that are out of sight sideways are reached by keyboard and narrow the list', async ({ page }) => {
  await open(page, '/pt/services?search=apoio')
  await tabTo(page, '.results-bar .chips a')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/pt\/services\?words=\d+&need=[a-z_.]+$/)
  await settled(page)
  await nothingKeepsAnybodyOut(page)
})
