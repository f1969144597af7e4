import { readFileSync } from 'node:fs'
import type { APIRequestContext } from '@playwright/test'
import { expect, open, type Page, settled, test } from './desk'

/** Made-up people, and what the rules of Portugal say of each on a day. */
interface Person {
  name: string
  language: string
  on: string
  facts: Record<string, string | boolean | number>
  expect: Record<string, [outcome: string, day?: string]>
}

const PEOPLE = JSON.parse(readFileSync(new URL('../../eligibility/portugal/people.json', import.meta.url), 'utf8')) as Person[]

interface Texts {
  facts: Record<string, string>
  codes: Record<string, string>
}

async function textsIn(request: APIRequestContext, language: string): Promise<Texts> {
  return (await (await request.get(`/api/eligibility/texts?lang=${language}`)).json()) as Texts
}

/** Answers each question that comes as the person would, until they have said all; what they have no answer for they leave open. */
async function answerAll(page: Page, person: Person, texts: Texts) {
  const factOf = new Map(Object.entries(texts.facts).map(([fact, text]) => [text, fact]))
  const question = page.locator('.question')
  const unsaid = new Set(Object.keys(person.facts))
  for (let before = ''; unsaid.size > 0 && (await question.count()) > 0; ) {
    const text = (await question.locator('h2').innerText()).trim()
    expect(text, 'no question comes twice in a row').not.toBe(before)
    before = text
    const fact = factOf.get(text) ?? ''
    expect(fact, text).not.toBe('')
    const answer = person.facts[fact]
    unsaid.delete(fact)
    if (answer === undefined) await question.locator('.question-skip button').first().click()
    else if (typeof answer === 'boolean')
      await question
        .locator('.choices button')
        .nth(answer ? 0 : 1)
        .click()
    else if (texts.codes[`${fact}.${answer}`])
      await question.getByRole('button', { name: texts.codes[`${fact}.${answer}`], exact: true }).click()
    else await answerDate(page, String(answer))
    await expect(question.locator('h2').filter({ hasText: text })).toHaveCount(0)
  }
}

async function answerDate(page: Page, date: string) {
  const [year = '', month, day] = date.split('-')
  await page.locator('.date-parts input').fill(year)
  if (month) await page.locator('.date-parts select').first().selectOption(month)
  if (day) await page.locator('.date-parts select').last().selectOption(day)
  await page.locator('.question form button[type=submit]').click()
}

test.describe.configure({ timeout: 60_000 })

for (const person of PEOPLE) {
  test(`${person.name}, in ${person.language}`, async ({ page, request }) => {
    const asked: string[] = []
    await page.clock.setFixedTime(new Date(`${person.on}T10:00:00Z`))
    const texts = await textsIn(request, person.language)
    await open(page, `/${person.language}/eligibility`)
    await expect(page.locator('.question')).toBeVisible()
    // the sentences in Portuguese are asked for with the page, whatever somebody answers
    await page.waitForLoadState('networkidle')
    page.on('request', (each) => asked.push(`${each.method()} ${each.url()} ${each.postData() ?? ''}`))
    await answerAll(page, person, texts)
    for (const [programme, [outcome, day]] of Object.entries(person.expect)) {
      const card = page.locator(`[data-programme="${programme}"]`)
      await expect(card, programme).toHaveAttribute('data-outcome', outcome)
      if (day) {
        const tag = { ar: 'ar-u-ca-gregory-nu-latn', en: 'en-GB' }[person.language] ?? person.language
        const words = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', timeZone: 'UTC' })
        await expect(card).toContainText(words.format(new Date(day)))
      }
    }
    await expect(page.locator('main a[href="tel:112"]').first()).toBeVisible()
    await expect(page.locator('main a[href="tel:144"]').first()).toBeVisible()
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0)
    expect(asked, 'requests while somebody answers').toEqual([])
    expect(page.url()).toMatch(/\/eligibility$/)
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length), 'kept on the device').toBe(0)
    await page.screenshot({
      path: `e2e/screenshots/eligibility-${person.name.replaceAll(' ', '-')}-${person.language}.png`,
      fullPage: true,
    })
  })
}

