import type { Lang } from '../../../model/lang.ts'

/** A column of numbers. */
export interface ChartSeries {
  /** Empty if the column has no head. */
  name: string
  /** Null where there is no value. */
  values: readonly (number | null)[]
  /** The values as the author wrote them, without the unit that all have. */
  labels: readonly string[]
}

/** The numbers of a chart: a name for each row, and one to four columns. */
export interface ChartData {
  names: readonly string[]
  series: readonly ChartSeries[]
  /** The unit of all values; empty if there is none. */
  unit: string
  lang: Lang
}

/** The most series that a chart tells apart. */
export const maxSeries = 4

/** The most parts of a ring. */
export const maxParts = 6

/** All values of a chart. */
export const valuesOf = ({ series }: Pick<ChartData, 'series'>): number[] =>
  series.flatMap(({ values }) => values.filter((value) => value !== null))

/** The sum of a row; values that are absent count as nothing. */
export const sumOfRow = ({ series }: Pick<ChartData, 'series'>, row: number): number =>
  series.reduce((sum, { values }) => sum + (values[row] ?? 0), 0)

/** The rows from one index to another. */
export const sliceRows = (data: ChartData, from: number, to: number): ChartData => ({
  ...data,
  names: data.names.slice(from, to),
  series: data.series.map((one) => ({
    ...one,
    values: one.values.slice(from, to),
    labels: one.labels.slice(from, to),
  })),
})
