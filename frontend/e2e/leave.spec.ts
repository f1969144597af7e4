import { expect, open, type Page, serviceCalled, settled, test } from './desk'

/** What stands for the weather of Portugal, which a test does not ask. */
const ELSEWHERE = /^https:\/\/www\.ipma\.pt\//
const ordinary = async (page: Page) => {
  await page.route(ELSEWHERE, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Tempo</title><h1>Tempo</h1>' }),
  )
}
test.use({ elsewhere: ELSEWHERE })

const away = async (page: Page) => {
  await expect(page).toHaveURL(ELSEWHERE)
  await expect(page).toHaveTitle('Tempo')
}

/** Neither Back nor Forward shows a page of ours: the first leads to the ordinary site again. */
const nothingBehind = async (page: Page, home: string) => {
  for (const step of ['back', 'forward', 'back', 'back'] as const) {
    await (step === 'back' ? page.goBack() : page.goForward()).catch(() => null)
    await expect.poll(() => page.url().startsWith(home) && !page.url().endsWith('/exit.html')).toBe(false)
    expect(await page.locator('body').innerText()).not.toContain('Balcão')
  }
}

test('whoever leaves the page of a violence line by its button does not come back by Back', async ({
  page,
  request,
  baseURL,
}) => {
  await ordinary(page)
  const line = await serviceCalled(request, 'Domestic violence')
  await open(page, '/pt/')
  await page.locator('.need', { hasText: 'Violência' }).click()
  await settled(page)
  await page.goto(`/pt/services/${line}`)
  await settled(page)
  await page.locator('.leave').click()
  await away(page)
  await nothingBehind(page, baseURL ?? '')
})

test('the tab, and so the list of visited pages, never names a service for victims, and the heading does', async ({
  page,
  request,
}) => {
  await page.addInitScript(() => {
    const titles: string[] = []
    Object.assign(globalThis, { titles })
    new MutationObserver(() => titles.push(document.title)).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
  const line = await serviceCalled(request, 'Domestic violence')
  const named = async (name: string) => {
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
    await expect(page).toHaveTitle('Balcão')
    const told = await page.evaluate(() => (globalThis as unknown as { titles: string[] }).titles)
    for (const title of told) expect(title).not.toContain(name)
  }
  await open(page, '/pt/services?need=violence')
  const link = page.locator('.service-list a[href*="/services/"]').first()
  const name = (await link.innerText()).trim()
  await link.click()
  await settled(page)
  await named(name)
  // who does not see the tab hears where they are
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.goto(`/pt/services/${line}`)
  await settled(page)
  await named((await page.getByRole('heading', { level: 1 }).innerText()).trim())
})

test('Shift three times leaves, and says how many times are left', async ({ page }) => {
  await ordinary(page)
  await open(page, '/en/services?need=violence')
  await page.keyboard.press('Shift')
  await expect(page.locator('.top [role="status"]')).toHaveText(/2/)
  await page.keyboard.press('Shift')
  await page.keyboard.press('Shift')
  await away(page)
})

test('Escape leaves, but first closes what is open', async ({ page }) => {
  await ordinary(page)
  await open(page, '/en/services?need=violence')
  await page.locator('.results-find button[aria-haspopup="dialog"]').click()
  await expect(page.locator('dialog[open]')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('dialog[open]')).toHaveCount(0)
  await expect(page).toHaveURL(/need=violence/)
  await page.keyboard.press('Escape')
  await away(page)
})

test('words that somebody typed stand in no title, address or history', async ({ page, request }) => {
  // what is said in one's own words is found once there is an index
  await serviceCalled(request, '800 202 148')
  const words = 'o meu marido bate-me'
  await open(page, '/pt/')
  await page.getByRole('combobox').first().fill(words)
  await page.keyboard.press('Enter')
  await settled(page)
  await expect(page.locator('.service-list > li').first()).toBeVisible()
  await expect(page.locator('.leave')).toBeVisible()
  expect(page.url()).not.toContain('marido')
  expect(await page.title()).not.toContain('marido')
  expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain('marido')
  await expect(page.getByRole('combobox').first()).toHaveValue(words)
  await page.reload()
  await settled(page)
  await expect(page.getByRole('combobox').first()).toHaveValue(words)
})

test('words that came in a link leave the address at once', async ({ page }) => {
  await open(page, '/pt/services?search=violada')
  await settled(page)
  await expect(page).toHaveURL(/\/pt\/services\?words=\d+$/)
  await expect(page.getByRole('combobox').first()).toHaveValue('violada')
})

for (const path of ['eligibility', '18-months', 'my-request'])
  test(`${path} can be left quickly`, async ({ page }) => {
    await ordinary(page)
    await open(page, `/ar/${path}`)
    await page.locator('.leave').click()
    await away(page)
  })
