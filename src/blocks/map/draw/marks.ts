import { formatNumber } from '../../../languages/format.ts'

import type { Box } from '../../../model/theme.ts'
import type { MapBlock, MapView } from '../types.ts'
import type { MapPlan, PlannedMarker, PlannedRegion } from '../understand/map-plan.ts'
import { labelOf, shortNames } from './areas.ts'
import { type Canvas, labelRequest, type Plate, placeLabels } from './canvas.ts'
import { type MarkExtent, separateMarks } from './separate-marks.ts'
import { round1, type Sketch } from './sketch.ts'
import type { AreaPaint, ValueScale } from './value-scale.ts'

/** A drawn marker that needs a label. */
export interface DrawnMark {
  at: [number, number]
  /** The least distance of labels from the point. Units: px. */
  clearance: number
  plate: Plate
}

/** The symbols of markers, relative to their point. Units: px. */
const markerPaths = {
  pin: 'M0 0C-3-6-10-11-10-18a10 10 0 0 1 20 0C10-11 3-6 0 0zm0-14a4 4 0 1 0 0-8 4 4 0 0 0 0 8z',
  star: 'M0-11 3.2-3.7 11-3 5.1 2.2 6.9 10 0 5.9-6.9 10-5.1 2.2-11-3-3.2-3.7z',
  office: 'M-9 8V-9H5v6h4V8zM-6-6v3h3v-3zm5 0v3h3v-3zm-5 5v3h3V-1zm5 0v3h3V-1z',
} as const

/** The box of a symbol relative to its point. Units: px. */
const markerBoxes: Readonly<Record<PlannedMarker['kind'], Box>> = {
  pin: { x: -11, y: -29, width: 22, height: 30 },
  star: { x: -12, y: -12, width: 24, height: 23 },
  office: { x: -10, y: -10, width: 20, height: 19 },
  dot: { x: -7, y: -7, width: 14, height: 14 },
}

const isVisible = (at: readonly [number, number] | null, { width, height }: Canvas['size']): at is [number, number] =>
  at !== null && at[0] >= 0 && at[1] >= 0 && at[0] <= width && at[1] <= height

/** Returns where the marked places are, for editors that move them. */
export const pinsOf = ({ markers }: Pick<MapPlan, 'markers'>, { frame, size }: Canvas): MapView['pins'] =>
  markers.flatMap((marker) => {
    const at = frame.at(marker)
    const name = marker.label?.text ?? marker.name ?? ''
    return isVisible(at, size) ? [{ item: marker.item, name, x: round1(at[0]), y: round1(at[1]) }] : []
  })

/** Draws the markers. `outside` are those outside the frame. */
export function drawMarkers(
  markers: readonly PlannedMarker[],
  unit: string | null,
  canvas: Canvas,
): { marks: DrawnMark[]; outside: PlannedMarker[] } {
  const { frame, size, sketch, space, lang } = canvas
  const { symbolScale: scale } = sketch.ruler
  // Of two overlapping pins the southern one is in front.
  const ordered = [...markers].sort((a, b) => b.lat - a.lat)
  const outside = markers.filter((marker) => !isVisible(frame.at(marker), size))
  const seen = ordered.flatMap((marker) => {
    const place = frame.at(marker)
    return isVisible(place, size) ? [{ marker, place }] : []
  })
  const points = withoutOverlaps(seen, canvas)
  const marks = seen.flatMap(({ marker }, i): DrawnMark[] => {
    const at = points[i]!
    const [x, y] = at
    const grown = scale === 1 ? '' : ` scale(${scale})`
    if (marker.kind === 'dot') sketch.circle(at, 6 * scale, 'm-mark')
    else sketch.path(markerPaths[marker.kind], 'm-mark', null, `translate(${round1(x)} ${round1(y)})${grown}`)
    const extent = markerBox(marker, scale)
    space.reserve({ ...extent, x: x + extent.x, y: y + extent.y })
    const value = marker.value === null ? null : withUnit(formatNumber(marker.value, lang), unit)
    const name = marker.label?.text ?? null
    if (name === null && value === null) return []
    const plate = { name, nameLang: marker.label?.lang ?? null, value, paint: null, strong: true }
    return [{ at: labelPoint(marker, at, scale), clearance: labelClearance(marker, scale), plate }]
  })
  return { marks, outside }
}

const markerBox = ({ kind }: PlannedMarker, scale: number): Box => {
  const { x, y, width, height } = markerBoxes[kind]
  return { x: x * scale, y: y * scale, width: width * scale, height: height * scale }
}

/**
 * Returns the points of markers, those with a number pushed apart, so that each number is seen to belong to one of them. A
 * marker that went far has a line to its place.
 */
function withoutOverlaps(
  seen: readonly { marker: PlannedMarker; place: readonly [number, number] }[],
  { sketch, space, size }: Canvas,
): [number, number][] {
  const valued = seen.filter(({ marker }) => marker.value !== null)
  const extents = valued.map(({ marker, place: [x, y] }): MarkExtent => {
    const box = markerBox(marker, sketch.ruler.symbolScale)
    const [halfWidth, halfHeight] = [box.width / 2, box.height / 2]
    return { x: x + box.x + halfWidth, y: y + box.y + halfHeight, halfWidth, halfHeight, isRound: false }
  })
  const middles = separateMarks(extents, size)
  return seen.map((one): [number, number] => {
    const [x, y] = one.place
    const i = valued.indexOf(one)
    if (i < 0) return [x, y]
    const [to, from] = [middles[i]!, extents[i]!]
    const moved: [number, number] = [x + to[0] - from.x, y + to[1] - from.y]
    if (Math.hypot(moved[0] - x, moved[1] - y) > farPx * sketch.ruler.symbolScale)
      leadBack(moved, one.place, sketch, space)
    return moved
  })
}

