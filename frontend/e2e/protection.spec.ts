import { expect, open, settled, test } from './desk'
import { fair, shot, signedIn, takingAt } from './referring'

/** What protects people beside the steps, and how their own answers come to the desk. */

test.describe.configure({ timeout: 120_000 })

test('a person shows their answers, and the form at the desk begins with them', async ({ browser, page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await open(page, '/uk/eligibility')
  await page.getByRole('button', { name: 'Не знаю' }).click()
  await page.getByText('Показати за стійкою').click()
  await expect(page.locator('.code-picture')).toBeVisible()
  await fair(page)
  await shot(page, 'hand-over-uk')

  const desk = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const mediator = await signedIn(desk, /Amina/)
  await mediator.getByRole('link', { name: 'Começar um atendimento' }).click()
  await fair(mediator)
  const said = {
    protection_status: 'refugee',
    arrival_channel: 'resettlement',
    arrival_date: '2025-03-10',
    unaccompanied_minor: false,
  }
  const text = Buffer.from(JSON.stringify(said)).toString('base64url')
  const asked: string[] = []
  mediator.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')))
  await mediator.goto(`/pt/desk/start#${text}`)
  await expect(mediator.getByText('O que a pessoa disse no telemóvel dela')).toBeVisible()
  await expect.poll(() => new URL(mediator.url()).hash, 'the answers leave the address').toBe('')
  expect(asked.some((each) => each.includes('resettlement') || each.includes(text.slice(0, 12)))).toBe(false)
  await fair(mediator)
  await shot(mediator, 'start')
  await mediator.getByRole('link', { name: 'Encaminhar uma pessoa' }).first().click()
  await mediator.getByText('O que as regras deste serviço perguntam').click()
  await expect(mediator.locator('.details-body select option:checked', { hasText: 'Reinstalação' }).first()).toBeAttached()
  await mediator.getByLabel('Idade', { exact: true }).selectOption('30-64')
  await mediator.getByLabel('Nome pelo qual').fill('Amal')
  await mediator.getByLabel('Contacto', { exact: true }).selectOption('returns')
  await mediator.getByLabel('Como concordou').selectOption('signed')
  await mediator.getByLabel('Concorda que o pedido vá').check()
  await mediator.getByRole('button', { name: 'Enviar o pedido' }).click()
  await mediator.getByRole('link', { name: 'Abrir o pedido' }).click()
  await expect(mediator.locator('.desk-facts')).toContainText('Reinstalação')
  await expect(mediator.getByText('nationality')).toHaveCount(0)
  await desk.close()
})

test('without agreement two of the desk answer for it, and the officer reads it', async ({ browser }) => {
  const one = await browser.newContext()
  const two = await browser.newContext()
  const three = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const asks = await signedIn(one, /Amina/)
  // at an organization whose inbox no other walk reads
  const service = await takingAt(asks, 'Segurança Social')
  await open(asks, `/pt/desk/send/${service}`)
  await asks.getByText('Não se pode pedir o acordo').click()
  await asks.getByLabel('Porquê').selectOption('danger_to_life')
  await asks.getByRole('button', { name: 'Pedir a confirmação' }).click()
  await expect(asks.getByRole('status').filter({ hasText: 'À espera' })).toBeVisible()
  await expect(asks.getByRole('button', { name: 'Enviar o pedido' })).toBeDisabled()

  const confirms = await signedIn(two, /Inês/)
  await expect(confirms.getByText('Sem acordo, por perigo de vida')).toBeVisible()
  await fair(confirms)
  await shot(confirms, 'vital')
  await confirms.getByRole('button', { name: 'Confirmo' }).first().click()
  await expect(confirms.getByText('Sem acordo, por perigo de vida')).toBeHidden()

  await asks.getByRole('button', { name: 'Ver se já foi confirmado' }).click()
  await expect(asks.getByRole('status').filter({ hasText: 'Confirmado' })).toBeVisible()
  await asks.getByLabel('Prioridade').selectOption('emergency')
  await asks.getByLabel('Idade', { exact: true }).selectOption('18-29')
  await asks.getByLabel('Nome pelo qual').fill('Yara')
  await asks.getByLabel('Contacto', { exact: true }).selectOption('desk')
  await asks.getByRole('button', { name: 'Enviar o pedido' }).click()
  await expect(asks.locator('.code-slip .code')).toBeVisible()

  const officer = await signedIn(three, /Graça/)
  await expect(officer.locator('.desk-history li').first()).toContainText('Perigo para a vida')
  const today = new Intl.DateTimeFormat('sv-SE').format(new Date())
  await officer.getByLabel('Conta (como').fill('amina')
  await officer.getByLabel('Desde').fill(today)
  await officer.getByLabel('Até', { exact: true }).fill(today)
  await officer.getByRole('button', { name: 'Ver', exact: true }).click()
  await expect(officer.getByRole('status').filter({ hasText: 'pedidos tocados' })).toBeVisible()
  await fair(officer)
  await shot(officer, 'officer')
  const [table] = await Promise.all([
    officer.waitForEvent('download'),
    officer.getByRole('button', { name: 'Guardar a tabela' }).click(),
  ])
  expect(table.suggestedFilename()).toBe('touched.csv')
  for (const each of [one, two, three]) await each.close()
})

test('everybody sees how requests go, once there are ten', async ({ page }) => {
  await page.goto('/ar/figures')
  await settled(page)
  await expect(page.locator('h1')).toHaveText('كيف تسير الطلبات')
  await expect(page.locator('.figures, .notice').first()).toBeVisible()
})
