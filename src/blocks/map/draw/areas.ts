import polylabel from 'polylabel'
import type { Lang } from '../../../model/lang.ts'
import type { Box } from '../../../model/theme.ts'
import { frameTransform, ringArea, simplifyRing } from '../basemap/basemap.ts'
import { clipRing } from '../basemap/trace.ts'
import type { MapBlock } from '../types.ts'
import type { PlannedRegion } from '../understand/map-plan.ts'
import { bareName } from '../understand/place-names.ts'
import type { Canvas } from './canvas.ts'
import { RingInterior } from './ring-interior.ts'
import { lineSpacing } from './sketch.ts'
import type { AreaPaint, ValueScale } from './value-scale.ts'

type Point = [number, number]

/** A drawn area that needs a label. */
export interface DrawnArea {
  region: PlannedRegion
  paint: AreaPaint
  /** The visible part of the largest ring. Units: px. */
  ring: [number, number][]
  /** The point farthest from the edges. */
  at: [number, number]
  /** The edge of the map cuts it. */
  cut: boolean
  /** The lines of the label: the name, and the value below it. */
  name: string | null
  lang: Lang | null
  value: string | null
}

/** Labels avoid an area smaller than this, as if it were a marker. Units: px². */
const minArea = 400

/** Draws the areas that have an outline. `outside` are those that are not visible. */
export function drawAreas(
  regions: readonly PlannedRegion[],
  scale: ValueScale,
  labels: MapBlock['labels'],
  canvas: Canvas,
): { areas: DrawnArea[]; outside: PlannedRegion[] } {
  const { frame, basemaps, sketch, size } = canvas
  const names = shortNames(regions, canvas)
  const outside: PlannedRegion[] = []
  const areas = regions.flatMap((region): DrawnArea[] => {
    if (!region.outline) return []
    const paint = scale.paint(region)
    const { shape, rings } = basemaps.area(frame, region.place.id, region.outline)
    sketch.use(shape, frameTransform(frame), paint.className, paint.fill)
    const seen = rings.map((whole) => ({
      whole,
      ring: clipRing(whole, [
        [0, 0],
        [size.width, size.height],
      ]),
    }))
    const largest = seen.sort((a, b) => ringArea(b.ring) - ringArea(a.ring))[0]
    if (!largest || ringArea(largest.ring) === 0) {
      outside.push(region)
      return []
    }
    const { whole, ring } = largest
    const [x, y] = polylabel([simplifyRing(ring, 3)], 3) as unknown as [number, number]
    return [{ region, paint, ring, at: [x, y], cut: ring !== whole, ...labelOf(region, scale, labels, names) }]
  })
  for (const { at, ring } of areas) {
    if (ringArea(ring) < minArea) canvas.space.reserve({ x: at[0] - 4, y: at[1] - 4, width: 8, height: 8 })
  }
  return { areas, outside }
}

/** Returns the label of a region for an option of `labels`. */
export function labelOf(
  region: PlannedRegion,
  scale: ValueScale,
  labels: MapBlock['labels'],
  names: ReadonlyMap<PlannedRegion, string>,
): Pick<DrawnArea, 'name' | 'lang' | 'value'> {
  // A highlighted region has its full name, because its town of the same name may be next to it.
  const own = region.value === null ? region.name : names.get(region)
  const name = region.label?.text ?? own ?? region.name
  const lang = region.label?.lang ?? null
  const value = scale.valueText(region)
  if (labels === 'none') return { name: null, lang: null, value: null }
  if (labels === 'names') return { name, lang, value: null }
  if (labels === 'values' && value !== null) return { name: region.label ? name : null, lang, value }
  return { name, lang, value }
}

/** Drops «облысы» and the like from names, unless two regions of the map would then have the same name. */
export function shortNames(regions: readonly PlannedRegion[], { names, lang }: Canvas): Map<PlannedRegion, string> {
  const short = regions.map(({ place, name }) => names.get(place.id)?.[lang] ?? bareName(name))
  return new Map(
    regions.map((region, i) => [region, short.filter((one) => one === short[i]).length > 1 ? region.name : short[i]!]),
  )
}

/** Writes the labels that fit inside their areas, and returns the areas whose labels do not. */
export function labelAreas(areas: readonly DrawnArea[], canvas: Canvas): DrawnArea[] {
  const bySize = [...areas].sort((a, b) => ringArea(b.ring) - ringArea(a.ring))
  return bySize.filter((area) => (area.name ?? area.value) !== null && !labelInside(area, canvas))
}

