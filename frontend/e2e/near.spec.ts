import { expect, open, settled, test } from './desk'

const LISBON = { latitude: 38.722252, longitude: -9.139337 }

test('the nearest come first, and where one is stays out of every address', async ({ page, context }) => {
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation(LISBON)
  const addresses: string[] = []
  let posted: string | null = null
  page.on('request', (request) => {
    addresses.push(request.url())
    if (request.method() === 'POST') posted = request.postData()
  })
  await open(page, '/pt/services?need=language')
  const button = page.getByRole('button', { name: 'Perto de mim' })
  await button.focus()
  await page.keyboard.press('Enter')
  const distances = page.locator('.item-distance')
  await expect(distances.first()).toContainText('km')
  await expect(page).toHaveURL(/near=me/)
  await expect(button).toBeFocused()
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  expect(posted).toBe('lat=38.722&lon=-9.139')
  expect([...addresses, page.url()].join(' ')).not.toMatch(/38[.,]72/)
  // What is known to the town only is told in whole kilometres, and may seem a little nearer than what stands before it.
  const exact = (await distances.allInnerTexts()).filter((each) => !each.includes('cerca de'))
  const told = exact.map((each) => Number(/[\d,]+/.exec(each)?.[0].replace(',', '.')))
  expect(told).toEqual([...told].sort((one, other) => one - other))
  await expect(page.getByRole('link', { name: /Perto de mim/ })).toBeVisible()
})

test('who is sent the address is asked where they are themselves', async ({ page, context }) => {
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ latitude: 41.149, longitude: -8.61 })
  await page.setViewportSize({ width: 360, height: 740 })
  await open(page, '/ar/services?need=language&near=me')
  await expect(page.locator('.item-distance')).toHaveCount(0)
  await expect(page.locator('.near-told')).not.toBeEmpty()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await page.locator('.results-bar button').first().click()
  await settled(page)
  await expect(page.locator('.item-distance').first()).toBeVisible()
})
