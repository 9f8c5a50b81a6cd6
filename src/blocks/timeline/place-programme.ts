import type { BlockContext, BlockSlot, PlacedBlock } from '../../model/block-type.ts'
import type { PlacedBox, TextView } from '../../model/laid-out.ts'
import type { Lang } from '../../model/lang.ts'
import type { Range } from '../../model/source.ts'
import type { Region } from '../../model/theme.ts'
import { alignBox } from '../../typeset/box-geometry.ts'
import { boxAtSize, type SizeStep, sizeScale } from '../../typeset/typeset-at-size.ts'
import { reportMissing, sourcesOf, type TypesetText } from '../../typeset/typeset-text.ts'
import { divideRows, type RowPage } from '../data/divide-rows.ts'
import type { Programme } from './programme-rows.ts'
import {
  columnGap,
  leastHeight,
  rowPadding,
  type SetProgramme,
  type SetRow,
  sectionSpace,
  setProgramme,
  sideInset,
} from './set-programme.ts'
import { splitHighRows } from './split-row.ts'
import { findTimeFaults } from './time-order.ts'

/** What the template `programme` draws: a table, whose rows of a day follow its heading. */
export interface ProgrammeView {
  columns: readonly number[]
  /** Whether the columns are halls with sessions of their own. */
  parallel: boolean
  head: RowView | null
  groups: readonly { rows: readonly RowView[] }[]
}

/** A row of a table. Units: px. */
export interface RowView {
  kind: SetRow['kind']
  height: number
  /** The space above its text. */
  padding: number
  /** The number of columns that its only cell spans; null if there are several cells. */
  span: number | null
  cells: readonly { head: 'row' | 'col' | 'rowgroup' | null; text: TextView | null }[]
}

/** A programme with the place of its rows in the source. */
export interface ReadProgramme {
  programme: Programme
  lang: Lang
  range: Range
  /** The index of each row of the programme among the rows of the block. */
  characters: number
}

/** Larger text makes a table no easier to read. Units: px. */
const largestSize = 32

/** Sets a programme as a table, at the largest size that needs the fewest pages. */
export function placeProgramme(read: ReadProgramme, slot: BlockSlot, context: BlockContext): PlacedBlock {
  const { programme, lang, range, characters } = read
  reportTimes(programme, range, context)
  const [first, next] = [hang(slot.first), hang(slot.next)]
  // Figures of one width, so that times stand under one another.
  const styles = context.theme.styles.cell ? ['cell'] : ['label', 'body']
  const steps = sizeScale(styles, context.theme).filter(({ size }) => size <= largestSize)
  const { set, pages } = bestSize(programme, lang, steps, { first, next }, context)
  for (const text of set.rows.flatMap(({ cells }) => cells))
    reportMissing(text, { ...first, style: set.step.style }, range, context)
  if (pages.length > 1) {
    const facts = { characters, pages: pages.length, sizePx: set.step.size }
    const isShrunk = context.fit === 'shrink'
    if (isShrunk) context.report({ ...facts, code: 'text-too-long', severity: 'warning', range })
    else context.report({ ...facts, rows: programme.rows.length, code: 'text-continued', severity: 'info', range })
  }
  return {
    pages: pages.map((page, i) => [
      pageBox(read, set, page, i === 0 ? first : next, pages.length === 1, slot, context),
    ]),
    overflow: [],
    size: set.step.size,
  }
}

function reportTimes({ rows, timeColumn }: Programme, range: Range, context: BlockContext): void {
  for (const { kind, row, other } of findTimeFaults(rows)) {
    const [time, before] = [row, other].map(({ cells }) => cells[timeColumn]!)
    const facts = { time: time!, severity: 'warning', range } as const
    if (kind === 'reversed') context.report({ code: 'time-reversed', ...facts })
    else if (kind === 'earlier') context.report({ code: 'time-not-in-order', before: before!, ...facts })
    else context.report({ code: 'times-overlap', before: before!, ...facts })
  }
}

/** The table hangs out at both sides, so that its texts align with the title. */
const hang = (region: Region): Region => ({ ...region, x: region.x - sideInset, width: region.width + 2 * sideInset })

