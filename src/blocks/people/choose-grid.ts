import type { BlockContext } from '../../model/block-type.ts'
import type { Lang } from '../../model/lang.ts'
import type { Paragraph } from '../../model/text.ts'
import type { Box } from '../../model/theme.ts'
import type { TypesetText } from '../../typeset/typeset-text.ts'
import { cutsWord, heightOf, type SizeStep, sizeScale, typesetAtSize } from '../../typeset/typeset-at-size.ts'
import { gridGaps, largestPortrait, type PortraitGrid, placesIn, portraitGrids, textWidth } from './portrait-grid.ts'

/** People in the grid that shows them best, with their texts. */
export interface ChosenGrid {
  grid: PortraitGrid
  /** The size of the portraits. Units: px. */
  portrait: number
  step: SizeStep
  texts: TypesetText[]
  /** The height of the grid. Units: px. */
  height: number
}

/** The texts of people. */
export interface PersonText {
  paragraphs: readonly Paragraph[]
  lang: Lang
}

/** A smaller portrait shows no face. Units: px. */
const smallestPortrait = 72

/** The size of portraits if nobody has a picture, and initials stand for all. Units: px. */
const initialsOnly = 96

/** Text of this size is read from the last row, so that larger text is worth less. Units: px. */
const fullSize = { few: 32, many: 26 }

/** More people than this are many. */
const few = 4

/** Sizes are tried down from this step of the scale. Units: px. */
const largestSize = 36

/**
 * Chooses the grid and the size of the texts of one page of people; null if the texts do not fit at the smallest size.
 * A larger portrait counts as much as larger text; empty cells count against a grid.
 */
export function chooseGrid(
  people: readonly PersonText[],
  area: Pick<Box, 'width' | 'height'>,
  hasPictures: boolean,
  context: BlockContext,
): ChosenGrid | null {
  const styles = ['label', context.theme.styles.cell ? 'cell' : 'body']
  const steps = sizeScale(styles, context.theme).filter(({ size }) => size <= largestSize)
  const grids = portraitGrids(people.length, area).filter(({ text }) => hasPictures || text === 'beside')
  let best: (ChosenGrid & { worth: number }) | null = null
  for (const grid of grids) {
    const largest = hasPictures ? largestPortrait(grid) : Math.min(initialsOnly, largestPortrait(grid))
    for (const step of steps) {
      const filled = people.length / (grid.columns * grid.rows)
      if (best && worthOf(largest, step, people.length, filled) <= best.worth) continue
      const set = fillGrid(people, grid, largest, step, context)
      if (!set) continue
      const worth = worthOf(set.portrait, step, people.length, filled)
      if (!best || worth > best.worth) best = { ...set, worth }
    }
  }
  return best
}

/** What a grid is worth: the size of its text counts twice as much as that of its portraits. */
function worthOf(portrait: number, { size }: SizeStep, count: number, filled: number): number {
  const readable = Math.min(size, count <= few ? fullSize.few : fullSize.many)
  return 2 * Math.log(readable) + Math.log(portrait) + 0.001 * size + 1.5 * Math.log(filled)
}

/** Sets the texts of a grid; null if there is no space for them and for portraits, or if a word would be cut. */
function fillGrid(
  people: readonly PersonText[],
  grid: PortraitGrid,
  largest: number,
  step: SizeStep,
  context: BlockContext,
): Omit<ChosenGrid, 'worth'> | null {
  const { cell } = grid
  const smallest = Math.min(smallestPortrait, largest)
  const wide = textWidth(grid, largest)
  if (wide < 4 * step.size) return null
  const texts = people.map((one) => typesetAtSize({ ...one, width: wide }, step, context))
  if (texts.some(cutsWord)) return null
  const heights = texts.map(heightOf)
  const highest = Math.max(...heights)
  if (highest > cell.height) return null
  const portrait = grid.text === 'beside' ? largest : Math.min(largest, cell.height - highest - gridGaps.below)
  if (portrait < smallest) return null
  return { grid, portrait, step, texts, height: placesIn({ grid, portrait, texts: heights }).height }
}
