import { expect, LANGUAGES, open, type Page, serviceCalled, settled, test } from './desk'

const PATIENT = { timeout: 40_000 }

/** Waits until the device has the listings of a language, which come once the page is shown and idle. */
const kept = (page: Page, language: string) =>
  expect
    .poll(
      () =>
        page.evaluate(
          async (address) => (await caches.match(address, { cacheName: 'balcao-packs' })) !== undefined,
          `/api/offline/${language}`,
        ),
      PATIENT,
    )
    .toBe(true)

const addressesKept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = await caches.keys()
    const all = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)))
    return all.flat()
  })

test('what was opened once can be read without a network, and says how old it is', async ({ page, context, request }) => {
  const line = await serviceCalled(request, 'National Social Emergency Line')
  await open(page, '/pt/')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.reload()
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
  await open(page, `/pt/services/${line}`)

  await context.setOffline(true)
  await page.reload()
  await settled(page)
  await expect(page.getByText(/Cópia guardada neste aparelho/)).toBeVisible()
  await expect(page.locator('main a[href="tel:144"]').first()).toBeVisible()

  await page.goto('/pt/services/00000000-0000-4000-8000-000000000000')
  await expect(page.getByRole('alert').getByText('Sem ligação à internet')).toBeVisible()

  await context.setOffline(false)
  await page.goto(`/pt/services/${line}`)
  await settled(page)
  await expect(page.getByText(/Cópia guardada/)).toHaveCount(0)
})

for (const [language, other] of [
  ['pt', 'hi'],
  ['ar', 'en'],
] as const)
  test(`after one visit to one page in ${language} everything can be found without a network`, async ({
    page,
    context,
    request,
  }) => {
    const id = await serviceCalled(request, 'AIMA shops')
    const { name } = (await (await request.get(`/api/services/${id}?lang=${language},en,pt`)).json()) as { name: string }
    await open(page, `/${language}/about-data`)
    await kept(page, language)
    await context.setOffline(true)

    await open(page, `/${language}/services?need=housing`)
    await expect(page.locator('main h2 a[href*="/services/"], main h3 a[href*="/services/"]').first()).toBeVisible()
    await open(page, `/${language}/services?need=housing&place=11`)
    await expect(page.locator('main h2 a[href*="/services/"], main h3 a[href*="/services/"]').first()).toBeVisible()
    await open(page, `/${language}/services?search=AIMA`)
    await expect(page.locator('main h2 a[href*="/services/"], main h3 a[href*="/services/"]').first()).toBeVisible()

    await open(page, `/${language}/services/${id}`)
    await expect(page.locator('main h1')).toHaveText(name)
    await expect(page.locator('main .notice').first()).toBeVisible()

    await open(page, `/${language}/eligibility`)
    await expect(page.locator('main .question')).toBeVisible()
    await open(page, `/${language}/18-months`)
    await expect(page.locator('main [role="alert"]')).toHaveCount(0)

    await page.goto(`/${other}/services?need=housing`)
    await expect(page.locator('html')).toHaveAttribute('lang', other)
    await page.locator(`main a[href="/${language}/services?need=housing"]`).click()
    await settled(page)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
  })

test('the scripts of the staff, and texts nobody asked for, are not kept', async ({ page }) => {
  await open(page, '/pt/')
  await kept(page, 'pt')
  const addresses = await addressesKept(page)
  expect(addresses.filter((each) => /assets\/\w*Results-/.test(each))).toHaveLength(1)
  expect(addresses.filter((each) => /assets\/(Desk|Upkeep|Oversight|Listings|Send|Referral|Edit|Start)Page-/.test(each))).toEqual(
    [],
  )
  const texts = LANGUAGES.filter((language) => addresses.some((each) => new RegExp(`assets/${language}-`).test(each)))
  expect(texts).toEqual(['pt'])
})

test('what somebody searched for by words is not kept on the device', async ({ page, context }) => {
  await open(page, '/pt/')
  await kept(page, 'pt')
  await page.reload()
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
  await open(page, '/pt/services?search=violência')
  await context.setOffline(true)
  await page.reload()
  await settled(page)
  expect((await addressesKept(page)).filter((each) => /viol/.test(each))).toEqual([])
})
