import type { MapView } from '../../../model/laid-out.ts'
import type { Said } from '../../../model/lang.ts'
import type { MapBlock } from '../../../model/map.ts'
import type { Box } from '../../../model/theme.ts'
import { chooseFrame } from '../basemap/choose-frame.ts'
import type { Margins, Size } from '../basemap/frame.ts'
import { edgesOf, type Ground, type Grounds, sizeOf, transformOf } from '../basemap/ground.ts'
import type { Plan, PlannedRegion } from '../understand/plan.ts'
import type { Sources } from '../understand/resolve.ts'
import { describe } from '../words/describe.ts'
import type { MapWords } from '../words/words.ts'
import { type DrawnArea, drawAreas, freePlaceIn, labelAreas } from './areas.ts'
import { type Canvas, wishFor, writeNear } from './canvas.ts'
import { drawTowns, nameAround } from './context.ts'
import { drawCredit, drawLegend, drawLocator, drawScaleBar, freeCorner, legendOf, locatorSize } from './furniture.ts'
import { Inside } from './inside.ts'
import { LabelRoom } from './labels.ts'
import { drawCircles, drawMarkers, labelMarks, onCircle } from './marks.ts'
import type { Ruler } from './measure.ts'
import { drawShapes } from './own-shapes.ts'
import { type Entry, scaleOf, type ValueScale } from './scale.ts'
import { Sketch } from './sketch.ts'

/** What a map is drawn with. */
export interface DrawTools {
  sources: Sources
  grounds: Grounds
  words: MapWords
  ruler: Ruler
  size: Size
  /** What a caption covers at the foot. Units: px. */
  covered: number
}

/** A map that was drawn: its view, the letters on it, and the names that found no room. */
export interface DrawnMap {
  view: MapView
  characters: string
  hidden: string[]
  /** Names of what the author put outside of the picture. */
  outside: { markers: string[]; regions: string[] }
}

/** Draws a map into a box. */
export function drawMap(block: MapBlock<Said>, plan: Plan, tools: DrawTools): DrawnMap {
  const { sources, words, ruler, size, covered } = tools
  const { atlas, gazetteer, countries } = sources
  const sketch = new Sketch(ruler, words.lang)
  const scale = scaleOf(plan.regions, block.scale, words.lang)
  const unit = block.unit?.text ?? null
  const notes = plan.unplaced.length > 0 ? [words.unplaced(plan.unplaced)] : []
  const entries = entriesOf(block, plan, scale, words)
  const legend = legendOf(unit, entries, notes, sketch, Math.min(320, size.width * 0.6))
  const bottom = size.height - covered
  // Pins stand above their points.
  const top = plan.markers.some(({ kind }) => kind === 'pin') ? 34 : 14
  const framed = (margins: Margins) =>
    chooseFrame(block.base, plan, { atlas, gazetteer, size, margins: { ...margins, top } })
  const canvas = canvasOf(framed(marginsOf(covered)), sketch, tools)
  // A legend that would hide the country gets a place of its own beside it, or below.
  if (legend && canvas.frame.kind !== 'world') {
    const corner = freeCorner(
      legend,
      canvas,
      bottom - 36,
      landIn(outlineOf(tools.grounds.of(canvas.frame), canvas), canvas),
    )
    if (corner.crowd > 0.06 * legend.width * legend.height) {
      const beside = size.width > 1.4 * size.height
      const room = beside ? { left: legend.width + 12 } : { bottom: legend.height + 12 }
      canvas.frame = framed(marginsOf(covered, room))
    }
  }

  if (block.base === 'none') sketch.rect({ x: 0, y: 0, ...size }, 'm-own')
  else sketch.rect({ x: 0, y: 0, ...size }, 'm-sea')
  const ground = tools.grounds.of(canvas.frame)
  const hasGround = block.base !== 'none'
  if (hasGround) sketch.use(ground.below, transformOf(canvas.frame))
  const { areas, outside: areasOutside } = drawAreas(plan.regions, scale, block.labels, canvas)
  if (hasGround) sketch.use(ground.above, transformOf(canvas.frame))
  const shapes = drawShapes(plan.shapes, canvas)
  const bare = plan.regions.filter(({ outline }) => !outline)
  const circles = drawCircles(bare, scale, block.labels, (region) => centreOf(region, sources, canvas), canvas)
  const markers = drawMarkers(plan.markers, unit, canvas)

  const outline = hasGround ? outlineOf(ground, canvas) : []
  for (const ring of outline) canvas.room.shun(ring)
  drawFoot(block, plan, sources.pack.credits, canvas, bottom)
  if (legend) putLegend(legend, canvas, bottom, landIn(outline, canvas))
  if (canvas.frame.kind === 'close') putLocator(canvas, bottom, atlas)
  const hidden = labelMarks([...markers.marks, ...shapes], canvas)
  const beside = labelAreas(areas, canvas)
  hidden.push(...labelBeside(beside, canvas), ...labelMarks(circles.marks, canvas))
  const unseen = [...areasOutside, ...circles.outside, ...beside.flatMap(({ cut, region }) => (cut ? [region] : []))]
  if (areas.length <= 1 && hasGround) drawTowns(plan, gazetteer, canvas)
  if (hasGround) nameAround(ground, countries, canvas)

  sketch.rect({ x: 0.5, y: 0.5, width: size.width - 1, height: size.height - 1 }, 'm-edge')

  const described = describe(block, plan, words, gazetteer)
  const view = { ...size, style: ruler.style, ...described, marks: sketch.marks }
  const outside = {
    markers: markers.outside.flatMap(({ name }) => name ?? []),
    regions: unseen.map(({ name }) => name),
  }
  return { view, characters: sketch.characters(), hidden, outside }
}

