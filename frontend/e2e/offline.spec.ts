import { gzipSync } from 'node:zlib'
import type { APIRequestContext } from '@playwright/test'
import { expect, LANGUAGES, open, type Page, serviceCalled, settled, test } from './desk'

/*
 * Ten questions, written down before the walk, that somebody without a network must have an answer to after one visit to one page:
 *  1. I know the name of an office: where is it?              6. What am I entitled to?
 *  2. Who helps me with a home?                               7. How long do I still have support for?
 *  3. And who does in Lisbon?                                 8. Where is the list that I saved?
 *  4. "My husband hits me": whom do I call first?             9. What else does this organization do, and where is it?
 *  5. Is it open now?                                        10. And in a language that this telephone has not opened?
 */
const WALKS = [
  { language: 'pt', danger: 'o meu marido bate-me', bed: 'hoje não tenho onde dormir', other: 'hi' },
  { language: 'ar', danger: 'زوجي يضربني', bed: 'ليس لدي مكان أنام فيه الليلة', other: 'en' },
  { language: 'hi', danger: 'मेरा पति मुझे मारता है', bed: 'आज रात सोने की जगह नहीं है', other: 'pt' },
] as const

const MOST_OF_A_PACK = 100_000
const MOST_OF_A_DISTRICT = 50_000
const LISBON = { latitude: 38.722252, longitude: -9.139337 }

const PATIENT = { timeout: 40_000 }
const found = (page: Page) => page.locator('main .item-name a[href*="/services/"]')

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

/** The bytes of an answer as it goes over the line. */
async function bytesOf(request: APIRequestContext, path: string): Promise<number> {
  const answer = await request.get(path)
  expect(answer.ok(), path).toBe(true)
  return gzipSync(await answer.body()).length
}

/** The bytes that the page fetched for itself until now. */
const fetchedBy = (page: Page): Promise<number> =>
  page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce(
      (sum, entry) => sum + (entry as PerformanceResourceTiming).transferSize,
      0,
    ),
  )

/** A line first, and the notice that says so. */
async function isFirst(page: Page, line: string) {
  await expect(page.locator('main .notice.tone-bad')).toBeVisible()
  await expect(found(page).first()).toHaveAttribute('href', new RegExp(`/services/${line}$`))
}

/** Opens what a link with words leads to. */
async function search(page: Page, language: string, words: string) {
  await open(page, `/${language}/services?search=${encodeURIComponent(words)}`)
}

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

for (const { language, danger, bed, other } of WALKS)
  for (const from of ['the first page', 'the page of a service'] as const)
    test(`ten questions in ${language} are answered without a network after one visit to ${from}`, async ({
      page,
      context,
      request,
    }) => {
      const [office, violence, emergency, visited] = await Promise.all([
        serviceCalled(request, 'AIMA shops'),
        serviceCalled(request, '800 202 148'),
        serviceCalled(request, 'National Social Emergency Line'),
        serviceCalled(request, 'SNS 24'),
      ])
      const { name, organization } = (await (await request.get(`/api/services/${office}?lang=${language},en,pt`)).json()) as {
        name: string
        organization: { id: string; name: string }
      }
      await open(page, from === 'the first page' ? `/${language}/` : `/${language}/services/${visited}`)
      const visit = await fetchedBy(page)
      await kept(page, language)
      await context.setOffline(true)

      await search(page, language, 'AIMA')
      await expect(found(page).first()).toBeVisible()
      await open(page, `/${language}/services/${office}`)
      await expect(page.locator('main h1')).toHaveText(name)
      await expect(page.locator('main .notice').first()).toBeVisible()

      await open(page, `/${language}/services?need=housing`)
      const homes = await found(page).count()
      expect(homes).toBeGreaterThan(0)
      await open(page, `/${language}/services?need=housing&place=11`)
      await expect(found(page).first()).toBeVisible()

      await search(page, language, danger)
      await isFirst(page, violence)
      await search(page, language, bed)
      await isFirst(page, emergency)

      await open(page, `/${language}/services?open=now`)
      await expect(found(page).first()).toBeVisible()
      await open(page, `/${language}/services/${emergency}`)
      await expect(page.locator('main .opening').first()).toBeVisible()

      await page.locator('.bar button[aria-pressed="false"]').first().click()
      await expect(page.locator('.bar button[aria-pressed="true"]').first()).toBeVisible()
      await open(page, `/${language}/saved`)
      await expect(page.locator(`main a[href$="/services/${emergency}"]`).first()).toBeVisible()

      await open(page, `/${language}/eligibility`)
      const question = page.locator('main .question h2')
      const first = await question.innerText()
      await page.locator('main .question .choices button, main .question .question-skip button').first().click()
      await expect(question.filter({ hasText: first })).toHaveCount(0)
      await open(page, `/${language}/18-months`)
      await expect(page.locator('main [role="alert"]')).toHaveCount(0)

      await open(page, `/${language}/organizations/${organization.id}`)
      await expect(page.locator('main h1')).toHaveText(organization.name)
      await expect(found(page).first()).toBeVisible()
      await page.locator('main .record-list a[href*="/locations/"]').first().click()
      await settled(page)
      await expect(found(page).first()).toBeVisible()

      await page.goto(`/${other}/services?need=housing`)
      await expect(page.locator('html')).toHaveAttribute('lang', other)
      await page.locator(`main a[href="/${language}/services?need=housing"]`).click()
      await settled(page)
      await expect(page.locator('html')).toHaveAttribute('lang', language)

      await context.setOffline(false)
      const pack = await bytesOf(request, `/api/offline/${language}`)
      const district = await bytesOf(request, `/api/offline/${language}?place=11`)
      const { as_of } = (await (await request.get(`/api/offline/${language}`)).json()) as { as_of: string }
      const delta = await bytesOf(request, `/api/offline/${language}?since=${as_of}`)
      console.warn(`${language}, ${from}: visit ${visit} B, pack ${pack} B, district ${district} B, nothing changed ${delta} B`)
      expect(pack).toBeLessThanOrEqual(MOST_OF_A_PACK)
      expect(district).toBeLessThanOrEqual(MOST_OF_A_DISTRICT)
    })

test('the nearest come first without a network, and the position stays on the device', async ({ page, context }) => {
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation(LISBON)
  await open(page, '/pt/')
  await kept(page, 'pt')
  await context.setOffline(true)
  await open(page, '/pt/services?need=language')
  await page.getByRole('button', { name: 'Perto de mim' }).click()
  const distances = page.locator('.item-distance')
  await expect(distances.first()).toContainText('km')
  await expect(page.getByText(/Cópia guardada/)).toBeVisible()
  const exact = (await distances.allInnerTexts()).filter((each) => !each.includes('cerca de'))
  const told = exact.map((each) => Number(/[\d,]+/.exec(each)?.[0].replace(',', '.')))
  expect(told).toEqual([...told].sort((one, other) => one - other))
  expect((await addressesKept(page)).filter((each) => /lat=|38[.,]72/.test(each))).toEqual([])
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
