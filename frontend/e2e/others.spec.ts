import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'

/** What others build on us: a box to search on their page, and a copy that stays equal. */

test('a box to search stands on a page of somebody else', async ({ page, baseURL }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).origin))
  // another origin of this machine: the outside may not ask the inside
  const partner = createServer((_, answer) => {
    answer.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; script-src ${baseURL}; connect-src ${baseURL}`,
    })
    answer.end(`<!doctype html><html lang="pt"><title>Parceiro</title><main><h1>Parceiro</h1>
      <script src="${baseURL}/embed.js" data-language="uk" async></script></main></html>`)
  })
  await new Promise<void>((ready) => {
    partner.listen(0, '127.0.0.1', ready)
  })
  const origin = `http://127.0.0.1:${(partner.address() as AddressInfo).port}`
  await page.goto(origin)
  // the shadow tree is closed to the page's scripts, not to people
  const box = page.locator('div[lang=uk]')
  await expect(box).toBeVisible()
  expect(asked.filter((each) => each !== new URL(baseURL ?? '').origin)).toEqual([origin])
  await box.click({ position: { x: 40, y: 50 } })
  await page.keyboard.type('SOS Voz Amiga')
  const answer = page.waitForResponse((response) => response.url().includes('/api/services?'))
  await page.keyboard.press('Enter')
  const asking = (await answer).request()
  expect((await answer).ok()).toBe(true)
  expect(asking.headers()['referer'] ?? '').toBe('')
  expect(asking.headers()).not.toHaveProperty('cookie')
  expect(await page.context().cookies()).toEqual([])
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations).toEqual([])
  await page.screenshot({ path: 'e2e/screenshots/embed.png' })
  expect(new URL(asking.url()).searchParams.get('status')).toBe('active')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await Promise.all([page.waitForURL(/\/uk\/services\/[0-9a-f-]{36}$/), page.keyboard.press('Enter')])
  expect(new Set(asked)).toEqual(new Set([origin, new URL(baseURL ?? '').origin]))
  partner.close()
})

test('a copy stays equal', async ({ request, baseURL }) => {
  const file = join(mkdtempSync(join(tmpdir(), 'balcao-mirror-')), 'copy.json')
  await expect(async () => expect((await request.get('/api/dumps')).ok()).toBe(true)).toPass()
  const mirror = () => execFileSync(process.execPath, ['../docs/examples/mirror.mjs', baseURL ?? '', file], { encoding: 'utf8' })
  const copy = () => JSON.parse(readFileSync(file, 'utf8')) as { seq: number; records: [string, Record<string, unknown>][] }
  mirror()
  const first = copy()
  expect(first.records.length).toBeGreaterThan(500)

  const { access_token: token } = await (await request.post('/api/session/development', { data: { person: 'bruno' } })).json()
  const headers = { authorization: `Bearer ${token}` }
  const source = `/api/sources/mirror-${Date.now()}`
  await request.put(source, { headers, data: { name: 'Espelho' } })
  const put = async (name: string) =>
    (await (await request.put(`${source}/services/espelho`, { headers, data: { name, status: 'active' } })).json()) as {
      record_id: string
    }
  const { record_id } = await put('Um')
  await put('Dois')
  mirror()
  const second = copy()
  expect(second.seq).toBeGreaterThan(first.seq)
  expect(new Map(second.records).get(`service/${record_id}`)?.['name']).toBe('Dois')

  // the log from its beginning says the same as the dump and what came after it
  const client = await import(`data:text/javascript,${encodeURIComponent(await (await request.get('/client.js')).text())}`)
  await expect(async () => {
    const fromTheLog = new Map()
    const seq = await client.balcao(baseURL).follow(fromTheLog, 0)
    mirror()
    const now = copy()
    expect(now.seq).toBe(seq)
    expect(Object.fromEntries(now.records)).toEqual(Object.fromEntries(fromTheLog))
  }).toPass({ timeout: 30_000 })
})

test('anybody checks their list', async ({ page }) => {
  await page.goto('/ar/about-data')
  await page.getByRole('link', { name: 'التحقق من قائمة خدمات' }).click()
  await page.getByLabel('ملف (حتى 20 ميغابايت)').setInputFiles({
    name: 'lista.jsonl',
    mimeType: 'application/x-ndjson',
    buffer: Buffer.from(
      ['active', 'actve'].map((status, at) => JSON.stringify({ kind: 'service', id: `s${at}`, name: 'Um', status })).join('\n'),
    ),
  })
  await page.getByRole('button', { name: 'تحقق من الملف' }).press('Enter')
  await expect(page.getByText('سجلان.')).toBeVisible()
  await expect(page.getByText('→ active')).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.screenshot({ path: 'e2e/screenshots/feed-check.png', fullPage: true })
  await page.getByLabel('أو عنوان (https)').fill('https://localhost/')
  await page.getByRole('button', { name: 'تحقق من العنوان' }).press('Enter')
  await expect(page.getByText('It leads to an address that is not of the public internet.')).toBeVisible()
})

test('the documentation of the API runs its own scripts, under a policy that lets nothing else run', async ({ page }) => {
  const refused: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text())
  })
  await page.goto('/api/docs/')
  await expect(page.locator('.opblock').first()).toBeVisible()
  expect(refused).toEqual([])
})
