import type { LocalizedText, MultilingualText } from '../../model/lang.ts'
import type { Range } from '../../model/source.ts'
import { withoutMarkup } from '../../typeset/without-markup.ts'
import type { MapBlock } from './types.ts'

/** Returns a map with all its texts in one language. */
export function localizeMap(
  block: MapBlock,
  pick: (text: MultilingualText, range?: Range) => LocalizedText,
): MapBlock<LocalizedText> {
  const localized = (text: MultilingualText | null, range: Range = block.range) =>
    text === null ? null : pick(text, range)
  const plain = (text: MultilingualText | null, range?: Range) => {
    const chosen = localized(text, range)
    return chosen && withoutMarkup(chosen)
  }
  return {
    ...block,
    caption: localized(block.caption),
    source: localized(block.source),
    alt: plain(block.alt),
    unit: plain(block.unit),
    markers: block.markers.map((marker) => ({ ...marker, label: plain(marker.label, marker.range) })),
    regions: block.regions.map((region) => ({ ...region, label: plain(region.label, region.range) })),
    scale: block.scale && { ...block.scale, labels: block.scale.labels.map((label) => withoutMarkup(pick(label))) },
  }
}
