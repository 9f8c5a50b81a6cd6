import { blockType } from '../blocks/registry.ts'
import type { Placed, PlaceTools, Slot } from '../model/block.ts'
import type { LocalBlock } from '../model/deck.ts'
import type { Found } from '../model/diagnostic.ts'
import type { PlacedBox } from '../model/laid-out.ts'
import type { Paragraph } from '../model/text.ts'
import type { Layout, LayoutVariant, Region } from '../model/theme.ts'
import { stand } from '../typeset/boxes.ts'
import { plainText } from '../typeset/paragraphs.ts'
import { type Assigned, regionFor, type Sheet } from './assign.ts'
import { type Layouts, resolveVariant } from './choose.ts'
import type { Frame } from './frame.ts'
import { type Bottoms, depthOf, record, settleRegions } from './regions.ts'

/** What a sheet is placed with. */
export interface SheetTools {
  layouts: Layouts
  frame: Frame
  /** Everything but `report`: findings belong to the placing that counts in the end. */
  place: Omit<PlaceTools, 'report'>
  /** What was placed before in the same way: nothing is fitted twice. */
  memo: Memo
}

/** Placings of the blocks of one slide. */
export type Memo = Map<LocalBlock, Map<string, Reported>>

/** A placing and what it had to say. */
export type Reported = Placed & { found: Found[] }

/** A page before its number is known: boxes of the title, whose suffix is still to come, and all others around it. */
export interface SheetPage {
  variant: LayoutVariant
  before: PlacedBox[]
  title: PlacedBox[]
  after: PlacedBox[]
}

export interface PlacedSheet {
  pages: SheetPage[]
  /** Of a title too long. */
  rest: Paragraph[]
  found: Found[]
}

/** Places the blocks of a sheet under its title. `lead` goes before the first text. */
export function placeSheet(
  sheet: Sheet,
  title: LocalBlock | null,
  lead: readonly Paragraph[],
  continued: boolean,
  tools: SheetTools,
): PlacedSheet {
  const stage = new Stage(sheet, continued, tools)
  const titled = title ? { block: title, region: titleRegion(title, sheet) } : null
  const entries = titled ? [titled, ...sheet.blocks] : sheet.blocks
  const leading = sheet.blocks.find(({ block }) => blockType(block.type).role === 'text')
  if (titled && depthOf(titled.region, sheet.layout) > 0) stage.headNext(titled)
  for (const entry of byDepth(entries, sheet.layout)) {
    stage.put(entry, entry === titled, entry === leading ? lead : [])
  }
  if (sheet.layout.regions.body2) stage.level(sheet.blocks)
  return stage.pages(titled, sheet.blocks)
}

const titleRegion = (title: LocalBlock, { layout, blocks }: Sheet): string =>
  regionFor(title, layout, new Set(blocks.map(({ region }) => region))) ?? 'title'

/** Regions that others stand below come first. */
const byDepth = (entries: readonly Assigned[], layout: Layout): Assigned[] =>
  entries
    .map((entry) => ({ entry, depth: depthOf(entry.region, layout) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ entry }) => entry)

/** One sheet while it fills. */
class Stage {
  private readonly bottoms: Bottoms = new Map()
  private readonly nextBottoms: Bottoms = new Map()
  private readonly placed = new Map<Assigned, Reported>()
  private readonly leads = new Map<Assigned, readonly Paragraph[]>()
  private readonly before: PlacedBox[]
  private readonly after: PlacedBox[]
  private readonly next: LayoutVariant
  private nextOfColumns = false

  constructor(
    private readonly sheet: Sheet,
    private readonly continued: boolean,
    private readonly tools: SheetTools,
  ) {
    this.next = resolveVariant('continued', tools.layouts)
    const { before, after } = tools.frame(sheet.layout)
    this.before = before
    this.after = after
    record(this.bottoms, [...before, ...after])
  }

  /** Places a block below what is there. */
  put(entry: Assigned, isTitle: boolean, lead: readonly Paragraph[]): void {
    const layout = this.layoutFor(entry)
    const next = settleRegions(this.tools.layouts[this.next]!, this.nextBottoms)
    const body = next.regions.body!
    const first = layout.regions[entry.region] ?? (isTitle ? next.regions.title : layout.regions.body) ?? body
    const columns = this.inColumns(entry)
    const slot: Slot = {
      name: entry.region,
      nextName: isTitle ? 'title' : columns ? entry.region : 'body',
      first: columns ? { ...first, align: 'top' } : first,
      next: isTitle ? (next.regions.title ?? first) : columns ? { ...first, align: 'top' } : body,
      layout,
      alone: !this.sheet.blocks.some(({ block }) => blockType(block.type).role === 'text'),
      lead,
      largest: null,
      continued: this.continued,
    }
    this.leads.set(entry, lead)
    const placed = this.place(entry, slot)
    if (isTitle) record(this.nextBottoms, placed.pages[1] ?? placed.pages[0] ?? [])
  }

  /** Makes room for the title on further pages, where it is only placed after the texts on the first. */
  headNext({ block }: Assigned): void {
    const layout = this.tools.layouts[this.next]!
    const region = layout.regions.title
    if (!region) return
    const slot = { name: 'title', nextName: 'title', first: region, next: region, layout, lead: [], largest: null }
    const { pages } = placeOnce(block, { ...slot, continued: this.continued }, this.tools)
    record(this.nextBottoms, pages[1] ?? pages[0] ?? [])
  }