/** Whether the author marked an area, without a value. */
export const isTarget = ({ region }: DrawnArea): boolean => region.value === null

interface LabelLine {
  text: string
  size: number
  bold: boolean
  lang: Lang | null
}

function labelInside(area: DrawnArea, canvas: Canvas): boolean {
  const { name, value, lang } = area
  const { sizes } = canvas.sketch.ruler
  const named = (lines: string[]): LabelLine[] =>
    lines.map((text) => ({ text, size: isTarget(area) ? sizes.plain : sizes.small, bold: isTarget(area), lang }))
  const valued: LabelLine[] = value === null ? [] : [{ text: value, size: sizes.plain, bold: true, lang: null }]
  const words = name?.split(/[ -]/).length ?? 0
  const variants: LabelLine[][] = [
    ...(name === null ? [] : [[...named([name]), ...valued]]),
    ...(words > 1 && name ? [[...named(splitInTwo(name)), ...valued]] : []),
    ...(name !== null && value !== null ? [valued] : name === null ? [valued] : []),
  ]
  const interior = new RingInterior(area.ring)
  let others: Point[] | null = null
  const points = function* () {
    yield area.at
    others ??= candidatePoints(area, interior)
    yield* others
  }
  return variants.some((lines) => writeInside(lines, points(), interior, area, canvas))
}

/** Splits a name of several words into two lines of similar length, without moving a hyphen. */
function splitInTwo(name: string): string[] {
  const breaks = [...name.matchAll(/[ -]/g)].map(({ index }) => index)
  const best = breaks.sort((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2))[0]!
  const end = name[best] === '-' ? best + 1 : best
  return [name.slice(0, end), name.slice(end).trim()]
}

/** Writes lines inside an area if they fit and the position is free. */
function writeInside(
  lines: readonly LabelLine[],
  points: Iterable<Point>,
  interior: RingInterior,
  area: DrawnArea,
  { sketch, space }: Canvas,
): boolean {
  const widths = lines.map(({ text, size, bold }) => sketch.ruler.width(text, size, bold))
  const height = lines.reduce((sum, { size }) => sum + size * lineSpacing, 0)
  const boxesAt = ([x, y]: readonly [number, number]): Box[] => {
    let top = y - height / 2
    return lines.map(({ size }, i) => {
      top += size * lineSpacing
      return { x: x - widths[i]! / 2, y: top - size * lineSpacing, width: widths[i]!, height: size * lineSpacing }
    })
  }
  const fits = (box: Box) => interior.contains(glyphBox(box)) && space.isFree(box)
  let at: Point | null = null
  for (const point of points) {
    if (!boxesAt(point).every(fits)) continue
    at = point
    break
  }
  if (!at) return false
  const { textClass: inkClass, textFill: inkFill } = area.paint
  for (const [i, box] of boxesAt(at).entries()) {
    const { text, size, bold, lang } = lines[i]!
    const look = { className: inkClass, fill: inkFill, size, bold, lang, anchor: 'middle' } as const
    sketch.text(text, at[0], box.y + box.height / 2, look)
    space.reserve(box)
  }
  return true
}

/** Returns a free point in an area, where the line from an outside label ends; null if all of it is covered. */
export function freePointIn(area: DrawnArea, { space }: Canvas): Point | null {
  const free = ([x, y]: Point) => space.isFree({ x, y, width: 0, height: 0 })
  // An area that is too small for a grid reserves its own point.
  if (ringArea(area.ring) < minArea) return area.at
  return [area.at, ...candidatePoints(area, new RingInterior(area.ring))].find(free) ?? null
}

/** The distance between candidate positions. Units: px. */
const minStep = 4

/** Candidate positions for the centre of a label, nearest first to the point farthest from the edges. */
function candidatePoints({ ring, at }: DrawnArea, interior: RingInterior): Point[] {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const step = Math.max(minStep, (right - left) / 40, (bottom - top) / 40)
  const along = (from: number, to: number) =>
    Array.from({ length: Math.floor((to - from) / step) }, (_, i) => from + (i + 0.5) * step)
  const grid = along(left, right).flatMap((x) => along(top, bottom).map((y): Point => [x, y]))
  const apart = ([x, y]: Point) => (x - at[0]) ** 2 + (y - at[1]) ** 2
  return grid.filter(([x, y]) => interior.contains({ x, y, width: 0, height: 0 })).sort((a, b) => apart(a) - apart(b))
}

/** The top and the bottom quarter of a line are empty. */
const glyphBox = (box: Box): Box => ({ ...box, y: box.y + box.height / 4, height: box.height / 2 })
