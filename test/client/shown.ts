import type { Page } from 'puppeteer-core'

/** Helpers for pages that show slides. */

/** The number of the visible slide. */
export const slide = (page: Page): Promise<number> =>
  page.$eval('.slides > section.present', (seen) => Number((seen as HTMLElement).dataset.page))

/** Waits until the slide with a number is visible. */
export const at = (page: Page, number: number) =>
  page.waitForSelector(`.slides > section.present[data-page="${number}"]`)

/** The text of the first element that matches a selector. */
export const text = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (element) => element.textContent ?? '')

/** Draws a line with the mouse. Units: px of the window. */
export async function drawLine(page: Page, ...points: [number, number][]): Promise<void> {
  const [first, ...rest] = points
  await page.mouse.move(...first!)
  await page.mouse.down()
  for (const point of rest) await page.mouse.move(...point, { steps: 4 })
  await page.mouse.up()
}

/** The number of strokes over a slide or thumbnail. Each has two paths, the lower one for the outline. */
export const strokes = (page: Page, inside = '.reveal'): Promise<number> =>
  page.$$eval(`${inside} .ui-ink g:first-child > path`, (paths) => paths.length / 2)

/** Waits until a number of strokes is visible. */
export const strokesAre = (page: Page, count: number, inside = '.reveal') =>
  page.waitForFunction(
    (selector, wanted) => document.querySelectorAll(selector).length === wanted * 2,
    {},
    `${inside} .ui-ink g:first-child > path`,
    count,
  )
