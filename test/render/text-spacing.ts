import type { Page } from 'puppeteer-core'

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
export const cutLines = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const cut: string[] = []
    for (const line of document.querySelectorAll<HTMLElement>('.slides > section .ln')) {
      const slide = line.closest('section')!
      if (
        !line.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
        line.closest('.unseen, [aria-hidden="true"], .notes')
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
