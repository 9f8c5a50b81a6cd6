import type { Range } from './source.ts'

/** A cell as written. */
export interface DataCell<T> {
  text: T
  range: Range
  /** Written as a number of JSON, which each language writes in its own way. */
  number?: number
}

/** A row as written: its cells, or a text of one or more lines whose cells are not separated yet. */
export type DataRow<T> = { cells: readonly DataCell<T>[]; range: Range } | { text: T; range: Range }

/** Rows of data, as a table or a chart shows them. */
export interface DataTable<T> {
  rows: readonly DataRow<T>[]
  /** Whether the first row names the columns; null: recognised. */
  head: boolean | null
  range: Range
}

/** A row of plain texts in one language, and the range that it comes from. */
export interface TextRow {
  cells: readonly string[]
  range: Range
  /** The index of its line in the text at `range`. */
  line: number
}
