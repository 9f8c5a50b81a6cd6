import type { AreaFill, ChartDrawing, ChartLabel } from './drawing.ts'
import { lineHeightOf } from './drawing.ts'
import type { ChartTexts } from './texts.ts'

/** The distance between two entries, and between a swatch and its name. Units: em. */
const gaps = { entry: 1.6, swatch: 0.5 }

/**
 * Adds the names of series with their fills above a drawing, in as many lines as needed. Returns the height that they take.
 * Units: px.
 */
export function addLegend(names: readonly string[], drawing: ChartDrawing, { ruler }: ChartTexts): number {
  const { size, width } = drawing
  const line = lineHeightOf(size)
  const side = Math.round(size * 0.9)
  const indent = side + gaps.swatch * size
  let x = 0
  let y = 0
  let rowHeight = 0
  for (const [series, name] of names.entries()) {
    const text = ruler.lines(name, size, width - indent)
    const needed = indent + text.width
    if (x > 0 && x + needed > width) {
      x = 0
      y += rowHeight + 4
      rowHeight = 0
    }
    const height = line * Math.max(1, text.lines.length)
    const shape = { x, y: y + (line - side) / 2, width: side, height: side }
    drawing.areas.push({ shape, fill: series as AreaFill, row: null, series })
    const at = { x: x + indent, y, width: text.width, height }
    drawing.labels.push({ ...at, lines: text.lines, anchor: 'start', role: 'legend', series })
    x += needed + gaps.entry * size
    rowHeight = Math.max(rowHeight, height)
  }
  return y + rowHeight + Math.round(size * 0.6)
}

/** Adds the unit above a drawing. Returns the height that it takes. Units: px. */
export function addUnit(drawing: ChartDrawing, top: number, { ruler, unitLine }: ChartTexts): number {
  if (unitLine === null) return 0
  const { size, width } = drawing
  const text = ruler.lines(unitLine, size, width)
  const height = lineHeightOf(size) * text.lines.length
  const label: ChartLabel = {
    x: 0,
    y: top,
    width: text.width,
    height,
    lines: text.lines,
    anchor: 'start',
    role: 'unit',
  }
  drawing.labels.push(label)
  return height + Math.round(size * 0.3)
}
