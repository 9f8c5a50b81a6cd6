import type { BlockContext, BlockSlot, PlacedBlock } from '../../model/block-type.ts'
import type { PlacedBox } from '../../model/laid-out.ts'
import type { Lang, LocalizedText } from '../../model/lang.ts'

import type { MapWords } from '../../model/words.ts'

import { withCaptionRoom } from '../../typeset/box-geometry.ts'
import { styleOf } from '../../typeset/typeset-text.ts'
import { placeCardBox, typesetCaptions } from '../card.ts'
import type { BasemapCache } from './basemap/basemap.ts'
import { maxZoom } from './basemap/map-frame.ts'
import { drawMap } from './draw/draw-map.ts'
import type { DrawingMemo, KeptDrawing } from './draw/drawing-memo.ts'
import { TextRuler } from './draw/text-ruler.ts'
import { hasLinkPanel, placeLinkPanel, withoutLinkPanel } from './link-panel.ts'
import type { MapBlock } from './types.ts'
import { type MapPlan, planMap } from './understand/map-plan.ts'
import type { MapData } from './understand/map-target.ts'

/** What all maps of a run share. */
export interface MapContext {
  sources: MapData
  basemaps: BasemapCache
  drawings: DrawingMemo
  words: Record<Lang, MapWords>
}

/** Places a map: drawn, with a link next to it if there is one; or a card if nothing can be drawn. */
export function placeMap(
  block: MapBlock<LocalizedText>,
  slot: BlockSlot,
  context: BlockContext,
  shared: MapContext,
): PlacedBlock {
  const { sources, words } = shared
  const { lang, asset } = context
  let isReported = false
  const report: BlockContext['report'] = (problem) => {
    isReported = true
    context.report(problem)
  }
  const plan = planMap(block, { sources, lang, asset, report })
  if (isEmptyPlan(plan) && block.base !== 'kz' && block.base !== 'world') {
    const isNothing = plan.link === null && plan.unknownNames.length === 0 && block.geojson === null && !block.image
    if (isNothing && !isReported) report({ code: 'map-empty', severity: 'warning', range: block.range })
    return placeAsCard(block, plan, slot, context, words[lang])
  }

  const captions = typesetCaptions(captionsOf(block, words[lang]), slot, block.range, context)
  const covered = coveredHeight(captions.boxes, slot)
  // Without a caption, the map takes its region too.
  const uncaptioned = captions.boxes.length === 0
  const wider = uncaptioned ? { ...slot, first: withCaptionRoom(slot.first, slot.layout.regions.caption) } : slot
  const box = hasLinkPanel(plan, wider, context) ? withoutLinkPanel(wider, covered, context) : wider.first
  const ruler = new TextRuler(slot, context)
  const size = { width: box.width, height: box.height }
  const drawContext = { sources, basemaps: shared.basemaps, words: words[lang], ruler, size, covered }
  const drawn = shared.drawings.drawing(
    block,
    { fitter: context.fitter, lang, style: ruler.style, size, covered },
    () => ({
      ...drawMap(block, plan, drawContext),
      missing: ruler.missing,
    }),
  )
  const { view, characters } = drawn
  reportDrawing(block, plan, drawn, ruler.style, context, sources)
  const map: PlacedBox = { ...boxOf(box), region: slot.regionName, template: 'map', view, characters }
  const panel = hasLinkPanel(plan, wider, context)
    ? placeLinkPanel(plan.link!, wider, covered, words[lang], context)
    : []
  return { pages: [[map, ...panel, ...captions.boxes], ...captions.overflowPages], overflow: [], size: null }
}

const boxOf = ({ x, y, width, height }: PlacedBox | BlockSlot['first']) => ({ x, y, width, height })

const isEmptyPlan = ({ markers, regions, view, shapes }: MapPlan): boolean =>
  markers.length === 0 && regions.length === 0 && view === null && shapes.length === 0

/** Places a card with the author's words, and a link with its QR code if there is one. */
function placeAsCard(
  block: MapBlock<LocalizedText>,
  plan: MapPlan,
  slot: BlockSlot,
  context: BlockContext,
  words: MapWords,
): PlacedBlock {
  const written = plan.unknownNames.length > 0 ? plan.unknownNames.join(', ') : ''
  const address = plan.link?.href ?? written
  const captions = block.source ? [{ text: words.source(block.source.text), lang: block.source.lang }] : []
  const card = { kind: 'map', title: block.caption, address, captions, range: block.range } as const
  if (!hasLinkPanel(plan, slot, context)) return placeCardBox(card, slot, context)
  const placed = placeCardBox(card, { ...slot, first: withoutLinkPanel(slot, 0, context) }, context)
  const [first = [], ...more] = placed.pages
  return { ...placed, pages: [[...first, ...placeLinkPanel(plan.link!, slot, 0, words, context)], ...more] }
}

function captionsOf({ caption, source }: MapBlock<LocalizedText>, words: MapWords): LocalizedText[] {
  const sourced = source ? [{ text: words.source(source.text), lang: words.lang }] : []
  return [...(caption ? [caption] : []), ...sourced]
}

/** The height at the bottom of the map that captions cover, in layouts that put them over it. Units: px. */
function coveredHeight(boxes: readonly PlacedBox[], { first }: BlockSlot): number {
  const foot = first.y + first.height
  const over = boxes.filter(({ x, y }) => y < foot && x >= first.x && x < first.x + first.width)
  return over.length === 0 ? 0 : foot - Math.min(...over.map(({ y }) => y)) + 12
}

/** Reports problems of the drawing. */
function reportDrawing(
  block: MapBlock<LocalizedText>,
  plan: MapPlan,
  { hidden, outside, missing }: KeptDrawing,
  style: string,
  context: BlockContext,
  { pack }: MapData,
): void {
  const { range } = block
  const { report } = context
  if (block.zoom !== null && block.zoom > maxZoom) {
    report({ code: 'map-zoom-limited', zoom: block.zoom, limit: maxZoom, severity: 'info', range })
  }
  const away = [...outside.markers, ...outside.regions]
  if (away.length > 0) {
    // Regions outside the frame are often intended; a marker never is.
    const severity = outside.markers.length > 0 ? 'warning' : 'info'
    report({ code: 'map-contents-outside', names: away, severity, range })
  }
  if (hidden.length > 0) report({ code: 'map-labels-hidden', labels: hidden, severity: 'warning', range })
  const regions = plan.regions.filter(({ place }) => place.id.startsWith('KZ-'))
  const uncaptioned = regions.filter(({ outline }) => !outline)
  if (regions.length > 0) {
    for (const problem of pack.problems) report({ ...problem, severity: 'warning', range })
    if (pack.outlines.size === 0) {
      report({ code: 'map-region-pack-missing', regions: uncaptioned.length, severity: 'info', range })
    } else if (uncaptioned.length > 0) {
      report({ code: 'map-region-unshaped', regions: uncaptioned.map(({ name }) => name), severity: 'info', range })
    }
  }
  const words = plan.regions.flatMap(({ value }) => (typeof value === 'string' ? [value] : []))
  const isMixed = words.length > 0 && plan.regions.some(({ value }) => typeof value === 'number')
  if (isMixed) report({ code: 'map-values-mixed', words, severity: 'warning', range })
  if (missing.size > 0) {
    const { family } = styleOf({ style }, context.theme)
    report({ code: 'letter-missing', letters: [...missing], family, style, theme: null, severity: 'warning', range })
  }
}
