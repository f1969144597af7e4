import type { Page } from '@playwright/test'
import { expect, open, settled, test } from './desk'
import { fair, shot, signedIn } from './referring'

/** A reader says in Arabic what is wrong; who gives the service mends it, with its translation beside it; the reader sees that it was taken. */

test.describe.configure({ timeout: 120_000 })

test('what a reader says is wrong is mended, and they see it', async ({ browser }) => {
  const reader = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const desk = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await signedIn(desk, /Bruno/)
  await page.getByRole('link', { name: 'Manter certo' }).click()
  const first = page
    .getByRole('region', { name: /^Os serviços/ })
    .locator('.desk-item-name')
    .first()
  await expect(first).toBeVisible()
  await fair(page)
  await shot(page, 'upkeep')
  const name = (await first.textContent()) ?? ''
  const id = (await first.getAttribute('href'))?.split('/').at(-1) ?? ''

  const phone = await reader.newPage()
  await open(phone, `/ar/services/${id}`)
  await phone.getByRole('link', { name: 'الإبلاغ عن خطأ' }).click()
  await settled(phone)
  await phone.getByLabel('ما المشكلة؟').selectOption('wrong')
  await phone.getByLabel(/كيف يجب أن يكون/).fill('21 345 67 84')
  await phone.getByLabel('هل تريد إضافة شيء؟').fill('<img src=x onerror="window.ran=1">')
  await fair(phone)
  await phone.getByRole('button', { name: 'إرسال' }).press('Enter')
  await expect(phone.getByText('شكرًا!')).toBeVisible()
  const code = (await phone.locator('.code').textContent()) ?? ''
  await fair(phone)
  await shot(phone, 'correction')

  await page.reload()
  await expect(page.getByText('21 345 67 84')).toBeVisible()
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  await page.locator('.desk-item-name').first().click()
  await settled(page)
  await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible()
  await page.getByLabel('Aviso importante', { exact: true }).fill('Novo número de telefone')
  await page.getByLabel('Aviso importante (inglês)').fill('New telephone number')
  const phones = page.getByLabel(/^Telefone/)
  await phones.last().fill('21 345 67 84')
  await page.getByLabel('Porquê?').fill('um leitor avisou')
  await fair(page)
  await shot(page, 'edit')
  await page.getByRole('button', { name: 'Guardar' }).press('Enter')
  await expect(page.getByText('Guardado, e já está na página.')).toBeVisible()
  await expect(page.getByText('um leitor avisou')).toBeVisible()
  await fair(page)

  await page.goto('/pt/desk/upkeep')
  await page.getByRole('button', { name: 'Aceitar' }).press('Enter')
  await expect(page.getByText('21 345 67 84')).toHaveCount(0)
  await page.getByRole('button', { name: 'Está tudo certo' }).press('Enter')
  await expect(page.getByText(/confirmados? hoje/)).toBeVisible()

  await open(phone, `/en/services/${id}`)
  await expect(phone.getByText('New telephone number')).toBeVisible()
  await phone.getByText('Who said each part').click()
  await expect(phone.getByText(/Contacts: who gives the service, here/)).toBeVisible()
  await fair(phone)
  await shot(phone, 'who-said')
  await expect(phone.locator('.contacts').getByRole('link', { name: /21 345 6784/ })).toBeVisible()
  await open(phone, `/ar/correct/${id}`)
  await phone.getByText('هل أبلغت من قبل').click()
  await phone.getByLabel('رمزك').fill(code.toLowerCase())
  await phone.getByRole('button', { name: 'عرض' }).press('Enter')
  await expect(phone.getByText(/تم القبول/)).toBeVisible()

  // hours, languages and papers, with the keyboard
  await page.goto(`/pt/desk/upkeep/${id}`)
  await page.getByRole('button', { name: 'Mais um horário' }).press('Enter')
  const hours = page.locator('.edit-hours').last()
  await hours.getByRole('checkbox', { name: 'sex.' }).press('Space')
  await hours.getByLabel('abre às').fill('08:15')
  await page.getByRole('checkbox', { name: 'bengali' }).press('Space')
  await page.getByLabel('Papéis a levar').fill('Passaporte\nComprovativo de morada')
  await page.getByLabel('Só com marcação?').selectOption('não')
  await page.getByLabel('Porquê?').fill('mudou o horário')
  await fair(page)
  await shot(page, 'edit-hours')
  await page.getByRole('button', { name: 'Guardar' }).press('Enter')
  await expect(page.getByText('Guardado, e já está na página.')).toBeVisible()
  const changed = (await (await page.request.get(`/api/services/${id}`)).json()) as {
    schedules: { byday: string; opens_at: string; closes_at: string }[]
    languages: { code: string }[]
    required_documents: { document: string }[]
  }
  expect(changed.schedules.at(-1)).toMatchObject({ byday: 'MO,TU,WE,TH', opens_at: '08:15', closes_at: '17:00' })
  expect(changed.languages.map(({ code }) => code)).toContain('bn')
  expect(changed.required_documents.map(({ document }) => document)).toEqual(['Passaporte', 'Comprovativo de morada'])

  // the organization and its places too
  await page.goto('/pt/desk/upkeep')
  await page
    .getByRole('link', { name: /^Conselho Português/ })
    .first()
    .press('Enter')
  await page.getByLabel('Outro nome ou sigla').fill('CPR!')
  await page.getByLabel('Porquê?').fill('sigla')
  await fair(page)
  await page.getByRole('button', { name: 'Guardar' }).press('Enter')
  await expect(page.getByText('Guardado, e já está na página.')).toBeVisible()
  await page.getByRole('button', { name: 'Voltar atrás' }).first().press('Enter')
  await expect(page.getByText('desfeito')).toBeVisible()

  // a look at it is kept for who looks next
  await page.goto(`/pt/desk/upkeep/${id}`)
  await page.getByLabel('O que encontrou').selectOption('no_answer')
  await page.getByLabel(/O que convém saber/).fill('às segundas ninguém atende')
  await page.getByRole('button', { name: 'Registar' }).press('Enter')
  await expect(page.getByText('Registado.')).toBeVisible()
  await expect(page.getByText('confirmou aqui')).toBeVisible()
  await fair(page)
  await shot(page, 'verifications')

  // and all of it can be taken back
  for (const reason of ['mudou o horário', 'um leitor avisou']) {
    const edit = page.locator('.desk-history > li', { hasText: reason })
    await edit.getByRole('button', { name: 'Voltar atrás' }).press('Enter')
    await expect(edit.filter({ hasText: 'desfeito' })).toBeVisible()
  }
  await open(phone, `/en/services/${id}`)
  await expect(phone.getByText('New telephone number')).toHaveCount(0)
  await reader.close()
  await desk.close()
})

