import { expect, open, type Page, settled, taking, test } from './desk'
import { fair, shot, signedIn, takingAt } from './referring'

/** The product's own walk: a mediator sends, a partner passes on, another accepts and completes, and the person follows by code. */

test.describe.configure({ timeout: 120_000 })

/** Sends a person from the desk, and gives the code on the paper. */
async function send(page: Page, service: string, contact: string): Promise<string> {
  await open(page, `/pt/services/${service}`)
  await page.getByRole('link', { name: 'Encaminhar uma pessoa' }).click()
  await page.getByLabel('Línguas').selectOption('ar')
  await page.getByLabel('Idade', { exact: true }).selectOption('30-64')
  await page.getByLabel('Nome pelo qual').fill('Samira')
  await page.getByLabel('Número ou endereço').fill(contact)
  await page.getByLabel('Nota').fill('passaporte AB123456')
  await page.getByLabel('Como concordou').selectOption('spoken')
  await page.getByLabel('Lido por').selectOption('interpreter')
  await page.getByLabel('Concorda que o pedido vá').check()
  await page.getByLabel('Concorda que este serviço o passe').check()
  await page.getByRole('button', { name: 'Enviar o pedido' }).click()
  await expect(page.locator('.notice.tone-bad')).toContainText('Nota: tem um número')
  await page.getByLabel('Nota').fill('Precisa de ajuda com a escola')
  await fair(page)
  await shot(page, 'send')
  await page.getByRole('button', { name: 'Enviar o pedido' }).click()
  const code = page.locator('.code-slip .code')
  await expect(code).toHaveText(/^([2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{4}$/)
  await expect(page.locator('.code-picture')).toBeVisible()
  await shot(page, 'paper')
  return code.innerText()
}

test('from one door to the next, and the person sees it in Arabic', async ({ browser }) => {
  const desk = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const cpr = await browser.newContext()
  const jrs = await browser.newContext()
  const mediator = await signedIn(desk, /Amina/)
  await fair(mediator)
  const first = await takingAt(mediator, 'Conselho Português para os Refugiados')
  const code = await send(mediator, first, '+351912000111')

  const partner = await signedIn(cpr, /Bruno/)
  await expect(partner.locator('.desk-item').first()).toBeVisible()
  await fair(partner)
  await shot(partner, 'inbox')
  await partner.locator('.desk-item').first().focus()
  await partner.keyboard.press('Enter')
  await expect(partner.getByText('O nome e o contacto abrem quando aceitar.')).toBeVisible()
  await partner.keyboard.press('e')
  await expect(partner.getByRole('status').filter({ hasText: 'Em análise' })).toBeVisible()
  await fair(partner)
  await shot(partner, 'referral')
  await partner.keyboard.press('f')
  const choice = partner.getByLabel(/^Serviço/)
  await expect(choice).toBeFocused()
  await choice.locator('option').filter({ hasText: 'Jesuíta' }).first().waitFor({ state: 'attached' })
  const jesuits = await choice.locator('option').filter({ hasText: 'Jesuíta' }).first().getAttribute('value')
  await choice.selectOption(jesuits)
  await partner.getByRole('button', { name: 'Confirmar' }).click()
  await expect(partner.getByRole('status').filter({ hasText: 'Encaminhado' })).toBeVisible()

  const second = await signedIn(jrs, /Clara/)
  await second.locator('.desk-item').first().focus()
  await second.keyboard.press('Enter')
  await expect(second.getByText('O nome e o contacto abrem quando aceitar.')).toBeVisible()
  await second.keyboard.press('a')
  await second.getByRole('button', { name: /Ver o nome/ }).click()
  await expect(second.getByText('Samira')).toBeVisible()
  await expect(second.getByRole('link', { name: '+351912000111' })).toBeVisible()
  await second.keyboard.press('c')
  await expect(second.getByLabel('Contactada em')).toBeFocused()
  await second.keyboard.press('Enter')
  await expect(second.getByRole('status').filter({ hasText: 'Em curso' })).toBeVisible()
  await second.keyboard.press('t')
  await second.getByLabel('Resultado').selectOption('got_help')
  await second.getByRole('button', { name: 'Confirmar' }).click()
  await expect(second.getByRole('status').filter({ hasText: 'Concluído' })).toBeVisible()

  const person = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await person.newPage()
  await page.goto(`/ar/my-request#${code}`)
  await settled(page)
  await expect.poll(() => new URL(page.url()).hash, 'the code leaves the address').toBe('')
  await page.getByRole('button', { name: 'عرض الحالة' }).click()
  await expect(page.locator('.legs > li')).toHaveCount(2)
  await expect(page.locator('.legs')).toContainText('انتهى')
  await expect(page.locator('main')).not.toContainText('Samira')
  await fair(page)
  await shot(page, 'person-ar')
  await page.getByRole('button', { name: 'نعم', exact: true }).click()
  await mediator.goto('/pt/desk')
  await mediator.getByRole('button', { name: 'Terminados' }).click()
  await mediator.locator('.desk-item').first().click()
  await expect(mediator.locator('h2').first()).toBeVisible()
  await shot(mediator, 'history')

  const other = await send(mediator, first, '+351912000222')
  await page.goto('/ar/my-request')
  await page.locator('input.code').fill(other.toLowerCase())
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'سحب الطلب' }).click()
  await page.getByRole('button', { name: 'نعم، أريد' }).click()
  await expect(page.locator('.legs')).toContainText('سُحب')
  const kept = await page.evaluate(async () =>
    JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      await caches
        .keys()
        .then((names) => Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)))),
    ]),
  )
  expect(kept).not.toContain(other.slice(0, 4))
  for (const each of [desk, cpr, jrs, person]) await each.close()
})

