import type { LaidOutPage, PlacedBox } from '../model/laid-out.ts'
import type { PageBoxes } from '../model/live.ts'
import { idSuffixOf } from '../render/render-html.ts'
import { pageId } from '../render/render-slide.ts'
import type { ShownEdition } from './snapshot.ts'

type Editions = readonly Pick<ShownEdition, 'edition'>[]

/** Returns the boxes of all pages in all languages of a deck. */
export function pageBoxes(editions: Editions): PageBoxes[] {
  return pagesOf(editions).map(([id, { slide, boxes }]) => ({
    id,
    slide,
    boxes: boxes.map(({ sources = [] }) => sources),
  }))
}

/** Returns the boxes of one page by its id, as they were laid out. */
export const placedBoxes = (editions: Editions, id: string): readonly PlacedBox[] =>
  pagesOf(editions).find(([own]) => own === id)?.[1].boxes ?? []

/** All pages in all languages with their ids. */
const pagesOf = (editions: Editions) =>
  editions.flatMap(({ edition }, at): [string, LaidOutPage][] => {
    const suffix = editions.length === 1 ? undefined : at === 0 ? '' : idSuffixOf(edition.tag)
    return edition.deck.pages.map((page) => [pageId(page, suffix), page])
  })
