import type { MultilingualText } from '../../model/lang.ts'
import type { Range } from '../../model/source.ts'

/** The programme of an event, or stages with dates along a line. */
export interface TimelineBlock<T = MultilingualText> {
  type: 'timeline'
  /** Null: a programme if most rows begin with a clock time, otherwise stages. */
  kind: 'programme' | 'line' | null
  /** Rows as lists of cells, or as texts of one or more rows. */
  rows: TimelineRow<T>[]
  range: Range
}

/** A text whose lines are rows, or a row of cells. */
export type TimelineRow<T = MultilingualText> = { text: T; range: Range } | { cells: T[]; range: Range }
