import { mkdirSync } from 'node:fs'
import { expect, type Language, open, type Page, settled, test } from './desk'

/** What a person who has just come asks, in the language they ask it in, and the way to the answer by touch. */
interface Question {
  asks: string
  language: Language
  /** The words touched, one after the other, from the home page. */
  touches: (string | RegExp)[]
  /** What the page at the end must say or offer. */
  answer: (page: Page) => Promise<void>
}

const canCall = (number: string) => async (page: Page) => {
  await expect(page.locator(`main a[href="tel:${number}"]`).first()).toBeVisible()
}
const says = (words: string | RegExp) => async (page: Page) => {
  await expect(page.locator('main').getByText(words).first()).toBeVisible()
}

const QUESTIONS: Question[] = [
  {
    asks: 'Onde renovo a minha autorização de residência?',
    language: 'pt',
    touches: ['Documentos', 'Lojas AIMA', /^Porto/],
    answer: async (page) => {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lojas AIMA')
      await expect(page.getByText('Avenida de França').first()).toBeVisible()
      await expect(
        page
          .locator('main details[open]')
          .getByRole('link', { name: /Como chegar/ })
          .first(),
      ).toBeVisible()
    },
  },
  { asks: 'Who answers the phone at AIMA?', language: 'en', touches: [], answer: canCall('+351217115000') },
  {
    asks: 'ليس لدي مكان أنام فيه الليلة',
    language: 'ar',
    touches: ['السكن', /^مأوى طارئ/, 'الخط الوطني للطوارئ الاجتماعية'],
    answer: canCall('144'),
  },
  {
    asks: 'Де мені вчити португальську?',
    language: 'uk',
    touches: [/^Вивчення португальської/, 'Курси португальської для новоприбулих (Português Língua de Acolhimento)'],
    answer: says(/португальськ/),
  },
  {
    asks: "On m'a battue. Qui appeler ?",
    language: 'fr',
    touches: [/victimes de violence/, /^Violence domestique/, 'Service d’information aux victimes de violence domestique'],
    answer: canCall('800202148'),
  },
  {
    asks: '¿Cómo consigo un número de salud?',
    language: 'es',
    touches: ['Documentos', /^Números fiscal/, 'Número de usuario de salud'],
    answer: canCall('808242424'),
  },
  {
    asks: 'Who helps me find work?',
    language: 'en',
    touches: ['Work', /^Employment office/],
    answer: says(/job|work/i),
  },
  {
    asks: 'أنا لاجئ: من يدعمني ثمانية عشر شهرًا؟',
    language: 'ar',
    touches: ['الاستقبال والتوجيه', 'التالي', 'برنامج الدعم لمدة 18 شهرًا'],
    answer: says(/18/),
  },
  {
    asks: 'Де безкоштовна юридична допомога?',
    language: 'uk',
    touches: ['Юридична допомога', 'Правова допомога – CPR'],
    answer: canCall('+351218314372'),
  },
  {
    asks: "Qui aide pour l'école de mes enfants ?",
    language: 'fr',
    touches: ['Éducation', 'Inscription à l’école des enfants migrants'],
    answer: says(/école/i),
  },
]

const SCREENSHOTS = new URL('screenshots/', import.meta.url).pathname
const README_PICTURE = new URL('../../docs/images/home.png', import.meta.url).pathname
const MOST_TOUCHES = 3

test.use({ viewport: { width: 360, height: 760 }, hasTouch: true, isMobile: true, actionTimeout: 15_000 })
test.beforeAll(() => {
  mkdirSync(SCREENSHOTS, { recursive: true })
})

test.describe('ten questions of a person who has just come, at most three touches from home', () => {
  for (const [at, { asks, language, touches, answer }] of QUESTIONS.entries()) {
    test(`${at + 1}. ${asks}`, async ({ page }) => {
      await open(page, `/${language}/`)
      let touched = 0
      for (const words of touches) {
        await page
          .locator('main a, main summary')
          .filter({ hasText: typeof words === 'string' ? new RegExp(`^\\s*${words.replace(/[()]/g, '\\$&')}\\s*$`) : words })
          .first()
          .tap()
        touched++
        await settled(page)
      }
      expect(touched).toBeLessThanOrEqual(MOST_TOUCHES)
      await answer(page)
      await page.screenshot({ path: `${SCREENSHOTS}${String(at + 1).padStart(2, '0')}-${language}.png` })
    })
  }
})

test('the picture of the README is the home page', async ({ page }) => {
  await open(page, '/pt/')
  mkdirSync(new URL('.', `file://${README_PICTURE}`).pathname, { recursive: true })
  await page.screenshot({ path: README_PICTURE })
})
