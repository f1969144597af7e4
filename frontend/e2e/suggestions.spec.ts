import { expect, open, settled, test } from './desk'

/** Suggestions come from the search index, which a product that has just begun is still making. */
test.beforeAll(async ({ request }) => {
  const offered = async () => (await (await request.get('/api/suggestions?search=aloj')).json()).suggestions?.length ?? 0
  await expect.poll(offered, { timeout: 30_000 }).toBeGreaterThan(0)
})

test('what is being typed is offered as a need, by keyboard alone', async ({ page }) => {
  await open(page, '/pt/')
  const box = page.getByRole('combobox', { name: 'O que procura?' })
  await box.focus()
  await page.keyboard.type('aloj')
  const offers = page.getByRole('listbox', { name: 'Sugestões' })
  await expect(offers).toBeVisible()
  await expect(box).toHaveAttribute('aria-expanded', 'true')
  const first = offers.getByRole('option').first()
  await page.keyboard.press('ArrowDown')
  await expect(first).toHaveAttribute('aria-selected', 'true')
  await expect(box).toHaveAttribute('aria-activedescendant', (await first.getAttribute('id')) ?? '')
  await page.keyboard.press('Escape')
  await expect(offers).toBeHidden()
  await expect(box).toHaveValue('aloj')

  await page.keyboard.type('a')
  await expect(offers.getByRole('option').first()).toContainText('Tema')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/pt\/services\?need=housing/)
  await settled(page)
  await expect(page.locator('.service-list li').first()).toBeVisible()
})

test('a town becomes the place, from right to left on a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await open(page, '/ar/services?need=health')
  await page.locator('input[role="combobox"]').fill('brag')
  await expect(page.getByRole('option', { name: /Braga/ }).first()).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await page.getByRole('option', { name: /Braga/ }).first().click()
  await expect(page).toHaveURL(/need=health/)
  await expect(page).toHaveURL(/place=\d+/)
  await expect(page.locator('input[role="combobox"]')).toHaveValue('')
})

test('where nothing is found, what there is without one filter is counted', async ({ page }) => {
  await open(page, '/pt/services?search=aulas+de+portugu%C3%AAs&language=bn')
  await settled(page)
  const offer = page.locator('.loosen li').filter({ hasText: 'serviços' }).first()
  await expect(offer).toContainText(/\d+ serviços/)
  await offer.getByRole('link').click()
  await expect(page.locator('.service-list li').first()).toBeVisible()
})
