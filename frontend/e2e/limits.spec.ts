import { expect, open, type Page, taking, test } from './desk'
import { takingAt } from './referring'

/** Somebody else on the same network asked too often; who comes after them still gets through. */

test.describe.configure({ timeout: 120_000 })

/** A header of a proxy that is not named makes all who carry it one place, which is counted. */
const THROUGH_A_PROXY = { 'x-forwarded-for': '198.51.100.7' }

/** @returns how the page is answered there */
async function behindAProxy(page: Page, path: string): Promise<number[]> {
  const answers: number[] = []
  page.on('response', (answer) => {
    if (answer.url().endsWith(`/api${path}`)) answers.push(answer.status())
  })
  await page.route(`**/api${path}`, (route, request) => route.continue({ headers: { ...request.headers(), ...THROUGH_A_PROXY } }))
  return answers
}

test('whose network used up what is free waits a moment and is heard', async ({ page, request }) => {
  // an inbox that no other walk reads
  const service = await takingAt(page, 'Segurança Social')
  for (let used = 200; used !== 429; ) {
    used = (await request.post('/api/referrals/self', { headers: THROUGH_A_PROXY, data: {} })).status()
    expect([400, 429]).toContain(used)
  }
  const answers = await behindAProxy(page, '/referrals/self')
  await open(page, `/en/ask/${service}`)
  await page.getByLabel('What should they call you?').fill('Samira')
  await page.getByLabel('How old are you?').selectOption('30-64')
  await page.getByLabel('How can they reach you?').selectOption('returns')
  await page.getByLabel('I agree that the request goes to this service').check()
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.locator('.code-slip .code')).toHaveText(/^([2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{4}$/, { timeout: 90_000 })
  expect(answers).toEqual([429, 201])
})

test('what is wrong with a listing is heard too', async ({ page, request }) => {
  const service = await taking(request)
  for (let used = 200; used !== 429; ) {
    used = (await request.post('/api/corrections', { headers: THROUGH_A_PROXY, data: {} })).status()
    expect([422, 429]).toContain(used)
  }
  const answers = await behindAProxy(page, '/corrections')
  await open(page, `/en/correct/${service}`)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.locator('.notice.tone-good')).toBeVisible({ timeout: 90_000 })
  expect(answers).toEqual([429, 201])
})
