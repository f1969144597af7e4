import { expect, type Page, settled, test } from './desk'
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

/** Where a new source is named: open where there is none yet, else it is opened. */
async function openNewSource(page: Page) {
  const another = page.locator('details', { has: page.getByLabel('Nome curto') })
  await expect(another).toBeVisible()
  if (await another.evaluate((each) => each.hasAttribute('open'))) return
  await another.locator('summary').focus()
  await page.keyboard.press('Enter')
}

test('plan, read the report, mend, publish, and look', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await signedIn(context, /Bruno/)
  const press = async (name: string | RegExp) => {
    await page.getByRole('button', { name }).first().focus()
    await page.keyboard.press('Enter')
  }
  await page.getByRole('link', { name: 'As nossas listagens' }).focus()
  await page.keyboard.press('Enter')
  await openNewSource(page)
  await page.getByLabel('Nome curto').fill(`cpr-${Date.now()}`)
  await page.getByLabel('Como se chama').fill('O nosso sistema')
  await expect(page.getByRole('button', { name: 'Criar' })).toBeEnabled()
  await page.keyboard.press('Enter')
  // another source may have stood here until now
  await expect(page.getByRole('heading', { name: 'O nosso sistema' })).toBeVisible()
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

  // an address inside our own house is not asked, and that is told
  // the report above is drawn anew at this moment and may move the box, so that a click falls beside it
  const address = page.getByLabel('Endereço (https)')
  await expect(async () => {
    if (!(await address.isVisible())) await page.getByText('Ir buscar a um endereço').click()
    await expect(address).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await address.fill('https://localhost/lista.json')
  await press('Ir buscar todos os dias')
  await expect(page.getByText('O endereço tem de ser público e começar por https://')).toBeVisible({ timeout: 15_000 })
  await page.getByText('Ligar o vosso sistema').click()
  await expect(page.locator('.desk-code')).toContainText('/services/O-VOSSO-ID/record')
  await page.getByText('Avisar o nosso sistema quando algo muda').click()
  await page.getByLabel('Endereço do seu sistema (https)').fill('https://127.0.0.1:9000/')
  await press('Avisar a partir de agora')
  await expect(page.getByText('O endereço tem de ser público e começar por https://')).toHaveCount(2)
  await page.getByLabel('Endereço do seu sistema (https)').fill('https://avisos.invalid/')
  await press('Avisar a partir de agora')
  await press('Experimentar')
  await expect(
    page
      .locator('details', { hasText: 'Avisar o nosso sistema' })
      .getByText(/\(\d|não/)
      .first(),
  ).toBeVisible()
  await fair(page)
  await shot(page, 'listings-addresses')
  await press('Apagar')

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
  await expect(page.locator('.contacts').getByRole('link', { name: /21 345 6781/ })).toBeVisible()
  await page.goto(page.url().replace('/pt/', '/en/'))
  await settled(page)
  await expect(page.locator('h1')).toHaveText('Sewing workshop')
  await expect(page.locator('main')).toContainText('On Thursdays, for everybody.')
  await fair(page)
  await context.close()
})

const SCRIPT = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>'

/** Scripts in every text that a feed can have: what comes back of them in reports, and what is published, is text. */
test('a hostile list runs nothing', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await signedIn(context, /Bruno/)
  await page.goto('/pt/desk/listings')
  await openNewSource(page)
  await page.getByLabel('Nome curto').fill(`cpr-hostil-${Date.now()}`)
  await page.getByLabel('Como se chama').fill(SCRIPT)
  await page.getByRole('button', { name: 'Criar' }).click()
  // everybody reads the name of a source beside what it said, so it is plain text
  await expect(page.locator('.notice').first()).toBeVisible()
  await page.getByLabel('Como se chama').fill('Lista hostil')
  await page.getByRole('button', { name: 'Criar' }).click()
  await expect(page.getByRole('heading', { name: 'Lista hostil' })).toBeVisible()
  const words = [
    'name',
    'alternate_name',
    'description',
    'url',
    'email',
    'application_process',
    'fees_description',
    'alert',
    SCRIPT,
  ]
  const hostile = [
    { kind: 'service', id: SCRIPT, status: 'active', name: 'Um nome' },
    ...words.map((word, at) => ({ kind: 'service', id: `h${at}`, status: 'active', name: 'Um nome', [word]: SCRIPT })),
    {
      kind: 'service',
      id: 'parts',
      status: SCRIPT,
      name: 'Um nome',
      phones: [{ number: SCRIPT }],
      languages: [{ name: SCRIPT }],
    },
  ]
  await page.getByLabel('Ficheiro').setInputFiles({
    name: `${SCRIPT.replaceAll('/', '')}.jsonl`,
    mimeType: 'application/x-ndjson',
    buffer: Buffer.from(hostile.map((each) => JSON.stringify(each)).join('\n')),
  })
  await page.getByRole('button', { name: 'Publicar já' }).click()
  await expect(page.locator('#report')).toContainText('publicada')
  await page.getByRole('button', { name: 'Tudo' }).click()
  await expect(page.locator('.desk-item-name').first()).toBeVisible()
  expect(await page.locator('.desk-item-name').count()).toBe(hostile.length)
  await page.getByRole('link', { name: 'Ver como aparece' }).first().click()
  await settled(page)
  await expect(page.locator('h1')).toHaveText('Um nome')
  await page.goto('/pt/services?q=Um+nome')
  await settled(page)
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  await context.close()
})
