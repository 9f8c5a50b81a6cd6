import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { expect } from 'vitest'
import { axeFindings, heldTags } from '../../axe.ts'

/** Where to leave photographs of the pages; nowhere if it is not set. */
const photographs = process.env.VERIFY_PHOTOGRAPHS

/** Returns the parts of an editor that are wider than their place, as people would see it: `button "New sli": 120 of 96 px`. */
export const cutParts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const told = (element: Element, what: string) =>
      found.push(`${element.tagName} .${element.className} "${element.textContent?.trim().slice(0, 30)}": ${what}`)
    if (document.documentElement.scrollWidth > innerWidth)
      found.push(`page: ${document.documentElement.scrollWidth} px wide`)
    const hasWords = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim() !== '')
    const roots = document.querySelectorAll('.ui-edit, dialog[open], body:not(:has(.reveal)) > *')
    for (const element of [...roots].flatMap((root) => [...root.querySelectorAll<HTMLElement>('*')])) {
      if (
        !element.checkVisibility({ visibilityProperty: true }) ||
        element.closest('.ui-thumb-frame, .ui-live, svg, .cm-editor')
      )
        continue
      const { left, right, width } = element.getBoundingClientRect()
      const { overflowX, textOverflow } = getComputedStyle(element)
      const isField = element.matches('input, textarea, select')
      if (!isField && hasWords(element) && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) {
        if (!(textOverflow === 'ellipsis' && element.closest('[title]')) && overflowX !== 'auto')
          told(element, `${element.scrollWidth} of ${element.clientWidth} px`)
      }
      const scroller = element.parentElement?.closest('.ui-edit-pages, .ui-edit-grid-scroll')
      if (width > 0 && (hasWords(element) || isField || element.matches('button')) && !scroller)
        if (left < -1 || right > innerWidth + 1) told(element, `from ${Math.round(left)} to ${Math.round(right)} px`)
    }
    return [...new Set(found)]
  })

/**
 * Looks at a page as it is shown: nothing that axe finds, no word that is cut, nothing beside the window. Leaves a photograph where
 * `VERIFY_PHOTOGRAPHS` says. `tags`: the rules of axe that are asked for.
 */
export async function lookAt(page: Page, name: string, tags: readonly string[] = heldTags): Promise<void> {
  if (photographs) {
    mkdirSync(photographs, { recursive: true })
    await page.screenshot({ path: join(photographs, `${name.replace(/[^\w]+/g, '-')}.png`) as `${string}.png` })
  }
  const faults = [...(tags.length > 0 ? await axeFindings(page, tags) : []), ...(await cutParts(page))]
  expect(faults, name).toEqual([])
}
