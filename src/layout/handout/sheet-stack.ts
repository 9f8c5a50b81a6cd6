import type { HandoutCell, HandoutSheet } from '../../model/handout.ts'
import type { LaidOutDeck } from '../../model/laid-out.ts'
import type { Box, StageDimensions } from '../../model/theme.ts'
import type { BilingualContext, DraftCell } from './bilingual-rows.ts'
import { moveCell } from './duplex.ts'
import { ColumnFlow, continuedSign, notesColumns, restSign, signHeight } from './handout-notes.ts'
import { setWords, type WordsPage } from './set-words.ts'
import { mm, rowGap, ruledLines } from './sheet-grid.ts'

/** The slides of a sheet, and the words that go on from earlier ones. */
export type SheetContents = Pick<HandoutSheet, 'cells' | 'rest'>

/** A row that would leave more of a sheet empty than this share is divided, if its words can be. */
const mostEmpty = 0.4

/** The least height of words beside or below a slide whose words go on elsewhere. Units: px on paper. */
const leastWords = mm(20)

/** Sheets that are filled from the top, row by row. */
export class SheetStack {
  readonly sheets: SheetContents[] = []
  private rows = 0
  private hasRest = false
  /** The end of what stands on the last sheet. Units: px on paper. */
  private y: number
  private readonly bottom: number

  constructor(
    private readonly deck: LaidOutDeck,
    private readonly context: BilingualContext,
  ) {
    const { body } = context.grid
    this.y = body.y
    this.bottom = body.y + body.height
  }

  /** Places a row of slides on this sheet or a new one. */
  add(row: readonly DraftCell[], rowsPerSheet: number): void {
    const height = Math.max(...row.map((one) => one.height))
    if (this.sheets.length === 0 || this.rows >= rowsPerSheet) this.begin()
    if (!this.fits(height) && !this.isDivisible(row, height)) this.begin()
    if (this.fits(height)) this.place(row, this.topFor(height), height)
    else this.divide(row)
  }

  /** The top of the next row: its place in the grid of a number of slides, or further up if it would not fit there. */
  private topFor(height: number): number {
    const { grid, options } = this.context
    const { slots, columns } = grid
    const own = this.hasRest || !options.perPage ? undefined : slots[this.rows * columns]?.frame.y
    return own !== undefined && own > this.y && own + height <= this.bottom + 0.01 ? own : this.y
  }

  private fits(height: number): boolean {
    return this.y + height <= this.bottom + 0.01
  }

  /** Whether a row is better divided here than moved to a new sheet as a whole. */
  private isDivisible(row: readonly DraftCell[], height: number): boolean {
    const { body } = this.context.grid
    const left = this.bottom - this.y
    const wanted = height > body.height || left > mostEmpty * body.height
    const least = Math.max(...row.map(({ cell, aside, foot }) => Math.max(foot, aside.y - cell.frame.y + leastWords)))
    return wanted && left >= least
  }

  private begin(): void {
    this.sheets.push({ cells: [], rest: [] })
    this.rows = 0
    this.hasRest = false
    this.y = this.context.grid.body.y
  }

  private place(row: readonly DraftCell[], top: number, height: number): void {
    const cells = row.map(({ cell, aside, whole }) =>
      this.moved(withWords(cell, aside, whole, height, this.context), top),
    )
    this.sheets.at(-1)!.cells.push(...cells)
    this.rows++
    this.y = top + height + rowGap
  }

  /** Places a row whose words go on at the top of the next sheets. */
  private divide(row: readonly DraftCell[]): void {
    const { grid, other, words, paper } = this.context
    const columns = notesColumns(grid.body)
    const top = this.y
    const height = this.bottom - top
    const here = this.sheets.at(-1)!
    const sheet = this.sheets.length
    const running: { page: number; pages: WordsPage[] }[] = []
    for (const draft of row) {
      const { cell, aside, said, size, whole, most } = draft
      const room = Math.min(most, height - (aside.y - cell.frame.y))
      if (!whole || whole.height <= room) {
        here.cells.push(this.moved(withWords(cell, aside, whole, height, this.context), top))
        continue
      }
      const first = { width: aside.width, height: room - signHeight }
      const next = { width: columns[0]!.width, height: columns[0]!.height - signHeight }
      const [shown, ...rest] = balanced(next, columns.length, (next) =>
        setWords(said, first, next, size, other.context),
      )
      const area = { ...aside, height: room }
      const more = rest.length > 0 ? continuedSign(sheet + 1, this.deck.lang, area, words, paper) : null
      here.cells.push(this.moved({ ...withWords(cell, aside, shown!, height, this.context), more, lines: null }, top))
      if (rest.length > 0) running.push({ page: cell.page, pages: rest })
    }
    this.continue(running)
  }

  /** Sets the rest of words in columns at the top of new sheets. */
  private continue(running: readonly { page: number; pages: readonly WordsPage[] }[]): void {
    const { grid, words, paper } = this.context
    const flow = new ColumnFlow(notesColumns(grid.body))
    for (const { page, pages } of running) {
      for (const { boxes, height } of pages) {
        const area = flow.take(signHeight + height)
        const at = { x: area.x, y: area.y + signHeight }
        const sign = restSign(page, this.deck.lang, area, words, paper)
        const rest = boxes.map((box) => ({ ...box, x: box.x + at.x, y: box.y + at.y }))
        flow.sheets.at(-1)!.push({ ...sign, isOwn: true }, ...rest)
      }
    }
    for (const rest of flow.sheets) {
      this.begin()
      this.sheets.at(-1)!.rest.push(...rest)
      this.hasRest = true
      this.y = Math.max(...rest.map(({ y, height }) => y + height)) + rowGap
    }
    if (flow.sheets.length === 0) this.begin()
  }

  private moved(cell: HandoutCell, top: number): HandoutCell {
    const by = top - this.context.grid.slots[0]!.frame.y
    return moveCell(cell, (box) => ({ ...box, y: box.y + by }))
  }
}

/** Makes the columns in which words go on about equally high if they need one sheet, so that slides find space below. */
function balanced(next: StageDimensions, columns: number, set: (next: StageDimensions) => WordsPage[]): WordsPage[] {
  let best = set(next)
  if (best.length - 1 > columns) return best
  for (let height = next.height * 0.9; height > next.height / 10; height *= 0.9) {
    const lower = set({ ...next, height })
    if (lower.length - 1 > columns || lower.some((page, i) => i > 0 && page.height > height + 0.01)) break
    best = lower
  }
  return best
}

/** Puts words beside or below their slide, and lines in the rest of the space if they are wanted. */
function withWords(
  cell: HandoutCell,
  aside: Box,
  words: WordsPage | null,
  rowHeight: number,
  { options }: BilingualContext,
): HandoutCell {
  const said = words ? words.boxes.map((box) => ({ ...box, x: box.x + aside.x, y: box.y + aside.y })) : []
  const used = words ? words.height + mm(2) : 0
  const height = Math.min(aside.height, cell.frame.y + rowHeight - aside.y)
  const left = { ...aside, y: aside.y + used, height: height - used }
  return { ...cell, said, lines: options.lines ? ruledLines(left) : null }
}
