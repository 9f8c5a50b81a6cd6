import type { MapView } from '../../model/laid-out.ts'
import type { Said } from '../../model/lang.ts'
import type { MapBlock } from '../../model/map.ts'
import type { Box } from '../../model/theme.ts'
import { drawAreas, labelAreas } from './areas.ts'
import { type Canvas, labelNear } from './canvas.ts'
import { chooseFrame } from './choose-frame.ts'
import { drawTowns, nameAround } from './context.ts'
import { describe } from './describe.ts'
import type { Margins, Size } from './frame.ts'
import { drawCredit, drawLegend, drawLocator, drawScaleBar, freeCorner, legendOf, locatorSize } from './furniture.ts'
import { type Grounds, isWithin, ringsOf, sizeOf, transformOf } from './ground.ts'
import { LabelRoom } from './labels.ts'
import { drawCircles, drawMarkers, labelMarks, onCircle } from './marks.ts'
import type { Ruler } from './measure.ts'
import { drawShapes } from './own-shapes.ts'
import type { Plan, PlannedRegion } from './plan.ts'
import type { Sources } from './resolve.ts'
import { type Entry, scaleOf, type ValueScale } from './scale.ts'
import { Sketch } from './sketch.ts'
import type { MapWords } from './words.ts'

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
  const land = landOf(canvas, atlas)
  // A legend that would hide the country gets a place of its own beside it, or below.
  if (legend && canvas.frame.kind !== 'world') {
    const corner = freeCorner(legend, canvas, bottom - 36, land)
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
  const areas = drawAreas(plan.regions, scale, block.labels, canvas)
  if (hasGround) sketch.use(ground.above, transformOf(canvas.frame))
  const shapes = drawShapes(plan.shapes, canvas)
  const bare = plan.regions.filter(({ outline }) => !outline)
  const circles = drawCircles(bare, scale, block.labels, (region) => centreOf(region, sources, canvas), canvas)
  const markers = drawMarkers(plan.markers, unit, canvas)

  const sure = landOf(canvas, atlas)
  drawFoot(block, plan, sources.pack.credits, canvas, bottom)
  if (legend) putLegend(legend, canvas, bottom, sure)
  if (canvas.frame.kind === 'close') putLocator(canvas, bottom, atlas)
  const hidden = labelMarks([...markers, ...shapes], canvas)
  const outside = labelAreas(areas, canvas)
  hidden.push(...labelOutside(outside, canvas), ...labelMarks(circles, canvas))
  if (areas.length <= 1 && hasGround) drawTowns(plan, gazetteer, canvas)
  if (hasGround) nameAround(atlas, countries, canvas)

  sketch.rect({ x: 0.5, y: 0.5, width: size.width - 1, height: size.height - 1 }, 'm-edge')

  const described = describe(block, plan, words, gazetteer)
  const view = { ...size, style: ruler.style, ...described, marks: sketch.marks }
  return { view, characters: sketch.characters(), hidden }
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

/** How much of the country lies below a box. Units: px². */
function landOf({ frame }: Canvas, atlas: Sources['atlas']): (box: Box) => number {
  const country = frame.kind === 'country' ? atlas.country('KZ', 'fine') : null
  const ring = country && ringsOf(frame, country).sort((a, b) => sizeOf(b) - sizeOf(a))[0]
  if (!ring) return () => 0
  const steps = [0.02, 0.25, 0.5, 0.75, 0.98]
  return ({ x, y, width, height }) => {
    const inside = steps.flatMap((tx) => steps.filter((ty) => isWithin(ring, [x + tx * width, y + ty * height])))
    return (inside.length / steps.length ** 2) * width * height
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

/** Labels of areas that are too small for them stand beside, with the colour of the area at their side. */
function labelOutside(areas: ReturnType<typeof labelAreas>, canvas: Canvas): string[] {
  return areas.flatMap(({ name, lang, value, paint, at }) => {
    const plate = { name, nameLang: lang, value, paint, strong: false }
    return labelNear(plate, at, 4, canvas) ? [] : [[name, value].filter(Boolean).join(' ')]
  })
}
