import type { JsonValue } from '../../../model/source.ts'
import type { EditOp } from '../../../model/wire/edit.ts'
import { isObject, opsToSet, valueAt } from '../values.ts'
import type { Rows } from './rows.ts'

/** Returns a list with other items in place of some. */
export function spliced<T>(list: readonly T[], start: number, removed: number, ...added: T[]): T[] {
  const copy = [...list]
  copy.splice(start, removed, ...added)
  return copy
}

/** Rows with another text in a cell. */
export const withTyped = (grid: Rows, row: number, column: number, text: string): Rows =>
  grid.map((cells, i) => (i === row ? spliced(cells, column, 1, text) : cells))

/** A cell and what it is to hold. */
interface EditedCell {
  row: number
  column: number
  text: string
  lang: string
  grid: Rows
}

/** The operations that change a cell. A table that is written as one text becomes a list of rows. */
export function opsForCell(
  deck: JsonValue,
  path: readonly (string | number)[],
  { row, column, text, lang, grid }: EditedCell,
): EditOp[] {
  const cells = valueAt(deck, [...path, row])
  if (!Array.isArray(valueAt(deck, path)) || !Array.isArray(cells) || column >= cells.length) {
    return opsToSet(
      deck,
      path,
      withTyped(grid, row, column, text).map((one) => [...one]),
    )
  }
  const cell = cells[column]
  return opsToSet(deck, [...path, row, column, ...(isObject(cell) ? [lang] : [])], text)
}