  /** Gives texts side by side one size, and the only one that runs on the whole width of its further pages. */
  level(blocks: readonly Assigned[]): void {
    const columns = blocks.filter((entry) => this.inColumns(entry))
    const sizes = columns.flatMap((entry) => this.placed.get(entry)?.size ?? [])
    const smallest = sizes.length > 0 ? Math.min(...sizes) : null
    for (const entry of columns) this.again(entry, { largest: smallest })
    const running = columns.filter((entry) => this.placed.get(entry)!.pages.length > 1)
    this.nextOfColumns = running.length > 1
    const next = settleRegions(this.tools.layouts[this.next]!, this.nextBottoms)
    if (running.length === 1) this.again(running[0]!, { largest: smallest, next: next.regions.body! })
    if (running.length === 0) this.standTogether(columns)
  }

  /** Moves columns to where the tallest of them stands in its region: their first lines stay level. */
  private standTogether(columns: readonly Assigned[]): void {
    const [first] = columns
    const region = first && this.layoutFor(first).regions[first.region]
    if (!region) return
    const bottoms = columns.flatMap((entry) =>
      this.placed
        .get(entry)!
        .pages.flat()
        .map(({ y, height }) => y + height),
    )
    const shift = stand(region, Math.max(region.y, ...bottoms) - region.y).y - region.y
    for (const entry of columns) {
      const placed = this.placed.get(entry)!
      const pages = placed.pages.map((boxes) => boxes.map((box) => ({ ...box, y: box.y + shift })))
      this.placed.set(entry, { ...placed, pages })
    }
  }

  pages(titled: Assigned | null, blocks: readonly Assigned[]): PlacedSheet {
    const title = titled ? this.placed.get(titled)! : null
    const bodies = blocks.map((entry) => this.placed.get(entry)!)
    const first: SheetPage = {
      variant: this.sheet.variant,
      before: this.before,
      title: title?.pages[0] ?? [],
      after: [...bodies.flatMap(({ pages }) => pages[0] ?? []), ...this.after],
    }
    const further = this.further(bodies).map(
      (boxes): SheetPage => ({
        variant: this.nextOfColumns ? this.sheet.variant : this.next,
        before: [],
        title: title?.pages[this.nextOfColumns ? 0 : 1] ?? [],
        after: boxes,
      }),
    )
    const found = [...(title?.found ?? []), ...bodies.flatMap((body) => body.found)]
    return { pages: [first, ...further], rest: title?.rest ?? [], found }
  }

  /** The boxes of the further pages: columns go on side by side, other texts one after the other. */
  private further(bodies: readonly Placed[]): PlacedBox[][] {
    if (!this.nextOfColumns) return bodies.flatMap(({ pages }) => pages.slice(1))
    const most = Math.max(...bodies.map(({ pages }) => pages.length))
    return Array.from({ length: most - 1 }, (_, i) => bodies.flatMap(({ pages }) => pages[i + 1] ?? []))
  }

  private inColumns({ block, region }: Assigned): boolean {
    return (
      this.sheet.layout.regions.body2 !== undefined &&
      region.startsWith('body') &&
      blockType(block.type).role === 'text'
    )
  }

  /** The regions that are a block's own or nobody's, below what is there. */
  private layoutFor(entry: Assigned): Layout {
    const { regions, ...layout } = settleRegions(this.sheet.layout, this.bottoms)
    const others = new Set(this.sheet.blocks.flatMap((other) => (other === entry ? [] : other.region)))
    return { ...layout, regions: Object.fromEntries(Object.entries(regions).filter(([name]) => !others.has(name))) }
  }

  private again(entry: Assigned, change: { largest: number | null; next?: Region }): void {
    const layout = this.layoutFor(entry)
    const first = layout.regions[entry.region]!
    const next: Region = change.next ?? { ...first, align: 'top' }
    const nextName = change.next ? 'body' : entry.region
    const lead = this.leads.get(entry) ?? []
    const { largest } = change
    const top: Region = { ...first, align: 'top' }
    const slot = { name: entry.region, nextName, first: top, next, layout, lead, largest, continued: this.continued }
    this.place(entry, slot)
  }

  private place(entry: Assigned, slot: Slot): Reported {
    const placed = placeOnce(entry.block, slot, this.tools)
    this.placed.set(entry, placed)
    record(this.bottoms, placed.pages[0] ?? [])
    return placed
  }
}

function placeOnce(block: LocalBlock, slot: Slot, { place, memo }: SheetTools): Reported {
  const { name, nextName, first, next, lead, largest, continued } = slot
  const type = blockType(block.type)
  const isTitle = type.role === 'title'
  const known = memo.get(block) ?? new Map<string, Reported>()
  memo.set(block, known)
  const key = [name, nextName, boxKey(first), boxKey(next), largest, isTitle && continued, plainText(lead)].join(' ')
  const before = known.get(key)
  if (before) return before
  const found: Found[] = []
  const placed = type.place(block as never, slot, { ...place, report: (one) => found.push(one) })
  const reported = { ...placed, found }
  known.set(key, reported)
  return reported
}

const boxKey = ({ x, y, width, height, style }: Region) => `${x},${y},${width},${height},${style}`
