import type { BlockContext } from '../../model/block-type.ts'
import type { Lang } from '../../model/lang.ts'
import type { Paragraph } from '../../model/text.ts'
import type { Box } from '../../model/theme.ts'
import { cutsWord, heightOf, type SizeStep, sizeScale, typesetAtSize } from '../../typeset/typeset-at-size.ts'
import type { TypesetText } from '../../typeset/typeset-text.ts'
import { gridGaps, largestPortrait, type PortraitGrid, portraitGrids, textWidth } from './portrait-grid.ts'

/** The grid that shows people best, the same on all of their pages. */
export interface ChosenGrid {
  grid: PortraitGrid
  /** The size of the portraits. Units: px. */
  portrait: number
  step: SizeStep
  /** The texts of the people of each page. */
  pages: TypesetText[][]
}

/** The texts of a person. */
export interface PersonText {
  paragraphs: readonly Paragraph[]
  lang: Lang
}

/** A smaller portrait shows no face. Units: px. */
const smallestPortrait = 72

/** The size of portraits if nobody has a picture, and initials stand for all. Units: px. */
const initialsOnly = 96

/** Text of this size is read from the last row, so that larger text is worth no more. Units: px. */
const fullSize = { few: 28, many: 24 }

/** More people than this are many. */
const few = 4

/** Sizes are tried down from this step of the scale. Units: px. */
const largestSize = 36

/** Portraits beside a text may be smaller than they could be, so that the text is wider. */
const portraitShares = [1, 0.85, 0.7]

/**
 * Chooses the grid and the size of texts for people on one or more pages; null if the texts do not fit at the smallest size.
 * A larger portrait counts as much as larger text; empty cells count against a grid.
 */
export function chooseGrid(
  pages: readonly (readonly PersonText[])[],
  area: Pick<Box, 'width' | 'height'>,
  hasPictures: boolean,
  context: BlockContext,
): ChosenGrid | null {
  const styles = ['label', context.theme.styles.cell ? 'cell' : 'body']
  const steps = sizeScale(styles, context.theme).filter(({ size }) => size <= largestSize)
  const count = Math.max(...pages.map(({ length }) => length))
  let best: (ChosenGrid & { worth: number }) | null = null
  for (const grid of portraitGrids(count, area)) {
    if (!hasPictures && grid.text === 'below') continue
    const filled = count / (grid.columns * grid.rows)
    for (const most of portraitsIn(grid, hasPictures)) {
      for (const step of steps) {
        if (best && worthOf(most, step, count, filled) <= best.worth) continue
        const set = fillGrid(pages, grid, most, step, context)
        const worth = set ? worthOf(set.portrait, step, count, filled) : 0
        if (set && (!best || worth > best.worth)) best = { ...set, worth }
      }
    }
  }
  return best
}

/** The sizes of portraits to try in a grid. Units: px. */
function portraitsIn(grid: PortraitGrid, hasPictures: boolean): number[] {
  const largest = largestPortrait(grid)
  if (!hasPictures) return [Math.min(initialsOnly, largest)]
  if (grid.text === 'below') return [largest]
  const sizes = portraitShares.map((share) => Math.floor(largest * share))
  return sizes.filter((size, i) => i === 0 || size >= smallestPortrait)
}

/** What a grid is worth: the size of its text counts twice as much as that of its portraits. */
function worthOf(portrait: number, { size }: SizeStep, count: number, filled: number): number {
  const readable = Math.min(size, count <= few ? fullSize.few : fullSize.many)
  return 2 * Math.log(readable) + Math.log(portrait) + 0.001 * size + 1.5 * Math.log(filled)
}

/** Sets the texts of a grid; null if there is no space for them and for portraits, or if a word would be cut. */
function fillGrid(
  pages: readonly (readonly PersonText[])[],
  grid: PortraitGrid,
  most: number,
  step: SizeStep,
  context: BlockContext,
): ChosenGrid | null {
  const { cell } = grid
  const width = textWidth(grid, most)
  if (width < 4 * step.size) return null
  const set = pages.map((people) => people.map((one) => typesetAtSize({ ...one, width }, step, context)))
  if (set.some((texts) => texts.some(cutsWord))) return null
  const highest = Math.max(...set.flat().map(heightOf))
  if (highest > cell.height) return null
  const portrait = grid.text === 'beside' ? most : Math.min(most, cell.height - highest - gridGaps.below)
  return portrait < Math.min(smallestPortrait, most) ? null : { grid, portrait, step, pages: set }
}
