import type { TextRow } from '../../../model/data-table.ts'
import type { Lang } from '../../../model/lang.ts'
import type { ChartProblem } from '../../../model/problems/chart.ts'
import type { TableProblem } from '../../../model/problems/table.ts'
import {
  decimalSignOf,
  isNoValue,
  magnitudeOf,
  readNumber,
  readNumberAlone,
  type WrittenNumber,
} from '../../data/read-number.ts'
import type { ChartData, ChartSeries } from './chart-data.ts'
import { labelledRows } from './labelled-rows.ts'

/** What may be wrong in the rows of a chart. */
export type DataProblem = ChartProblem | Extract<TableProblem, { code: 'number-doubtful' }>

/** What was read from rows, and what was wrong in them. */
export interface ReadData {
  /** Null if there is nothing to draw. */
  data: ChartData | null
  problems: DataProblem[]
}

const totalName = /^(?:итого|всего|жиыны|жиынтығы|барлығы|барлық|total)(?: \p{L}+)?:?$/iu
const yearName = /^(?:1[89]|20|21)\d\d(?: ?(?:ж\.?|жыл|г\.?|год))?$/u

/** What spreadsheets write where a number should be: a formula, an error. */
const fault = /^(?:=|#\p{L}|nan$)/iu

/** Reads the numbers of a chart: names in the first column, numbers in the others. `head`: whether the first row names them. */
export function readData(rows: readonly TextRow[], head: boolean | null, lang: Lang): ReadData {
  const table = labelledRows(rows, lang)
  const width = Math.max(0, ...table.map((cells) => cells.length))
  const hasHead = table.length > 1 && (head ?? looksLikeHead(table, lang))
  const names = hasHead ? table[0]! : []
  const reader = new TableReader(hasHead ? table.slice(1) : table, names, width, lang)
  const { data, problems } = reader.read()
  const notes = rows.flatMap(({ cells }) => noteIn(cells.at(-1) ?? '') ?? [])
  if (data && notes.length > 0) problems.push({ code: 'chart-notes-omitted', rows: notes.length, example: notes[0]! })
  return { data, problems }
}

/** What stands in parentheses behind a number at the end of a cell; null if nothing does. */
function noteIn(cell: string): string | null {
  const open = cell.lastIndexOf('(')
  return open > 0 && cell.endsWith(')') && /\d/.test(cell.slice(0, open)) ? cell.slice(open, open + 40) : null
}

/** Whether a first row names the columns: none of its cells is a number, or all are years above numbers that are not. */
function looksLikeHead([first = [], ...rest]: readonly (readonly string[])[], lang: Lang): boolean {
  const own = first.slice(1).filter((cell) => cell !== '')
  if (own.length === 0 || own.some((cell) => fault.test(cell))) return false
  const isNumber = (cell: string) => readNumberAlone(cell, lang) !== null
  if (own.every((cell) => !isNumber(cell))) return rest.some((cells) => cells.slice(1).some(isNumber))
  if (own.every((cell) => yearName.test(cell)))
    return !rest.every((cells) => cells.slice(1).every((cell) => yearName.test(cell)))
  // A head of years and words, such as "2024 | 2025 | growth".
  return own.some((cell) => !isNumber(cell)) && own.filter(isNumber).every((cell) => yearName.test(cell))
}

class TableReader {
  private readonly problems: DataProblem[] = []
  private readonly rows: readonly (readonly string[])[]

  constructor(
    rows: readonly (readonly string[])[],
    private readonly head: readonly string[],
    private readonly width: number,
    private readonly lang: Lang,
  ) {
    this.rows = this.withoutTotal(rows)
  }

  read(): ReadData {
    const columns = Array.from({ length: Math.max(0, this.width - 1) }, (_, i) => i + 1)
    const numeric = this.withoutTotals(columns.filter((column) => this.isNumeric(column)))
    if (numeric.length === 0 || this.rows.length === 0) {
      this.problems.push({ code: 'chart-numbers-missing', rows: this.rows.length })
      return { data: null, problems: this.problems }
    }
    const read = numeric.map((column) => this.readColumn(column))
    const units = unitsOf(read.map(({ numbers }) => numbers))
    if (!units) {
      const list = [...new Set(read.flatMap(({ numbers }) => numbers.flatMap((one) => one?.unit ?? [])))]
      this.problems.push({ code: 'chart-units-mixed', units: list.map((unit) => unit || '—') })
      return { data: null, problems: this.problems }
    }
    const series = read.map(
      ({ name, numbers }): ChartSeries => ({
        name,
        values: numbers.map((one) => (one ? one.value * units.factorOf(one) : null)),
        labels: numbers.map((one) => (one ? units.labelOf(one) : '')),
      }),
    )
    const names = this.rows.map(([name = '']) => name)
    return { data: { names, series, unit: units.unit, lang: this.lang }, problems: this.problems }
  }

  /** A last row that sums up the others is none of them. */
  private withoutTotal(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
    const name = rows.length > 2 ? plain(rows.at(-1)![0] ?? '') : ''
    if (!totalName.test(name)) return rows
    this.problems.push({ code: 'chart-total-omitted', name })
    return rows.slice(0, -1)
  }

  private withoutTotals(columns: readonly number[]): readonly number[] {
    const kept = columns.filter((column) => !totalName.test(plain(this.head[column] ?? '')))
    if (kept.length === 0 || kept.length === columns.length) return columns
    const left = columns.find((column) => !kept.includes(column))!
    this.problems.push({ code: 'chart-total-omitted', name: this.head[left]! })
    return kept
  }

  /** Whether half of the cells of a column that are not empty are numbers. */
  private isNumeric(column: number): boolean {
    const cells = this.cellsOf(column).filter((cell) => !isNoValue(cell))
    const numbers = cells.filter((cell) => readNumberAlone(cell, this.lang) !== null)
    return numbers.length > 0 && 2 * numbers.length >= cells.length
  }

  private readColumn(column: number): { name: string; numbers: (WrittenNumber | null)[] } {
    const cells = this.cellsOf(column)
    const name = plain(this.head[column] ?? '')
    const decimal = decimalSignOf(cells, this.lang)
    if (decimal.doubtful) {
      const read = readNumber(decimal.doubtful, decimal)?.value ?? 0
      this.problems.push({ code: 'number-doubtful', value: decimal.doubtful, read, column: name || String(column + 1) })
    }
    const numbers = cells.map((cell, i) => {
      if (isNoValue(cell)) return null
      const number = readNumber(cell, decimal)
      if (!number) this.reportUnreadable(cell, i, name || String(column + 1))
      return number
    })
    return { name, numbers }
  }

  private reportUnreadable(value: string, row: number, column: string): void {
    this.problems.push({
      code: 'chart-value-unreadable',
      value: value.slice(0, 40),
      row: plain(this.rows[row]![0] ?? ''),
      column,
    })
  }

  private readonly cellsOf = (column: number) => this.rows.map((cells) => cells[column] ?? '')
}

const plain = (cell: string) => cell.replaceAll('**', '').trim()

/** A number with its unit stays on one line. */
const unbroken = (text: string) => text.replaceAll(' ', '\u00a0')

interface Units {
  unit: string
  factorOf(number: WrittenNumber): number
  labelOf(number: WrittenNumber): string
}

/** The unit that all numbers share, or words of magnitude that differ (`412 млрд ₸`, `2,3 трлн ₸`); null if units differ. */
function unitsOf(columns: readonly (readonly (WrittenNumber | null)[])[]): Units | null {
  const numbers = columns.flat().filter((one) => one !== null)
  const units = [...new Set(numbers.map(({ unit }) => unit))]
  if (units.length <= 1) {
    return { unit: units[0] ?? '', factorOf: () => 1, labelOf: ({ digits }) => unbroken(digits) }
  }
  const bases = new Set(units.map((unit) => magnitudeOf(unit).base))
  if (bases.size > 1) return null
  return {
    unit: '',
    factorOf: ({ unit }) => magnitudeOf(unit).factor,
    labelOf: ({ digits, unit }) => unbroken(unit ? `${digits} ${unit}` : digits),
  }
}
