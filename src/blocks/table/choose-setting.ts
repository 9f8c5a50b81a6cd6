import { lineHeightAt } from '../../model/theme.ts'
import { divideRows, type RowPage } from '../data/divide-rows.ts'
import type { CellRuler } from './cell-ruler.ts'
import type { ColumnMeasure } from './column-widths.ts'
import { rowPadding, type SetTable, setTable, splitHighRows } from './set-table.ts'
import type { TableGrid } from './table-grid.ts'

/** A table divided into pages; each has one part, or two side by side. */
export interface TableSetting {
  set: SetTable
  pages: RowPage[][]
  /** The width of each part. Units: px. */
  width: number
}

/** The heights and the width of a table on its first page and on further ones. Units: px. */
export interface TableRoom {
  width: number
  first: number
  next: number
}

/** The distance between the two halves of a ranking. Units: px. */
export const halvesGap = 64

/** Halves may be set this much smaller than one column. Units: px. */
const mostSmaller = 4

/** A shorter ranking stands in one column. */
const fewestForHalves = 8

/** Sets a table at the largest size with which it needs the fewest pages. `sizes`: largest first. Units: px. */
export function chooseSetting(
  grid: TableGrid,
  columns: readonly ColumnMeasure[],
  sizes: readonly number[],
  room: TableRoom,
  ruler: CellRuler,
): TableSetting {
  const mayFit = (size: number, pages: number) => leastPages(grid, size, room, ruler) <= pages
  const whole = bestSize(sizes, mayFit, (size) =>
    settingOf(setTable(grid, columns, room.width, size, ruler), room, ruler),
  )
  if (!grid.ranked || grid.rows.length < fewestForHalves) return whole
  const width = Math.floor((room.width - halvesGap) / 2)
  const half = (size: number) => halvesOf(setTable(grid, columns, width, size, ruler), width, room)
  const onOneLine = sizes.filter((size) => half(size).set.rows.every(({ lines }) => lines === 1))
  const halves = bestSize(onOneLine.length > 0 ? onOneLine : sizes, () => true, half)
  const smaller = whole.set.size - halves.set.size
  const fewer = halves.pages.length - whole.pages.length
  // The smallest size is for what does not fit otherwise.
  if (fewer === 0 && smaller > 0 && halves.set.size === sizes.at(-1)) return whole
  return halves.set.narrow === null && (fewer < 0 || (fewer === 0 && smaller <= mostSmaller)) ? halves : whole
}

/** Returns the setting at the largest size that needs no more pages than the smallest. `mayFit`: cheap to ask. */
function bestSize(
  sizes: readonly number[],
  mayFit: (size: number, pages: number) => boolean,
  at: (size: number) => TableSetting,
): TableSetting {
  const smallest = at(sizes.at(-1)!)
  for (const size of sizes.slice(0, -1)) {
    if (!mayFit(size, smallest.pages.length)) continue
    const setting = at(size)
    if (setting.set.narrow === null && setting.pages.length <= smallest.pages.length) return setting
  }
  return smallest
}

/** The pages that a table needs if each row has one line. */
function leastPages({ head, rows }: TableGrid, size: number, { first, next }: TableRoom, ruler: CellRuler): number {
  const height = lineHeightAt(ruler.style, size) + 2 * rowPadding(size)
  const onPage = (room: number) => Math.max(1, Math.floor(room / height) - (head ? 1 : 0))
  return 1 + Math.ceil(Math.max(0, rows.length - onPage(first)) / onPage(next))
}

function settingOf(set: SetTable, { width, first, next }: TableRoom, ruler: CellRuler): TableSetting {
  const split = splitHighRows(set, Math.min(first, next), ruler)
  const pages = divideRows({
    rows: split.rows.map(({ height }) => height),
    headings: new Set(),
    before: () => split.head?.height ?? 0,
    first,
    next,
  })
  return { set: split, pages: pages.map((page) => [page]), width }
}

/** Divides a ranking into two halves for each page, as even as possible. */
function halvesOf(set: SetTable, width: number, { first, next }: TableRoom): TableSetting {
  const count = set.rows.length
  const head = set.head?.height ?? 0
  for (let pages = 1; ; pages++) {
    const each = Math.ceil(count / (2 * pages))
    const parts = Array.from({ length: 2 * pages }, (_, i) => ({
      from: Math.min(count, i * each),
      to: Math.min(count, (i + 1) * each),
    })).filter(({ from, to }) => to > from)
    const fits = parts.every(({ from, to }, i) => {
      const height = set.rows.slice(from, to).reduce((sum, row) => sum + row.height, head)
      return height <= (i < 2 ? first : next)
    })
    if (fits || each === 1) {
      return {
        set,
        pages: Array.from({ length: Math.ceil(parts.length / 2) }, (_, i) => parts.slice(2 * i, 2 * i + 2)),
        width,
      }
    }
  }
}
