import type { PageBoxes } from '../model/live.ts'
import { idSuffixOf } from '../render/render-html.ts'
import { pageId } from '../render/render-slide.ts'
import type { ShownEdition } from './snapshot.ts'

/** Returns the boxes of all pages in all languages of a deck. */
export function pageBoxes(editions: readonly Pick<ShownEdition, 'edition'>[]): PageBoxes[] {
  return editions.flatMap(({ edition }, at) => {
    const suffix = editions.length === 1 ? undefined : at === 0 ? '' : idSuffixOf(edition.tag)
    return edition.deck.pages.map((page) => ({
      id: pageId(page, suffix),
      slide: page.slide,
      boxes: page.boxes.map(({ sources = [] }) => sources),
    }))
  })
}
