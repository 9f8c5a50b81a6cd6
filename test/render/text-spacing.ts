import type { Page } from 'puppeteer-core'
import { expect } from 'vitest'
import { openPage } from '../browser.ts'

/** The distances that readers may set (WCAG 1.4.12). */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`

/** Sets lines, words and letters of a page as far apart as readers may, as a style sheet of the user's browser does. */
export const spaceTexts = (page: Page): Promise<void> =>
  page.evaluate((css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }, spacing)

/**
 * The lines of the slides that are shown which a reader cannot see whole: outside their slide or window, or cut by a box
 * that hides what is too much for it.
 */
const cutLines = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const cut: string[] = []
    for (const line of document.querySelectorAll<HTMLElement>('.slides > section .ln')) {
      const slide = line.closest('section')!
      if (
        !line.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
        // The mark of a quotation is drawn at the top of its line, which is higher than its box.
        line.closest('.unseen, [aria-hidden="true"], .notes, .box.mark')
      )
        continue
      const parts = [...line.getClientRects()]
      for (let at = line.parentElement; at && at !== slide.parentElement; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at)
        // What scrolls can be reached.
        if (/auto|scroll/.test(overflowX) || /auto|scroll/.test(overflowY)) break
        if (overflowX === 'visible' && !at.matches('.box, section')) continue
        const edge = at.getBoundingClientRect()
        const inside = parts.every(
          ({ left, top, right, bottom }) =>
            left >= edge.left - 2 && right <= edge.right + 2 && top >= edge.top - 2 && bottom <= edge.bottom + 2,
        )
        if (!inside) cut.push(`${slide.id} ${at.localName}.${at.className}: ${line.textContent}`)
      }
    }
    for (const text of document.querySelectorAll<SVGTextElement>('.slides > section :is(.chart, .map) text')) {
      if (!text.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      const [inner, outer] = [text, text.ownerSVGElement!].map((one) => one.getBoundingClientRect())
      if (inner!.left < outer!.left - 4 || inner!.right > outer!.right + 4) cut.push(`drawn: ${text.textContent}`)
    }
    // Cells that run into the next one
    for (const line of document.querySelectorAll('.slides > section :is(td, th) .ln')) {
      const edge = line.closest('td, th')!.getBoundingClientRect().right
      if (
        line.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        line.getBoundingClientRect().right > edge + 2
      )
        cut.push(`crowded: ${line.textContent}`)
    }
    return [...new Set(cut)]
  })

/** Shows a slide, and waits until its texts had the time to become smaller. */
export async function goTo(page: Page, number: number): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/${number}`)
  await page.waitForSelector(`section.present[data-page="${number}"]`)
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}

/** The lines that are cut on any slide of a show whose texts are spaced. `html` is the page or its address. */
export async function cutInShow(html: string): Promise<string[]> {
  const { page, close } = await openPage(html)
  await page.waitForSelector('.reveal.ready')
  await spaceTexts(page)
  const count = await page.$$eval('.slides > section', (all) => all.length)
  const cut: string[] = []
  for (let number = 1; number <= count; number++) {
    await goTo(page, number)
    cut.push(...(await cutLines(page)))
  }
  const scaled = await page.$$eval(
    '.slides .box > *',
    (all) => all.filter((one) => (one as HTMLElement).style.transform).length,
  )
  expect(scaled).toBeGreaterThan(count)
  await close()
  return cut
}

/** The lines that are cut in a reading view whose texts are spaced. Units: `width` of the window, in px. */
export async function cutInReadingView(html: string, width: number): Promise<string[]> {
  const before = "sessionStorage.setItem('korme-view', 'reading')"
  const { page, close } = await openPage(html, { before, viewport: { width, height: 844 } })
  await page.waitForSelector('.ui-reading')
  await spaceTexts(page)
  const cut = await cutLines(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  await close()
  return cut
}