/** What the legend explains: colours, or that circles are sized. Numbered kinds mean nothing without it. */
function entriesOf({ legend }: MapBlock<Said>, { regions }: Plan, scale: ValueScale, words: MapWords): Entry[] {
  if (scale.by === 'kinds') return scale.entries
  if (!legend) return []
  const sized = scale.by === 'figures' && regions.every(({ outline }) => !outline)
  return sized ? [{ paint: onCircle, text: words.circles, lang: null, sign: null, round: true }] : scale.entries
}

function canvasOf(frame: Canvas['frame'], sketch: Sketch, { words, size, grounds, sources }: DrawTools): Canvas {
  const { lang } = words
  return { size, frame, grounds, sketch, room: new LabelRoom(size), lang, words, names: sources.pack.names }
}

const marginsOf = (covered: number, room: Partial<Margins> = {}): Margins => ({
  top: 14,
  right: 14 + (room.right ?? 0),
  bottom: 40 + covered + (room.bottom ?? 0),
  left: 14 + (room.left ?? 0),
})

/** The edges of the country, the largest first. Units: px. */
const outlineOf = (ground: Ground, { frame }: Canvas): [number, number][][] =>
  edgesOf(ground, 'KZ', frame).sort((a, b) => sizeOf(b) - sizeOf(a))

/** How much of the country lies below a box, where the whole of it is shown. Units: px². */
function landIn([ring]: readonly [number, number][][], { frame }: Canvas): (box: Box) => number {
  if (!ring || frame.kind !== 'country') return () => 0
  const inside = new Inside(ring)
  const steps = [0.02, 0.25, 0.5, 0.75, 0.98]
  return ({ x, y, width, height }) => {
    const holds = (tx: number, ty: number) =>
      inside.holds({ x: x + tx * width, y: y + ty * height, width: 0, height: 0 })
    const held = steps.flatMap((tx) => steps.filter((ty) => holds(tx, ty)))
    return (held.length / steps.length ** 2) * width * height
  }
}

function putLegend(
  legend: NonNullable<ReturnType<typeof legendOf>>,
  canvas: Canvas,
  bottom: number,
  land: (box: Box) => number,
) {
  const corner = freeCorner(legend, canvas, bottom - 40, land)
  drawLegend(legend, corner, canvas.sketch)
  canvas.room.take({ ...corner, width: legend.width, height: legend.height })
}

/** The locator is left out of a map that is hardly larger. */
function putLocator(canvas: Canvas, bottom: number, atlas: Sources['atlas']): void {
  const small = locatorSize(canvas.frame)
  if (canvas.size.width < 2.2 * small.width || canvas.size.height < 2.2 * small.height) return
  const corner = freeCorner(small, canvas, bottom - 40, () => 0)
  drawLocator(corner, canvas, atlas)
  canvas.room.take({ ...corner, width: small.width, height: small.height })
}

/** At the foot: the scale, and whom the map is made from. */
function drawFoot(
  block: MapBlock<Said>,
  plan: Plan,
  packCredits: readonly string[],
  canvas: Canvas,
  bottom: number,
): void {
  const { frame, words } = canvas
  const hasGround = block.base !== 'none'
  if (frame.kind !== 'world' && hasGround) drawScaleBar(canvas, bottom - 10)
  const named = hasGround && (frame.kind !== 'world' || plan.markers.length > 0)
  const outlined = plan.regions.some(({ outline, place }) => outline && place.kind !== 'country')
  const ground = [words.ground, ...(named ? [words.places] : [])]
  const credits = [...(hasGround ? ground : []), ...(outlined ? packCredits : [])]
  drawCredit(credits, canvas, bottom - 6, frame.kind === 'world' ? 0 : 240)
}

/** Where the circle of a region stands: at its centre, for a country in its middle. */
function centreOf({ place }: PlannedRegion, { gazetteer }: Sources, { frame }: Canvas): [number, number] | null {
  const centre = gazetteer.get(place.centre ?? '') ?? place
  return centre.lat === undefined || centre.lng === undefined ? null : frame.at({ lat: centre.lat, lng: centre.lng })
}

/**
 * Labels of areas that are too small for them stand beside, with the colour of the area at their side. Of an area that
 * the edge of the picture cuts, most lies outside: it is no more than ground.
 */
function labelBeside(areas: readonly DrawnArea[], canvas: Canvas): string[] {
  const hidden: string[] = []
  const wishes = areas.flatMap((area) => {
    if (area.cut) return []
    const { name, lang, value, paint } = area
    const at = freePlaceIn(area, canvas)
    if (!at) hidden.push([name, value].filter(Boolean).join(' '))
    return at ? [wishFor({ name, nameLang: lang, value, paint, strong: false }, at, 4, canvas)] : []
  })
  return [...hidden, ...writeNear(wishes, canvas)]
}
