import type { LocalizedBlock } from '../model/block.ts'
import type { Paragraph } from '../model/text.ts'
import type { BlockGroup } from './assign-regions.ts'
import { type GroupContext, type PlacedGroup, placeGroup } from './place-group.ts'

/** How far the title of a cover may move up. Units: px. */
const lifts = [24, 48, 72, 96, 120]

/**
 * Places a group as `placeGroup` does. On a cover, where the title stands on the bottom line of its region, the title moves up
 * if the text below would not fit otherwise.
 */
export function placeWithLift(
  group: BlockGroup,
  title: LocalizedBlock | null,
  lead: readonly Paragraph[],
  continued: boolean,
  context: GroupContext,
): PlacedGroup {
  const placed = placeGroup(group, title, lead, continued, context)
  const { title: above, body } = group.layout.regions
  if (placed.pages.length === 1 || !title || above?.align !== 'bottom' || body?.below !== 'title') return placed
  for (const lift of lifts) {
    const regions = {
      ...group.layout.regions,
      title: { ...above, height: above.height - lift },
      body: { ...body, y: body.y - lift, height: body.height + lift },
    }
    const lifted = { ...group, layout: { ...group.layout, regions } }
    const again = placeGroup(lifted, title, lead, continued, context)
    if (again.pages.length === 1 && again.rest.length === 0) return again
  }
  return placed
}
