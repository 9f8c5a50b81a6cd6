import type { DataTable } from '../../model/data-table.ts'
import type { MultilingualText } from '../../model/lang.ts'
import type { Range } from '../../model/source.ts'

/** The side of a column at which its cells stand. */
export type ColumnSide = 'left' | 'right'

/** A table. */
export interface TableBlock<T = MultilingualText> {
  type: 'table'
  data: DataTable<T>
  /** Whether the last row is a sum, which is set off; null: recognised by its words. */
  total: boolean | null
  /** Whether the rows are a ranking, whose places stand in the first column; null: recognised by its lines. */
  rank: boolean | null
  /** The unit of all numbers. */
  unit: T | null
  /** A remark or the source, below the table. */
  note: T | null
  /** The sides that the author sets, by column; null: by the cells. */
  align: readonly (ColumnSide | null)[]
  range: Range
}
