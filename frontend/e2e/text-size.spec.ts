import { everyKindOfPage, expect, open, type Page, test } from './desk'

test.describe.configure({ timeout: 300_000 })

/**
 * The reader's own text size, as set in the browser (`defaultFontSize` of Blink): it moves `rem` and also the `rem` of media queries, which a
 * larger `html { font-size }` would not. A zoom or `--force-device-scale-factor` would make the screen smaller instead.
 */
const SIZES = [130, 150, 200]

/** What does not fit: wider than the screen, cut by a box of its own, or out of the header. */
const misfits = (page: Page) =>
  page.evaluate(() => {
    const wide = document.documentElement.clientWidth
    const said: string[] = []
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${element.textContent?.trim().slice(0, 40)}"`
    if (document.documentElement.scrollWidth > wide) said.push(`the document is ${document.documentElement.scrollWidth} px wide`)
    const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX)
    // what is there for screen readers only
    const unseen = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).clipPath === 'inset(50%)' || unseen(element.parentElement))
    for (const element of document.body.querySelectorAll('*')) {
      // an icon or a map is a picture: only words are cut
      if (
        // what sticks out of `main` is looked at by itself, and notes for screen readers may
        element.tagName === 'MAIN' ||
        element.closest('svg, .skip') ||
        unseen(element) ||
        !element.checkVisibility() ||
        element.textContent?.trim() === ''
      )
        continue
      const box = element.getBoundingClientRect()
      if (box.width === 0) continue
      let around = element.parentElement
      while (around && !scrolls(around)) around = around.parentElement
      if (!around && (box.left < -1 || box.right > wide + 1)) said.push(`out of the screen: ${name(element)}`)
      const style = getComputedStyle(element)
      const cuts = /hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1
      const cutsBelow = /hidden|clip/.test(style.overflowY) && element.scrollHeight > element.clientHeight + 1
      if ((cuts || cutsBelow) && style.getPropertyValue('-webkit-line-clamp') === 'none' && style.display !== 'inline')
        said.push(`cut: ${name(element)}`)
    }
    const header = document.querySelector('header.top')
    for (const part of header?.querySelectorAll('a, summary, button') ?? []) {
      const inside = part.getBoundingClientRect()
      const outside = header?.getBoundingClientRect()
      if (part.checkVisibility() && !part.closest('.languages ul') && outside && inside.bottom > outside.bottom + 1)
        said.push(`below the header: ${name(part)}`)
    }
    return [...new Set(said)].slice(0, 8)
  })

for (const size of SIZES) {
  for (const language of ['uk', 'ar'] as const) {
    test(`everything fits at ${size} % text in ${language}`, async ({ playwright, launchOptions, baseURL, request }) => {
      // Blink takes whole pixels
      const pixels = Math.ceil((16 * size) / 100)
      const browser = await playwright.chromium.launch({
        ...launchOptions,
        args: [...(launchOptions.args ?? []), `--blink-settings=defaultFontSize=${pixels}`],
      })
      try {
        const page = await browser.newPage({ baseURL, viewport: { width: 360, height: 760 } })
        for (const [kind, path] of Object.entries(await everyKindOfPage(request))) {
          await open(page, `/${language}${path}`)
          if (kind === 'home')
            // the page's own root is 106.25 % of it
            expect(await page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))).toBeCloseTo(
              pixels * 1.0625,
            )
          expect.soft(await misfits(page), `${kind} in ${language} at ${size} %`).toEqual([])
        }
      } finally {
        await browser.close()
      }
    })
  }
}
