import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'puppeteer-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The rules that hold for every page: WCAG 2.2 A and AA, and what axe-core calls best practice. */
export const heldTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] as const

/** What axe-core finds on a page as it is shown, by rules with these tags: `color-contrast: .body …`. */
export async function axeFindings(page: Page, tags: readonly string[] = heldTags): Promise<string[]> {
  return (await findingsByRule(page, tags)).map(({ text }) => text)
}

/** A rule that a page breaks: `color-contrast: .body …`. */
export interface AxeFinding {
  text: string
  /** Whether the rule has one of `heldTags`, and is not on trial. */
  held: boolean
}

/** What axe-core finds on a page as it is shown, by rules with these tags. */
export async function findingsByRule(page: Page, tags: readonly string[]): Promise<AxeFinding[]> {
  // Evaluated by the browser's tools, so the page's policy lets it be.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe)
  const run = `axe.run(document, { runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] })`
  const { violations } = (await page.evaluate(run)) as AxeResults
  return violations.map(({ id, nodes, tags: ofRule }) => ({
    text: `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(' | ')}`,
    held: heldTags.some((tag) => ofRule.includes(tag)) && !ofRule.includes('experimental'),
  }))
}
