import { formatNumber } from '../../../languages/format.ts'
import type { ChartData } from '../data/chart-data.ts'
import type { ChartRuler } from './ruler.ts'

/** Units of so many characters stand at each value; longer ones once, above the drawing. */
const shortUnit = 2

/** The texts of a chart and what measures them. */
export interface ChartTexts {
  ruler: ChartRuler
  /** A value as the author wrote it, or a dash. */
  value(series: number, row: number): string
  /** A number of our own: a sum, a step of the axis. */
  number(value: number): string
  /** The unit, if it stands above the drawing. */
  unitLine: string | null
  /** The name of joined small parts. */
  other: string
  /** Rows that are set off; null if none is. */
  highlight: ReadonlySet<number> | null
}

/** Collects the texts of a chart. */
export function textsOf(
  { series, unit, lang }: ChartData,
  more: Pick<ChartTexts, 'ruler' | 'other' | 'highlight'>,
): ChartTexts {
  const isShort = unit.length <= shortUnit
  const withUnit = (text: string) => {
    if (unit === '' || !isShort) return text
    return /^[$€£]$/.test(unit) ? `${unit}${text}` : `${text}\u00a0${unit}`
  }
  return {
    ...more,
    value(index, row) {
      const { values, labels } = series[index]!
      const written = labels[row] ?? ''
      if (values[row] !== null && values[row] !== undefined) return withUnit(written)
      return written || '–'
    },
    number: (value) => withUnit(formatNumber(Number(value.toPrecision(12)), lang)),
    unitLine: unit === '' || isShort ? null : unit,
  }
}
