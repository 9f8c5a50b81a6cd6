import type { BlockContext, BlockSlot, PlacedBlock } from '../../model/block-type.ts'
import type { PlacedBox } from '../../model/laid-out.ts'
import type { LocalizedText } from '../../model/lang.ts'
import type { Range } from '../../model/source.ts'
import type { Region } from '../../model/theme.ts'
import { alignBox } from '../../typeset/box-geometry.ts'
import { parsePlainParagraphs } from '../../typeset/parse-paragraphs.ts'
import {
  reportMissing,
  sourcesOf,
  styleName,
  type TypesetText,
  textBox,
  typesetText,
} from '../../typeset/typeset-text.ts'
import { CellRuler } from './cell-ruler.ts'
import { checkGrid } from './check-grid.ts'
import { chooseSetting, halvesGap, type TableRoom, type TableSetting } from './choose-setting.ts'
import { type ColumnMeasure, measureColumns } from './column-widths.ts'
import { divideColumns } from './divide-columns.ts'
import { gridOf, type TableGrid } from './table-grid.ts'
import { tableView, widthOfTable } from './table-view.ts'
import type { TableBlock } from './types.ts'

/** The distance of the unit and of the note from the table. Units: px. */
const noteGap = 12

/** A text above or below a table. */
interface SideText {
  text: TypesetText
  region: Region
  lang: LocalizedText['lang']
}

/** Sets a table; its head is repeated on each page. Columns that do not fit side by side follow on further pages. */
export function placeTable(block: TableBlock<LocalizedText>, slot: BlockSlot, context: BlockContext): PlacedBlock {
  const { grid, ruler, measures, style } = measureTable(block, slot, context)
  if (grid.columns.length === 0) return { pages: [], overflow: [], size: null }
  const { range } = block
  checkGrid(grid, range, context)
  const unit = sideText(block.unit, slot, context)
  const note = sideText(block.note ?? grid.note, slot, context)
  const besides = [unit, note].reduce((sum, one) => sum + (one ? heightOf(one) + noteGap : 0), 0)
  const room = {
    width: slot.first.width,
    first: Math.max(1, slot.first.height - besides),
    next: Math.max(1, slot.next.height - besides),
  }
  const sizes = [...ruler.style.sizes]
  const parts = setParts(grid, measures, sizes, room, ruler)
  reportSetting(parts, grid, block, ruler, context)
  const count = parts.reduce((sum, { setting }) => sum + setting.pages.length, 0)
  const pages: PlacedBox[][] = []
  for (const part of parts) {
    for (const page of part.setting.pages) {
      const region = pages.length === 0 ? slot.first : slot.next
      const table = { ...part, page, style, ruler, range, unit, note: pages.length === count - 1 ? note : null }
      pages.push(pageBoxes(table, region, count === 1, slot, context))
    }
  }
  for (const box of [unit, note]) if (box) reportMissing(box.text, box.region, range, context)
  return { pages, overflow: [], size: parts[0]!.setting.set.size }
}

/** A table with the widths of its columns. */
interface MeasuredTable {
  grid: TableGrid
  measures: readonly ColumnMeasure[]
  ruler: CellRuler
  style: string
}

/** A slide of several pages is set twice, with the same cells. */
const measured = new WeakMap<TableBlock<LocalizedText>, MeasuredTable>()

function measureTable(block: TableBlock<LocalizedText>, slot: BlockSlot, context: BlockContext): MeasuredTable {
  const { theme, fitter, lang } = context
  const style = styleName(theme.styles.cell ? { style: 'cell' } : slot.first, theme)
  const known = measured.get(block)
  if (known?.style === style && known.ruler.isOf(fitter, theme.styles[style]!)) return known
  const grid = gridOf(block, lang)
  const ruler = new CellRuler(theme.styles[style]!, grid.lang, fitter)
  const made = { grid, measures: measureColumns(grid, ruler), ruler, style }
  measured.set(block, made)
  return made
}

/** A table, or some of its columns, with its setting. */
interface TablePart {
  grid: TableGrid
  measures: readonly ColumnMeasure[]
  setting: TableSetting
}

/** Sets a table, in several parts of one size if its columns do not fit side by side. */
function setParts(
  grid: TableGrid,
  measures: readonly ColumnMeasure[],
  sizes: readonly number[],
  room: TableRoom,
  ruler: CellRuler,
): TablePart[] {
  const divided = divideColumns(grid, measures, room.width, sizes.at(-1)!)
  const parts = divided.map((columns) => ({
    grid: columns.length === grid.columns.length ? grid : selectColumns(grid, columns),
    measures: columns.map((column) => measures[column]!),
  }))
  const set = (allowed: readonly number[]) =>
    parts.map((part) => ({ ...part, setting: chooseSetting(part.grid, part.measures, allowed, room, ruler) }))
  const first = set(sizes)
  const smallest = Math.min(...first.map(({ setting }) => setting.set.size))
  const isLevel = first.every(({ setting }) => setting.set.size === smallest)
  return isLevel ? first : set(sizes.filter((size) => size <= smallest))
}

