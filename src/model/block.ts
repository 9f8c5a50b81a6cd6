import type { Asset, AssetRequest, PosterRequest } from './asset.ts'
import type { Block, LayoutName, LocalizedBlock } from './deck.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { Fitter } from './fitted.ts'
import type { PlacedBox } from './laid-out.ts'
import type { Lang, LocalizedText, MultilingualText } from './lang.ts'
import type { ObjectNode, Range } from './source.ts'
import type { Paragraph } from './text.ts'
import type { Layout, Region, Theme } from './theme.ts'

/** What a block may ask for while it is placed. */
export interface BlockContext {
  fitter: Fitter
  theme: Theme
  /** Of the deck: for texts that have no language of their own. */
  lang: Lang
  fit: 'auto' | 'shrink' | 'split'
  /** Colours of the theme with the deck's changes. */
  colors: Readonly<Record<string, string>>
  /** The slide's own background, a colour or a picture's path; null: the ground of its layout. */
  background: string | null
  /** What was loaded for the deck, by the name of the block type. */
  engines: BlockEngines
  /** Level of the slide's title: 1 on the first slide. */
  headingLevel: 1 | 2
  asset(path: string): Asset | null
  report(diagnostic: Diagnostic): void
}

/** The part of a block type that only decks with such a block load: code that is large, data that ships. */
export interface BlockEngine<K extends Block['type'] = Block['type']> {
  place(block: Extract<LocalizedBlock, { type: K }>, slot: BlockSlot, tools: BlockContext): PlacedBlock
}

export type BlockEngines = ReadonlyMap<string, BlockEngine>

/** Where an engine's data come from. */
export interface DataSource {
  /** The JSON of a file that ships with the program, by its path in the package. */
  readBundled(path: string): Promise<unknown>
  /** The JSON files of a folder of the project, in the order of their names. */
  readFolder(path: string): Promise<DataFile[]>
}

/** A JSON file of a project; `fault` says why there is no value. `file` is its path from the project, for messages. */
export interface DataFile {
  file: string
  value: unknown
  fault: 'not-json' | 'too-large' | 'unreadable' | null
}

/** Where a block goes: a region of its page, and the region of pages that continue it. */
export interface BlockSlot {
  /** Names of the two regions: classes of the boxes. */
  regionName: string
  nextRegionName: string
  first: Region
  next: Region
  /** The layout of the first page, its regions below what already stands there, without those of other blocks. */
  layout: Layout
  /** No text stands beside it: a picture is what the slide shows. */
  isOnlyContent?: boolean
  /** What comes before the block's own text: the rest of a title that was too long. */
  lead: readonly Paragraph[]
  /** No text larger than this, so that texts side by side are of one size. Units: px. */
  maxSize: number | null
  /** The slide takes several pages: a title keeps room for `(2/4)`. */
  continued: boolean
}

/** A block in its place. */
export interface PlacedBlock {
  /** The boxes of each page: one page, for most blocks; none where there is nothing to show. */
  pages: PlacedBox[][]
  /** What did not fit and goes into the body. */
  overflow: Paragraph[]
  /** Of its text. Units: px. */
  size: number | null
}

/** Proportions of what a block shows. */
export interface MediaShape {
  /** Width divided by height. */
  aspectRatio: number
  /** Pictures that can be brought into other proportions by standing otherwise. */
  reflowable: boolean
  /** It is one picture that may be cropped, as a photograph may; a drawing must stay whole. */
  croppable: boolean
  /** It has words of its own, which need a place. */
  hasCaption: boolean
}

/**
 * Everything the engine knows of one block type. Nothing outside its folder asks for a type by name.
 *
 * `role` is what it is for the choice of a layout; `layout` that of a page which holds only such a block;
 * `regions` those it may take, best first (`takes` refuses one for this block; `taken` are those in use).
 */
export interface BlockType<K extends Block['type'] = Block['type']> {
  type: K
  role: 'title' | 'text' | 'picture' | 'media'
  layout: LayoutName
  regions: readonly string[]
  acceptsRegion?(block: Extract<LocalizedBlock, { type: K }>, region: string, taken: ReadonlySet<string>): boolean
  /** The blocks that a slide's flat fields stand for (`title`, `text`, `img_path`, ...); empty values are nothing. */
  fromShorthand(slide: ObjectNode): Extract<Block, { type: K }>[]
  /** One entry of a slide's `blocks`; null where it is empty. */
  fromEntry(entry: ObjectNode): Extract<Block, { type: K }> | null
  /** `pick` gives a text in the chosen language; `range` is where it stands, if not that of the block. */
  localize(
    block: Extract<Block, { type: K }>,
    pick: (text: MultilingualText, range?: Range) => LocalizedText,
  ): Extract<LocalizedBlock, { type: K }>
  assets(block: Extract<Block, { type: K }>): AssetRequest[]
  /** Pictures to be taken out of its videos, where a browser is at hand. */
  posters?(block: Extract<Block, { type: K }>): PosterRequest[]
  /** Loads what only decks with such a block need; without it `place` sets a stand-in. */
  engine?(library: DataSource): Promise<BlockEngine<K>>
  /** What can be shown of the block: of a picture that could not be had only its caption, as a text. */
  resolveAssets?(block: Extract<LocalizedBlock, { type: K }>, asset: BlockContext['asset']): LocalizedBlock[]
  /** Several blocks as one, where a layout has no room for each. */
  join?(blocks: readonly Extract<LocalizedBlock, { type: K }>[]): Extract<LocalizedBlock, { type: K }>
  mediaShape?(block: Extract<LocalizedBlock, { type: K }>, asset: BlockContext['asset']): MediaShape | null
  place(block: Extract<LocalizedBlock, { type: K }>, slot: BlockSlot, tools: BlockContext): PlacedBlock
  /** The same box on another page of its slide, for blocks that stand on every page. */
  forPart?(box: PlacedBox, part: number, parts: number): PlacedBox
}
