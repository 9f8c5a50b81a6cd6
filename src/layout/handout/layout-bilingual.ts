import type { LaidOutDeck } from '../../model/laid-out.ts'
import { type BilingualContext, draftOf, shareWords } from './bilingual-rows.ts'
import { type SheetContents, SheetStack } from './sheet-stack.ts'

/**
 * Lays out slides with what they say in another language, row by row: a row is as high as its words need, up to the end of
 * its sheet. Without a number of slides per sheet, a sheet has as many rows as find space. Longer words go on at the top of
 * the next sheet, above its slides, so that no sheet stands half empty.
 */
export function layoutBilingual(
  deck: LaidOutDeck,
  pages: readonly number[],
  context: BilingualContext,
): SheetContents[] {
  const { grid, perPage, options } = context
  const { columns } = grid
  const shared = shareWords(deck, pages, context)
  const stack = new SheetStack(deck, context)
  for (let start = 0; start < pages.length; start += columns) {
    const row = pages
      .slice(start, start + columns)
      .map((page, i) => draftOf(deck, page, grid.slots[i]!, shared.get(page), context))
    stack.add(row, options.perPage ? perPage / columns : Number.POSITIVE_INFINITY)
  }
  return stack.sheets
}
