import { geoPath } from 'd3-geo'
import { formatNumber } from '../../../languages/format.ts'
import type { Box } from '../../../model/theme.ts'
import type { Atlas } from '../basemap/atlas.ts'
import type { framePath } from '../basemap/basemap.ts'
import {
  countryFrame,
  kilometresPerPx,
  type MapFrame,
  type Margins,
  type Size,
  worldFrame,
} from '../basemap/map-frame.ts'
import { SvgPathWriter } from '../basemap/svg-path-writer.ts'
import type { Canvas } from './canvas.ts'
import { createSharedShape, lineSpacing, round1, type Sketch } from './sketch.ts'
import { textSizes } from './text-ruler.ts'
import type { LegendEntry } from './value-scale.ts'

/** The distance of overlays from the edges of the map, and their padding. Units: px. */
const edgeGap = 12
const padding = 12
const row = 24
const swatch = { width: 24, height: 16 }

/** The legend, which explains the colours. */
export interface Legend extends Size {
  title: string[]
  entries: readonly LegendEntry[]
  /** Lines below, with names that are on no map. */
  notes: string[]
}

/** Measures a legend; null if there is nothing to explain. */
export function measureLegend(
  title: string | null,
  entries: readonly LegendEntry[],
  notes: readonly string[],
  sketch: Sketch,
  widest: number,
): Legend | null {
  if (entries.length === 0 && notes.length === 0) return null
  const { ruler } = sketch
  const inner = widest - 2 * padding
  const titled = title === null || entries.length === 0 ? [] : ruler.lines(title, textSizes.small, inner, true)
  const noted = notes.flatMap((note) => ruler.lines(note, textSizes.small, Math.min(inner, 260)))
  const widths = [
    ...titled.map((line) => ruler.width(line, textSizes.small, true)),
    ...entries.map(({ text }) => swatchWidth + ruler.width(text, textSizes.small)),
    ...noted.map((line) => ruler.width(line, textSizes.small)),
  ]
  const lines = (titled.length + noted.length) * textSizes.small * lineSpacing
  const height = lines + entries.length * row + (titled.length > 0 ? 4 : 0)
  return {
    title: titled,
    entries,
    notes: noted,
    width: Math.ceil(Math.min(Math.max(...widths), inner) + 2 * padding),
    height: Math.ceil(height + 2 * padding),
  }
}

const swatchWidth = swatch.width + 10

/** Draws a measured legend at a position. */
export function drawLegend(
  { title, entries, notes, ...size }: Legend,
  at: { x: number; y: number },
  sketch: Sketch,
): void {
  sketch.rect({ ...at, ...size }, 'm-plate')
  const x = at.x + padding
  let y = at.y + padding
  const line = (text: string, bold: boolean, className: string) => {
    sketch.text(text, x, y + (textSizes.small * lineSpacing) / 2, { className, bold })
    y += textSizes.small * lineSpacing
  }
  for (const text of title) line(text, true, 'm-ink')
  if (title.length > 0) y += 4
  for (const { paint, text, lang, sign, isCircle: round } of entries) {
    const top = y + (row - swatch.height) / 2
    if (round) sketch.circle([x + swatch.width / 2, y + row / 2], 9, paint.className, paint.fill)
    else sketch.rect({ x, y: top, ...swatch }, `${paint.className} m-swatch`, paint.fill)
    if (sign !== null) {
      const look = { className: paint.textClass, fill: paint.textFill, bold: true, anchor: 'middle' } as const
      sketch.text(sign, x + swatch.width / 2, y + row / 2, { ...look, size: 16 })
    }
    sketch.text(text, x + swatchWidth, y + row / 2, { className: 'm-ink', lang })
    y += row
  }
  for (const text of notes) line(text, false, 'm-soft')
}

/** Draws a scale bar of a round length at the bottom left. */
export function drawScaleBar({ frame, size, sketch, space, words, lang }: Canvas, bottom: number): void {
  const perPx = kilometresPerPx(frame, size)
  const most = perPx * Math.min(180, size.width / 4)
  const power = 10 ** Math.floor(Math.log10(most))
  const length = [5, 2, 1].map((n) => n * power).find((n) => n <= most) ?? power
  const width = length / perPx
  const label = words.km(formatNumber(length, lang))
  const box = { x: edgeGap, y: bottom - 28, width: width + sketch.ruler.width(label, textSizes.small) + 24, height: 24 }
  sketch.rect(box, 'm-plate')
  const [left, y] = [box.x + 8, box.y + 16]
  sketch.path(`M${round1(left)} ${y - 8}v8h${round1(width)}v-8`, 'm-bar')
  sketch.text(label, left + width + 8, box.y + 12, { className: 'm-ink' })
  space.reserve(box)
}

