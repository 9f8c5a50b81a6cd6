import { type ChartData, sliceRows } from './data/chart-data.ts'
import { drawBars } from './draw/bars.ts'
import { drawDonut } from './draw/donut.ts'
import type { ChartDrawing, ChartRoom } from './draw/drawing.ts'
import { drawLines } from './draw/lines.ts'
import type { ChartTexts } from './draw/texts.ts'
import type { ChartKind } from './types.ts'

/** The drawings of a chart, one for each page. */
export interface DrawnChart {
  kind: ChartKind
  pages: { drawing: ChartDrawing; data: ChartData }[]
  /** The small parts of a ring that are drawn as one. */
  joined: string[]
}

/** Gives the texts of a part of the data. */
export type TextsFor = (data: ChartData) => ChartTexts

/**
 * Draws a chart in its largest size, on one page if possible. Bars continue on further pages; a line or a ring whose names do
 * not fit becomes bars. Null if the names are too long for bars too. Units: `sizes` in px, largest first.
 */
export function drawChart(
  data: ChartData,
  kind: ChartKind,
  sizes: readonly number[],
  first: Omit<ChartRoom, 'size'>,
  next: Omit<ChartRoom, 'size'>,
  textsFor: TextsFor,
): DrawnChart | null {
  const texts = textsFor(data)
  if (kind === 'donut') {
    for (const size of sizes) {
      const donut = drawDonut(data, { ...first, size }, texts)
      if (donut) return { kind, pages: [{ drawing: donut.drawing, data }], joined: donut.joined }
    }
  }
  // Smaller names are better than some of them.
  const lines = kind === 'line' ? [true, false].flatMap((all) => sizes.map((size) => ({ size, all }))) : []
  for (const { size, all } of lines) {
    const drawing = drawLines(data, { ...first, size }, texts, all)
    if (drawing) return { kind, pages: [{ drawing, data }], joined: [] }
  }
  const stacked = kind === 'stack'
  for (const size of sizes) {
    const drawn = drawBars(data, { ...first, size }, texts, stacked)
    if (drawn && drawn.rows === data.names.length)
      return { kind: stacked ? kind : 'bar', pages: [{ drawing: drawn.drawing, data }], joined: [] }
  }
  const pages = divideBars(data, sizes.at(-1)!, first, next, textsFor, stacked)
  return pages && { kind: stacked ? kind : 'bar', pages, joined: [] }
}

/** Draws bars on as many pages as they need, at the smallest size; null if not a single row fits. */
function divideBars(
  data: ChartData,
  size: number,
  first: Omit<ChartRoom, 'size'>,
  next: Omit<ChartRoom, 'size'>,
  textsFor: TextsFor,
  stacked: boolean,
): DrawnChart['pages'] | null {
  const whole = drawBars(data, { ...first, size }, textsFor(data), stacked)
  const rest = drawBars(data, { ...next, size }, textsFor(data), stacked)
  const most = Math.min(whole?.rows ?? 0, rest?.rows ?? 0)
  if (most === 0) return null
  const count = Math.ceil(data.names.length / most)
  const pages: DrawnChart['pages'] = []
  for (let i = 0; i < count; i++) {
    const [from, to] = [i, i + 1].map((n) => Math.floor((n * data.names.length) / count)) as [number, number]
    const part = sliceRows(data, from, to)
    const drawn = drawBars(part, { ...(i === 0 ? first : next), size }, textsFor(part), stacked, data)
    if (!drawn || drawn.rows < part.names.length) return null
    pages.push({ drawing: drawn.drawing, data: part })
  }
  return pages
}
