import { expect, settled, test } from './desk'
import { fair, shot, signedIn } from './referring'

/** A partner's first day: a plan, its report, a mistake mended, and the service on the public page in two languages. By keyboard alone. */

test.describe.configure({ timeout: 120_000 })

const service = (status: string, phone: string) =>
  `${JSON.stringify({
    kind: 'service',
    id: 'oficina',
    name: 'Oficina de costura',
    description: 'Às quintas, para todas as pessoas.',
    status,
    phones: [{ number: phone }],
    translations: [
      { field: 'name', language: 'en', value: 'Sewing workshop', origin: 'human', reviewed: true },
      { field: 'description', language: 'en', value: 'On Thursdays, for everybody.', origin: 'human', reviewed: true },
    ],
  })}\n`

test('plan, read the report, mend, publish, and look', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await signedIn(context, /Bruno/)
  const press = async (name: string | RegExp) => {
    await page.getByRole('button', { name }).first().focus()
    await page.keyboard.press('Enter')
  }
  await page.getByRole('link', { name: 'As nossas listagens' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Nome curto').fill(`cpr-${Date.now()}`)
  await page.getByLabel('Como se chama').fill('O nosso sistema')
  await expect(page.getByRole('button', { name: 'Criar' })).toBeEnabled()
  await page.keyboard.press('Enter')
  const file = page.getByLabel('Ficheiro')
  await expect(file).toBeVisible()
  const give = (text: string) =>
    file.setInputFiles({ name: 'servicos.jsonl', mimeType: 'application/x-ndjson', buffer: Buffer.from(text) })

  await give(service('actve', 'liga-me'))
  await press('Ver primeiro o que muda')
  const report = page.locator('#report')
  await expect(report).toContainText('plano pronto')
  await expect(report).toBeFocused()
  await expect(page.getByText('/status não é um dos valores possíveis (talvez: active)')).toBeVisible()
  await expect(page.getByText('/phones/0/number não é um número de telefone')).toBeVisible()
  await fair(page)
  await shot(page, 'listings-report')
  await press('Não publicar')
  await expect(report).toContainText('não publicada')

  await give(service('active', '213 456 781'))
  await press('Ver primeiro o que muda')
  await expect(page.getByRole('button', { name: 'a criar (1)' })).toBeVisible()
  await press('Publicar isto')
  await expect(report).toContainText('publicada')
  await expect(page.getByRole('button', { name: 'criados (1)' })).toBeVisible()
  await fair(page)
  await shot(page, 'listings-done')
  await press('Tudo')
  await page.getByRole('link', { name: 'Ver como aparece' }).focus()
  await page.keyboard.press('Enter')
  await settled(page)
  await expect(page.locator('h1')).toHaveText('Oficina de costura')
  await expect(page.getByRole('link', { name: /21 345 6781/ })).toBeVisible()
  await page.goto(page.url().replace('/pt/', '/en/'))
  await settled(page)
  await expect(page.locator('h1')).toHaveText('Sewing workshop')
  await expect(page.locator('main')).toContainText('On Thursdays, for everybody.')
  await fair(page)
  await context.close()
})