/** Draws the credits at the bottom right, on two lines if they are long. */
export function drawCredits(
  credits: readonly string[],
  { size, sketch, space }: Canvas,
  bottom: number,
  left: number,
): void {
  if (credits.length === 0) return
  const { ruler } = sketch
  const most = size.width - left - 2 * edgeGap
  const lines: string[] = []
  for (const credit of credits) {
    const joined = lines.length > 0 ? `${lines.at(-1)} · ${credit}` : credit
    if (lines.length > 0 && ruler.width(joined, textSizes.small) <= most - 16) lines[lines.length - 1] = joined
    else lines.push(credit)
  }
  const width = Math.max(...lines.map((line) => ruler.width(line, textSizes.small))) + 16
  const height = lines.length * 20 + 4
  const box = { x: size.width - edgeGap - width, y: bottom - 4 - height, width, height }
  sketch.rect(box, 'm-plate')
  for (const [i, line] of lines.entries()) sketch.text(line, box.x + 8, box.y + 12 + 20 * i, { className: 'm-soft' })
  space.reserve(box)
}

const noMargins: Margins = { top: 8, right: 8, bottom: 8, left: 8 }

/** Draws a locator: a small map that shows the position of the map in the country or the world. */
export function locatorSize(frame: MapFrame): Size & { world: boolean } {
  return frame.detail === 'fine' ? { width: 176, height: 108, world: false } : { width: 200, height: 112, world: true }
}

/** Draws the locator at a position. */
export function drawLocator(at: { x: number; y: number }, { frame, size, sketch }: Canvas, atlas: Atlas): void {
  const { world, ...small } = locatorSize(frame)
  const shape = world ? null : atlas.country('KZ', 'coarse')
  const inset = shape ? countryFrame([shape], small, noMargins) : worldFrame(small, noMargins)
  const drawn = shape ?? atlas.layers('coarse').land
  sketch.rect({ ...at, ...small }, 'm-plate m-inset')
  const silhouette = createSharedShape([{ className: null, d: simplifiedPath(inset, drawn) }])
  sketch.use(silhouette, `translate(${round1(at.x)} ${round1(at.y)})`, 'm-silhouette')
  const box = frameBoxIn(inset, frame, size)
  const clipped = {
    x: at.x + Math.max(2, box.x),
    y: at.y + Math.max(2, box.y),
    width: Math.min(box.width, small.width - Math.max(2, box.x) - 2),
    height: Math.min(box.height, small.height - Math.max(2, box.y) - 2),
  }
  sketch.rect(clipped, 'm-frame')
}

/** Returns a shape with as few points as a small map needs. */
function simplifiedPath(inset: MapFrame, drawn: Parameters<typeof framePath>[1]): string {
  const pen = new SvgPathWriter(1.5, 3)
  const { projection, x, y, scale } = inset
  const before = { scale: projection.scale(), translate: projection.translate() }
  projection.scale(before.scale * scale).translate([before.translate[0] * scale + x, before.translate[1] * scale + y])
  geoPath(projection, pen as never)(drawn)
  projection.scale(before.scale).translate(before.translate)
  return pen.data()
}

/** Returns the position of the map in the locator, never too small to see. */
function frameBoxIn(inset: MapFrame, frame: MapFrame, { width, height }: Size): Box {
  const corners = [0, 0.5, 1].flatMap((tx) => [0, 0.5, 1].map((ty) => [tx * width, ty * height] as const))
  const points = corners.flatMap(([x, y]) => {
    const degrees = frame.projection.invert?.([(x - frame.x) / frame.scale, (y - frame.y) / frame.scale])
    const point = degrees ? inset.at({ lat: degrees[1], lng: degrees[0] }) : null
    return point ? [point] : []
  })
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const least = 10
  const w = Math.max(least, right - left)
  const h = Math.max(least, bottom - top)
  return { x: (left + right) / 2 - w / 2, y: (top + bottom) / 2 - h / 2, width: w, height: h }
}

/** Returns the corner where an overlay hides the least of other contents and of the country. */
export function freeCorner(
  wanted: Size,
  canvas: Canvas,
  bottom: number,
  landIn: (box: Box) => number,
): { x: number; y: number; overlap: number } {
  const { size, space } = canvas
  const [right, low] = [size.width - edgeGap - wanted.width, bottom - wanted.height]
  const corners = [
    { x: edgeGap, y: edgeGap },
    { x: right, y: edgeGap },
    { x: edgeGap, y: low },
    { x: right, y: low },
  ]
  const scored = corners.map((corner) => {
    const box = { ...corner, ...wanted }
    return { ...corner, overlap: 4 * space.reservedAreaIn(box) + landIn(box) }
  })
  return scored.reduce((best, one) => (one.overlap < best.overlap ? one : best))
}
