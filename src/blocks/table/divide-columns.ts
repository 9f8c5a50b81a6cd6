import type { ColumnMeasure } from './column-widths.ts'
import { divideWidth } from './column-widths.ts'
import type { TableGrid } from './table-grid.ts'

/**
 * Divides the columns of a table into parts that fit side by side at a size; each has the first column, which names the
 * rows. Columns that would still fit if words were broken stay together if they are few. Units: px.
 */
export function divideColumns(
  { columns }: Pick<TableGrid, 'columns'>,
  measures: readonly ColumnMeasure[],
  width: number,
  size: number,
): number[][] {
  const all = columns.map((_, i) => i)
  const fits = (part: readonly number[]) =>
    divideWidth(
      part.map((column) => measures[column]!),
      width,
      size,
    ).narrow === null
  if (fits(all) || columns.length <= 3) return [all]
  const parts: number[][] = []
  let part = [0]
  for (const column of all.slice(1)) {
    if (part.length > 1 && !fits([...part, column])) {
      parts.push(part)
      part = [0]
    }
    part.push(column)
  }
  parts.push(part)
  const even = evenParts(all.slice(1), parts.length)
  return even.every(fits) ? even : parts
}

/** Divides columns evenly into parts that begin with the first column. */
const evenParts = (columns: readonly number[], count: number): number[][] =>
  Array.from({ length: count }, (_, i) => [
    0,
    ...columns.slice(Math.round((i * columns.length) / count), Math.round(((i + 1) * columns.length) / count)),
  ])
