import { expect, open, type Page, serviceCalled, test } from './desk'

/** What a screen reader is told of a page; what is read first comes first. */
const treeOf = (page: Page) => page.locator('body').ariaSnapshot()

const lines = (tree: string, start: RegExp): string[] => tree.split('\n').filter((line) => start.test(line))

/** What holds for every page: one first heading, four landmarks, no list of nothing, no link that is only a number. */
async function isSound(page: Page) {
  const tree = await treeOf(page)
  expect(lines(tree, /heading .*\[level=1\]/), 'first headings').toHaveLength(1)
  for (const landmark of ['banner', 'main', 'contentinfo']) await expect(page.getByRole(landmark as 'main')).toHaveCount(1)
  await expect(page.getByRole('contentinfo').getByRole('navigation')).toHaveCount(1)
  const empty = await page.evaluate(() =>
    [...document.querySelectorAll('ul:not(:has(li)), ol:not(:has(li))')].map((list) => list.outerHTML),
  )
  expect(empty, 'lists of nothing').toEqual([])
  const named = lines(tree, /- link\b/)
  expect(named.length).toBeGreaterThan(5)
  // 112 is the name of whom it calls
  expect(
    named.filter((line) => /- link( "[\d\s+()/.-]*")?:?$/.test(line) && !line.includes('"112"')),
    'links without a name',
  ).toEqual([])
  return tree
}

/** In the order in which they are read. */
function inOrder(tree: string, ...parts: RegExp[]) {
  const at = parts.map((part) => tree.search(part))
  expect(
    at.every((place) => place >= 0),
    `${parts.join(' → ')} in\n${tree}`,
  ).toBe(true)
  expect(
    [...at].sort((one, other) => one - other),
    parts.join(' → '),
  ).toEqual(at)
}

test('a list of services is read as headings with whom each number calls', async ({ page }) => {
  await open(page, '/pt/services?need=housing')
  const tree = await isSound(page)
  inOrder(tree, /heading .*\[level=1\]/, /heading .*\[level=2\]/, /- contentinfo/)
  const calls = await page.locator('main a[href^="tel:"]').all()
  expect(calls.length).toBeGreaterThan(0)
  const titles = await page.locator('.service-list h2').allInnerTexts()
  for (const call of calls) {
    const said = (await call.textContent())?.trim() ?? ''
    expect(
      titles.some((title) => said.startsWith(title.trim())),
      `${said} begins with the service it calls`,
    ).toBe(true)
  }
})

test('a service is read as its name, how to call it, and when it is open', async ({ page, request }) => {
  await open(page, `/pt/services/${await serviceCalled(request, 'National Social Emergency Line')}`)
  const name = (await page.locator('h1').innerText()).trim()
  const tree = await isSound(page)
  inOrder(tree, /heading .*\[level=1\]/, /link ".*144"/, /Aberto|Abert|Fechado|24 horas/)
  await expect(page.getByRole('link', { name: new RegExp(`^Ligar ${name}: 144`) })).toHaveCount(1)
  await expect(page.locator('.contacts').getByRole('link', { name: `${name}: 144` })).toHaveCount(1)
})

test('a question about rights is read as a question with its answers', async ({ page }) => {
  await open(page, '/pt/eligibility')
  await isSound(page)
  await expect(page.locator('main').ariaSnapshot()).resolves.toMatch(/group|radiogroup|button/)
})
