import type { BlockContext } from '../../model/block-type.ts'
import type { Lang } from '../../model/lang.ts'
import type { Paragraph } from '../../model/text.ts'
import type { Box } from '../../model/theme.ts'
import { cutsWord, heightOf, type SizeStep, sizeScale, typesetAtSize } from '../../typeset/typeset-at-size.ts'
import type { TypesetText } from '../../typeset/typeset-text.ts'
import { gridGaps, largestPortrait, type PortraitGrid, portraitGrids, rowHeight, textWidth } from './portrait-grid.ts'

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
  const count = Math.max(...pages.map(({ length }) => length))
  const longestFirst = pages.flat().sort((a, b) => lengthOf(b) - lengthOf(a))
  let best: (Choice & { portrait: number; worth: number }) | null = null
  for (const choice of choicesFor(count, area, hasPictures, context)) {
    // All others are worth less, even if their portraits are as large as they could be.
    if (best && choice.mostWorth <= best.worth) break
    const fitted = fitTexts(pages, longestFirst, choice, area, context)
    if (!fitted) continue
    const { portrait, lines } = fitted
    const worth = worthOf(portrait, choice.step, choice.grid, count) - lineCost * lines
    if (!best || worth > best.worth) best = { ...choice, portrait, worth }
  }
  if (!best) return null
  const { grid, portrait, step, most } = best
  const width = textWidth(grid, most)
  return {
    grid,
    portrait,
    step,
    pages: pages.map((people) => people.map((one) => typesetAtSize({ ...one, width }, step, context))),
  }
}

const lengthOf = ({ paragraphs }: PersonText) =>
  paragraphs.reduce((sum, { spans }) => sum + spans.reduce((n, { text }) => n + text.length, 0), 0)

/** A grid with the size of its text and the largest portraits that it may have. */
interface Choice {
  grid: PortraitGrid
  /** Units: px. */
  most: number
  step: SizeStep
  /** What it is worth with such portraits. */
  mostWorth: number
}

/** All choices, the one that may be worth most first. */
function choicesFor(
  count: number,
  area: Pick<Box, 'width' | 'height'>,
  hasPictures: boolean,
  { theme }: BlockContext,
): Choice[] {
  const styles = ['label', theme.styles.cell ? 'cell' : 'body']
  const steps = sizeScale(styles, theme).filter(({ size }) => size <= largestSize)
  const grids = portraitGrids(count, area).filter(({ text }) => hasPictures || text === 'beside')
  return grids
    .flatMap((grid) =>
      portraitsIn(grid, hasPictures).flatMap((most) =>
        steps.map((step) => ({ grid, most, step, mostWorth: worthOf(most, step, grid, count) })),
      ),
    )
    .sort((a, b) => b.mostWorth - a.mostWorth)
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
function worthOf(portrait: number, { size }: SizeStep, { columns, rows }: PortraitGrid, count: number): number {
  const readable = Math.min(size, count <= few ? fullSize.few : fullSize.many)
  const filled = count / (columns * rows)
  return 2 * Math.log(readable) + Math.log(portrait) + 0.001 * size + 1.5 * Math.log(filled)
}

/** What each line of the longest text costs, so that larger text does not break into more lines for nothing. */
const lineCost = 0.01

/**
 * The size of the portraits of a grid, and the lines of its longest text; null if the rows of a page do not fit one below
 * the other, or if a word would be cut. A row is as high as its own texts need, so that one long text costs only its row.
 */
function fitTexts(
  pages: readonly (readonly PersonText[])[],
  longestFirst: readonly PersonText[],
  { grid, most, step }: Choice,
  { height }: Pick<Box, 'height'>,
  context: BlockContext,
): { portrait: number; lines: number } | null {
  const smallest = Math.min(smallestPortrait, most)
  const width = textWidth(grid, most)
  if (width < 4 * step.size) return null
  const least = grid.text === 'beside' ? most : smallest
  const others = (grid.rows - 1) * (rowHeight(grid, least, 0) + gridGaps.row)
  const heights = new Map<PersonText, number>()
  let highest = 0
  let lineHeight = step.size
  for (const one of longestFirst) {
    const text = typesetAtSize({ ...one, width }, step, context)
    heights.set(one, heightOf(text))
    highest = Math.max(highest, heightOf(text))
    lineHeight = text.lineHeight
    if (rowHeight(grid, least, highest) + others > height || cutsWord(text)) return null
  }
  let portrait = most
  for (const people of pages) {
    const rows = rowsOf(people, grid.columns).map((row) => Math.max(...row.map((one) => heights.get(one)!)))
    const free =
      height - (rows.length - 1) * gridGaps.row - rows.reduce((sum, one) => sum + rowHeight(grid, least, one), 0)
    if (free < 0) return null
    if (grid.text === 'below') portrait = Math.min(portrait, least + Math.floor(free / rows.length))
  }
  return { portrait, lines: Math.round(highest / lineHeight) }
}

const rowsOf = <T>(list: readonly T[], columns: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / columns) }, (_, i) => list.slice(i * columns, (i + 1) * columns))
