import { blockType } from '../blocks/registry.ts'
import type { LocalizedBlock } from '../model/block.ts'
import type { Layout, LayoutVariant, Region } from '../model/theme.ts'
import {
  canFill,
  columnsVariant,
  isIntroduction,
  joinBlocks,
  type Layouts,
  resolveVariant,
  type SlideContent,
} from './choose-layout.ts'

/** A block and its region. */
export interface AssignedBlock {
  block: LocalizedBlock
  region: string
}

/** Blocks that share a page, with its layout. */
export interface BlockGroup {
  variant: LayoutVariant
  layout: Layout
  /** In reading order. */
  blocks: AssignedBlock[]
}

/**
 * Assigns each block of a slide to a region. A text that is too long to introduce data comes first. Blocks without a region in this layout follow on pages of their own.
 * The title is not among `blocks`: every page repeats it.
 */
export function assignRegions(content: SlideContent, variant: LayoutVariant, layouts: Layouts): BlockGroup[] {
  const { texts, data } = content
  if (data.length === 0 || texts.length === 0 || isIntroduction(content))
    return assignTogether(content, variant, layouts)
  const textVariant = resolveVariant(texts.length > 1 ? columnsVariant(texts.length) : 'text', layouts)
  return [
    ...assignTogether({ ...content, data: [], pictures: [], media: [], shape: null }, textVariant, layouts),
    ...assignTogether({ ...content, texts: [] }, variant, layouts),
  ]
}

function assignTogether(content: SlideContent, variant: LayoutVariant, layouts: Layouts): BlockGroup[] {
  const layout = layouts[variant]!
  const taken = new Set<string>(fitsBehindText(content, layout) ? [] : ['image'])
  const titleRegion = content.title ? regionFor(content.title, layout, taken) : null
  if (titleRegion) taken.add(titleRegion)

  const group: BlockGroup = { variant, layout, blocks: [] }
  const unassigned: LocalizedBlock[] = []
  for (const block of [
    ...distributeTexts(content.texts, layout),
    ...content.data,
    ...content.pictures,
    ...content.media,
  ]) {
    const region = regionFor(block, layout, taken)
    if (region) taken.add(region)
    if (region) group.blocks.push({ block, region })
    else unassigned.push(block)
  }
  const empty = group.blocks.length === 0 && !content.title && unassigned.length > 0
  return [...(empty ? [] : [group]), ...unassigned.map((block) => singleBlockGroup(block, layouts))]
}

/**
 * Whether the pictures suit a layout that puts them behind its texts: only a photograph that fills the region does,
 * and a captioned one only if the layout has a region for the caption.
 */
function fitsBehindText({ shape, media }: SlideContent, { regions }: Layout): boolean {
  const { image, title, caption } = regions
  if (!image || !title || !coversRegion(image, title)) return true
  return media.length === 0 && shape !== null && canFill(shape, image) && (!shape.hasCaption || caption !== undefined)
}

const coversRegion = (a: Region, b: Region) =>
  a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height

/** Returns the best free region of a layout for a block. */
export function regionFor(block: LocalizedBlock, layout: Layout, taken: ReadonlySet<string>): string | null {
  const type = blockType(block.type)
  // The region above data is for an introduction, not for more data.
  const isOther = (name: string) => type.role === 'data' && name !== 'data' && layout.regions.data !== undefined
  const free = (name: string) =>
    layout.regions[name] && !taken.has(name) && !isOther(name) && (type.acceptsRegion?.(block, name, taken) ?? true)
  return type.regions.find(free) ?? null
}

/** A page with one block only. If the theme has no region for it, the block takes the last one of its type. */
export function singleBlockGroup(block: LocalizedBlock, layouts: Layouts): BlockGroup {
  const type = blockType(block.type)
  const variant = resolveVariant(type.layout, layouts)
  const layout = layouts[variant]!
  return { variant, layout, blocks: [{ block, region: regionFor(block, layout, new Set()) ?? type.regions.at(-1)! }] }
}

/** Merges neighbouring texts until there are no more texts than regions. */
function distributeTexts(texts: readonly LocalizedBlock[], layout: Layout): LocalizedBlock[] {
  const bodies = ['body', 'body2', 'body3', 'source'].filter((name) => layout.regions[name]).length
  const places = layout.regions.figure ? 1 : Math.max(1, bodies)
  if (texts.length <= places) return [...texts]
  return Array.from({ length: places }, (_, i) =>
    joinBlocks(texts.slice(Math.round((i * texts.length) / places), Math.round(((i + 1) * texts.length) / places))),
  ).flat()
}
