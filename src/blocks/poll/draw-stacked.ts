import { type ChartDrawing, type ChartRoom, emptyDrawing, lineHeightOf } from '../chart/draw/drawing.ts'
import type { ChartRuler } from '../chart/draw/ruler.ts'

/** The height of a bar, the space above it, and between rows. Units: em. */
const barHeight = 0.4
const barSpace = 0.05
const rowSpace = 0.35

/** The space between a name and its value. Units: em. */
const nameSpace = 1

/**
 * Draws each name on a line of its own, with its value at the end of the line and the bar below: long names stay larger than
 * beside their bars. All bars have their full length.
 *
 * Errors: null if the rows do not fit, or a name needs more than a line.
 */
export function drawStacked(
  names: readonly string[],
  widestValue: string,
  { width, height, size }: ChartRoom,
  ruler: ChartRuler,
): ChartDrawing | null {
  const line = lineHeightOf(size)
  const bar = Math.round(barHeight * size)
  const least = line + Math.round(barSpace * size) + bar + Math.round(rowSpace * size)
  // No space is needed below the last row.
  const step = Math.min(Math.floor((height + rowSpace * size) / names.length), least + size)
  if (step < least) return null
  const valueWidth = Math.ceil(ruler.width(widestValue, size, true))
  const nameWidth = width - valueWidth - nameSpace * size
  if (names.some((name) => ruler.width(name, size) > nameWidth)) return null
  const drawing = emptyDrawing({ width, height, size })
  for (const [row, name] of names.entries()) {
    const y = row * step
    const rows = [row]
    const shape = { x: 0, y: y + line + Math.round(barSpace * size), width, height: bar }
    drawing.areas.push({ shape, fill: 0, row, series: 0, rows })
    const text = { y, height: line, rows }
    drawing.labels.push(
      { ...text, x: 0, width: nameWidth, lines: [name], anchor: 'start', role: 'name' },
      {
        ...text,
        x: width - valueWidth,
        width: valueWidth,
        lines: [widestValue],
        anchor: 'end',
        role: 'value',
        boldFrom: 0,
      },
    )
  }
  drawing.height = Math.ceil(names.length * step - rowSpace * size)
  return drawing
}
