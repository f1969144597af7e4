import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, preview } from 'vite'
import { complaints, everything } from './complaints'
import { test as base, expect, type Page } from './desk'

/** The page of examples is no part of the product: it is built into a folder of its own, and served from there. */
const test = base.extend<object, { examples: string }>({
  examples: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const outDir = mkdtempSync(join(tmpdir(), 'balcao-examples-'))
      const rollupOptions = { input: 'src/examples/index.html' }
      await build({ logLevel: 'warn', publicDir: false, build: { outDir, rollupOptions, manifest: false, emptyOutDir: true } })
      const server = await preview({ build: { outDir }, preview: { host: '127.0.0.1', port: 0 } })
      await use(server.resolvedUrls?.local[0] ?? '')
      await server.close()
      rmSync(outDir, { recursive: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ examples }, use) => use(examples),
})

/** The same component stands here several times, and so do its landmarks. */
const complaintsHere = (page: Page) => complaints(page, everything(page).disableRules('landmark-unique'))

async function openExamples(page: Page, language: string) {
  await page.goto(`/src/examples/?language=${language}`)
  await expect(page.locator('[data-example="Tag: a plain fact"] .tag')).toBeVisible()
  await expect(page.locator('.map-link').first()).toBeVisible()
  // what is folded away is looked at too
  await page.locator('details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')))
  await page.locator('.term').first().click()
  await expect(page.locator('.term-said')).toBeVisible()
}

test.describe.configure({ timeout: 120_000 })

for (const [how, language, colorScheme] of [
  ['in the light', 'pt', 'light'],
  ['in the dark', 'pt', 'dark'],
  ['from right to left', 'ar', 'light'],
  ['from right to left in the dark', 'ar', 'dark'],
] as const) {
  test(`no component keeps anybody out ${how}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await openExamples(page, language)
    expect(await complaintsHere(page)).toEqual([])

    const suggesting = page.locator('[data-example^="SuggestingInput"]')
    await suggesting.getByRole('combobox').pressSequentially('aul')
    await expect(suggesting.getByRole('option')).toHaveCount(3)
    expect(await complaintsHere(page), 'with suggestions').toEqual([])

    await page.locator('[data-example^="Sheet"] button').click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await complaintsHere(page), 'with the sheet').toEqual([])
  })
}

test('no component is wider than the smallest screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  for (const language of ['pt', 'ar']) {
    await openExamples(page, language)
    const tooWide = await page
      .locator('[data-example]')
      .evaluateAll((examples) =>
        examples.filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.getAttribute('data-example')),
      )
    expect(tooWide, language).toEqual([])
  }
})
