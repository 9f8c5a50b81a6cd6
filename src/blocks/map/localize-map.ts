import type { LocalizedText, MultilingualText } from '../../model/lang.ts'
import type { Range } from '../../model/source.ts'
import type { MapBlock } from './types.ts'

/** Returns a map with all its texts in one language. */
export function localizeMap(
  block: MapBlock,
  pick: (text: MultilingualText, range?: Range) => LocalizedText,
): MapBlock<LocalizedText> {
  const localized = (text: MultilingualText | null, range: Range = block.range) =>
    text === null ? null : pick(text, range)
  return {
    ...block,
    caption: localized(block.caption),
    source: localized(block.source),
    alt: localized(block.alt),
    unit: localized(block.unit),
    markers: block.markers.map((marker) => ({ ...marker, label: localized(marker.label, marker.range) })),
    regions: block.regions.map((region) => ({ ...region, label: localized(region.label, region.range) })),
    scale: block.scale && { ...block.scale, labels: block.scale.labels.map((label) => pick(label)) },
  }
}
