import type { DrawnElement } from '../../../model/laid-out.ts'
import {
  type ChartArea,
  type ChartDrawing,
  type ChartLabel,
  type ChartPoint,
  type ChartStroke,
  round1,
} from './drawing.ts'
import { patternOf } from './fills.ts'

/** From the middle of a line of text to its baseline. Units: em. */
const toBaseline = 0.355

/** Returns the elements of a drawing, from the back to the front. */
export function toMarks({ areas, strokes, points, labels, size }: ChartDrawing): DrawnElement[] {
  const behind = strokes.filter(({ kind }) => kind === 'grid')
  const before = strokes.filter(({ kind }) => kind !== 'grid')
  return [
    ...behind.map(strokeMark),
    ...areas.map(areaMark),
    ...before.map(strokeMark),
    ...points.map((point) => pointMark(point, size)),
    ...labels.flatMap((label) => textMarks(label, size)),
  ]
}

function areaMark({ shape, fill }: ChartArea): DrawnElement {
  const pattern = fill === 'low' ? null : patternOf(fill)
  const look = pattern ? { fill: `url(#${pattern.id})` } : { class: `ch-${fill}` }
  const shared = pattern ? { shape: pattern } : {}
  if (typeof shape === 'string') return { tag: 'path', attributes: { ...look, d: shape }, ...shared }
  const { x, y, width, height } = shape
  // Both ends are rounded, so that neighbouring areas meet and lengths stay proportional.
  const left = round1(x)
  const right = round1(x + width)
  const box = { x: left, y: round1(y), width: round1(right - left), height: round1(height) }
  return { tag: 'rect', attributes: { ...look, ...box }, ...shared }
}

const strokeMark = ({ d, kind, series }: ChartStroke): DrawnElement => ({
  tag: 'path',
  attributes: { class: kind === 'line' ? `ch-line ch-line${series}` : `ch-${kind}`, d },
})

/** Marks of different shapes, so that lines differ without colour: a disc, a square, a triangle, a diamond. */
function pointMark({ x, y, series }: ChartPoint, size: number): DrawnElement {
  const r = round1(size * 0.3)
  const shapes = [
    `M${round1(x - r)} ${y}a${r} ${r} 0 1 0 ${round1(2 * r)} 0a${r} ${r} 0 1 0-${round1(2 * r)} 0`,
    `M${round1(x - r)} ${round1(y - r)}h${round1(2 * r)}v${round1(2 * r)}h-${round1(2 * r)}z`,
    `M${x} ${round1(y - 1.2 * r)}l${round1(1.2 * r)} ${round1(2.1 * r)}h-${round1(2.4 * r)}z`,
    `M${x} ${round1(y - 1.3 * r)}l${round1(1.3 * r)} ${round1(1.3 * r)}l-${round1(1.3 * r)} ${round1(1.3 * r)}l-${round1(1.3 * r)}-${round1(1.3 * r)}z`,
  ]
  return { tag: 'path', attributes: { class: `ch-point${series}`, d: shapes[series % 4]! } }
}

function textMarks(label: ChartLabel, drawingSize: number): DrawnElement[] {
  const {
    x,
    y,
    width,
    height,
    lines,
    anchor,
    role,
    onFill,
    plate,
    boldFrom = Number.POSITIVE_INFINITY,
    size = drawingSize,
  } = label
  const at = anchor === 'start' ? x : anchor === 'middle' ? x + width / 2 : x + width
  const step = height / Math.max(1, lines.length)
  return lines.map((text, i): DrawnElement => {
    const classes = [
      ...(anchor === 'start' ? [] : [anchor === 'middle' ? 'ch-m' : 'ch-e']),
      ...(i >= boldFrom ? ['ch-b'] : []),
      ...(onFill ? ['ch-on0'] : plate ? ['ch-p'] : []),
      ...(role === 'tick' || role === 'unit' ? ['ch-soft'] : []),
    ]
    const middle = y + (i + 0.5) * step
    return {
      tag: 'text',
      attributes: {
        x: round1(at),
        y: round1(middle + size * toBaseline),
        ...(classes.length > 0 ? { class: classes.join(' ') } : {}),
        ...(size === drawingSize ? {} : { 'font-size': size }),
      },
      text,
    }
  })
}
