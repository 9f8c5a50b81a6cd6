import { blockType } from '../blocks/registry.ts'
import type { LocalizedBlock } from '../model/block.ts'
import type { BlockSlot, PlacedBlock } from '../model/block-type.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { PlacedBox } from '../model/laid-out.ts'
import type { Paragraph } from '../model/text.ts'
import type { Layout, LayoutVariant, Region } from '../model/theme.ts'
import { type AssignedBlock, type BlockGroup, regionFor } from './assign-regions.ts'
import { type Layouts, resolveVariant } from './choose-layout.ts'
import { type ColumnChange, levelColumns } from './level-columns.ts'
import type { PageFrame } from './page-frame.ts'
import { type PlacementContext, placeBlock, type ReportedPlacement } from './place-block.ts'
import { type Bottoms, recordBottoms, regionDepth, resolveRegions } from './regions.ts'

/** What a group of blocks is placed with. */
export interface GroupContext extends PlacementContext {
  layouts: Layouts
  frame: PageFrame
}

/** A page whose number is not known yet. The boxes of the title, which still lack their page number, are kept apart. */
export interface DraftPage {
  variant: LayoutVariant
  before: PlacedBox[]
  title: PlacedBox[]
  after: PlacedBox[]
}

/** A group on its pages. */
export interface PlacedGroup {
  pages: DraftPage[]
  /** What did not fit of the title. */
  rest: Paragraph[]
  diagnostics: Diagnostic[]
}

/** Places the blocks of a group below their title. `lead` is put before the first text. */
export function placeGroup(
  group: BlockGroup,
  title: LocalizedBlock | null,
  lead: readonly Paragraph[],
  continued: boolean,
  context: GroupContext,
): PlacedGroup {
  const builder = new GroupBuilder(group, continued, context)
  const titled = title ? { block: title, region: titleRegion(title, group) } : null
  const entries = titled ? [titled, ...group.blocks] : group.blocks
  const leading = group.blocks.find(({ block }) => blockType(block.type).role === 'text')
  if (titled && regionDepth(titled.region, group.layout) > 0) builder.reserveTitle(titled)
  for (const entry of sortByDepth(entries, group.layout)) {
    builder.placeBlock(entry, entry === titled, entry === leading ? lead : [])
  }
  const isLevel = !group.layout.regions.body2 || builder.levelColumns(group.blocks)
  if (!isLevel && group.down) return placeGroup(group.down, title, lead, continued, context)
  return builder.pages(titled, group.blocks)
}

const titleRegion = (title: LocalizedBlock, { layout, blocks }: BlockGroup): string =>
  regionFor(title, layout, new Set(blocks.map(({ region }) => region))) ?? 'title'

/** Sorts regions so that each comes before those below it. */
const sortByDepth = (entries: readonly AssignedBlock[], layout: Layout): AssignedBlock[] =>
  entries
    .map((entry) => ({ entry, depth: regionDepth(entry.region, layout) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ entry }) => entry)

/** The size of a text relative to that of its title, at most. */
const titleLead = { body: 0.82, columns: 0.73 }

/** Without author, event and date, the subtitle of a cover takes their space. */
function withFreeEvent(layout: Layout, frame: readonly PlacedBox[]): Layout {
  const { event, body } = layout.regions
  if (!event || !body || frame.some(({ region }) => region === 'event')) return layout
  const height = Math.max(body.height, event.y + event.height - body.y)
  return { ...layout, regions: { ...layout.regions, body: { ...body, height } } }
}

/** Builds the pages of one group. */
class GroupBuilder {
  private readonly bottoms: Bottoms = new Map()
  private readonly nextBottoms: Bottoms = new Map()
  private readonly placed = new Map<AssignedBlock, ReportedPlacement>()
  private readonly leads = new Map<AssignedBlock, readonly Paragraph[]>()
  private readonly before: PlacedBox[]
  private readonly after: PlacedBox[]
  private readonly next: LayoutVariant
  private columnsContinue = false
  private titleSize: number | null = null
  private readonly group: BlockGroup

  constructor(
    group: BlockGroup,
    private readonly continued: boolean,
    private readonly context: GroupContext,
  ) {
    this.next = resolveVariant('continued', context.layouts)
    const { before, after } = context.frame(group.layout)
    this.group = { ...group, layout: withFreeEvent(group.layout, after) }
    this.before = before
    this.after = after
    recordBottoms(this.bottoms, [...before, ...after])
  }

  /** Places a block below the boxes that are already placed. */
  placeBlock(entry: AssignedBlock, isTitle: boolean, lead: readonly Paragraph[]): void {
    const layout = this.layoutFor(entry)
    const next = resolveRegions(this.context.layouts[this.next]!, this.nextBottoms)
    const body = next.regions.body!
    const first = layout.regions[entry.region] ?? (isTitle ? next.regions.title : layout.regions.body) ?? body
    const columns = this.inColumns(entry)
    const slot: BlockSlot = {
      regionName: entry.region,
      nextRegionName: isTitle ? 'title' : columns ? entry.region : 'body',
      first: columns ? { ...first, align: 'top' } : first,
      next: isTitle ? (next.regions.title ?? first) : columns ? { ...first, align: 'top' } : body,
      layout,
      isOnlyContent: !this.group.blocks.some(({ block }) => blockType(block.type).role === 'text'),
      lead,
      maxSize: this.bodyLimit(entry, columns),
      continued: this.continued,
    }
    this.leads.set(entry, lead)
    const placed = this.place(entry, slot)
    if (isTitle) recordBottoms(this.nextBottoms, placed.pages[1] ?? placed.pages[0] ?? [])
    if (isTitle) this.titleSize = placed.size
  }

