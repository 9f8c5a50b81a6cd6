import { blockType } from '../blocks/registry.ts'
import type { LocalizedBlock } from '../model/block.ts'
import type { Layout, LayoutVariant, Region } from '../model/theme.ts'
import { canFill, columnsVariant, type Layouts, resolveVariant } from './choose-layout.ts'
import { isIntroduction, joinBlocks, type SlideContent } from './slide-content.ts'

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
  /** The same blocks, with texts that read down the columns: for texts that do not fit as rows on one page. */
  down?: BlockGroup
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
  const { texts } = content
  const places = textPlaces(layouts[variant]!)
  const down = assignTexts(content, distributeTexts(texts, places), variant, layouts)
  if (texts.length <= places || !layouts[variant]!.regions.body2) return down
  const [across, ...more] = assignTexts(content, textsInRows(texts, places), variant, layouts)
  return [{ ...across!, down: down[0]! }, ...more]
}

function assignTexts(
  content: SlideContent,
  texts: readonly LocalizedBlock[],
  variant: LayoutVariant,
  layouts: Layouts,
): BlockGroup[] {
  const layout = layouts[variant]!
  const taken = new Set<string>(fitsBehindText(content, layout) ? [] : ['image'])
  const titleRegion = content.title ? regionFor(content.title, layout, taken) : null
  if (titleRegion) taken.add(titleRegion)

  const group: BlockGroup = { variant, layout, blocks: [] }
  const unassigned: LocalizedBlock[] = []
  for (const block of [...texts, ...content.data, ...content.pictures, ...content.media]) {
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

/** The number of regions for texts. */
function textPlaces({ regions }: Layout): number {
  const bodies = ['body', 'body2', 'body3', 'source'].filter((name) => regions[name]).length
  return regions.figure ? 1 : Math.max(1, bodies)
}

/** Merges neighbouring texts until there are no more texts than regions. */
function distributeTexts(texts: readonly LocalizedBlock[], places: number): LocalizedBlock[] {
  if (texts.length <= places) return [...texts]
  return Array.from({ length: places }, (_, i) =>
    joinBlocks(texts.slice(Math.round((i * texts.length) / places), Math.round(((i + 1) * texts.length) / places))),
  ).flat()
}

/** Merges the texts of each column, so that they read across: the first row is the first texts. */
const textsInRows = (texts: readonly LocalizedBlock[], columns: number): LocalizedBlock[] =>
  Array.from({ length: columns }, (_, i) => joinBlocks(texts.filter((_, at) => at % columns === i))).flat()
