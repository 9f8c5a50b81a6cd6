import type { Box } from '../../../model/theme.ts'

/** A text of one or more lines in a drawing. The box is around its lines. Units: px. */
export interface ChartLabel extends Box {
  lines: readonly string[]
  anchor: 'start' | 'middle' | 'end'
  /** What it says: the name of a row or series, a value, a step of the axis, the unit. */
  role: 'name' | 'value' | 'sum' | 'tick' | 'legend' | 'unit' | 'end' | 'part'
  /** The index of the series that it belongs to; absent: to none. */
  series?: number
  /** The indexes of the rows that it belongs to alone, in a chart that shows one thing for each row; absent: to none. */
  rows?: readonly number[]
  /** Bold from this line on; absent: not at all. */
  boldFrom?: number
  /** Stands on a line or a pattern, so that it needs a plain ground. */
  plate?: boolean
  /** Stands on the plain first fill. */
  onFill?: boolean
  /** A size of its own, if it is not that of the drawing. */
  size?: number
}

/** How an area is filled: one of six fills, or plain ones for rows that are set off and those that are not. */
export type AreaFill = 0 | 1 | 2 | 3 | 4 | 5 | 'low'

/** An area whose size shows a value. */
export interface ChartArea {
  /** A bar, or the path of another shape. */
  shape: Box | string
  fill: AreaFill
  /** The indexes of its row and its series; a swatch of a legend has none. */
  row: number | null
  series: number
  /** As for a label. */
  rows?: readonly number[]
}

/** A line: of data, of the axis, of the grid, or from a label to its point. */
export interface ChartStroke {
  d: string
  kind: 'axis' | 'grid' | 'lead' | 'line'
  series: number
  /** As for a label. */
  rows?: readonly number[]
}

/** A mark at a point of a line. */
export interface ChartPoint {
  x: number
  y: number
  series: number
}

/** A chart as geometry. Units: px. */
export interface ChartDrawing {
  width: number
  height: number
  /** The size of its texts. */
  size: number
  areas: ChartArea[]
  strokes: ChartStroke[]
  points: ChartPoint[]
  labels: ChartLabel[]
}

/** The room and the texts of a drawing. */
export interface ChartRoom {
  width: number
  height: number
  size: number
}

/** Returns a drawing without contents. */
export const emptyDrawing = ({ width, height, size }: ChartRoom): ChartDrawing => ({
  width,
  height,
  size,
  areas: [],
  strokes: [],
  points: [],
  labels: [],
})

/** The height of a line of text. Units: px. */
export const lineHeightOf = (size: number): number => Math.round(size * 1.25)

/** Rounds to tenths, as drawings are written. */
export const round1 = (value: number): number => Math.round(value * 10) / 10
