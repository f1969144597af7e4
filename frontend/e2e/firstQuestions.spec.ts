import { expect, test } from '@playwright/test'

/** A page waits for few things, and asks each once. */
test.use({ serviceWorkers: 'block' })

const PAGES = ['/ar/services?need=health', '/uk/services?place=1106&page=2', '/pt/eligibility', '/bn/18-months', '/hi/services/']

for (const address of PAGES)
  test(`${address} asks for at most twelve things, and for none twice`, async ({ page, request }) => {
    const asked: string[] = []
    const told: string[] = []
    page.on('request', (each) => asked.push(each.url()))
    page.on('console', (message) => told.push(message.text()))
    const { contents } = (await (await request.get('/api/services?taxonomy_term_id=health&per_page=1')).json()) as {
      contents: { id: string }[]
    }
    await page.goto(address.endsWith('/services/') ? address + (contents[0]?.id ?? '') : address, { waitUntil: 'networkidle' })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect([...new Set(asked)]).toHaveLength(asked.length)
    expect(asked.length).toBeLessThanOrEqual(12)
    expect(told.filter((text) => text.includes('preload'))).toEqual([])
  })

test('the page draws what the document had, in the same order', async ({ page, browser }) => {
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  // whoever would wait long for the directory gets the document without its list, and before there is an index the order is another one
  await expect(async () => {
    await reader.goto('/pt/services?need=health')
    const before = await reader.locator('main .service-list h2').allInnerTexts()
    expect(before).toHaveLength(20)
    await page.goto('/pt/services?need=health')
    await expect(page.locator('main .item-facts').first()).toBeVisible()
    expect(await page.locator('main .service-list h2').allInnerTexts()).toEqual(before)
  }).toPass({ timeout: 30_000 })
  await reader.context().close()
})

test('words that were typed before the scripts were there are searched for', async ({ page }) => {
  let go: () => void = () => undefined
  const held = new Promise<void>((resolve) => (go = resolve))
  await page.route(/\/assets\/index-.*\.js$/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/pt/services?need=health', { waitUntil: 'commit' })
  const box = page.locator('input[name=search]')
  await box.fill('dentista')
  go()
  await expect(page.locator('main .item-facts').first()).toBeVisible()
  await expect(box).toHaveValue('dentista')
  await expect(box).toBeFocused()
})
