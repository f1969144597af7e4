import { everyKindOfPage, expect, LANGUAGES, open, test } from './desk'
import { evaluate } from './qualweb'

test.describe.configure({ timeout: 300_000 })

/** Portuguese and Arabic, one for each direction, on every kind of page; the others share the kinds among them. */
const WHOLE = ['pt', 'ar']
const SHARING = LANGUAGES.filter((language) => !WHOLE.includes(language))

for (const language of LANGUAGES) {
  test(`QualWeb finds no rule of A or AA broken in ${language}, and a score of 9.5 or more`, async ({ page, request }) => {
    const kinds = Object.entries(await everyKindOfPage(request))
    const share = WHOLE.includes(language) ? kinds : kinds.filter((_, at) => at % SHARING.length === SHARING.indexOf(language))
    const scores: string[] = []
    for (const [kind, path] of share) {
      await test.step(kind, async () => {
        await open(page, `/${language}${path}`)
        const { broken, score, applied } = await evaluate(page)
        scores.push(`${kind} ${score.toFixed(1)}`)
        expect.soft(broken, `${kind} in ${language}`).toEqual([])
        expect.soft(score, `${kind} in ${language}`).toBeGreaterThanOrEqual(9.5)
        expect.soft(applied, `${kind} in ${language}: rules that applied`).toBeGreaterThan(10)
      })
    }
    test.info().annotations.push({ type: 'scores', description: scores.join(', ') })
  })
}
