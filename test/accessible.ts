import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { HtmlValidate } from 'html-validate'
import { openPage } from './browser.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core finds, with every rule it has, on every slide of a page as it is shown: `3 color-contrast: .body`. */
export async function violationsOf(html: string): Promise<string[]> {
  const { page, errors, close } = await openPage(html)
  // Evaluated by the browser's tools, so the page's policy lets it be.
  await page.evaluate(axe)
  const slides = await page.$$eval('section.slide', (all) => all.length)
  const found: string[] = []
  for (let n = 1; n <= slides; n++) {
    await page.evaluate((hash) => {
      location.hash = hash
    }, `#/${n}`)
    await page.waitForFunction(
      (number) => document.querySelector('section.present')?.getAttribute('data-page') === number,
      // The test has a limit of its own; on a busy machine a page of many slides takes longer than Puppeteer's.
      { timeout: 0 },
      String(n),
    )
    const results = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults
    for (const { id, nodes } of results.violations) {
      found.push(`${n} ${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(' | ')}`)
    }
  }
  await close()
  return [...errors, ...found]
}

const validator = new HtmlValidate({ extends: ['html-validate:recommended'] })

/** What html-validate has against a page, as `rule: message`. */
export async function faultsOf(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`))
}
