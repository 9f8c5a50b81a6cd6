import { type ChartData, valuesOf } from '../data/chart-data.ts'
import { type ChartDrawing, type ChartLabel, type ChartRoom, emptyDrawing, lineHeightOf, round1 } from './drawing.ts'
import { addUnit } from './legend.ts'
import { pushApart } from './push-apart.ts'
import type { RuledText } from './ruler.ts'
import { type Axis, linearScale, roundAxis } from './scale.ts'
import type { ChartTexts } from './texts.ts'

/** The radius of a mark at a point. Units: em. */
const pointRadius = 0.32

/** The distance between the axis and the names below it: more than half a line, which the lowest step of the axis needs. Units: em. */
const footGap = 0.75

/** The most values that stand at the points of a single line. */
const mostValues = 14

interface Plot {
  left: number
  right: number
  top: number
  bottom: number
}

/**
 * Draws a line for each series, its name at its end; a single line with its values. `all`: every name stands below the axis.
 * Errors: null if the texts do not fit.
 */
export function drawLines(data: ChartData, room: ChartRoom, texts: ChartTexts, all: boolean): ChartDrawing | null {
  const drawing = emptyDrawing(room)
  const { size, width, height } = room
  const { names, series } = data
  const line = lineHeightOf(size)
  const unit = addUnit(drawing, 0, texts)
  const single = series.length === 1
  const values = valuesOf(data)
  const steps = Math.max(3, Math.min(6, Math.floor(height / (3 * line))))
  // A single line has its values at its points, and needs no steps.
  const axis = single
    ? { min: Math.min(0, ...values), max: Math.max(0, ...values) || 1, steps: [0] }
    : roundAxis(values, steps)
  const widest = single ? Math.max(...names.map((_, row) => texts.ruler.width(texts.value(0, row), size, true))) : 0
  const ticks = axis.steps.map((step) => texts.ruler.width(texts.number(step), size))
  const ends = single ? [] : series.map((_, index) => endLabel(data, index, width * 0.3, size, texts))
  if (ends.some((end) => end.cut || end.lines.length > 4)) return null

  const edge = Math.max(widest / 2, firstNameWidth(names, size, width, texts) / 2)
  const left = Math.max(single ? 0 : Math.max(...ticks) + 0.6 * size, edge)
  const rightRoom = single ? edge : Math.max(edge, Math.max(...ends.map((end) => end.width)) + 1.6 * size)
  const footed = nameLabels(names, (width - left - rightRoom) / Math.max(1, names.length - 1), size, texts, all)
  if (!footed) return null
  const foot = footed.lines * line + footGap * size
  const plot: Plot = {
    left,
    right: width - rightRoom,
    top: unit + (single ? line + 0.7 * size : line / 2),
    bottom: height - foot,
  }
  if (plot.right - plot.left < width * 0.35 || plot.bottom - plot.top < 3 * line) return null

  const x = (row: number) => plot.left + ((plot.right - plot.left) * row) / Math.max(1, names.length - 1)
  const y = linearScale(axis.min, axis.max, plot.bottom, plot.top)
  addGrid(axis, plot, y, single, drawing, texts)
  let taken = Number.NEGATIVE_INFINITY
  for (const { row, text } of footed.shown) {
    const left = Math.min(Math.max(0, x(row) - text.width / 2), width - text.width)
    if (left < taken) return null
    taken = left + text.width
    const box = { x: left, y: plot.bottom + footGap * size, width: text.width, height: text.lines.length * line }
    drawing.labels.push({ ...box, lines: text.lines, anchor: 'middle', role: 'name' })
  }
  for (const [index, { values }] of series.entries()) addLine(values, index, x, y, drawing)
  const fitsValues = single && names.length <= mostValues && widest + 0.4 * size <= x(1) - x(0)
  if (single) addValues(data, fitsValues, widest, x, y, drawing, texts)
  else if (!addEnds(data, ends, x, y, { top: unit, bottom: plot.bottom + 0.3 * size }, drawing)) return null
  return drawing
}

/** The width that the first and last names may need beyond their points. */
const firstNameWidth = (names: readonly string[], size: number, width: number, { ruler }: ChartTexts) =>
  Math.max(...[names[0]!, names.at(-1)!].map((name) => ruler.lines(name, size, width * 0.16).width))

interface FootNames {
  shown: { row: number; text: RuledText }[]
  lines: number
}

/** Chooses which names stand below the axis, the last one always, and breaks them. */
function nameLabels(
  names: readonly string[],
  step: number,
  size: number,
  { ruler }: ChartTexts,
  all: boolean,
): FootNames | null {
  const widest = Math.max(...names.map((name) => ruler.width(name, size)))
  for (const lines of [1, 2, 3]) {
    for (let every = 1; every <= names.length; every++) {
      if (every > 1 && all) break
      const most = Math.min(every * step - 0.6 * size, 24 * size)
      // Cheaper than breaking them: names of these widths do not fit in so many lines.
      if (most <= 0 || widest > lines * most) continue
      const rows = [...names.keys()].filter((row) => (names.length - 1 - row) % every === 0)
      const shown = rows.map((row) => ({ row, text: ruler.lines(names[row]!, size, most) }))
      if (shown.every(({ text }) => !text.cut && text.lines.length <= lines && text.width <= most)) {
        const used = Math.max(...shown.map(({ text }) => text.lines.length))
        return rows.length >= 2 || names.length === 1 ? { shown, lines: used } : null
      }
    }
  }
  return null
}

