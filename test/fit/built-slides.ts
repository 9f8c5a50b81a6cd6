import type { Page } from 'puppeteer-core'
import { expect } from 'vitest'
import { type BuiltDeck, bodies, readSlides, rejoined } from './built.ts'

/** Holds a built deck against a browser: nothing cut, nothing torn, nothing lost, as high as predicted. */
export async function expectWholeSlides({ deck, sources }: BuiltDeck, page: Page): Promise<void> {
  const shown = await readSlides(page, '')
  expect(shown).toHaveLength(deck.pages.length)
  expect(shown.filter(({ below, beyond, torn }) => below > 0.5 || beyond > 0.5 || torn > 0)).toEqual([])

  const set = bodies(deck)
  const prose = shown.filter(({ texts }) => texts.length > 0)
  expect(prose).toHaveLength(set.length)
  expect(prose.filter(({ height }, i) => height > set[i]!.body.height + 0.5)).toEqual([])
  for (const [slide, source] of sources.entries()) {
    const pieces = prose.filter((_, i) => set[i]!.slide === slide).flatMap(({ texts }) => texts)
    expect(rejoined(source, pieces)).toBe(source)
  }

  const wider = await readSlides(page, '.01em')
  expect(wider.some(({ beyond }) => beyond > 0.5)).toBe(true)
  expect(wider.filter(({ below, torn }) => below > 0.5 || torn > 0)).toEqual([])
}
