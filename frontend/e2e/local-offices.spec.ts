import AxeBuilder from '@axe-core/playwright'
import type { APIRequestContext } from '@playwright/test'
import { expect, open, type Page, settled, tabTo, test } from './desk'

/** The network of local centres for migrants: one entry, an office in each of some sixty places. */
const ENTRY = 'a9e0438b-7908-5baa-ac07-fbfb0458d80a'

interface Branch {
  service_id: string
  name: string
  place_code: string
  place_name: string
}

async function branches(request: APIRequestContext): Promise<Branch[]> {
  const answer = await request.get(`/api/services/${ENTRY}/branches`)
  return ((await answer.json()) as { branches: Branch[] }).branches
}

/** A municipality of Portugal where no branch is, in a district that has none either if there is one. */
async function placeWithout(request: APIRequestContext): Promise<{ code: string; name: string }> {
  const taken = new Set((await branches(request)).map(({ place_code }) => place_code))
  const answer = await request.get('/api/places?level=municipality&per_page=1000')
  const { contents } = (await answer.json()) as { contents: { code: string; name: string }[] }
  const found = contents.find(({ code }) => !taken.has(code) && !taken.has(code.slice(0, 2)))
  if (!found) throw new Error('every municipality has an office')
  return found
}

async function nothingKeepsAnybodyOut(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target)}`)).toEqual([])
}

/** On the phones that most have, and on the narrowest. */
async function fits(page: Page) {
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 760 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `at ${width} px`).toBeLessThanOrEqual(width)
  }
}

for (const [language, heading] of [
  ['pt', 'Gabinetes locais'],
  ['ar', 'المكاتب المحلية'],
] as const) {
  test(`from a need to the office in a town without a mouse, in ${language}`, async ({ page, request }) => {
    const there = (await branches(request)).filter(({ place_name }) => place_name === 'Braga')
    const ids = there.map(({ service_id }) => service_id)
    expect(ids.length).toBeGreaterThan(0)

    await open(page, `/${language}/services?need=onestop`)
    const offices = page
      .locator('.service-list > li')
      .filter({ has: page.locator(`h2 a[href$="${ENTRY}"]`) })
      .locator('.offices')
    await expect(offices.getByRole('combobox')).toBeVisible()
    for (const id of ids) await expect(page.locator(`.service-list a[href$="${id}"]`)).toHaveCount(0)
    await fits(page)

    await tabTo(page, '.offices select')
    await page.keyboard.type('Braga')
    const office = offices.locator('.door')
    await expect(office).toHaveCount(ids.length)
    await expect(offices.getByRole('status').first()).toContainText('Braga')
    await expect(offices.getByRole('combobox')).toBeFocused()
    await expect(office.locator('.contact').first()).toBeVisible()
    await nothingKeepsAnybodyOut(page)
    await fits(page)

    await tabTo(page, '.offices .door h3 a')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`/${language}/services/(${ids.join('|')})$`))
    await settled(page)
    await expect(page.locator('h1')).toBeFocused()
  })

  test(`the page of the entry offers the same, in ${language}`, async ({ page }) => {
    await open(page, `/${language}/services/${ENTRY}`)
    const offices = page.getByRole('region', { name: heading })
    await offices.getByRole('combobox').selectOption({ label: 'Portimão' })
    await expect(offices.locator('.door').first()).toBeVisible()
    await expect(offices.locator('.door a[href^="tel:"]').first()).toBeVisible()
    // away from the bar along the lower edge, which covers what is scrolled under it
    await offices.evaluate((element) => element.scrollIntoView({ block: 'start' }))
    await nothingKeepsAnybodyOut(page)
    await fits(page)
  })
}

test('in a place without an office the nearest is shown at once', async ({ page, request }) => {
  const { code, name } = await placeWithout(request)
  await open(page, `/pt/services?search=CLAIM&place=${code}`)
  const offices = page.locator('.offices')
  await expect(offices.getByRole('status').first()).toContainText(
    `Não conhecemos nenhum gabinete local para quem está em ${name}. O mais perto:`,
  )
  await expect(offices.locator('.door h3 a').first()).toBeVisible()
  await nothingKeepsAnybodyOut(page)
  await fits(page)
})

test('in a place with an office that stands in the list itself', async ({ page, request }) => {
  const [there] = (await branches(request)).filter(({ place_name }) => place_name === 'Braga')
  await open(page, `/pt/services?search=CLAIM&place=${there?.place_code}`)
  await expect(page.locator(`.service-list h2 a[href$="${there?.service_id}"]`)).toBeVisible()
  await expect(page.locator('.offices')).toHaveCount(0)
})
