import { everyKindOfPage, expect, LANGUAGES, open, serviceCalled, settled, test } from './desk'

test.describe('on the smallest screen', () => {
  test.use({ viewport: { width: 320, height: 640 } })
  for (const language of ['pt', 'uk', 'ar'] as const) {
    test(`no page scrolls sideways in ${language}`, async ({ page, request }) => {
      test.setTimeout(180_000)
      for (const [kind, path] of Object.entries(await everyKindOfPage(request))) {
        await open(page, `/${language}${path}`)
        const [content, screen] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ])
        expect(content, `${kind} in ${language}`).toBeLessThanOrEqual(screen)
      }
    })
  }
})

test('Arabic is laid out from the right', async ({ page }) => {
  const edges = async (language: string) => {
    await open(page, `/${language}/services?need=legal`)
    const brand = await page.locator('.brand').boundingBox()
    const picker = await page.locator('.languages').boundingBox()
    return { brand: brand?.x ?? 0, picker: picker?.x ?? 0 }
  }
  const portuguese = await edges('pt')
  const arabic = await edges('ar')
  expect(portuguese.brand).toBeLessThan(portuguese.picker)
  expect(arabic.brand).toBeGreaterThan(arabic.picker)
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  // Numbers to dial keep their order inside a right-to-left line.
  await expect(page.locator('main a[href^="tel:"] > span > bdi').first()).toHaveAttribute('dir', 'ltr')
})

test('a text in another language than the page says which, and runs its own way', async ({ page, request }) => {
  const { location } = await everyKindOfPage(request)
  await open(page, `/ar${location}`)
  await expect(page.locator('h1 bdi')).toHaveAttribute('lang', 'pt')
  await expect(page.locator('h1 bdi')).toHaveAttribute('dir', 'ltr')
})

test('each page has a title of its own', async ({ page, request }) => {
  const titles = new Set<string>()
  const repeated: string[] = []
  const pages = Object.entries(await everyKindOfPage(request))
  for (const [kind, path] of pages) {
    await open(page, `/pt${path}`)
    // the shell alone is called "Balcão"
    await expect(page, kind).toHaveTitle(/. · Balcão$/)
    // what the page is about may come a moment after its first words
    const isNew = expect.poll(async () => titles.has(await page.title()), { timeout: 3_000 }).toBe(false)
    await isNew.catch(() => repeated.push(kind))
    titles.add(await page.title())
  }
  // Two searches without words or need are both "find a service".
  expect(repeated.length, repeated.join()).toBeLessThanOrEqual(1)
})

test('the language is changed on any page and the page stays', async ({ page }) => {
  await open(page, '/pt/services?need=legal')
  for (const language of LANGUAGES) {
    await page.locator('.languages summary').click()
    // the link loads a page anew, also that of the language that the page has already
    const loaded = page.waitForEvent('load')
    await page.locator(`.languages a[lang="${language}"]`).click()
    await loaded
    await settled(page)
    await expect(page).toHaveURL(new RegExp(`/${language}/services\\?need=legal$`))
  }
})

test('the list of languages stays open when the page arrives after it was opened', async ({ page }) => {
  let arrive = () => {}
  const wait = new Promise<void>((resolve) => (arrive = resolve))
  await page.route('**/assets/*.js', async (route) => {
    await wait
    await route.continue()
  })
  await page.goto('/pt/services?need=legal', { waitUntil: 'commit' })
  await page.locator('.languages summary').click()
  arrive()
  await settled(page)
  await expect(page.locator('.languages a[lang="ar"]')).toBeVisible()
})

test('a service fits on paper: numbers and address, no buttons', async ({ page, request }) => {
  await open(page, `/pt/services/${await serviceCalled(request, 'National Social Emergency Line')}`)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.contacts a[href="tel:144"]')).toBeVisible()
  await expect(page.locator('.bar')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Imprimir' })).toBeHidden()
})
