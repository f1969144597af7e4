import { expect, open, settled, tabTo, test } from './desk'

test('from home to a phone number without a mouse', async ({ page }) => {
  await open(page, '/pt/')
  await page.keyboard.press('Tab')
  await expect(page.locator('.skip')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()

  await tabTo(page, 'input[role="combobox"]')
  await page.keyboard.type('emergência social')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/pt\/services\?words=\d+/)
  await settled(page)
  await expect(page.locator('h1')).toBeFocused()

  await tabTo(page, '.service-list h2 a')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/pt\/services\/[0-9a-f-]{36}$/)
  await settled(page)
  await expect(page.locator('h1')).toBeFocused()
  await tabTo(page, 'main a[href^="tel:"]')
})

for (const [list, path, css] of [
  ['of results', '/pt/services?need=legal', '.service-list h2 a'],
  ['of a place', '/pt/places/11', '.service-list h3 a'],
  ['of the topics at home', '/pt/', '.need'],
] as const)
  test(`whoever goes back to a list ${list} is at the link that they opened`, async ({ page }) => {
    await open(page, path)
    await expect(page.locator(css).nth(5)).toBeVisible()
    const opened = page.locator(css).nth(5)
    await opened.focus()
    const top = () => opened.evaluate((link) => Math.round(link.getBoundingClientRect().top))
    const before = await top()
    const scrolled = await page.evaluate(() => Math.round(scrollY))
    const name = (await opened.textContent()) ?? ''
    await page.keyboard.press('Enter')
    await expect(page).not.toHaveURL(new RegExp(`${path.replace('?', '\\?')}$`))
    await settled(page)
    await expect(page.locator('h1')).toBeFocused()
    await page.goBack()
    await expect(opened).toBeFocused()
    await expect(opened).toHaveText(name)
    await expect.poll(top).toBe(before)
    expect(await page.evaluate(() => Math.round(scrollY))).toBe(scrolled)
    // and reading goes on from there
    await page.keyboard.press('Tab')
    await expect(opened).not.toBeFocused()
  })

test('a page that was left by no link begins again at its heading', async ({ page }) => {
  await open(page, '/pt/')
  await tabTo(page, 'input[role="combobox"]')
  await page.keyboard.type('emergência social')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/pt\/services\?words=\d+/)
  await settled(page)
  await page.goBack()
  await expect(page).toHaveURL(/\/pt\/$/)
  await expect(page.locator('h1')).toBeFocused()
})

test('the place chosen at home is still chosen after Back and by the name of the page', async ({ page }) => {
  await open(page, '/pt/')
  await page.getByLabel('Onde?').selectOption({ label: 'Braga' })
  await tabTo(page, '.need')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/place=03/)
  await settled(page)
  await page.goBack()
  await expect(page.getByLabel('Onde?')).toHaveValue('03')
  await page.goForward()
  await settled(page)
  await page.locator('.brand').press('Enter')
  await expect(page.getByLabel('Onde?')).toHaveValue('03')
  await expect(page.locator('.need').first()).toHaveAttribute('href', /place=03/)
})

test('the sheet of filters opens, keeps the focus and gives it back', async ({ page }) => {
  await open(page, '/pt/services?need=legal')
  await tabTo(page, '.results-find button[aria-haspopup]')
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: 'Filtros' })
  await expect(sheet).toBeVisible()
  await tabTo(page, 'dialog input[type="checkbox"]')
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/open=now/)
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(page.locator('.results-find button[aria-haspopup]')).toBeFocused()
})

test('a search is an address: it survives going back, reloading and being sent to somebody', async ({
  page,
  browser,
  baseURL,
}) => {
  await open(page, '/pt/services?need=housing')
  const all = await page.locator('.results-count').textContent()
  await page.getByRole('button', { name: /^Filtros/ }).click()
  await page.getByRole('checkbox', { name: /Por telefone/ }).check()
  await expect(page).toHaveURL(/delivery_mode=phone/)
  await expect(page.locator('.results-count')).not.toHaveText(all ?? '')
  await page.keyboard.press('Escape')
  await settled(page)
  const count = await page.locator('.results-count').textContent()
  const address = page.url()

  await page.locator('.service-list h2 a').first().click()
  await settled(page)
  await page.goBack()
  await expect(page).toHaveURL(address)
  await expect(page.locator('.results-count')).toHaveText(count ?? '')
  await page.reload()
  await expect(page.locator('.results-count')).toHaveText(count ?? '')

  const other = await (await browser.newContext({ baseURL })).newPage()
  await open(other, address)
  await expect(other.locator('.results-count')).toHaveText(count ?? '')
  await other.context().close()
})
