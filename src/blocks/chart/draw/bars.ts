import { type ChartData, sumOfRow } from '../data/chart-data.ts'
import {
  type AreaFill,
  type ChartDrawing,
  type ChartLabel,
  type ChartRoom,
  emptyDrawing,
  lineHeightOf,
} from './drawing.ts'
import { addLegend, addUnit } from './legend.ts'
import { type NameColumn, nameColumns } from './name-column.ts'
import type { RuledText } from './ruler.ts'
import { linearScale } from './scale.ts'
import type { ChartTexts } from './texts.ts'

/** The distance between a name and its bar, and between a bar and its value. Units: em. */
const gaps = { name: 0.7, value: 0.4 }

/** The least space between rows, and the greatest height of a row and of a bar. Units: em. */
const rowSpace = 0.35
const mostRow = 3.4
const mostBar = 1.9

/** The rows of bars that were drawn. */
export interface DrawnBars {
  drawing: ChartDrawing
  /** How many rows fit; all of them if `drawing` shows the chart. */
  rows: number
}

/**
 * Draws lying bars from 0: one for each value, or (`stacked`) one for each row with its values one after the other. All charts
 * of one slide share the scale of `whole`.
 *
 * Errors: null if the names do not fit beside the bars. If not all rows fit, only the first `rows` should be drawn.
 */
export function drawBars(
  data: ChartData,
  room: ChartRoom,
  texts: ChartTexts,
  stacked: boolean,
  whole: ChartData = data,
): DrawnBars | null {
  const drawing = emptyDrawing(room)
  const { size, width, height } = room
  const { names, series } = data
  let top =
    series.length > 1
      ? addLegend(
          series.map(({ name }) => name),
          drawing,
          texts,
        )
      : 0
  top += addUnit(drawing, top, texts)
  const line = lineHeightOf(size)
  const perRow = stacked ? 1 : series.length
  let chosen: { column: NameColumn; least: number } | null = null
  let most: number | null = null
  for (const column of nameColumns(names, size, width, texts.ruler)) {
    const tallest = Math.max(line * perRow, ...column.names.map(({ lines }) => lines.length * line))
    const least = tallest + rowSpace * size
    const rows = Math.max(0, Math.floor((height - top) / least))
    most = Math.max(most ?? 0, rows)
    if (rows < names.length) continue
    chosen = { column, least }
    break
  }
  if (!chosen) return most === null ? null : { drawing, rows: most }
  const { column, least } = chosen
  const step = Math.min(
    (height - top) / names.length,
    Math.max(least, mostRow * size * (perRow > 1 ? perRow * 0.6 : 1)),
  )

  const plot = plotOf(data, whole, { left: column.width + gaps.name * size, right: width }, size, texts, stacked)
  if (!plot) return null
  const x = linearScale(plot.min, plot.max, plot.from, plot.to)
  const bar = Math.min((step - rowSpace * size) / perRow, Math.max(line, mostBar * size))
  for (const row of names.keys()) {
    const middle = top + (row + 0.5) * step
    addName(column.names[row]!, column.width, middle, line, drawing)
    const rowTop = middle - (bar * perRow) / 2
    if (stacked) addStack(data, row, { y: rowTop, height: bar }, x, drawing, texts)
    else
      for (const index of series.keys())
        addBar(data, row, index, { y: rowTop + index * bar, height: bar }, x, drawing, texts)
  }
  drawing.height = top + names.length * step
  drawing.strokes.push({ d: axisPath(x(0), top, drawing.height), kind: 'axis', series: 0 })
  return { drawing, rows: names.length }
}

const axisPath = (x: number, top: number, bottom: number) =>
  `M${Math.round(x * 10) / 10} ${Math.round(top * 10) / 10}V${Math.round(bottom * 10) / 10}`

interface Plot {
  min: number
  max: number
  from: number
  to: number
}

