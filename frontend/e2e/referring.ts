import AxeBuilder from '@axe-core/playwright'
import type { BrowserContext } from '@playwright/test'
import { expect, type Page } from './desk'

export const shot = (page: Page, name: string) =>
  page.screenshot({ path: `e2e/screenshots/referral-${name}.png`, fullPage: true })

export async function fair(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

export async function signedIn(context: BrowserContext, person: RegExp): Promise<Page> {
  const page = await context.newPage()
  await page.goto('/pt/desk')
  await page.getByRole('button', { name: person }).click()
  await expect(page.getByText('Entrou como')).toBeVisible()
  return page
}

/** A service of this organization that takes requests. */
export async function takingAt(page: Page, organization: string): Promise<string> {
  const intakes = (await (await page.request.get('/api/intakes')).json()) as { service_id: string }[]
  for (const { service_id } of intakes) {
    const service = (await (await page.request.get(`/api/services/${service_id}`)).json()) as { organization: { name: string } }
    if (service.organization.name.includes(organization)) return service_id
  }
  throw new Error(`no service of ${organization} takes requests`)
}