test('a new organization takes two of the national team', async ({ browser }) => {
  const name = `Associação Inventada ${Date.now()}`
  const one = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const two = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const elisa = await signedIn(one, /Elisa/)
  await elisa.goto('/pt/desk/upkeep')
  await elisa.getByText('Nova organização').click()
  await elisa.getByLabel('Nome', { exact: true }).fill(name)
  await elisa.getByLabel('O que é').fill('Só existe nesta prova.')
  await elisa.getByLabel('Porquê?').fill('pedida por carta')
  await elisa.getByRole('button', { name: 'Propor' }).press('Enter')
  await expect(elisa.getByText('Guardado: espera que outra pessoa confirme.')).toBeVisible()
  await elisa.reload()
  await expect(elisa.getByText('É seu: outra pessoa tem de confirmar.')).toBeVisible()
  await expect(elisa.getByRole('button', { name: 'Confirmar' })).toHaveCount(0)
  await fair(elisa)

  const helena = await signedIn(two, /Helena/)
  await helena.goto('/pt/desk/upkeep')
  await expect(helena.getByText(name)).toBeVisible()
  await fair(helena)
  await shot(helena, 'upkeep-two')
  await helena.getByRole('button', { name: 'Confirmar' }).press('Enter')
  await expect(helena.getByText(name)).toHaveCount(0)
  const { contents } = (await (
    await helena.request.get(`/api/organizations?search=${encodeURIComponent(name)}&per_page=1`)
  ).json()) as { contents: { id: string; name: string }[] }
  expect(contents[0]?.name).toBe(name)
  await open(helena, `/uk/organizations/${contents[0]?.id}`)
  await expect(helena.locator('h1')).toHaveText(name)
  await one.close()
  await two.close()
})

