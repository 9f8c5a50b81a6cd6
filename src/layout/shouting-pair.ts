import type { LayoutVariant } from '../model/theme.ts'
import type { BlockGroup } from './assign-regions.ts'
import type { Position } from './choose-layout.ts'
import type { SlideContent } from './slide-content.ts'

/** Longer texts in capitals are no headings. Units: characters. */
const longest = 105

/** The layouts that such a slide gets. */
const variants: ReadonlySet<LayoutVariant> = new Set<LayoutVariant>(['cover', 'statement'])

/** The height of the small heading above the large one, and the distance between them. Units: px. */
const small = { height: 112, gap: 20 }

/**
 * On a first slide of two headings in capitals, such as the name of a series and of its subject, sets the title small above
 * the other one: if both are large, neither leads.
 */
export function withSmallTitle(group: BlockGroup, { title, texts }: SlideContent, at: Position): BlockGroup {
  const [text, ...others] = texts
  const { title: above, body } = group.layout.regions
  if (!at.first || !above || !body || !text || others.length > 0 || !variants.has(group.variant)) return group
  if (!isShouted(title) || !isShouted(text)) return group
  const isCover = group.variant === 'cover'
  const top = above.y + small.height
  const regions = {
    ...group.layout.regions,
    title: { ...above, height: small.height, align: 'top' as const, style: 'lead' },
    body: isCover
      ? { ...body, y: top, height: body.y + body.height - top, style: 'cover', below: 'title', gap: small.gap }
      : body,
  }
  return { ...group, layout: { ...group.layout, regions } }
}

/** Whether a text is one line in capitals. */
function isShouted(block: SlideContent['title']): boolean {
  const words = block && 'text' in block ? block.text.text.trim() : ''
  const letters = words.match(/\p{L}/gu)?.length ?? 0
  return letters >= 8 && words.length <= longest && !words.includes('\n') && words === words.toUpperCase()
}
