type Kind = 'bar' | 'stack' | 'line' | 'donut'

/** Problems of charts, and of the numbers in their rows. `row` and `column` are names as written. */
export type ChartProblem =
  /** No column of numbers, so that the rows are shown as they are. */
  | { code: 'chart-numbers-missing'; rows: number }
  /** A cell in a column of numbers that is none. */
  | { code: 'chart-value-unreadable'; value: string; row: string; column: string }
  /** A value below zero, which is no part of a whole: bars are drawn instead of `kind`. */
  | { code: 'chart-value-negative'; value: number; row: string; column: string; kind: Kind }
  /** Data that the requested kind cannot show; `shown` is drawn. */
  | { code: 'chart-kind-changed'; kind: Kind; shown: Kind; reason: 'series' | 'parts' | 'points' | 'room' }
  /** More columns of numbers than a chart can tell apart. */
  | { code: 'chart-series-many'; series: number; limit: number }
  /** Numbers with different units, which one axis cannot measure. */
  | { code: 'chart-units-mixed'; units: readonly string[] }
  /** A row or column of sums, which is no part of a chart. */
  | { code: 'chart-total-omitted'; name: string }
  /** Remarks in parentheses behind numbers, which the chart does not show. */
  | { code: 'chart-notes-omitted'; rows: number; example: string }
  /** Small parts of a ring that are drawn as one. */
  | { code: 'chart-parts-joined'; parts: readonly string[]; limit: number }
  /** A name or a value that is too long to be set beside its bar. */
  | { code: 'chart-label-long'; row: string; characters: number }
  /** A name in `highlight` that no row has. */
  | { code: 'chart-highlight-unknown'; name: string; nearest: string | null }
  /** A text that is only labels and numbers, which a chart would show. */
  | { code: 'chart-suggested'; rows: number }