test('two organizations that are the same are made one, and two again', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const elisa = await signedIn(context, /Elisa/)
  const helena = await signedIn(await browser.newContext(), /Helena/)
  const site = `https://iguais-${Date.now()}.example/`
  for (const name of ['Casa dos Iguais', 'Casa dos Iguais (Lisboa)']) {
    await elisa.goto('/pt/desk/upkeep')
    await elisa.getByText('Nova organização').click()
    await elisa.getByLabel('Nome', { exact: true }).fill(name)
    await elisa.getByLabel('O que é').fill('Só existe nesta prova.')
    await elisa.getByLabel('Site (https)').fill(site)
    await elisa.getByLabel('Porquê?').fill('duas vezes a mesma')
    await elisa.getByRole('button', { name: 'Propor' }).press('Enter')
    await expect(elisa.getByText('Guardado: espera que outra pessoa confirme.')).toBeVisible()
    await helena.goto('/pt/desk/upkeep')
    await helena.getByRole('button', { name: 'Confirmar' }).press('Enter')
    await expect(helena.getByText('duas vezes a mesma')).toHaveCount(0)
  }

  // the program finds them by itself
  const pair = elisa.locator('.desk-item', { hasText: 'Casa dos Iguais (Lisboa)' }).filter({ hasText: 'o mesmo site' })
  await expect(async () => {
    await elisa.goto('/pt/desk/upkeep')
    await expect(pair).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 60_000 })
  await fair(elisa)
  await shot(elisa, 'duplicates')
  const keeps = ((await pair.locator('.desk-item-name bdi').first().textContent()) ?? '').includes('Lisboa') ? 1 : 2
  const found = async (name: string) => {
    const answer = await elisa.request.get(`/api/organizations?search=${encodeURIComponent(name)}&per_page=50`)
    const { contents } = (await answer.json()) as { contents: { id: string; name: string }[] }
    return contents.find((each) => each.name === name)?.id ?? ''
  }
  const gone = await found('Casa dos Iguais')
  const stays = await found('Casa dos Iguais (Lisboa)')
  await pair.getByLabel(/Porque são o mesmo/).fill('telefonei: é uma só')
  await pair.getByRole('button', { name: `fica o ${keeps}` }).press('Enter')
  const proposed = (page: Page) =>
    page.getByRole('region', { name: /^Propostas à espera/ }).locator('.desk-item', { hasText: 'Casa dos Iguais' })
  await expect(proposed(elisa)).toContainText('outra pessoa tem de confirmar')
  await shot(elisa, 'proposals')
  const confirmed = async () => {
    await helena.goto('/pt/desk/upkeep')
    await proposed(helena).getByRole('button', { name: 'Confirmar' }).press('Enter')
    await expect(proposed(helena)).toHaveCount(0)
    await elisa.goto('/pt/desk/upkeep')
  }
  await confirmed()
  await expect(pair).toHaveCount(0)

  // a reader with the old address comes to the one that stayed
  await open(helena, `/uk/organizations/${gone}`)
  await expect(helena).toHaveURL(new RegExp(`/uk/organizations/${stays}$`))
  await expect(helena.locator('h1')).toHaveText('Casa dos Iguais (Lisboa)')

  await elisa.getByText('O que foi juntado').click()
  await elisa.getByRole('button', { name: 'Voltar atrás: Casa dos Iguais' }).press('Enter')
  await expect(proposed(elisa)).toContainText('Separar de novo')
  await confirmed()
  await elisa.getByText('O que foi juntado').click()
  await expect(elisa.getByText('desfeito')).toBeVisible()
  await fair(elisa)
  await shot(elisa, 'merged')
  await open(helena, `/uk/organizations/${gone}`)
  await expect(helena.locator('h1')).toHaveText('Casa dos Iguais')
  await context.close()
})