test('everything is worked out without a network, kept only if asked for, and erased by one button', async ({
  page,
  context,
  request,
}) => {
  const texts = await textsIn(request, 'ar')
  await open(page, '/ar/eligibility')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.reload()
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
  await page.reload()
  await expect(page.locator('.question')).toBeVisible()
  await context.setOffline(true)
  await page.reload()
  await settled(page)
  const [, , relocated] = PEOPLE as [Person, Person, Person]
  await answerAll(page, { ...relocated, language: 'ar' }, texts)
  await expect(page.locator('[data-programme="support-18-months"]')).toHaveAttribute('data-outcome', 'yes-until')

  await page.locator('.keep input').check()
  await page.reload()
  await expect(page.locator('[data-programme="support-18-months"]')).toHaveAttribute('data-outcome', 'yes-until')
  await page.locator('.privacy button').first().click()
  await expect(page.locator('[data-programme]')).toHaveCount(0)
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
  await page.reload()
  await expect(page.locator('.question')).toBeVisible()
  await expect(page.locator('[data-programme]')).toHaveCount(0)
})

for (const [arrival, last, stored] of [
  ['2024-08-31', '28 February 2026', '20260228'],
  ['2024-02-29', '29 August 2025', '20250829'],
] as const) {
  test(`18 months from ${arrival}: the last day on the page and in the calendar`, async ({ page }) => {
    await page.clock.setFixedTime(new Date('2024-12-01T10:00:00Z'))
    await open(page, '/en/18-months')
    await page.locator('.question > .field select').selectOption('resettlement')
    const [year = '', month = '', day = ''] = arrival.split('-')
    await page.locator('.date-parts input').fill(year)
    await page.locator('.date-parts select').first().selectOption(month)
    await page.locator('.date-parts select').last().selectOption(day)
    await expect(page.locator('.notice-title')).toHaveText(`Last day: ${last}`)
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: /calendar/i }).click()
    const calendar = readFileSync(await (await downloading).path(), 'utf8').replaceAll('\r\n ', '')
    expect(calendar).toContain(`DTSTART;VALUE=DATE:${stored}\r\nDTEND`)
    expect(calendar.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThanOrEqual(6)
    expect(calendar).not.toMatch(/DTSTART[^:]*:\d+T/)
  })
}

test.describe('when the clocks change', () => {
  for (const [moment, day] of [
    ['2026-03-29T00:30:00Z', '29 March 2026'], // half past midnight in Lisbon, an hour before summer time begins
    ['2026-10-24T23:30:00Z', '25 October 2026'], // half past midnight in Lisbon, an hour and a half before it ends
  ] as const) {
    test(`the last day is still the last day at ${moment}`, async ({ page }) => {
      await page.clock.setFixedTime(new Date(moment))
      const lastDay = new Date(moment.includes('03-29') ? '2026-03-29' : '2026-10-25')
      const arrival = new Date(Date.UTC(lastDay.getUTCFullYear() - 2, lastDay.getUTCMonth() + 6, lastDay.getUTCDate()))
      await open(page, '/en/18-months')
      await page.locator('.question > .field select').selectOption('resettlement')
      await page.locator('.date-parts input').fill(String(arrival.getUTCFullYear()))
      await page
        .locator('.date-parts select')
        .first()
        .selectOption(String(arrival.getUTCMonth() + 1).padStart(2, '0'))
      await page.locator('.date-parts select').last().selectOption(String(arrival.getUTCDate()).padStart(2, '0'))
      await expect(page.locator('.notice-title')).toHaveText(`Last day: ${day}`)
      await expect(page.locator('.notice')).toContainText('At least 0 days left')
    })
  }
})

test('what somebody told marks services and hides some, and no request carries it', async ({ page, request }) => {
  const texts = await textsIn(request, 'en')
  await open(page, '/en/eligibility')
  await answerAll(page, { name: '', language: 'en', on: '', facts: { birth_date: '1990' }, expect: {} }, texts)
  const asked: string[] = []
  page.on('request', (each) => asked.push(`${each.url()} ${each.postData() ?? ''}`))
  await page.locator('header a').first().click()
  await page.locator('main input').first().fill('register of foreign minors')
  await page.keyboard.press('Enter')
  const minors = page.locator('.service-list > li').filter({ hasText: 'Register of foreign minors' })
  await expect(minors).toContainText('It looks as if not, from what you said')
  await page.getByRole('checkbox', { name: /Hide what seems not to be for me/ }).check()
  await expect(minors).toHaveCount(0)
  expect(asked.filter((each) => /1990|birth/.test(each))).toEqual([])
})
