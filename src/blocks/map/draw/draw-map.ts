import type { LocalizedText } from '../../../model/lang.ts'
import type { Box } from '../../../model/theme.ts'
import type { MapWords } from '../../../model/words.ts'
import { type Basemap, type BasemapCache, countryRings, frameTransform, ringArea } from '../basemap/basemap.ts'
import { chooseFrame } from '../basemap/choose-frame.ts'
import { globeOf } from '../basemap/globe.ts'
import type { Margins, Size } from '../basemap/map-frame.ts'
import { describeMap } from '../describe-map.ts'
import type { MapBlock, MapView } from '../types.ts'

import type { MapPlan, PlannedRegion } from '../understand/map-plan.ts'
import type { MapData } from '../understand/map-target.ts'
import { type DrawnArea, drawAreas, freePointIn, isTarget, labelAreas } from './areas.ts'
import { type Canvas, labelRequest, placeLabels } from './canvas.ts'
import { drawCustomShapes } from './custom-shapes.ts'
import { drawFoot, footHeight } from './foot.ts'
import { LabelSpace } from './labels.ts'
import { drawLegend, drawLocator, freeCorner, locatorSize, measureLegend } from './legend.ts'
import { circlePaint, drawCircles, drawMarkers, labelMarks, pinsOf } from './marks.ts'
import { RingInterior } from './ring-interior.ts'
import { Sketch } from './sketch.ts'
import { drawTowns, labelSurroundings } from './surroundings.ts'
import type { TextRuler } from './text-ruler.ts'
import { createValueScale, type LegendEntry, type ValueScale } from './value-scale.ts'

/** What a map is drawn with. */
export interface DrawContext {
  sources: MapData
  basemaps: BasemapCache
  words: MapWords
  ruler: TextRuler
  size: Size
  /** The height that captions cover at the bottom. Units: px. */
  covered: number
}

/** A drawn map: its view, its characters, and the labels that did not fit. */
export interface DrawnMap {
  view: MapView
  characters: string
  hidden: string[]
  /** The names of contents outside the frame. */
  outside: { markers: string[]; regions: string[] }
}

/** Draws a map into a box. */
export function drawMap(block: MapBlock<LocalizedText>, plan: MapPlan, context: DrawContext): DrawnMap {
  const { sources, words, ruler, size, covered } = context
  const { atlas, gazetteer, countries } = sources
  const sketch = new Sketch(ruler, words.lang)
  const scale = createValueScale(plan.regions, block.scale, words.lang)
  const unit = block.unit?.text ?? null
  const notes = plan.unknownNames.length > 0 ? [words.unplaced(plan.unknownNames)] : []
  const entries = legendEntries(block, plan, scale, words)
  const legend = measureLegend(unit, entries, notes, sketch, Math.min(320 * ruler.scale, size.width * 0.6))
  const bottom = size.height - covered
  const foot = footHeight(ruler) + covered
  // Pins extend above their points.
  const top = plan.markers.some(({ kind }) => kind === 'pin') ? Math.ceil(30 * ruler.symbolScale) + 4 : 14
  const framed = (margins: Margins) =>
    chooseFrame(block.base, plan, { atlas, gazetteer, size, margins: { ...margins, top } })
  const canvas = createCanvas(framed(frameMargins(foot)), sketch, context)
  // A legend that would hide the country goes next to it, or below.
  if (legend && canvas.frame.kind !== 'world') {
    const corner = freeCorner(
      legend,
      canvas,
      bottom - footHeight(ruler),
      landCoverage(countryOutline(context.basemaps.of(canvas.frame), canvas), canvas),
    )
    if (corner.overlap > 0.06 * legend.width * legend.height) {
      const beside = size.width > 1.4 * size.height
      const reserved = beside ? { left: legend.width + 12 } : { bottom: legend.height + 12 }
      canvas.frame = framed(frameMargins(foot, reserved))
    }
  }

  if (block.base === 'none') sketch.rect({ x: 0, y: 0, ...size }, 'm-own')
  else sketch.rect({ x: 0, y: 0, ...size }, 'm-sea')
  const basemap = context.basemaps.of(canvas.frame)
  const hasBasemap = block.base !== 'none'
  if (hasBasemap) sketch.use(basemap.below, frameTransform(canvas.frame))
  const { areas, outside: areasOutside } = drawAreas(plan.regions, scale, block.labels, canvas)
  if (hasBasemap) sketch.use(basemap.above, frameTransform(canvas.frame))
  const shapes = drawCustomShapes(plan.shapes, canvas)
  const withoutOutline = plan.regions.filter(({ outline }) => !outline)
  const circles = drawCircles(
    withoutOutline,
    scale,
    block.labels,
    (region) => centreOf(region, sources, canvas),
    canvas,
  )
  const markers = drawMarkers(plan.markers, unit, canvas)

  const outline = hasBasemap ? countryOutline(basemap, canvas) : []
  for (const ring of outline) canvas.space.addLines(ring)
  drawFooter(block, plan, sources.pack.credits, canvas, bottom)
  if (legend) placeLegend(legend, canvas, bottom, landCoverage(outline, canvas))
  if (canvas.frame.kind === 'close') placeLocator(canvas, bottom, atlas)
  const hidden = labelMarks([...markers.marks, ...shapes], canvas)
  const beside = labelAreas(areas, canvas)
  hidden.push(...labelOutside(beside, canvas), ...labelMarks(circles.marks, canvas))
  const unseen = [...areasOutside, ...circles.outside, ...beside.flatMap(({ cut, region }) => (cut ? [region] : []))]
  if (areas.length <= 1 && hasBasemap) drawTowns(plan, gazetteer, canvas)
  if (hasBasemap) labelSurroundings(basemap, countries, canvas)

  sketch.rect({ x: 0.5, y: 0.5, width: size.width - 1, height: size.height - 1 }, 'm-edge')

  const described = describeMap(block, plan, words, gazetteer)
  const view = {
    ...size,
    style: ruler.style,
    ...described,
    marks: sketch.marks,
    globe: globeOf(canvas.frame),
    pins: pinsOf(plan, canvas),
  }
  const outside = {
    markers: markers.outside.flatMap(({ name }) => name ?? []),
    regions: unseen.map(({ name }) => name),
  }
  return { view, characters: sketch.characters(), hidden, outside }
}