test('the national team sees what is missing, unlocks, and mends a word', async ({ browser }) => {
  const elisa = await signedIn(await browser.newContext({ viewport: { width: 360, height: 740 } }), /Elisa/)
  const helena = await signedIn(await browser.newContext(), /Helena/)
  await elisa.goto('/pt/desk/upkeep')
  await elisa.getByLabel('Palavras do nome').fill('jurídico')
  await elisa.getByRole('button', { name: 'Procurar', exact: true }).press('Enter')
  await elisa.getByRole('region', { name: 'Procurar o que se quer mudar' }).getByRole('link').first().press('Enter')
  const name = (await elisa.locator('h2').first().textContent()) ?? ''
  await elisa.getByLabel('Aviso importante', { exact: true }).fill('Fechado dia 24')
  await elisa.getByLabel('Porquê?').fill('aviso da rede')
  await elisa.getByText('Trancar o que muda até').first().click()
  await elisa.locator('input[type=date]').fill('2031-01-01')
  await elisa.getByRole('button', { name: 'Guardar' }).press('Enter')
  await expect(elisa.getByText('espera que outra pessoa confirme')).toBeVisible()
  await helena.goto('/pt/desk/upkeep')
  await helena.locator('.desk-item', { hasText: 'aviso da rede' }).getByRole('button', { name: 'Confirmar' }).press('Enter')
  await expect(helena.getByText('aviso da rede')).toHaveCount(0)

  await elisa.goto('/pt/desk/oversight')
  const held = elisa.locator('summary', { hasText: name })
  await expect(held).toBeVisible()
  await expect(elisa.locator('summary', { hasText: 'Número europeu de emergência 112' })).toBeVisible()
  await held.click()
  const lock = elisa.locator('.desk-item', { hasText: 'aviso da rede' })
  await fair(elisa)
  await shot(elisa, 'oversight')
  await lock.getByLabel('Porque se destranca?').fill('já passou')
  await lock.getByRole('button', { name: 'Destrancar' }).press('Enter')
  await expect(lock.getByText('Proposto: espera que outra pessoa confirme.')).toBeVisible()
  await helena.goto('/pt/desk/upkeep')
  await helena.locator('.desk-item', { hasText: 'já passou' }).getByRole('button', { name: 'Confirmar' }).press('Enter')
  await expect(helena.getByText('já passou')).toHaveCount(0)
  await elisa.goto('/pt/desk/oversight')
  await expect(elisa.getByRole('region', { name: /^Campos trancados/ })).toBeVisible()
  await expect(held).toHaveCount(0)

  const words = elisa.getByRole('region', { name: /^Palavras por que/ })
  await words.locator('summary').first().click()
  await words.getByRole('link').first().press('Enter')
  await settled(elisa)
  await elisa.getByLabel('Nome (inglês)').fill('A better word')
  await elisa.getByLabel('Porquê?').fill('mais claro')
  await fair(elisa)
  await elisa.getByRole('button', { name: 'Guardar' }).press('Enter')
  await expect(elisa.getByText('espera que outra pessoa confirme')).toBeVisible()
  await elisa.reload()
  await settled(elisa)
  await elisa.goto('/pt/desk/upkeep')
  await elisa.locator('.desk-item', { hasText: 'mais claro' }).getByRole('button', { name: 'Rejeitar' }).press('Enter')
  await expect(elisa.getByText('mais claro')).toHaveCount(0)
})
