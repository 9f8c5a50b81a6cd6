import type { Lang } from '../../../model/lang.ts'
import type { Box } from '../../../model/theme.ts'
import type { MapWords } from '../../../model/words.ts'
import type { BasemapCache } from '../basemap/basemap.ts'
import type { MapFrame, Size } from '../basemap/map-frame.ts'
import type { RegionPack } from '../understand/region-pack.ts'
import { placeInBestOrder } from './label-order.ts'
import type { LabelRequest, LabelSpace, PlacedLabel } from './labels.ts'
import { leaderEnd } from './labels.ts'
import { lineSpacing, round1, type Sketch } from './sketch.ts'
import type { AreaPaint } from './value-scale.ts'

/** What the parts of a drawing share. */
export interface Canvas {
  size: Size
  frame: MapFrame
  basemaps: BasemapCache
  sketch: Sketch
  space: LabelSpace
  lang: Lang
  words: MapWords
  /** Short names of regions, which a region pack may provide. */
  names: RegionPack['names']
}

/** A label on a plate. */
export interface Plate {
  /** The name, and the value in bold; one of them may be absent. */
  name: string | null
  nameLang: Lang | null
  value: string | null
  /** The colour of a bar at its side. */
  paint: AreaPaint | null
  /** Draws the name in bold, for what the author marked. */
  strong: boolean
}

const padding = { x: 6, y: 2 }
const barWidth = 7

/** A label without a position yet. */
export interface PlateRequest extends LabelRequest {
  plate: Plate
  lines: LabelLine[]
}

/** What a label near a marker needs. `clear` is the least distance to the point. Units: px. */
export function labelRequest(
  plate: Plate,
  at: readonly [number, number],
  clear: number,
  { sketch, size }: Canvas,
): PlateRequest {
  const lines = linesOf(plate, sketch, Math.min(220 * sketch.ruler.scale, size.width * 0.45))
  const inner = Math.max(...lines.map(({ text, bold, size: px }) => sketch.ruler.width(text, px, bold)))
  const side = plate.paint ? barWidth : 0
  const box = {
    width: Math.ceil(inner + 2 * padding.x + side),
    height: Math.ceil(lines.reduce((sum, line) => sum + line.size * lineSpacing, 0) + 2 * padding.y),
  }
  return { plate, lines, at, clearance: clear, size: box, allowLeader: true }
}

/**
 * Places labels near their markers, with lines to them if they must stand apart. Returns the labels that do not fit.
 */
export function placeLabels(requests: readonly PlateRequest[], canvas: Canvas): string[] {
  const all = placeInBestOrder(requests, canvas.space)
  const { sketch } = canvas
  // Plates cover lines, so that no line runs over a text.
  for (const [i, { at }] of requests.entries()) if (all[i]) drawLeader(all[i], at, sketch)
  return requests.flatMap((request, i) => {
    const placed = all[i]
    if (placed) drawPlate(placed.box, request.lines, request.plate.paint, sketch)
    return placed ? [] : [[request.plate.name, request.plate.value].filter(Boolean).join(' ')]
  })
}

function drawLeader({ box, leaderPx }: PlacedLabel, at: PlateRequest['at'], sketch: Sketch): void {
  if (leaderPx === 0) return
  const [x, y] = leaderEnd(box, at)
  sketch.path(`M${round1(at[0])} ${round1(at[1])}L${round1(x)} ${round1(y)}`, 'm-lead')
  sketch.circle(at, 2.5, 'm-leadEnd')
}

interface LabelLine {
  text: string
  size: number
  bold: boolean
  lang: Lang | null
}

function linesOf({ name, nameLang, value, strong }: Plate, { ruler }: Sketch, width: number): LabelLine[] {
  const { sizes } = ruler
  const size = strong ? sizes.plain : sizes.small
  const names = name === null ? [] : ruler.lines(name, size, width, strong)
  return [
    ...names.map((text) => ({ text, size, bold: strong, lang: nameLang })),
    ...(value === null ? [] : [{ text: value, size: sizes.plain, bold: !strong, lang: null }]),
  ]
}

function drawPlate(box: Box, lines: readonly LabelLine[], paint: AreaPaint | null, sketch: Sketch): void {
  sketch.rect(box, 'm-plate')
  if (paint) sketch.rect({ ...box, width: barWidth }, paint.className, paint.fill)
  let y = box.y + padding.y
  for (const { text, size, bold, lang } of lines) {
    const x = box.x + padding.x + (paint ? barWidth : 0)
    sketch.text(text, x, y + (size * lineSpacing) / 2, { className: 'm-ink', size, bold, lang })
    y += size * lineSpacing
  }
}