/** Where the bars begin and end, so that the values beside them stay inside. */
function plotOf(
  { names, series }: ChartData,
  whole: ChartData,
  { left, right }: { left: number; right: number },
  size: number,
  texts: ChartTexts,
  stacked: boolean,
): Plot | null {
  const ends = stacked
    ? whole.names.map((_, row) => sumOfRow(whole, row))
    : whole.series.flatMap(({ values }) => values)
  const min = Math.min(0, ...ends.map((value) => value ?? 0))
  const max = Math.max(0, ...ends.map((value) => value ?? 0))
  let [before, after] = [0, 0]
  for (const row of names.keys()) {
    for (const index of stacked ? [-1] : series.keys()) {
      const text = index < 0 ? sumText(whole, row, texts) : texts.value(index, row)
      const room = texts.ruler.width(text, size, true) + gaps.value * size
      if (index >= 0 && (series[index]!.values[row] ?? 0) < 0) before = Math.max(before, room)
      else after = Math.max(after, room)
    }
  }
  const from = left + before
  const to = right - after
  return to - from < (right - left) * 0.25 ? null : { min, max, from, to }
}

function addName(
  { lines, width }: RuledText,
  right: number,
  middle: number,
  line: number,
  drawing: ChartDrawing,
): void {
  if (lines.length === 0) return
  const height = lines.length * line
  drawing.labels.push({ x: right - width, y: middle - height / 2, width, height, lines, anchor: 'end', role: 'name' })
}

interface Band {
  y: number
  height: number
}

function addBar(
  { series }: ChartData,
  row: number,
  index: number,
  { y, height }: Band,
  x: (value: number) => number,
  drawing: ChartDrawing,
  texts: ChartTexts,
): void {
  const value = series[index]!.values[row] ?? null
  const [zero, end] = [x(0), x(value ?? 0)]
  const space = series.length > 1 ? 1 : 0
  const shape = { x: Math.min(zero, end), y: y + space, width: Math.abs(end - zero), height: height - 2 * space }
  const rows = series.length === 1 ? { rows: [row] } : {}
  const fill = fillOf(row, index, series.length, texts)
  if (value !== null) drawing.areas.push({ shape, fill, row, series: index, ...rows })
  addValue(texts.value(index, row), end, (value ?? 0) < 0, y + height / 2, drawing, texts, {
    role: 'value',
    series: index,
    ...rows,
  })
}

const fillOf = (row: number, index: number, count: number, { highlight }: ChartTexts): AreaFill =>
  count === 1 && highlight && !highlight.has(row) ? 'low' : (index as AreaFill)

function addValue(
  text: string,
  at: number,
  isLeft: boolean,
  middle: number,
  drawing: ChartDrawing,
  { ruler }: ChartTexts,
  own: Pick<ChartLabel, 'role' | 'rows' | 'series'>,
): void {
  const { size } = drawing
  const line = lineHeightOf(size)
  const width = ruler.width(text, size, true)
  const gap = gaps.value * size
  const box = { x: isLeft ? at - gap - width : at + gap, y: middle - line / 2, width, height: line }
  drawing.labels.push({ ...box, lines: [text], anchor: isLeft ? 'end' : 'start', boldFrom: 0, ...own })
}

function addStack(
  data: ChartData,
  row: number,
  { y, height }: Band,
  x: (value: number) => number,
  drawing: ChartDrawing,
  texts: ChartTexts,
): void {
  const { size } = drawing
  const line = lineHeightOf(size)
  let sum = 0
  for (const [index, { values }] of data.series.entries()) {
    const value = values[row] ?? 0
    const [from, to] = [x(sum), x(sum + value)]
    sum += value
    if (value <= 0) continue
    drawing.areas.push({ shape: { x: from, y, width: to - from, height }, fill: index as AreaFill, row, series: index })
    const text = texts.value(index, row)
    const width = texts.ruler.width(text, size)
    if (width + 0.8 * size > to - from || line > height) continue
    const box = { x: (from + to - width) / 2, y: y + (height - line) / 2, width, height: line }
    drawing.labels.push({
      ...box,
      lines: [text],
      anchor: 'middle',
      role: 'value',
      series: index,
      ...(index === 0 ? { onFill: true } : { plate: true }),
    })
  }
  addValue(sumText(data, row, texts), x(sum), false, y + height / 2, drawing, texts, {
    role: 'sum',
    series: data.series.length - 1,
  })
}

const sumText = (data: ChartData, row: number, { number }: ChartTexts): string =>
  data.series.every(({ values }) => values[row] === null) ? '–' : number(sumOfRow(data, row))
