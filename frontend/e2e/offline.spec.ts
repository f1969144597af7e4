import { expect, open, serviceCalled, settled, test } from './desk'

test('what was opened once can be read without a network, and says how old it is', async ({ page, context, request }) => {
  const line = await serviceCalled(request, 'National Social Emergency Line')
  const other = await serviceCalled(request, 'AIMA shops')
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

  await page.goto(`/pt/services/${other}`)
  await expect(page.getByRole('alert').getByText('Sem ligação à internet')).toBeVisible()

  await context.setOffline(false)
  await page.getByRole('button', { name: 'Tentar outra vez' }).click()
  await settled(page)
  await expect(page.getByText(/Cópia guardada/)).toHaveCount(0)
})

test('what somebody searched for by words is not kept on the device', async ({ page, context }) => {
  await open(page, '/pt/')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.reload()
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
  await open(page, '/pt/services?search=violência')
  await context.setOffline(true)
  await page.reload()
  await expect(page.getByRole('alert')).toBeVisible()
})
