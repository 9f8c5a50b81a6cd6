import type { Page } from 'puppeteer-core'

/** What a test asks of a page that shows slides. */

/** Number of the slide that is seen. */
export const slide = (page: Page): Promise<number> =>
  page.$eval('.slides > section.present', (seen) => Number((seen as HTMLElement).dataset.page))

/** Waits until a slide is seen, by its number. */
export const at = (page: Page, number: number) =>
  page.waitForSelector(`.slides > section.present[data-page="${number}"]`)

/** The text of the first element that a selector names. */
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

/** How many lines lie over a picture of a slide: each has a seam below it. */
export const strokes = (page: Page, inside = '.reveal'): Promise<number> =>
  page.$$eval(`${inside} .ui-ink g:first-child > path`, (paths) => paths.length / 2)

/** Waits until so many lines are seen. */
export const strokesAre = (page: Page, count: number, inside = '.reveal') =>
  page.waitForFunction(
    (selector, wanted) => document.querySelectorAll(selector).length === wanted * 2,
    {},
    `${inside} .ui-ink g:first-child > path`,
    count,
  )
