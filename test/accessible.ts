import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { HtmlValidate } from 'html-validate'
import { openPage } from './browser.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe-core finds, with every rule it has, on every slide of a page as it is shown: `3 color-contrast: .body`.
 *
 * It is shown the whole page at the first slide. At the others, the slides that are hidden are taken out of the page while it
 * looks: it finds nothing on them, and would read them all the same, which takes five times as long.
 */
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
    const { violations } = (await page.evaluate(n === 1 ? lookAtAll : lookAtShown)) as AxeResults
    for (const { id, nodes } of violations) {
      found.push(`${n} ${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(' | ')}`)
    }
  }
  await close()
  return [...errors, ...found]
}

const lookAtAll = `axe.run(document, { resultTypes: ['violations'] })`

const lookAtShown = `(async () => {
  const places = [...document.querySelectorAll('.slides > section:not(.present)')].map((slide) => {
    const place = document.createComment('')
    slide.replaceWith(place)
    return { slide, place }
  })
  try {
    return await ${lookAtAll}
  } finally {
    for (const { slide, place } of places) place.replaceWith(slide)
  }
})()`

const validator = new HtmlValidate({ extends: ['html-validate:recommended'] })

/** What html-validate has against a page, as `rule: message`. */
export async function faultsOf(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`))
}
