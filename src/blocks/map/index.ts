import type { AssetRequest } from '../../model/asset.ts'
import type { LocalizedBlock } from '../../model/block.ts'
import type { BlockType } from '../../model/block-type.ts'
import { placeCardBox } from '../card.ts'
import { localizeMap } from './localize-map.ts'
import { mapPins } from './pins.ts'
import { fromEntry, fromSlide } from './read-map.ts'

/** Outlines of regions that the project provides. */
const outlinesFolder = 'static/maps'

type LocalMap = Extract<LocalizedBlock, { type: 'map' }>

/** A map, drawn at build time. The code that draws it is loaded for decks with maps only. */
export const mapType: BlockType<'map'> = {
  type: 'map',
  role: 'media',
  layout: 'map',
  regions: ['media', 'image'],
  slideField: 'map',
  fromSlide,
  fromEntry,
  localize: localizeMap,
  words(block, context) {
    const { caption, source } = block
    return (
      context.engines.get('map')?.words?.(block, context) ??
      [caption, source].flatMap((text) => (text ? [{ text }] : []))
    )
  },
  assets({ image, geojson, range }) {
    const requests: AssetRequest[] = image === null ? [] : [{ kind: 'image', path: image, range }]
    if (typeof geojson === 'string') requests.push({ kind: 'geojson', path: geojson, range })
    return requests
  },
  engine: (data) => import('./engine.ts').then(({ loadMapEngine }) => loadMapEngine(data, outlinesFolder)),
  engineFolder: outlinesFolder,
  pins: mapPins,
  suggestions: (data) => import('./suggest-places.ts').then(({ loadSuggestions }) => loadSuggestions(data)),
  resolveAssets: (block, asset) => [asPicture(block, asset) ?? block],
  place(block, slot, context) {
    const engine = context.engines.get('map')
    if (engine) return engine.place(block, slot, context)
    const captions = block.source ? [block.source] : []
    const address = block.query ?? block.link ?? ''
    return placeCardBox({ kind: 'map', title: block.caption, address, captions, range: block.range }, slot, context)
  },
}

/** Turns a map with a picture of its own into an image block. */
function asPicture(
  { image, alt, caption, source, range }: LocalMap,
  asset: (path: string) => unknown,
): LocalizedBlock | null {
  if (image === null || asset(image) === null) return null
  const imageCaption = caption ?? source
  return {
    type: 'image',
    images: [
      { src: image, alt, caption: imageCaption, fit: 'contain', focus: null, range, origin: { range, item: 0 } },
    ],
    range,
  }
}