/** A mark that moved farther than this does not show its place any more. Units: px. */
const farPx = 5

/** Draws a line from a mark that was pushed away to its place. */
function leadBack(
  from: readonly [number, number],
  place: readonly [number, number],
  sketch: Sketch,
  space: Canvas['space'],
): void {
  sketch.path(`M${round1(from[0])} ${round1(from[1])}L${round1(place[0])} ${round1(place[1])}`, 'm-lead')
  sketch.circle(place, 2.5, 'm-leadEnd')
  space.reserveLine(from, place)
}

/** The centre of a marker, which its label is next to: that of a pin is above its point. Units: px. */
export const labelPoint = (
  { kind }: PlannedMarker,
  [x, y]: readonly [number, number],
  scale: number,
): [number, number] => (kind === 'pin' ? [x, y - 14 * scale] : [x, y])

/** The least distance of a label from the centre of its marker. Units: px. */
export const labelClearance = ({ kind }: PlannedMarker, scale: number): number => (kind === 'pin' ? 13 : 10) * scale

/** Appends the unit to a value. */
export const withUnit = (value: string, unit: string | null): string => (unit === null ? value : `${value} ${unit}`)

/** The largest and the smallest circle, and one without a number; narrow maps have a smaller maximum. Units: px. */
const circleRadii = { most: 26, least: 5, plain: 11, mostOfWidth: 1 / 26 }

/**
 * Draws regions without an outline as circles at their centres, sized by their values. `outside` are those whose
 * centre is outside the frame.
 */
export function drawCircles(
  regions: readonly PlannedRegion[],
  scale: ValueScale,
  labels: MapBlock['labels'],
  centreOf: (region: PlannedRegion) => [number, number] | null,
  canvas: Canvas,
): { marks: DrawnMark[]; outside: PlannedRegion[] } {
  const { sketch, space, size } = canvas
  const figures = regions.flatMap(({ value }) => (typeof value === 'number' ? [Math.abs(value)] : []))
  const most = Math.max(...figures, 0)
  const names = shortNames(regions, canvas)
  const outside: PlannedRegion[] = []
  const placed = regions.flatMap((region) => {
    const at = centreOf(region)
    if (isVisible(at, size)) return [{ region, at, r: radiusOf(region, most, size, sketch.ruler.symbolScale) }]
    outside.push(region)
    return []
  })
  // Small circles are in front of large ones.
  placed.sort((a, b) => b.r - a.r)
  const extents = placed.map(({ at: [x, y], r }) => ({ x, y, halfWidth: r, halfHeight: r, isRound: true }))
  const middles = separateMarks(extents, size)
  for (const [i, { at: place, r }] of placed.entries()) {
    const at = middles[i]!
    if (Math.hypot(at[0] - place[0], at[1] - place[1]) > r) leadBack(at, place, sketch, space)
  }
  const marks = placed.flatMap(({ region, r }, i): DrawnMark[] => {
    const at = middles[i]!
    const paint = scale.paint(region)
    const byValue = typeof region.value === 'number' && region.color === null
    sketch.circle(
      at,
      r,
      byValue ? 'm-circle' : `${paint.className} ${region.value === null ? 'm-spot' : 'm-ring'}`,
      byValue ? null : paint.fill,
    )
    const { name, lang, value } = labelOf(region, scale, labels, names)
    const inside = value !== null && writeInCircle(value, at, r, byValue ? circlePaint : paint, canvas)
    space.reserve({ x: at[0] - r, y: at[1] - r, width: 2 * r, height: 2 * r })
    const plate: Plate = {
      name,
      nameLang: lang,
      value: inside ? null : value,
      paint: null,
      strong: region.value === null,
    }
    return plate.name === null && plate.value === null ? [] : [{ at, clearance: r, plate }]
  })
  return { marks, outside }
}

/** The colours of circles that are sized by a value. */
export const circlePaint: AreaPaint = { className: 'm-circle', fill: null, textClass: 'm-on5', textFill: null }

/** The area is proportional to the value. */
function radiusOf({ value }: PlannedRegion, most: number, { width }: Canvas['size'], scale: number): number {
  if (typeof value !== 'number' || most === 0) return circleRadii.plain
  const largest = Math.min(circleRadii.most, width * circleRadii.mostOfWidth) * scale
  return Math.max(circleRadii.least, largest * Math.sqrt(Math.abs(value) / most))
}

/** Writes a number in its circle if it fits. */
function writeInCircle(
  value: string,
  [x, y]: readonly [number, number],
  r: number,
  paint: AreaPaint,
  { sketch }: Canvas,
): boolean {
  const size = sketch.ruler.sizes.small
  const width = sketch.ruler.width(value, size, true)
  if (Math.hypot(width / 2, size / 2) > r - 2) return false
  sketch.text(value, x, y, { className: paint.textClass, fill: paint.textFill, size, bold: true, anchor: 'middle' })
  return true
}

/** Labels the markers, and returns the names that do not fit. */
export const labelMarks = (marks: readonly DrawnMark[], canvas: Canvas): string[] =>
  placeLabels(
    marks.map(({ at, clearance, plate }) => labelRequest(plate, at, clearance, canvas)),
    canvas,
  )
