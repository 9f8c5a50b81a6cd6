import { blockType } from '../blocks/registry.ts'
import type { LocalizedBlock } from '../model/block.ts'
import type { BlockContext, BlockSlot, PlacedBlock } from '../model/block-type.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { PlacedBox } from '../model/laid-out.ts'
import type { Region } from '../model/theme.ts'
import { plainText } from '../typeset/parse-paragraphs.ts'

/** What the blocks of one slide are placed with. */
export interface PlacementContext {
  /** Everything but `report`, because diagnostics count only for the final placement. */
  block: Omit<BlockContext, 'report'>
  /** Earlier placements, so that no text is fitted twice. */
  memo: PlacementCache
}

/** The placements of the blocks of one slide. */
export type PlacementCache = Map<LocalizedBlock, Map<string, ReportedPlacement>>

/** A placement with its diagnostics. */
export type ReportedPlacement = PlacedBlock & { diagnostics: Diagnostic[] }

/** Places a block, or returns its earlier placement in an equal slot. */
export function placeBlock(
  block: LocalizedBlock,
  slot: BlockSlot,
  { block: context, memo }: PlacementContext,
): ReportedPlacement {
  const placements = memo.get(block) ?? new Map<string, ReportedPlacement>()
  memo.set(block, placements)
  const type = blockType(block.type)
  const key = slotKey(slot, type.role === 'title')
  const before = placements.get(key)
  if (before) return before
  const diagnostics: Diagnostic[] = []
  const placed = type.place(block, slot, { ...context, report: (one) => diagnostics.push(one) })
  const pages = placed.pages.map((boxes) => boxes.map((box) => withSources(box, block)))
  const reported = { ...placed, pages, diagnostics }
  placements.set(key, reported)
  return reported
}

/** Everything that a placement depends on within one slide, as a string. */
function slotKey(slot: BlockSlot, isTitle: boolean): string {
  const { regionName, nextRegionName, first, next, lead, maxSize, continued } = slot
  const regions = [regionName, nextRegionName, boxKey(first), boxKey(next)]
  return [...regions, maxSize, isTitle && continued, plainText(lead)].join(' ')
}

const boxKey = ({ x, y, width, height, style }: Region) => `${x},${y},${width},${height},${style}`

/** A box without items, such as a video or its QR code, comes from the block as a whole. */
const withSources = (box: PlacedBox, { range }: LocalizedBlock): PlacedBox =>
  box.sources ? box : { ...box, sources: [{ range, items: [] }] }
