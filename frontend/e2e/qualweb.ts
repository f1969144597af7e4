import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { QualwebPage } from '@qualweb/core/lib'
import type { Assertion, EvaluationReport, TestResult } from '@qualweb/core/evaluation'
import type { Page } from './desk'

// they can be required only, not imported
const require = createRequire(import.meta.url)
const { ACTRules } = require('@qualweb/act-rules') as typeof import('@qualweb/act-rules')
const { WCAGTechniques } = require('@qualweb/wcag-techniques') as typeof import('@qualweb/wcag-techniques')

const textOf = (name: string): string => readFileSync(require.resolve(name), 'utf8')

/** What QualWeb's rules use in a page, in this order. */
const GROUND = ['@qualweb/qw-page', '@qualweb/util', '@qualweb/locale'].map(textOf)

type Level = 'A' | 'AA' | 'AAA'

/** What one page looks like to QualWeb. */
export interface Evaluation {
  /** Rules of WCAG level A or AA that some element breaks, each with the first such element. */
  broken: string[]
  /** From 1 to 10, over the rules of all three levels; see `scoreOf`. */
  score: number
  /** How many rules found something to look at; a page where nothing was looked at proves nothing. */
  applied: number
}

/** Our page as QualWeb's modules know theirs: only what they call. Scripts are put in past the page's policy of content. */
const asTheirs = (page: Page) =>
  ({
    addEvaluationScript: (name: string) => page.evaluate(textOf(name)),
    evaluate: (run: unknown, ...values: unknown[]) =>
      page.evaluate(`(${run})(${values.map((value) => JSON.stringify(value) ?? 'undefined').join()})`),
    getViewport: () => page.viewportSize(),
    setViewport: ({ resolution }: { resolution: { width: number; height: number } }) => page.setViewportSize(resolution),
  }) as unknown as QualwebPage

/** Where QualWeb is wrong about a page of ours, and why. Each is of one technique and of elements that a selector names. */
const MISTAKEN = [
  // it asks links of a closed list of languages whether they can have the focus; what is not shown cannot
  { code: 'QW-WCAG-T24', selector: 'details:not([open]) *' },
  // one way to label a box is a label above it; on a phone this one is labelled by the button beside it (G167), and by a hidden label
  { code: 'QW-WCAG-T17', selector: '.search-compact input' },
  // pixels of a drawing grow and shrink with it
  { code: 'QW-WCAG-T28', selector: 'svg .map-count' },
]

/** One rule that found something to look at. */
interface Decided {
  rule: Assertion
  kept: number
  /** Elements that break it, but for those about which it is mistaken. */
  broken: TestResult[]
}

async function decide(page: Page, rule: Assertion): Promise<Decided> {
  const failed = rule.results.filter(({ verdict }) => verdict === 'failed')
  const selectors = MISTAKEN.filter(({ code }) => code === rule.code).map(({ selector }) => selector)
  if (failed.length === 0 || selectors.length === 0) return { rule, kept: rule.metadata.passed, broken: failed }
  const mistaken = await page.evaluate(
    ([pointers, excused]) => pointers.map((pointer) => document.querySelector(pointer)?.matches(excused) ?? false),
    [failed.map(({ elements }) => elements[0]?.pointer ?? 'none'), selectors.join()] as const,
  )
  return { rule, kept: rule.metadata.passed, broken: failed.filter((_, at) => !mistaken[at]) }
}

/**
 * Runs QualWeb's ACT rules and WCAG techniques in the page as it stands. QualWeb's own `evaluate` opens an address in a browser of its own
 * and does not wait until the page has come, so its modules are given ours.
 */
export async function evaluate(page: Page): Promise<Evaluation> {
  const sourceHtml = await (await page.request.get(page.url())).text()
  for (const script of GROUND) await page.evaluate(script)
  const assertions: Assertion[] = []
  for (const module of [new WCAGTechniques({}), new ACTRules({})]) {
    const report = await module.execute(asTheirs(page), 'en', { sourceHtml })
    assertions.push(...Object.values((report as EvaluationReport).assertions))
  }
  const rules = assertions.filter(isOfWcag).filter(({ metadata }) => /^(passed|failed)$/.test(metadata.outcome))
  const decided = await Promise.all(rules.map((rule) => decide(page, rule)))
  return {
    broken: decided.filter(({ rule, broken }) => broken.length > 0 && levelOf(rule) !== 'AAA').map(complaint),
    score: scoreOf(decided),
    applied: decided.length,
  }
}

const isOfWcag = (rule: Assertion): boolean => rule.metadata['success-criteria'].length > 0

/** The strictest promise that a rule is part of: A before AA before AAA. */
function levelOf(rule: Assertion): Level {
  const levels = rule.metadata['success-criteria'].map(({ level }) => level as Level)
  return levels.includes('A') ? 'A' : levels.includes('AA') ? 'AA' : 'AAA'
}

function complaint({ rule, broken }: Decided): string {
  const where = broken[0]?.elements[0]
  return `${rule.code} ${rule.name}: ${broken[0]?.description} ${where?.pointer ?? ''} ${where?.htmlCode?.slice(0, 200) ?? ''}`
}

const WORTH: Record<Level, number> = { A: 0.9, AA: 0.5, AAA: 0.1 }

/**
 * A score from 1 to 10 by the formula of AccessMonitor: the mean of the marks of all rules that applied, weighted by P = C · V.
 * V is 0.9, 0.5 or 0.1 for level A, AA or AAA, and 0.1 more for a rule of several criteria. A rule that is kept has 10; one that is broken has
 * 3 · (1 − broken / looked at), at least 1. Source: C. Benavidez, "Libro Blanco de eXaminator" (2012), as published by AccessMonitor's makers:
 * https://github.com/unidade-acesso/unidade-acesso.github.io/blob/main/_posts/2021-02-24-accessmonitor-score.md
 *
 * It is not AccessMonitor's own figure: AccessMonitor has a table of its tests with a mark and a confidence C for each, QualWeb's rules have none,
 * so C is 1 here and the mark of the book's example stands for every rule. Whether a rule of A or AA is broken does not depend on it.
 */
function scoreOf(decided: readonly Decided[]): number {
  let marks = 0
  let weights = 0
  for (const { rule, kept, broken } of decided) {
    const weight = WORTH[levelOf(rule)] + (rule.metadata['success-criteria'].length > 1 ? 0.1 : 0)
    const mark = broken.length === 0 ? 10 : Math.max(1, 3 * (1 - broken.length / (kept + broken.length)))
    marks += mark * weight
    weights += weight
  }
  return weights === 0 ? 0 : marks / weights
}
