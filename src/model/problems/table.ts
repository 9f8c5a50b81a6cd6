/** Problems of tables. `row` and `column` are names as written, or numbers from 1 where there are none. */
export type TableProblem =
  /** A text that is set as a table without being asked to. */
  | { code: 'table-recognised'; shown: 'table' | 'ranking' | 'programme'; rows: number; columns: number }
  /** Lines with `;` between their cells, which `"block": "11"` would show as a table. */
  | { code: 'table-suggested'; rows: number; columns: number }
  /** A row with fewer cells than others, the first of them. */
  | { code: 'table-rows-unequal'; row: number; cells: number; columns: number }
  /** More columns than can be followed. */
  | { code: 'table-columns-many'; columns: number; limit: number }
  /** Columns that do not fit side by side, so that they follow on further pages. */
  | { code: 'table-columns-divided'; columns: number; parts: number }
  /** A column that is narrower than its longest word. */
  | { code: 'table-column-narrow'; word: string; columns: number; sizePx: number }
  /** A table of several pages. */
  | { code: 'table-continued'; rows: number; pages: number; sizePx: number }
  | { code: 'table-cell-long'; row: string; column: string; characters: number }
  /** A formula of a spreadsheet instead of its result. */
  | { code: 'table-cell-formula'; value: string; row: string; column: string }
  /** The sign of a failed calculation, such as `NaN` or `#REF!`. */
  | { code: 'table-cell-failed'; value: string; row: string; column: string }
  /** A number that may be read in two ways, and what it was read as. */
  | { code: 'number-doubtful'; value: string; read: number; column: string }
