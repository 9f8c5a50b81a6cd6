import type { FittedPage, FittedText } from '../../model/fitted.ts'
import type { TextView } from '../../model/laid-out.ts'
import type { Lang } from '../../model/lang.ts'
import { lineHeightAt } from '../../model/theme.ts'
import type { RowPage } from '../data/divide-rows.ts'
import type { CellRuler } from './cell-ruler.ts'
import { type ColumnMeasure, isBold } from './column-widths.ts'
import { rowPadding, type SetRow, type SetTable } from './set-table.ts'
import { beforeDecimals, type GridRow, type TableGrid } from './table-grid.ts'

/** What the template `table` draws. Units: px. */
export interface TableView {
  lang: Lang
  /** The name of the table, for screen readers; null if it has none. */
  caption: string | null
  ranked: boolean
  /** The widths of the columns, and the space after each but the last. */
  columns: readonly number[]
  head: RowView | null
  rows: readonly RowView[]
}

/** A row of a table. Units: px. */
export interface RowView {
  kind: GridRow['kind']
  height: number
  /** The space above its text. */
  padding: number
  cells: readonly CellView[]
}

/** A cell of a table. Units: px. */
export interface CellView {
  head: 'row' | 'col' | null
  right: boolean
  /** The space to the right of its text: that of the next column, and of decimals that it lacks. */
  space: number
  text: TextView | null
}

/** What a view is made of. */
export interface TableParts {
  grid: TableGrid
  set: SetTable
  measures: readonly ColumnMeasure[]
  ruler: CellRuler
  style: string
  caption: string | null
}

/** Creates the view of some rows, below the heads of their columns. */
export function tableView(parts: TableParts, { from, to }: RowPage): TableView {
  const { grid, set, caption } = parts
  const { widths, gaps } = set
  return {
    lang: grid.lang,
    caption,
    ranked: grid.ranked,
    columns: widths.map((width, i) => width + (gaps[i] ?? 0)),
    head: set.head && rowView(set.head, parts),
    rows: set.rows.slice(from, to).map((row) => rowView(row, parts)),
  }
}

/** The width of a table. Units: px. */
export const widthOfTable = ({ widths, gaps }: SetTable): number =>
  [...widths, ...gaps].reduce((sum, one) => sum + one, 0)

function rowView({ row, height, parts }: SetRow, table: TableParts): RowView {
  const { grid, set } = table
  const cells = row.cells.map((text, i): CellView => {
    const right = grid.columns[i]!.kind !== 'left'
    const head = row.kind === 'head' ? 'col' : i === headColumn(grid) ? 'row' : null
    const gap = set.gaps[i] ?? 0
    const part = parts?.[i]
    const view = text === '' || part === null ? null : cellText(text, i, row, table, part)
    return { head, right, space: gap + (view ? missingDecimals(text, i, row, table) : 0), text: view }
  })
  return { kind: row.kind, height, padding: rowPadding(set.size), cells }
}

/** The column that names the rows: the one after the places of a ranking, otherwise the first. */
const headColumn = ({ ranked, columns }: TableGrid): number => (ranked && columns.length > 1 ? 1 : 0)

function cellText(
  text: string,
  column: number,
  row: GridRow,
  { grid, set, ruler, style }: TableParts,
  part: FittedPage | undefined,
): TextView {
  const { size, widths } = set
  const fitted: Pick<FittedText, 'pages'> = part
    ? { pages: [part] }
    : ruler.set(ruler.measure(text, isBold(row)), size, widths[column]!)
  return {
    style,
    heading: null,
    lang: grid.lang,
    size,
    lineHeight: lineHeightAt(ruler.style, size),
    page: fitted.pages[0]!,
    suffix: null,
  }
}

/** How much less than others a figure has after its decimal sign. Units: whole px. */
function missingDecimals(
  text: string,
  index: number,
  row: GridRow,
  { grid, set, measures, ruler }: TableParts,
): number {
  const column = grid.columns[index]!
  if (column.kind !== 'number' || row.kind === 'head') return 0
  const whole = beforeDecimals(text, column)
  const own = whole === text ? 0 : ruler.measure(text, isBold(row)).width - ruler.measure(whole, isBold(row)).width
  const space = Math.round((measures[index]!.after - own) * set.size)
  const free = set.widths[index]! - ruler.measure(text, isBold(row)).width * set.size
  return isFigure(text) ? Math.max(0, Math.min(space, Math.floor(free))) : 0
}

const isFigure = (text: string): boolean => /\d/.test(text)
