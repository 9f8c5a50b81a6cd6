import type { Placed, PlaceTools, Slot } from '../../model/block.ts'
import type { PlacedBox } from '../../model/laid-out.ts'
import type { Lang, Said } from '../../model/lang.ts'
import type { MapBlock } from '../../model/map.ts'
import { withCaptionRoom } from '../../typeset/boxes.ts'
import { styleOf } from '../../typeset/set-text.ts'
import { placeCard, setCaptions } from '../card.ts'
import { closest } from './basemap/frame.ts'
import type { Grounds } from './basemap/ground.ts'
import { type DrawnMap, drawMap } from './draw/draw.ts'
import { Ruler } from './draw/measure.ts'
import { hasPanel, placePanel, withoutPanel } from './panel.ts'
import { type Plan, planMap } from './understand/plan.ts'
import type { Sources } from './understand/resolve.ts'
import type { MapWords } from './words/words.ts'

/** What all maps of a run share. */
export interface House {
  sources: Sources
  grounds: Grounds
  words: Record<Lang, MapWords>
}

/** Sets a map in its place: drawn, with a link beside it where there is one; or a card, where nothing can be drawn. */
export function placeMap(block: MapBlock<Said>, slot: Slot, tools: PlaceTools, house: House): Placed {
  const { sources, words } = house
  const { lang, asset, report } = tools
  const plan = planMap(block, { sources, lang, asset, report })
  if (isEmpty(plan) && block.base !== 'kz' && block.base !== 'world')
    return placeAsCard(block, plan, slot, tools, words[lang])

  const captions = setCaptions(captionsOf(block, words[lang]), slot, block.range, tools)
  const covered = coveredBy(captions.boxes, slot)
  // Where nothing is said below the map, it takes that place, too.
  const bare = captions.boxes.length === 0
  const room = bare ? { ...slot, first: withCaptionRoom(slot.first, slot.layout.regions.caption) } : slot
  const box = hasPanel(plan, room) ? withoutPanel(room.first, covered) : room.first
  const ruler = new Ruler(slot, tools)
  const size = { width: box.width, height: box.height }
  const drawTools = { sources, grounds: house.grounds, words: words[lang], ruler, size, covered }
  const drawn = drawMap(block, plan, drawTools)
  const { view, characters } = drawn
  reportDrawn(block, plan, drawn, ruler, tools, sources)
  const map: PlacedBox = { ...at(box), region: slot.name, template: 'map', view, characters }
  const panel = hasPanel(plan, room) ? placePanel(plan.link!, room, covered, words[lang], tools) : []
  return { pages: [[map, ...panel, ...captions.boxes], ...captions.further], rest: [], size: null }
}

const at = ({ x, y, width, height }: PlacedBox | Slot['first']) => ({ x, y, width, height })

const isEmpty = ({ markers, regions, view, shapes }: Plan): boolean =>
  markers.length === 0 && regions.length === 0 && view === null && shapes.length === 0

/** Where nothing can be drawn: the author's own words, and a link with its QR code where there is one. */
function placeAsCard(block: MapBlock<Said>, plan: Plan, slot: Slot, tools: PlaceTools, words: MapWords): Placed {
  const written = plan.unplaced.length > 0 ? plan.unplaced.join(', ') : ''
  const address = plan.link?.href ?? written
  const captions = block.source ? [{ text: words.source(block.source.text), lang: block.source.lang }] : []
  const card = { kind: 'map', title: block.caption, address, captions, range: block.range } as const
  if (!hasPanel(plan, slot)) return placeCard(card, slot, tools)
  const placed = placeCard(card, { ...slot, first: withoutPanel(slot.first, 0) }, tools)
  const [first = [], ...more] = placed.pages
  return { ...placed, pages: [[...first, ...placePanel(plan.link!, slot, 0, words, tools)], ...more] }
}

function captionsOf({ caption, source }: MapBlock<Said>, words: MapWords): Said[] {
  const sourced = source ? [{ text: words.source(source.text), lang: words.lang }] : []
  return [...(caption ? [caption] : []), ...sourced]
}

/** How much of the map's foot its captions hide, in layouts that set them over it. Units: px. */
function coveredBy(boxes: readonly PlacedBox[], { first }: Slot): number {
  const foot = first.y + first.height
  const over = boxes.filter(({ x, y }) => y < foot && x >= first.x && x < first.x + first.width)
  return over.length === 0 ? 0 : foot - Math.min(...over.map(({ y }) => y)) + 12
}

/** What is to be said of the drawing. */
function reportDrawn(
  block: MapBlock<Said>,
  plan: Plan,
  { hidden, outside }: DrawnMap,
  ruler: Ruler,
  tools: PlaceTools,
  { pack }: Sources,
): void {
  const { range } = block
  const report = tools.report
  if (block.zoom !== null && block.zoom > closest) {
    report({ code: 'map-zoom-limited', zoom: block.zoom, limit: closest, severity: 'info', range })
  }
  const away = [...outside.markers, ...outside.regions]
  if (away.length > 0) {
    // Values of more than is seen are often meant so; a mark never is.
    const severity = outside.markers.length > 0 ? 'warning' : 'info'
    report({ code: 'map-contents-outside', names: away, severity, range })
  }
  if (hidden.length > 0) report({ code: 'map-labels-hidden', labels: hidden, severity: 'warning', range })
  const regions = plan.regions.filter(({ place }) => place.id.startsWith('KZ-'))
  const bare = regions.filter(({ outline }) => !outline)
  if (regions.length > 0) {
    for (const problem of pack.problems) report({ ...problem, severity: 'warning', range })
    if (pack.outlines.size === 0) {
      report({ code: 'map-region-pack-missing', regions: bare.length, severity: 'info', range })
    } else if (bare.length > 0) {
      report({ code: 'map-region-unshaped', regions: bare.map(({ name }) => name), severity: 'info', range })
    }
  }
  const words = plan.regions.flatMap(({ value }) => (typeof value === 'string' ? [value] : []))
  const isMixed = words.length > 0 && plan.regions.some(({ value }) => typeof value === 'number')
  if (isMixed) report({ code: 'map-values-mixed', words, severity: 'warning', range })
  if (ruler.missing.size > 0) {
    const { family } = styleOf({ ...block.range, style: ruler.style } as never, tools.theme)
    report({ code: 'letter-missing', letters: [...ruler.missing], family, severity: 'warning', range })
  }
}
