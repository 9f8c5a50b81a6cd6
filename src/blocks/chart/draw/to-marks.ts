import type { DrawnElement } from '../../../model/laid-out.ts'
import type { Box } from '../../../model/theme.ts'
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

/**
 * Returns the elements of a drawing, from the back to the front. Shapes that look alike are one element. `byStep`: each
 * element that belongs to rows or a series says so, for a show that draws one after the other. `'row'`: each bar and its value
 * say their row, for pages that change them.
 */
export function toMarks(
  { areas, strokes, points, labels, size }: ChartDrawing,
  byStep: boolean | 'row' = false,
): DrawnElement[] {
  if (byStep === 'row') return marksByRow({ areas, strokes, labels, size })
  const of = (owner: Owner, marks: DrawnElement[]) => (byStep ? marks.map((mark) => withOwner(mark, owner)) : marks)
  const behind = strokes.filter(({ kind }) => kind === 'grid')
  const before = strokes.filter(({ kind }) => kind !== 'grid')
  return [
    ...joined(behind.map(strokeMark)),
    ...joined(areas.flatMap((area) => of(area, [areaMark(area)]))),
    ...joined(before.flatMap((one) => of(one.kind === 'axis' ? {} : one, [strokeMark(one)]))),
    ...joined(points.flatMap((point) => of(point, [pointMark(point, size)]))),
    ...labels.flatMap((label) => of(label, textMarks(label, size))),
  ]
}

function marksByRow({ areas, strokes, labels, size }: Omit<ChartDrawing, 'points' | 'width' | 'height'>) {
  const of = (row: number | null, marks: DrawnElement[]) =>
    row === null ? marks : marks.map((mark) => ({ ...mark, attributes: { ...mark.attributes, 'data-row': row } }))
  let row = -1
  const texts = labels.flatMap((label) => {
    if (label.role === 'name') row += 1
    return of(label.role === 'value' ? row : null, textMarks(label, size))
  })
  return [...areas.flatMap((area) => of(area.row, [areaMark(area)])), ...strokes.map(strokeMark), ...texts]
}

/** What a part of a drawing belongs to. */
type Owner = Pick<ChartLabel, 'rows' | 'series'>

function withOwner(mark: DrawnElement, { rows, series }: Owner): DrawnElement {
  if (!rows && series === undefined) return mark
  const owner: DrawnElement['attributes'] = rows ? { 'data-rows': rows.join(' ') } : { 'data-series': series! }
  return { ...mark, attributes: { ...mark.attributes, ...owner } }
}

/** Joins paths that look alike into one, in the place of the first. */
function joined(paths: readonly DrawnElement[]): DrawnElement[] {
  const byLook = new Map<string, DrawnElement>()
  for (const path of paths) {
    const { d, ...look } = path.attributes
    const key = `${look.class} ${look.fill} ${look['data-series']} ${look['data-rows']}`
    const first = byLook.get(key)
    byLook.set(key, first ? { ...first, attributes: { ...look, d: `${first.attributes.d}${d}` } } : path)
  }
  return [...byLook.values()].filter(({ attributes }) => attributes.d !== '')
}

function areaMark({ shape, fill }: ChartArea): DrawnElement {
  const pattern = fill === 'low' ? null : patternOf(fill)
  const look = pattern ? { fill: `url(#${pattern.id})` } : { class: `ch-${fill}` }
  const shared = pattern ? { shape: pattern } : {}
  return { tag: 'path', attributes: { ...look, d: typeof shape === 'string' ? shape : barPath(shape) }, ...shared }
}

/** Both ends of a bar are rounded, so that neighbouring areas meet and lengths stay proportional. */
function barPath({ x, y, width, height }: Box): string {
  const [left, top] = [round1(x), round1(y)]
  const [wide, high] = [round1(round1(x + width) - left), round1(height)]
  // A path without a width would still have an edge.
  return wide === 0 ? '' : `M${left} ${top}h${wide}v${high}h${-wide}z`
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
        x: Math.round(at),
        y: Math.round(middle + size * toBaseline),
        ...(classes.length > 0 ? { class: classes.join(' ') } : {}),
        ...(size === drawingSize ? {} : { 'font-size': size }),
      },
      text,
    }
  })
}
