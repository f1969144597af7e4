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

test('the slip of a sensitive service names nothing, and says where the code is followed', async ({ browser }) => {
  // no partner marks a service of the organization whose inbox no other walk reads: its mark is put into the list of intakes
  const desk = await browser.newContext({ serviceWorkers: 'block' })
  await desk.route('**/api/intakes', async (route) => {
    const answer = await route.fetch()
    const intakes = (await answer.json()) as { sensitive: boolean }[]
    await route.fulfill({ response: answer, json: intakes.map((each) => ({ ...each, sensitive: true })) })
  })
  const mediator = await signedIn(desk, /Amina/)
  const service = await takingAt(mediator, 'Segurança Social')
  const names = (await (await mediator.request.get(`/api/services/${service}`)).json()) as {
    name: string
    organization: { name: string }
  }
  await open(mediator, `/pt/desk/send/${service}`)
  await mediator.getByLabel('Línguas').selectOption('ar')
  await mediator.getByLabel('Idade', { exact: true }).selectOption('30-64')
  await mediator.getByLabel('Nome pelo qual').fill('Amal')
  await mediator.getByLabel('Contacto', { exact: true }).selectOption('returns')
  await mediator.getByLabel('Como concordou').selectOption('signed')
  await mediator.getByLabel('Concorda que o pedido vá').check()
  await mediator.getByRole('button', { name: 'Enviar o pedido' }).click()
  await expect(mediator.locator('.code-slip .code')).toBeVisible()
  await fair(mediator)
  await mediator.emulateMedia({ media: 'print' })
  await shot(mediator, 'slip-printed')
  const printed = await mediator.evaluate(() => document.body.innerText)
  for (const hidden of [names.name, names.organization.name, 'Entrou como', 'Sair', 'Amal', 'Mediador', '112'])
    expect(printed).not.toContain(hidden)
  expect(printed).toContain('O código do seu pedido')
  expect(printed).toContain('رمز طلبك')
  expect(printed).toContain(`${new URL(mediator.url()).origin}/ar/my-request`)
  expect(printed).toMatch(/([2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{4}/)
  await desk.close()
})

test('a screen left alone signs out, and what was being written waits for the same person', async ({ browser }) => {
  const desk = await browser.newContext()
  const page = await desk.newPage()
  await page.clock.install()
  await page.goto('/pt/desk')
  await page.getByRole('button', { name: /Amina/ }).click()
  await expect(page.getByText('Entrou como')).toBeVisible()
  const service = await takingAt(page, 'Conselho Português para os Refugiados')
  await open(page, `/pt/desk/send/${service}`)
  const name = page.getByLabel('Nome pelo qual')
  await name.fill('Samira')
  await page.clock.fastForward('14:10')
  await expect(page.getByRole('alert')).toContainText('termina dentro de um minuto')
  await fair(page)
  await shot(page, 'idle-warned')
  await page.getByRole('button', { name: 'Continuar' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.clock.fastForward('15:30')
  await expect(page.getByRole('status').filter({ hasText: 'ninguém usou esta página' })).toBeVisible()
  await expect(name).toBeHidden()
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  expect(kept).not.toContain('Samira')
  await fair(page)
  await shot(page, 'idle-ended')
  await page.getByRole('button', { name: /Amina/ }).click()
  // what waited has its value before somebody is signed in
  await expect(name).toBeVisible()
  await expect(name).toHaveValue('Samira')
  await page.clock.fastForward('15:30')
  await expect(name).toBeHidden()
  await page.getByRole('button', { name: /Inês/ }).click()
  await expect(name).toHaveValue('')
  await desk.close()
})

test('signing out in one tab ends the other', async ({ browser }) => {
  const desk = await browser.newContext()
  const one = await signedIn(desk, /Amina/)
  const other = await signedIn(desk, /Amina/)
  await one.getByRole('button', { name: 'Sair' }).click()
  await expect(other.getByText('alguém saiu noutro separador')).toBeVisible()
  await expect(other.getByText('Entrou como')).toHaveCount(0)
  await desk.close()
})

test('everybody sees how requests go, once there are ten', async ({ page }) => {
  await page.goto('/ar/figures')
  await settled(page)
  await expect(page.locator('h1')).toHaveText('كيف تسير الطلبات')
  await expect(page.locator('.figures, .notice').first()).toBeVisible()
})
