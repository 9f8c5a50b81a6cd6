import type { HandoutCell, HandoutOptions, PerPage } from '../../model/handout.ts'
import type { LaidOutDeck } from '../../model/laid-out.ts'
import type { Box } from '../../model/theme.ts'
import type { PrintWords } from '../../model/words.ts'
import type { PaperContext } from '../paper-text.ts'
import { placeCodes, smallCodes } from './qr-codes.ts'
import { endless, type SaidPart, type SetContext, setWords, type WordsPage } from './set-words.ts'
import { maxSlidesWithCodes, type SheetGrid, type SheetSlot } from './sheet-grid.ts'

/** What stands beside the slides of a handout, in another language. */
export interface OtherLanguage {
  /** What each slide says, by its index. */
  slides: readonly (readonly SaidPart[])[]
  context: SetContext
}

/** What the sheets are laid out with. `number` makes the number of a slide. */
export interface BilingualContext {
  grid: SheetGrid
  perPage: PerPage
  options: Pick<HandoutOptions, 'lines' | 'perPage'>
  other: OtherLanguage
  words: PrintWords
  paper: PaperContext
  number(page: number, slot: SheetSlot): HandoutCell['number']
}

/** Sizes of texts beside slides: the fewer slides per sheet, the larger. Units: px on paper; 12 px are 9 pt. */
const sizesFor: Readonly<Record<PerPage, readonly number[]>> = {
  1: [15, 14, 13],
  2: [13, 12.5, 12],
  3: [13, 12.5, 12],
  4: [12.5, 12, 11.5],
  6: [12, 11.5, 11],
  9: [11.5, 11, 10.5],
}

/** A slide at the first row of a sheet, with what it says. Heights count from the top of its row. */
export interface DraftCell {
  cell: HandoutCell
  said: readonly SaidPart[]
  aside: Box
  size: number
  /** The words in one piece; null if there are none. */
  whole: WordsPage | null
  /** The most height that words may take; unlimited unless codes stand below them. */
  most: number
  /** The end of the slide, its number and its codes. */
  foot: number
  height: number
}

/**
 * Divides words that are too long for the place beside one page among all pages of their slide, if they are enough. Gives the
 * words of each of these pages.
 */
export function shareWords(
  deck: LaidOutDeck,
  pages: readonly number[],
  { grid, perPage, other }: BilingualContext,
): Map<number, WordsPage | null> {
  const shared = new Map<number, WordsPage | null>()
  for (const first of pages) {
    const { slide, part, parts } = deck.pages[first]!
    const said = other.slides[slide] ?? []
    if (part > 1 || parts === 1 || said.length === 0) continue
    const own = pages.filter((page) => deck.pages[page]!.slide === slide)
    const hasCodes = own.some((page) => smallCodes(deck.pages[page]!, grid.scale).length > 0)
    const aside = grid.slots[0]!.aside!
    if (hasCodes && perPage <= maxSlidesWithCodes) continue
    for (const size of sizesFor[perPage]) {
      const words = setWords(said, aside, aside, size, other.context)
      if (words.length > own.length) continue
      for (const [i, page] of own.entries()) shared.set(page, words[i] ?? null)
      break
    }
  }
  return shared
}

/** Sets what a slide says beside or below it. `shared`: its part of the words, if they are divided among several pages. */
export function draftOf(
  deck: LaidOutDeck,
  page: number,
  slot: SheetSlot,
  shared: WordsPage | null | undefined,
  context: BilingualContext,
): DraftCell {
  const { grid, perPage, options, other } = context
  const { slide, part } = deck.pages[page]!
  const small = perPage > maxSlidesWithCodes ? [] : smallCodes(deck.pages[page]!, grid.scale)
  const { boxes: codes, aside: left } = placeCodes(small, slot) ?? { boxes: [], aside: slot.aside }
  const aside = left ?? slot.aside!
  const top = slot.frame.y
  const said = part === 1 ? (other.slides[slide] ?? []) : []
  const { size, whole } = shared === undefined ? chooseSize(said, aside, context) : { size: 0, whole: shared }
  const base = {
    page,
    frame: slot.frame,
    number: context.number(page, slot),
    codes,
    notes: null,
    more: null,
    lines: null,
  }
  const natural = slot.aside!.y + slot.aside!.height - top
  const foot = Math.max(slot.number.y + slot.number.height, ...codes.map(({ y, height }) => y + height)) - top
  // Codes below the words keep their place, so the words go on elsewhere.
  const most = aside.height < slot.aside!.height ? aside.height : endless
  const words = whole ? aside.y + Math.min(whole.height, most) - top : 0
  const height = Math.max(foot, words, options.lines ? natural : 0)
  return { cell: { ...base, said: [] }, said, aside, size, whole, most, foot, height }
}

/** The largest size at which the words fit their place; the smallest if none does. */
function chooseSize(said: readonly SaidPart[], aside: Box, { perPage, other }: BilingualContext) {
  const sizes = sizesFor[perPage]
  if (said.length === 0) return { size: sizes[0]!, whole: null }
  const at = (size: number) => {
    const [page] = setWords(
      said,
      { width: aside.width, height: endless },
      { ...aside, height: endless },
      size,
      other.context,
    )
    return { size, whole: page! }
  }
  for (const size of sizes.slice(0, -1)) {
    const set = at(size)
    if (set.whole.height <= aside.height) return set
  }
  return at(sizes.at(-1)!)
}