/** Whether a legend is needed: for colours, for sized circles, and for numbered categories. */
function legendEntries(
  { legend }: MapBlock<LocalizedText>,
  { regions }: MapPlan,
  scale: ValueScale,
  words: MapWords,
): LegendEntry[] {
  if (scale.by === 'kinds') return scale.entries
  if (!legend) return []
  const sized = scale.by === 'figures' && regions.every(({ outline }) => !outline)
  return sized ? [{ paint: circlePaint, text: words.circles, lang: null, sign: null, isCircle: true }] : scale.entries
}

function createCanvas(frame: Canvas['frame'], sketch: Sketch, { words, size, basemaps, sources }: DrawContext): Canvas {
  const { lang } = words
  return { size, frame, basemaps, sketch, space: new LabelSpace(size), lang, words, names: sources.pack.names }
}

const frameMargins = (foot: number, reserved: Partial<Margins> = {}): Margins => ({
  top: 14,
  right: 14 + (reserved.right ?? 0),
  bottom: foot + (reserved.bottom ?? 0),
  left: 14 + (reserved.left ?? 0),
})

/** The edges of the country, largest first. Units: px. */
const countryOutline = (basemap: Basemap, { frame }: Canvas): [number, number][][] =>
  countryRings(basemap, 'KZ', frame).sort((a, b) => ringArea(b) - ringArea(a))

/** The area of the country below a box, if all of it is visible. Units: px². */
function landCoverage([ring]: readonly [number, number][][], { frame }: Canvas): (box: Box) => number {
  if (!ring || frame.kind !== 'country') return () => 0
  const inside = new RingInterior(ring)
  const steps = [0.02, 0.25, 0.5, 0.75, 0.98]
  return ({ x, y, width, height }) => {
    const holds = (tx: number, ty: number) =>
      inside.contains({ x: x + tx * width, y: y + ty * height, width: 0, height: 0 })
    const held = steps.flatMap((tx) => steps.filter((ty) => holds(tx, ty)))
    return (held.length / steps.length ** 2) * width * height
  }
}

function placeLegend(
  legend: NonNullable<ReturnType<typeof measureLegend>>,
  canvas: Canvas,
  bottom: number,
  land: (box: Box) => number,
) {
  const corner = freeCorner(legend, canvas, bottom - footHeight(canvas.sketch.ruler), land)
  drawLegend(legend, corner, canvas.sketch)
  canvas.space.reserve({ ...corner, width: legend.width, height: legend.height })
}

/** A locator that shows hardly more than the map is left out. */
function placeLocator(canvas: Canvas, bottom: number, atlas: MapData['atlas']): void {
  const small = locatorSize(canvas.frame)
  if (canvas.size.width < 2.2 * small.width || canvas.size.height < 2.2 * small.height) return
  const corner = freeCorner(small, canvas, bottom - footHeight(canvas.sketch.ruler), () => 0)
  drawLocator(corner, canvas, atlas)
  canvas.space.reserve({ ...corner, width: small.width, height: small.height })
}

/** Draws the scale and the credits at the bottom. */
function drawFooter(
  block: MapBlock<LocalizedText>,
  plan: MapPlan,
  packCredits: readonly string[],
  canvas: Canvas,
  bottom: number,
): void {
  const { frame, words } = canvas
  const hasBasemap = block.base !== 'none'
  const named = hasBasemap && (frame.kind !== 'world' || plan.markers.length > 0)
  const outlined = plan.regions.some(({ outline, place }) => outline && place.kind !== 'country')
  const basemap = [words.basemapCredit, ...(named ? [words.placesCredit] : [])]
  const credits = [...(hasBasemap ? basemap : []), ...(outlined ? packCredits : [])]
  drawFoot(credits, hasBasemap && frame.kind !== 'world', canvas, bottom)
}

/** Returns the position of a region's circle: its centre. */
function centreOf({ place }: PlannedRegion, { gazetteer }: MapData, { frame }: Canvas): [number, number] | null {
  const centre = gazetteer.get(place.centre ?? '') ?? place
  return centre.lat === undefined || centre.lng === undefined ? null : frame.at({ lat: centre.lat, lng: centre.lng })
}

/**
 * Places the labels of areas that are too small for them outside, with a bar in the colour of the area. An area that
 * the edge of the map cuts is mostly outside, and gets no label.
 */
function labelOutside(areas: readonly DrawnArea[], canvas: Canvas): string[] {
  const hidden: string[] = []
  const requests = areas.flatMap((area) => {
    if (area.cut) return []
    const { name, lang, value, paint } = area
    const at = freePointIn(area, canvas)
    if (!at) hidden.push([name, value].filter(Boolean).join(' '))
    const plate = { name, nameLang: lang, value, paint, strong: isTarget(area) }
    return at ? [labelRequest(plate, at, 4, canvas)] : []
  })
  return [...hidden, ...placeLabels(requests, canvas)]
}
