import type { ChartProblem } from '../../../model/problems/chart.ts'
import type { ChartKind } from '../types.ts'
import { type ChartData, maxParts, maxSeries, valuesOf } from './chart-data.ts'

/** What is drawn, and why it is not what was asked for. `kind` is null if no chart can show the data. */
export interface ChosenKind {
  kind: ChartKind | null
  problems: ChartProblem[]
}

/** Shares that sum up to so much are the parts of a whole. Units: percent. */
const wholeRange = { least: 97, most: 103 }

/** A ring that nobody asked for has at most so many parts. */
const maxUnasked = 5

/** The fewest points of a line that nobody asked for. */
const leastPoints = 3

const timeName =
  /^(?:(?:1[89]|20|21)\d\d(?:[–/-]\d{2,4})?(?: ?(?:ж\.?|жыл\p{L}*|г\.?|год\p{L}*))?|[IVX]{1,4}(?:[ -].*)?|[1-4][ -]?(?:ші )?(?:тоқсан|кв\.?|квартал)|q[1-4].*|(?:қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан|январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь|january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{4})?)$/iu

/** Chooses what a chart draws: what is asked for if the data allow it, otherwise what suits them. */
export function chooseKind(data: ChartData, asked: ChartKind | null): ChosenKind {
  const { series, names } = data
  if (series.length > maxSeries) {
    return { kind: null, problems: [{ code: 'chart-series-many', series: series.length, limit: maxSeries }] }
  }
  const kind = asked ?? suitableKind(data)
  const negative = firstNegative(data)
  if ((kind === 'stack' || kind === 'donut') && negative) {
    return { kind: 'bar', problems: [{ code: 'chart-value-negative', ...negative, kind }] }
  }
  if (kind === 'donut' && series.length > 1) return changed('donut', names.length > 1 ? 'stack' : 'bar', 'series')
  if (kind === 'donut' && valuesOf(data).filter((value) => value > 0).length < 2)
    return changed('donut', 'bar', 'parts')
  if (kind === 'stack' && series.length === 1) return { kind: 'bar', problems: [] }
  if (kind === 'line' && names.length < 2) return changed('line', 'bar', 'points')
  return { kind, problems: [] }
}

const changed = (kind: ChartKind, shown: ChartKind, reason: 'series' | 'parts' | 'points'): ChosenKind => ({
  kind: shown,
  problems: [{ code: 'chart-kind-changed', kind, shown, reason }],
})

function suitableKind(data: ChartData): ChartKind {
  const { names, series, unit } = data
  if (names.length >= leastPoints && names.every((name) => timeName.test(name.trim()))) return 'line'
  const [only] = series
  if (
    series.length === 1 &&
    names.length >= 2 &&
    names.length <= Math.min(maxUnasked, maxParts) &&
    !firstNegative(data)
  ) {
    const sum = only!.values.reduce<number>((total, value) => total + (value ?? 0), 0)
    const isWhole = sum >= wholeRange.least && sum <= wholeRange.most
    if (isWhole && (unit === '%' || unit === '') && only!.values.every((value) => value !== null)) return 'donut'
  }
  return 'bar'
}

function firstNegative({ names, series }: ChartData): { row: string; column: string; value: number } | null {
  for (const { name, values } of series) {
    const row = values.findIndex((value) => value !== null && value < 0)
    if (row >= 0) return { row: names[row]!, column: name, value: values[row]! }
  }
  return null
}