function addGrid(
  { steps }: Axis,
  { left, right }: Plot,
  y: (value: number) => number,
  single: boolean,
  drawing: ChartDrawing,
  { ruler, number }: ChartTexts,
): void {
  const { size } = drawing
  const line = lineHeightOf(size)
  for (const step of steps) {
    const at = round1(y(step))
    if (step === 0 || !single)
      drawing.strokes.push({
        d: `M${round1(left)} ${at}H${round1(right)}`,
        kind: step === 0 ? 'axis' : 'grid',
        series: 0,
      })
    if (single) continue
    const text = number(step)
    const width = ruler.width(text, size)
    const box = { x: left - 0.6 * size - width, y: at - line / 2, width, height: line }
    drawing.labels.push({ ...box, lines: [text], anchor: 'end', role: 'tick' })
  }
}

/** Adds a line with marks at its points; it is interrupted where there is no value. */
function addLine(
  values: readonly (number | null)[],
  series: number,
  x: (row: number) => number,
  y: (value: number) => number,
  drawing: ChartDrawing,
): void {
  let d = ''
  let open = false
  for (const [row, value] of values.entries()) {
    if (value !== null) {
      const at = { x: round1(x(row)), y: round1(y(value)) }
      d += `${open ? 'L' : 'M'}${at.x} ${at.y}`
      drawing.points.push({ ...at, series })
    }
    open = value !== null
  }
  drawing.strokes.push({ d, kind: 'line', series })
}

/** Adds the values of a single line above its points: all of them, or the first, the last and the largest. */
function addValues(
  { series: [only] }: ChartData,
  all: boolean,
  widest: number,
  x: (row: number) => number,
  y: (value: number) => number,
  drawing: ChartDrawing,
  { ruler, value: text }: ChartTexts,
): void {
  const { size } = drawing
  const line = lineHeightOf(size)
  const rows = [...only!.values.keys()].filter((row) => only!.values[row] !== null)
  const largest = rows.reduce((best, row) => (only!.values[row]! > only!.values[best]! ? row : best), rows[0] ?? 0)
  const chosen = all ? rows : [...new Set([rows.at(-1)!, largest, rows[0]!])].filter((row) => row !== undefined)
  const taken: number[] = []
  for (const row of chosen) {
    if (!all && taken.some((other) => Math.abs(x(other) - x(row)) < widest + 0.4 * size)) continue
    taken.push(row)
    const shown = text(0, row)
    const width = ruler.width(shown, size, true)
    const box = {
      x: x(row) - width / 2,
      y: y(only!.values[row]!) - (pointRadius + 0.25) * size - line,
      width,
      height: line,
    }
    drawing.labels.push({
      ...box,
      lines: [shown],
      anchor: 'middle',
      role: 'value',
      series: 0,
      boldFrom: 0,
      plate: true,
    })
  }
}

/** The name of a series with its last value. */
function endLabel({ series }: ChartData, index: number, width: number, size: number, texts: ChartTexts): RuledText {
  const { name, values } = series[index]!
  const row = values.findLastIndex((value) => value !== null)
  const value = texts.ruler.lines(row < 0 ? '–' : texts.value(index, row), size, width, true)
  const named = texts.ruler.lines(name, size, width)
  return {
    lines: [...named.lines, ...value.lines],
    width: Math.max(named.width, value.width),
    cut: named.cut || value.cut,
  }
}

/** Adds the names at the ends of lines, pushed apart, with leaders where they had to move. False if they do not fit. */
function addEnds(
  { series }: ChartData,
  texts: readonly RuledText[],
  x: (row: number) => number,
  y: (value: number) => number,
  { top, bottom }: Pick<Plot, 'top' | 'bottom'>,
  drawing: ChartDrawing,
): boolean {
  const { size } = drawing
  const line = lineHeightOf(size)
  const ends = series
    .map(({ values }, index) => {
      const row = values.findLastIndex((value) => value !== null)
      return { index, row: Math.max(0, row), at: y(row < 0 ? 0 : values[row]!) }
    })
    .sort((a, b) => a.at - b.at || a.index - b.index)
  const wanted = ends.map(({ index, at }) => ({ middle: at, height: texts[index]!.lines.length * line + 2 }))
  const middles = pushApart(wanted, top, bottom)
  if (!middles) return false
  const start = x(series[0]!.values.length - 1) + 1.5 * size
  for (const [i, { index, row, at }] of ends.entries()) {
    const { lines, width } = texts[index]!
    const middle = middles[i]!
    const box = { x: start, y: middle - (lines.length * line) / 2, width, height: lines.length * line }
    drawing.labels.push({
      ...box,
      lines,
      anchor: 'start',
      role: 'end',
      series: index,
      boldFrom: lines.length - 1,
    } satisfies ChartLabel)
    const from = x(row) + (pointRadius + 0.15) * size
    if (Math.abs(middle - at) > size * 0.3 || row < series[0]!.values.length - 1) {
      const d = `M${round1(from)} ${round1(at)}L${round1(start - 0.3 * size)} ${round1(middle)}`
      drawing.strokes.push({ d, kind: 'lead', series: index })
    }
  }
  return true
}