/** Chooses the largest size with the fewest pages. */
function bestSize(
  programme: Programme,
  lang: Lang,
  steps: readonly SizeStep[],
  { first, next }: { first: Region; next: Region },
  context: BlockContext,
): { set: SetProgramme; pages: RowPage[] } {
  const floor = steps.at(-1)!
  const at = (step: SizeStep) => {
    const whole = setProgramme(programme, lang, first.width, step, context)
    const set = step === floor ? splitHighRows(whole, Math.min(first.height, next.height), context) : whole
    const highest = Math.max(...set.rows.map(({ height }) => height))
    return { set, pages: pagesOf(set, first.height, next.height), highest }
  }
  const smallest = at(floor)
  const room = first.height + (smallest.pages.length - 1) * next.height
  for (const step of steps.slice(0, -1)) {
    if (leastHeight(programme, step, context) > room) continue
    const one = at(step)
    if (!one.set.cut && one.pages.length <= smallest.pages.length && one.highest <= next.height) return one
  }
  return smallest
}

function pagesOf({ head, rows }: SetProgramme, first: number, next: number): RowPage[] {
  const above = sectionsAbove(rows)
  const headings = new Set(rows.flatMap(({ kind }, i) => (kind === 'section' ? [i] : [])))
  return divideRows({
    rows: rows.map(({ height }) => height),
    headings,
    before: (row) => (head?.height ?? 0) + (row === 0 ? 0 : (above[row]?.height ?? 0)),
    first,
    next,
  })
}

/** For each row, the heading of the section that it continues, as it is repeated; null for headings, and for rows of no section. */
function sectionsAbove(rows: readonly SetRow[]): (SetRow | null)[] {
  let last: SetRow | null = null
  return rows.map((row) => {
    if (row.kind !== 'section') return last
    last = row.continued ?? row
    return null
  })
}

function pageBox(
  { lang, range }: ReadProgramme,
  set: SetProgramme,
  { from, to }: RowPage,
  region: Region,
  alone: boolean,
  slot: BlockSlot,
  context: BlockContext,
): PlacedBox {
  const repeated = from === 0 ? null : (sectionsAbove(set.rows)[from] ?? null)
  const rows = [...(repeated ? [repeated] : []), ...set.rows.slice(from, to)]
  const height = (set.head?.height ?? 0) + rows.reduce((sum, row) => sum + row.height, 0)
  const toView = (row: SetRow) => rowView(row, set, lang, context)
  const groups: { rows: RowView[] }[] = []
  for (const row of rows) {
    if (row.kind === 'section' || groups.length === 0) groups.push({ rows: [] })
    groups.at(-1)!.rows.push(toView(row))
  }
  const { parallel } = set
  const view: ProgrammeView = { columns: outerWidths(set.widths), parallel, head: set.head && toView(set.head), groups }
  const sources = sourcesOf(set.rows.slice(from, to).map(({ source }) => ({ range, item: source })))
  return {
    ...alignBox(region, height, alone),
    region: slot.regionName,
    template: 'programme',
    view,
    ...(sources && { sources }),
  }
}

/** The widths of columns with the gaps after them, and the insets of the first and last. */
const outerWidths = (widths: readonly number[]): number[] =>
  widths.map((width, i) => width + (i === 0 ? sideInset : 0) + (i === widths.length - 1 ? sideInset : columnGap))

function rowView(row: SetRow, { step, widths, timeColumn }: SetProgramme, lang: Lang, context: BlockContext): RowView {
  const textOf = (cell: TypesetText, width: number): TextView | null => {
    if (cell.pages[0]!.paragraphs.length === 0) return null
    return boxAtSize(cell, step, { x: 0, y: 0, width, name: 'cell', lang }, context).view as TextView
  }
  const { height } = row
  const padding = rowPadding(step.size) + (row.kind === 'section' ? sectionSpace(step.size) : 0)
  if (row.kind === 'section') {
    const cells = [{ head: 'rowgroup' as const, text: textOf(row.cells[0]!, 0) }]
    return { kind: row.kind, height, padding, span: widths.length, cells }
  }
  const cells = row.cells.map((cell, i) => {
    const head = row.kind === 'head' ? 'col' : i === timeColumn ? 'row' : null
    return { head: head as 'row' | 'col' | null, text: textOf(cell, widths[i]!) }
  })
  return { kind: row.kind, height, padding, span: null, cells }
}
