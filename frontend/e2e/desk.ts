import { type APIRequestContext, test as base, expect, type Page } from '@playwright/test'

export { expect, type Page }

export const LANGUAGES = ['pt', 'en', 'fr', 'es', 'uk', 'ar', 'ru', 'hi', 'bn', 'ne', 'ur', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]

/** Every walk fails when a page asks anything of another host, or when a script of ours breaks. */
export const test = base.extend<{ quiet: undefined; elsewhere: RegExp | undefined }>({
  /** The one other site that a walk may go to. */
  elsewhere: [undefined, { option: true }],
  quiet: [
    async ({ context, baseURL, elsewhere: allowed }, use) => {
      const home = new URL(baseURL ?? '').origin
      const elsewhere: string[] = []
      const broken: string[] = []
      context.on('request', (request) => {
        if (/^(https?|wss?):/.test(request.url()) && new URL(request.url()).origin !== home && !allowed?.test(request.url()))
          elsewhere.push(request.url())
      })
      context.on('weberror', (error) => broken.push(error.error().message))
      await use(undefined)
      expect(elsewhere, 'requests to another host').toEqual([])
      expect(broken, 'errors on a page').toEqual([])
    },
    { auto: true },
  ],
})

/** The page stands when its heading does and nothing is still on its way. */
export async function settled(page: Page) {
  await expect(page.locator('main h1')).toBeVisible()
  await expect(page.locator('main .face-loading')).toHaveCount(0)
}

export async function open(page: Page, path: string) {
  await page.goto(path)
  await settled(page)
}

/** Goes on with Tab until the wanted thing has the focus; whoever never arrives cannot use the page. */
export async function tabTo(page: Page, css: string) {
  const wanted = page.locator(css).first()
  await expect(wanted).toBeVisible()
  for (let pressed = 0; pressed < 80; pressed++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${css}`)
}

async function first(request: APIRequestContext, path: string): Promise<string> {
  let id = ''
  // just after its start the product has no index yet, and finds less
  await expect
    .poll(
      async () => {
        const answer = await request.get(`/api${path}`)
        expect(answer.ok(), path).toBe(true)
        const { contents } = (await answer.json()) as { contents: { id: string }[] }
        id = contents[0]?.id ?? ''
        return contents.length
      },
      { message: `${path} finds something`, timeout: 30_000 },
    )
    .toBeGreaterThan(0)
  return id
}

export const serviceCalled = (request: APIRequestContext, name: string) =>
  first(request, `/services?search=${encodeURIComponent(name)}&lang=en&per_page=1`)

/** A service that takes requests. */
export async function taking(request: APIRequestContext): Promise<string> {
  const [intake] = (await (await request.get('/api/intakes')).json()) as { service_id: string }[]
  return intake?.service_id ?? ''
}

/** One address of each kind of page, as the directory has them today. */
export async function everyKindOfPage(request: APIRequestContext): Promise<Record<string, string>> {
  const [service, manyDoors, gone, organization, location, centre] = await Promise.all([
    serviceCalled(request, 'National Social Emergency Line'),
    serviceCalled(request, 'AIMA shops'),
    first(request, '/services?status=inactive&per_page=1'),
    first(request, '/organizations?search=JRS&per_page=1'),
    first(request, '/locations?search=AIMA&per_page=1'),
    first(request, '/locations?one_stop_centre=true&per_page=1'),
  ])
  return {
    home: '/',
    results: '/services',
    need: '/services?need=housing',
    'need that can betray': '/services?need=violence',
    filtered: '/services?search=apoio&place=11&language=pt&delivery_mode=in_person&free=true',
    map: '/services?need=legal&view=map',
    nothing: '/services?search=zzzzqqqq&open=now',
    service: `/services/${service}`,
    'service with many doors': `/services/${manyDoors}`,
    'service that is gone': `/services/${gone}`,
    organization: `/organizations/${organization}`,
    district: '/places/11',
    municipality: '/places/1106',
    location: `/locations/${location}`,
    'one-stop centre': `/locations/${centre}`,
    centres: '/centres',
    'what can I get': '/eligibility',
    'the 18 months': '/18-months',
    'ask to be contacted': `/ask/${await taking(request)}`,
    'what is wrong': `/correct/${service}`,
    'a feed checked': '/check-feed',
    'my list': '/saved',
    'my request': '/my-request',
    'the desk': '/desk',
    'where the desk begins': '/desk/start',
    'listings of a partner': '/desk/listings',
    'keeping listings true': '/desk/upkeep',
    'what is missing': '/desk/oversight',
    'how requests go': '/figures',
    'about the data': '/about-data',
    'accessibility statement': '/accessibility',
    'not found': '/no-such-page',
  }
}