function sideText(text: LocalizedText | null, slot: BlockSlot, context: BlockContext): SideText | null {
  const paragraphs = text ? parsePlainParagraphs(text.text) : []
  if (!text || paragraphs.length === 0) return null
  const region: Region = { ...slot.first, height: Math.round(slot.first.height / 2), style: 'caption', align: 'top' }
  return { text: typesetText({ paragraphs, lang: text.lang, first: region }, context), region, lang: text.lang }
}

const heightOf = ({ text }: SideText): number => Math.ceil(text.pages[0]!.height)

/** A table on one page. */
interface TablePage extends TablePart {
  page: TableSetting['pages'][number]
  style: string
  ruler: CellRuler
  /** The place of the block in the source. */
  range: Range
  unit: SideText | null
  note: SideText | null
}

function pageBoxes(
  { grid, measures, setting, page, style, ruler, unit, note, range }: TablePage,
  region: Region,
  alone: boolean,
  slot: BlockSlot,
  context: BlockContext,
): PlacedBox[] {
  const { set, width } = setting
  const heights = page.map(({ from, to }) =>
    set.rows.slice(from, to).reduce((sum, { height }) => sum + height, set.head?.height ?? 0),
  )
  const above = unit ? heightOf(unit) + noteGap : 0
  const below = note ? heightOf(note) + noteGap : 0
  const highest = Math.max(...heights)
  const { x, y } = alignBox(region, highest + above + below, alone)
  const tableWidth = widthOfTable(set)
  const whole = page.length > 1 ? width + halvesGap + tableWidth : tableWidth
  const caption = context.title
  const tables = page.map((part, i): PlacedBox => {
    const rows = set.rows.slice(part.from, part.to)
    const sources = sourcesOf(rows.map(({ row }) => ({ range, item: row.item })))
    return {
      ...{ x: x + i * (width + halvesGap), y: y + above, width: tableWidth, height: heights[i]! },
      region: slot.regionName,
      template: 'table',
      view: tableView({ grid, set, measures, ruler, style, caption }, part),
      ...(sources && { sources }),
    }
  })
  const side = ({ text, region: own, lang }: SideText, name: string, top: number): PlacedBox =>
    textBox(
      text,
      0,
      { ...own, x, y: top, width: Math.max(whole, own.width), height: 0 },
      { name, lang, theme: context.theme },
    )
  return [
    ...(unit ? [side(unit, 'unit', y)] : []),
    ...tables,
    ...(note ? [side(note, 'caption', y + above + highest + noteGap)] : []),
  ]
}

/** A table with some of its columns. */
const selectColumns = (grid: TableGrid, columns: readonly number[]): TableGrid => {
  const cellsOf = <R extends { cells: readonly string[] }>(row: R): R => ({
    ...row,
    cells: columns.map((column) => row.cells[column]!),
  })
  return {
    ...grid,
    columns: columns.map((column) => grid.columns[column]!),
    head: grid.head && cellsOf(grid.head),
    rows: grid.rows.map(cellsOf),
  }
}

function reportSetting(
  parts: readonly TablePart[],
  grid: TableGrid,
  { range }: TableBlock<LocalizedText>,
  ruler: CellRuler,
  context: BlockContext,
): void {
  for (const part of parts) {
    const { narrow, size } = part.setting.set
    if (narrow === null) continue
    const facts = { word: part.measures[narrow]!.word, columns: grid.columns.length, sizePx: size }
    context.report({ ...facts, code: 'table-column-narrow', severity: 'warning', range })
    break
  }
  const pages = parts.reduce((sum, { setting }) => sum + setting.pages.length, 0)
  if (parts.length > 1) {
    const facts = { columns: grid.columns.length, parts: parts.length }
    context.report({ ...facts, code: 'table-columns-divided', severity: 'warning', range })
  }
  if (pages > parts.length) {
    const facts = { rows: grid.rows.length, pages, sizePx: parts[0]!.setting.set.size }
    context.report({ ...facts, code: 'table-continued', severity: 'info', range })
  }
  const missing = ruler.missing
  if (missing.length > 0) {
    const { family } = ruler.style
    context.report({
      code: 'letter-missing',
      letters: missing,
      family,
      style: 'cell',
      theme: null,
      severity: 'warning',
      range,
    })
  }
}