  /** The largest size of a text below the title, so that the title leads; null if nothing limits it. */
  private bodyLimit({ region }: AssignedBlock, inColumns: boolean): number | null {
    const style = this.group.layout.regions[region]?.style
    if (this.titleSize === null || style !== 'body') return null
    return this.titleSize * (inColumns ? titleLead.columns : titleLead.body)
  }

  /** Reserves space for the title on further pages if the title is placed after the texts on the first page. */
  reserveTitle({ block }: AssignedBlock): void {
    const layout = this.context.layouts[this.next]!
    const region = layout.regions.title
    if (!region) return
    const slot = {
      regionName: 'title',
      nextRegionName: 'title',
      first: region,
      next: region,
      layout,
      lead: [],
      maxSize: null,
    }
    const { pages } = placeBlock(block, { ...slot, continued: this.continued }, this.context)
    recordBottoms(this.nextBottoms, pages[1] ?? pages[0] ?? [])
  }

  /** Levels the columns. Returns whether their rows are level. */
  levelColumns(blocks: readonly AssignedBlock[]): boolean {
    const columns = blocks.filter((entry) => this.inColumns(entry))
    const { isLevel, several } = levelColumns(columns, {
      placed: this.placed,
      layoutFor: (entry) => this.layoutFor(entry),
      placeAgain: (entry, change) => this.placeAgain(entry, change),
      full: () => resolveRegions(this.context.layouts[this.next]!, this.nextBottoms).regions.body!,
      theme: this.context.block.theme,
      mayStack: this.group.down !== undefined,
    })
    this.columnsContinue = several
    return isLevel
  }

  pages(titled: AssignedBlock | null, blocks: readonly AssignedBlock[]): PlacedGroup {
    const title = titled ? this.placed.get(titled)! : null
    const bodies = blocks.map((entry) => this.placed.get(entry)!)
    const first: DraftPage = {
      variant: this.group.variant,
      before: this.before,
      title: title?.pages[0] ?? [],
      after: [...bodies.flatMap(({ pages }) => pages[0] ?? []), ...this.after],
    }
    const further = this.further(bodies).map(
      (boxes): DraftPage => ({
        variant: this.columnsContinue ? this.group.variant : this.next,
        before: [],
        title: title?.pages[this.columnsContinue ? 0 : 1] ?? [],
        after: boxes,
      }),
    )
    const diagnostics = [...(title?.diagnostics ?? []), ...bodies.flatMap((body) => body.diagnostics)]
    return { pages: [first, ...further], rest: title?.overflow ?? [], diagnostics }
  }

  /** Returns the boxes of further pages: columns continue side by side, other texts one after the other. */
  private further(bodies: readonly PlacedBlock[]): PlacedBox[][] {
    if (!this.columnsContinue) return bodies.flatMap(({ pages }) => pages.slice(1))
    const most = Math.max(...bodies.map(({ pages }) => pages.length))
    return Array.from({ length: most - 1 }, (_, i) => bodies.flatMap(({ pages }) => pages[i + 1] ?? []))
  }

  private inColumns({ block, region }: AssignedBlock): boolean {
    return (
      this.group.layout.regions.body2 !== undefined &&
      region.startsWith('body') &&
      blockType(block.type).role === 'text'
    )
  }

  /** The layout with the regions that no other block takes, below the boxes that are already placed. */
  private layoutFor(entry: AssignedBlock): Layout {
    const { regions, ...layout } = resolveRegions(this.group.layout, this.bottoms)
    const others = new Set(this.group.blocks.flatMap((other) => (other === entry ? [] : other.region)))
    return { ...layout, regions: Object.fromEntries(Object.entries(regions).filter(([name]) => !others.has(name))) }
  }

  private placeAgain(entry: AssignedBlock, change: ColumnChange): void {
    const layout = this.layoutFor(entry)
    const first = layout.regions[entry.region]!
    const next: Region = change.next ?? { ...first, align: 'top' }
    const lead = this.leads.get(entry) ?? []
    const top: Region = { ...first, align: 'top' }
    const slot = {
      regionName: entry.region,
      nextRegionName: change.next ? 'body' : entry.region,
      first: top,
      next,
      layout,
      lead,
      maxSize: change.largest,
      continued: this.continued,
    }
    this.place(entry, slot)
  }

  private place(entry: AssignedBlock, slot: BlockSlot): ReportedPlacement {
    const placed = placeBlock(entry.block, slot, this.context)
    this.placed.set(entry, placed)
    recordBottoms(this.bottoms, placed.pages[0] ?? [])
    return placed
  }
}