test('whoever has no account asks to be contacted, by keyboard and in Ukrainian', async ({ page, request }) => {
  const intakes = (await (await request.get('/api/intakes')).json()) as { service_id: string }[]
  await open(page, `/uk/services/${intakes[0]?.service_id}`)
  await page.getByRole('link', { name: "Попросити зв'язатися зі мною" }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Як до вас звертатися?').fill('Олена')
  await page.getByLabel('Скільки вам років?').selectOption('30-64')
  await page.getByLabel("Як з вами зв'язатися?").selectOption('returns')
  await page.getByLabel('Я згоден, щоб звернення пішло').press('Space')
  await fair(page)
  await shot(page, 'ask-uk')
  await page.getByRole('button', { name: 'Надіслати звернення' }).press('Enter')
  await expect(page.locator('.code-slip .code')).toBeVisible()
  await fair(page)
  await shot(page, 'asked-uk')
})

test('a lost answer gives the code again, it is carried on, and a family shares a number', async ({ page, request }) => {
  const service = await taking(request)
  const number = `+35191${Math.floor(Math.random() * 10_000_000)
    .toString()
    .padStart(7, '0')}`
  const fillIn = async (called: string) => {
    await open(page, `/pt/ask/${service}`)
    await page.getByLabel('Como quer ser chamado?').fill(called)
    await page.getByLabel('Que idade tem?').selectOption('30-64')
    await page.getByLabel('Número de telefone').fill(number)
    await page.getByLabel('Preciso de intérprete').check()
    await page.getByLabel('Em que língua quer falar?').selectOption('ti')
    await page.getByLabel('Concordo que o pedido vá').check()
    await page.getByRole('button', { name: 'Enviar o pedido' }).click()
  }
  await page.route(
    '**/api/referrals/self',
    async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    },
    { times: 1 },
  )
  await fillIn('Samira')
  await expect(page.getByText('não há ligação')).toBeVisible()
  await page.getByRole('button', { name: 'Tentar outra vez' }).click()
  const code = await page.locator('.code-slip .code').innerText()
  await fair(page)
  await shot(page, 'asked-again')
  await page.getByRole('link', { name: 'Ver o meu pedido' }).click()
  await expect(page.locator('input.code')).toHaveValue(code)
  expect(page.url()).not.toContain(code.slice(0, 4))
  await page.getByRole('button', { name: 'Ver como está' }).click()
  await expect(page.locator('.legs > li')).toHaveCount(1)

  await fillIn('Yusuf')
  await expect(page.getByText('Não dizemos de quem é')).toBeVisible()
  await fair(page)
  await shot(page, 'ask-double')
  await page.getByLabel('O pedido é para outra pessoa da minha família').check()
  await page.getByRole('button', { name: 'Enviar o pedido' }).click()
  await expect(page.locator('.code-slip .code')).not.toHaveText(code)
})
