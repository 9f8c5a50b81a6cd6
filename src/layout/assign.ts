import { blockType } from '../blocks/registry.ts'
import type { LocalBlock } from '../model/deck.ts'
import type { Layout, LayoutVariant, Region } from '../model/theme.ts'
import { type Content, fills, joined, type Layouts, resolveVariant } from './choose.ts'

/** A block and the region it takes. */
export interface Assigned {
  block: LocalBlock
  region: string
}

/** Blocks that share a page, with the layout of that page. */
export interface Sheet {
  variant: LayoutVariant
  layout: Layout
  /** In reading order. */
  blocks: Assigned[]
}

/**
 * Gives every block of a slide its region; what a layout has no region for follows on sheets of its own.
 * The title is not among `blocks`: it stands on every sheet.
 */
export function assign(content: Content, variant: LayoutVariant, layouts: Layouts): Sheet[] {
  const layout = layouts[variant]!
  const taken = new Set<string>(fitsUnder(content, layout) ? [] : ['image'])
  const titleRegion = content.title ? regionFor(content.title, layout, taken) : null
  if (titleRegion) taken.add(titleRegion)

  const sheet: Sheet = { variant, layout, blocks: [] }
  const homeless: LocalBlock[] = []
  for (const block of [...share(content.texts, layout), ...content.pictures, ...content.media]) {
    const region = regionFor(block, layout, taken)
    if (region) taken.add(region)
    if (region) sheet.blocks.push({ block, region })
    else homeless.push(block)
  }
  const empty = sheet.blocks.length === 0 && !content.title && homeless.length > 0
  return [...(empty ? [] : [sheet]), ...homeless.map((block) => ownSheet(block, layouts))]
}

/**
 * Whether the pictures may lie under the words of a layout that has them there: only a photograph that fills the place,
 * and only one without a caption where the layout has no place for that.
 */
function fitsUnder({ shape, media }: Content, { regions }: Layout): boolean {
  const { image, title, caption } = regions
  if (!image || !title || !covers(image, title)) return true
  return media.length === 0 && shape !== null && fills(shape, image) && (!shape.captioned || caption !== undefined)
}

const covers = (a: Region, b: Region) =>
  a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height

/** The best free region of a layout for a block. */
export function regionFor(block: LocalBlock, layout: Layout, taken: ReadonlySet<string>): string | null {
  const type = blockType(block.type)
  const free = (name: string) =>
    layout.regions[name] && !taken.has(name) && (type.takes?.(block as never, name, taken) ?? true)
  return type.regions.find(free) ?? null
}

/** A page for a block alone. Where a theme has no region for it, it gets the place of the body. */
export function ownSheet(block: LocalBlock, layouts: Layouts): Sheet {
  const type = blockType(block.type)
  const variant = resolveVariant(type.layout, layouts)
  const layout = layouts[variant]!
  return { variant, layout, blocks: [{ block, region: regionFor(block, layout, new Set()) ?? type.regions.at(-1)! }] }
}

/** As many texts as a layout has places for them; neighbours are joined where there are more. */
function share(texts: readonly LocalBlock[], layout: Layout): LocalBlock[] {
  const bodies = ['body', 'body2', 'body3', 'source'].filter((name) => layout.regions[name]).length
  const places = layout.regions.figure ? 1 : Math.max(1, bodies)
  if (texts.length <= places) return [...texts]
  return Array.from({ length: places }, (_, i) =>
    joined(texts.slice(Math.round((i * texts.length) / places), Math.round(((i + 1) * texts.length) / places))),
  ).flat()
}
