import { geoPath } from 'd3-geo'
import type { Box } from '../../../model/theme.ts'
import type { Atlas } from '../basemap/atlas.ts'
import type { framePath } from '../basemap/basemap.ts'
import { countryFrame, type MapFrame, type Margins, type Size, worldFrame } from '../basemap/map-frame.ts'
import { SvgPathWriter } from '../basemap/svg-path-writer.ts'
import type { Canvas } from './canvas.ts'
import { createSharedShape, lineSpacing, round1, type Sketch } from './sketch.ts'
import type { TextRuler } from './text-ruler.ts'
import type { LegendEntry } from './value-scale.ts'

/** The distance of overlays from the edges of the map, and their padding. Units: px. */
export const edgeGap = 12
const padding = 12

/** A line of the legend and its patch of colour, at the usual size of texts. Units: px. */
const usual = { row: 24, swatch: { width: 24, height: 16 } }

/** A line of the legend and its patch of colour. Units: px. */
function entrySizes({ scale }: TextRuler) {
  const { row, swatch } = usual
  return {
    row: Math.round(row * scale),
    swatch: { width: Math.round(swatch.width * scale), height: Math.round(swatch.height * scale) },
  }
}

/** The legend, which explains the colours. */
export interface Legend extends Size {
  title: string[]
  entries: readonly (LegendEntry & { lines: readonly string[] })[]
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
  const { small } = ruler.sizes
  const { row, swatch } = entrySizes(ruler)
  const inner = widest - 2 * padding
  const titled = title === null || entries.length === 0 ? [] : ruler.lines(title, small, inner, true)
  const noted = notes.flatMap((note) => ruler.lines(note, small, Math.min(inner, 260 * ruler.scale)))
  const ruled = entries.map((entry) => {
    return { ...entry, lines: ruler.lines(entry.text, small, inner - swatch.width - swatchGap) }
  })
  const widths = [
    ...titled.map((line) => ruler.width(line, small, true)),
    ...ruled.flatMap(({ lines }) => lines.map((line) => swatch.width + swatchGap + ruler.width(line, small))),
    ...noted.map((line) => ruler.width(line, small)),
  ]
  const lines = (titled.length + noted.length) * small * lineSpacing
  const entered = ruled.reduce((sum, entry) => sum + entryHeight(entry, row, small), 0)
  const height = lines + entered + (titled.length > 0 ? 4 : 0)
  return {
    title: titled,
    entries: ruled,
    notes: noted,
    width: Math.ceil(Math.min(Math.max(...widths), inner) + 2 * padding),
    height: Math.ceil(height + 2 * padding),
  }
}

const entryHeight = ({ lines }: { lines: readonly string[] }, row: number, size: number): number =>
  row + (lines.length - 1) * size * lineSpacing

/** Between a patch of colour and its text. Units: px. */
const swatchGap = 10

/** Draws a measured legend at a position. */
export function drawLegend(
  { title, entries, notes, ...size }: Legend,
  at: { x: number; y: number },
  sketch: Sketch,
): void {
  sketch.rect({ ...at, ...size }, 'm-plate')
  const { small } = sketch.ruler.sizes
  const { row, swatch } = entrySizes(sketch.ruler)
  const x = at.x + padding
  let y = at.y + padding
  const line = (text: string, bold: boolean, className: string) => {
    sketch.text(text, x, y + (small * lineSpacing) / 2, { className, bold })
    y += small * lineSpacing
  }
  for (const text of title) line(text, true, 'm-ink')
  if (title.length > 0) y += 4
  for (const { paint, lines, lang, sign, isCircle: round } of entries) {
    const top = y + (row - swatch.height) / 2
    if (round) sketch.circle([x + swatch.width / 2, y + row / 2], 9 * sketch.ruler.scale, paint.className, paint.fill)
    else sketch.rect({ x, y: top, ...swatch }, `${paint.className} m-swatch`, paint.fill)
    if (sign !== null) {
      const look = { className: paint.textClass, fill: paint.textFill, bold: true, anchor: 'middle' } as const
      sketch.text(sign, x + swatch.width / 2, y + row / 2, look)
    }
    for (const [i, text] of lines.entries()) {
      const middle = y + row / 2 + i * small * lineSpacing
      sketch.text(text, x + swatch.width + swatchGap, middle, { className: 'm-ink', lang })
    }
    y += entryHeight({ lines }, row, small)
  }
  for (const text of notes) line(text, false, 'm-soft')
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
