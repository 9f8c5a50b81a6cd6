import type { Said, Text } from '../../model/lang.ts'
import type { MapBlock } from '../../model/map.ts'
import type { Range } from '../../model/source.ts'

/** A map with all its texts in one language. */
export function localize(block: MapBlock, pick: (text: Text, range?: Range) => Said): MapBlock<Said> {
  const said = (text: Text | null, range: Range = block.range) => (text === null ? null : pick(text, range))
  return {
    ...block,
    caption: said(block.caption),
    source: said(block.source),
    alt: said(block.alt),
    unit: said(block.unit),
    markers: block.markers.map((marker) => ({ ...marker, label: said(marker.label, marker.range) })),
    regions: block.regions.map((region) => ({ ...region, label: said(region.label, region.range) })),
    scale: block.scale && { ...block.scale, labels: block.scale.labels.map((label) => pick(label)) },
  }
}
