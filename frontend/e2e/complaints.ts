import AxeBuilder from '@axe-core/playwright'
import type { Page } from './desk'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe looks at by default: everything that WCAG 2.2 AA and good practice ask. */
export const everything = (page: Page): AxeBuilder => new AxeBuilder({ page }).withTags(RULES)

/** Each thing that keeps somebody out of a page, in words. */
export async function complaints(page: Page, builder = everything(page)): Promise<string[]> {
  const { violations } = await builder.analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary}`))
}
