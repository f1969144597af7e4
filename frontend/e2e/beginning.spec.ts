import { expect, type Page, test } from '@playwright/test'

/** What a page shows before any script runs: to robots, on old devices, and for the seconds until the scripts are there. */
test.use({ javaScriptEnabled: false })

interface Listed {
  id: string
  name: string
  organization?: { id: string; name: string }
  contact_phone?: { number: string; uri: string }
}

async function services(page: Page, query: string): Promise<Listed[]> {
  const answer = await page.request.get(`/api/services?${query}`)
  return ((await answer.json()) as { contents: Listed[] }).contents
}

test('twenty services name themselves and say whom to call', async ({ page }) => {
  const listed = await services(page, 'taxonomy_term_id=health&status=active&per_page=20&lang=pt,en')
  expect(listed.length).toBe(20)
  for (const service of listed) {
    await page.goto(`/pt/services/${service.id}`)
    const sensitive = (await page.title()) === 'Balcão'
    if (sensitive) continue
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(service.name)
    if (service.contact_phone) await expect(page.locator(`main a[href="${service.contact_phone.uri}"]`)).toBeVisible()
    const data: unknown = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '{}')
    expect(data).toMatchObject({ '@context': 'https://schema.org', name: service.name })
  }
})

test('a list has its services, each with the way to its page', async ({ page }) => {
  await page.goto('/ar/services?need=health')
  const items = page.locator('main .service-list > li')
  await expect(items).toHaveCount(20)
  const name = await items.first().getByRole('heading', { level: 2 }).innerText()
  await items.first().getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
})

test('other languages are the same page there', async ({ page }) => {
  await page.goto('/pt/services?need=health&utm=x')
  await expect(page.locator('.languages a[lang="uk"]')).toHaveAttribute('href', '/uk/services?need=health')
  const [service] = await services(page, 'taxonomy_term_id=health&per_page=1')
  await page.goto(`/pt/services/${service?.id}`)
  await expect(page.locator('.languages a[lang="ar"]')).toHaveAttribute('href', `/ar/services/${service?.id}`)
})

test('a search box without script leads to a page that searches once it can', async ({ page }) => {
  await page.goto('/pt/services')
  await page.getByRole('searchbox').or(page.getByRole('combobox')).first().fill('dentista')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/pt\/services\?search=dentista$/)
})

for (const address of ['/pt/services?need=violence', '/uk/services?need=violence.domestic'])
  test(`${address} shows nothing before its way out is there`, async ({ page }) => {
    await page.goto(address)
    await expect(page.locator('main .service-list')).toHaveCount(0)
  })

for (const [address, heading] of [
  ['/pt/eligibility', 'O que posso pedir?'],
  ['/pt/18-months', 'Os 18 meses de apoio'],
  ['/pt/centres', 'Tudo num só lugar'],
  ['/pt/about-data', 'Sobre os dados'],
] as const)
  test(`${address} says what it is about`, async ({ page }) => {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
  })
