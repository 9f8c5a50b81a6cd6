import { languages } from '../../languages/languages.ts'
import { type ChartData, sumOfRow } from './data/chart-data.ts'
import type { ChartTexts } from './draw/texts.ts'
import type { ChartKind, ChartView } from './types.ts'

/** A row or a point with its value, as a sentence names it. */
interface Named {
  name: string
  value: string
}

/** Returns the sentence for screen readers: what is drawn, how many values, and the largest and smallest of them. */
export function describeChart(data: ChartData, kind: ChartKind, texts: ChartTexts): string {
  const words = languages[data.lang].data.chart
  const { names, series } = data
  const parts = [captionOf(data, kind, texts)]
  if (series.length > 1) parts.push(words.series(series.map(({ name }) => name)))
  const sums = names.flatMap((name, row): (Named & { sum: number })[] => {
    const some = series.some(({ values }) => values[row] !== null)
    const value = series.length === 1 ? texts.value(0, row) : texts.number(sumOfRow(data, row))
    return some ? [{ name, value, sum: sumOfRow(data, row) }] : []
  })
  if (kind === 'line') {
    const ends = series.flatMap(({ name, values }, index) => {
      const rows = [...values.keys()].filter((row) => values[row] !== null)
      const at = (row: number): Named => ({ name: names[row]!, value: texts.value(index, row) })
      return rows.length > 0 ? [words.change(name, at(rows[0]!), at(rows.at(-1)!))] : []
    })
    return [...parts, ...ends].join(' ')
  }
  const sorted = [...sums].sort((a, b) => b.sum - a.sum)
  if (sorted.length > 1) parts.push(words.extremes(sums.length, sorted[0]!, sorted.at(-1)!))
  else parts.push(...sorted.map(({ name, value }) => `${name}: ${value}.`))
  return parts.join(' ')
}

/** Returns the caption of the data: what is drawn, and in which unit. The sentence of the drawing says the rest. */
export function captionOf({ unit, lang }: ChartData, kind: ChartKind, texts: ChartTexts): string {
  const words = languages[lang].data.chart
  return [words.kinds[kind], ...(texts.unitLine === null ? [] : [words.unit(unit)])].join(' ')
}

/** Returns the data as a table. */
export function tableOf(data: ChartData, texts: ChartTexts, caption: string): ChartView['table'] {
  const { names, series, unit, lang } = data
  const words = languages[lang].data.chart
  const named = (name: string) => name || words.value
  const head = series.map(({ name }) => (texts.unitLine === null ? named(name) : `${named(name)}, ${unit}`))
  return {
    caption,
    head: [words.name, ...head],
    rows: names.map((name, row) => [name, ...series.map((_, index) => texts.value(index, row))]),
  }
}
