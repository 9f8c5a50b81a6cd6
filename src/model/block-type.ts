import type { Asset, AssetRequest, PosterRequest } from './asset.ts'
import type { Block, LocalizedBlock } from './block.ts'
import type { LayoutName } from './deck.ts'
import type { Block as SchemaBlock, Slide } from './deck-file.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { Fitter } from './fitted.ts'
import type { PlacedBox } from './laid-out.ts'
import type { Lang, LocalizedText, MultilingualText } from './lang.ts'
import type { ObjectNode, Range, SourceNode } from './source.ts'
import type { Paragraph } from './text.ts'
import type { Layout, Region, StageDimensions, Theme } from './theme.ts'
import type { BoxPins, PlacesAnswer } from './wire/map-edit.ts'

/** A block of one type with its texts in one language. */
export type Localized<K extends Block['type']> = Extract<LocalizedBlock, { type: K }>

/** What a block may use while it is placed. */
export interface BlockContext {
  fitter: Fitter
  theme: Theme
  stage: StageDimensions
  /** The language of the deck, for texts without a language of their own. */
  lang: Lang
  fit: 'auto' | 'shrink' | 'split'
  /** Whether the slide is shown step by step, so that the parts of a drawing are told apart; absent: it is not. */
  steps?: boolean
  /** The colours of the theme, with the deck's changes. */
  colors: Readonly<Record<string, string>>
  /** The slide's own background, a colour or the path of a picture; null: that of its layout. */
  background: string | null
  /** The loaded engines by the name of their block type. */
  engines: BlockEngines
  /** The title of the slide, which names its tables; null if it has none. */
  title: string | null
  /** The level of the slide's title: 1 on the first slide. */
  headingLevel: 1 | 2
  asset(path: string): Asset | null
  report(diagnostic: Diagnostic): void
}

/** A part of what a block says: a text, which is bold if it is a title, or a block that shows rows as a table. */
export type BlockWords = { text: LocalizedText; bold?: boolean } | { rows: LocalizedBlock }

/** What a block may use to say in words what it shows. `lang` is the language of texts without one of their own. */
export type WordsContext = Pick<BlockContext, 'lang' | 'asset' | 'engines'>

/** The part of a block type that only decks with such blocks load: large code and data. */
export interface BlockEngine<K extends Block['type'] = Block['type']> {
  place(block: Localized<K>, slot: BlockSlot, context: BlockContext): PlacedBlock
  /** As `words` of the block type. */
  words?(block: Localized<K>, context: WordsContext): BlockWords[]
  /** Whether it is much wider than high, so that a column beside a text would make it small; absent: it always is. */
  isWide?(block: Localized<K>, context: Pick<BlockContext, 'lang' | 'asset'>): boolean
}

/** Engines by the name of their block type. */
export type BlockEngines = ReadonlyMap<string, BlockEngine>

/** Gives engines their data. */
export interface DataSource {
  /** Reads a JSON file of the package. */
  readBundled(path: string): Promise<unknown>
  /** Reads the JSON files of a folder of the project, sorted by name. */
  readFolder(path: string): Promise<DataFile[]>
}

/** A JSON file of a project. `fault` says why there is no value. `file` is the path for messages. */
export interface DataFile {
  file: string
  value: unknown
  fault: 'not-json' | 'too-large' | 'unreadable' | null
}

/**
 * Suggests places while somebody types one.
 * Shape: `reader` is the language of the names that are shown, `deck` that of what is written.
 */
export type SuggestPlaces = (text: string, reader: Lang, deck: Lang) => PlacesAnswer

/** The regions of a block: on its first page, and on the pages that continue it. */
export interface BlockSlot {
  /** The names of the two regions, which are classes of the boxes. */
  regionName: string
  nextRegionName: string
  first: Region
  next: Region
  /**
   * The layout of the first page, without regions of other blocks; regions are below the boxes that are already placed.
   */
  layout: Layout
  /** No text is next to the block, so a picture is all that the slide shows. */
  isOnlyContent?: boolean
  /** Paragraphs before the block's own text: the rest of a title that was too long. */
  lead: readonly Paragraph[]
  /** The largest allowed size, so that columns have one size. Units: px. */
  maxSize: number | null
  /** The slide takes several pages, so a title leaves space for `(2/4)`. */
  continued: boolean
}

/** A block with its boxes. */
export interface PlacedBlock {
  /** The boxes of each page: usually one page; none if there is nothing to show. */
  pages: PlacedBox[][]
  /** What did not fit and moves into the body. */
  overflow: Paragraph[]
  /** The size of its text. Units: px. */
  size: number | null
}

/** The shape of a picture or a gallery. */
export interface MediaShape {
  /** Width divided by height. */
  aspectRatio: number
  /** A gallery, which can be rearranged to another aspect ratio. */
  reflowable: boolean
  /** One picture that may be cropped, such as a photograph, but not a drawing. */
  croppable: boolean
  /** It has a caption, which needs a region. */
  hasCaption: boolean
}

/** What was read from a part of the deck's file. A text may hold blocks of other types, such as a table. */
export interface ReadBlocks {
  blocks: Block[]
  diagnostics: Diagnostic[]
}

/**
 * Gives a text in the language of the output. `range` is its place in the source, if not that of its block. `rows`: its lines
 * are rows, in which tabs and dashes separate cells.
 */
export type PickText = (text: MultilingualText, range?: Range, form?: 'rows') => LocalizedText

/** The block types that the schema allows. A type that the schema lacks does not compile. */
export type SchemaBlockType = Exclude<SchemaBlock['type'], undefined>

/** A block type. Code outside its folder never asks for a type by name. */
export interface BlockType<K extends Block['type'] = Block['type']> {
  type: K & SchemaBlockType
  /** How the choice of a layout counts such blocks. */
  role: 'title' | 'text' | 'picture' | 'media' | 'data'
  /** The layout of a page that holds only such a block. */
  layout: LayoutName
  /** The regions that such a block may take, best first. */
  regions: readonly string[]
  /** Whether this block may take a region, given the regions already in use; absent: it may take all of `regions`. */
  acceptsRegion?(block: Localized<K>, region: string, taken: ReadonlySet<string>): boolean
  /** The field of a slide that is the short form of such a block; a slide with none of these fields is empty. */
  slideField?: keyof Slide
  /** Reads the short form; empty values give no blocks. `layout`: the one that the slide asks for. */
  fromSlide?(slide: ObjectNode, layout: LayoutName | null): ReadBlocks
  /** The short forms of other types that it reads in place of them: people take the pictures of a slide as portraits. */
  takesFields?(slide: ObjectNode, layout: LayoutName | null): readonly (keyof Slide)[]
  /** Reads the text of a slide that asks for no layout, if it is meant as such a block; null if it is not. */
  fromText?(text: SourceNode): ReadBlocks | null
  /** Reads an entry of a slide's `blocks`; an empty entry gives no blocks. */
  fromEntry(entry: ObjectNode): ReadBlocks
  localize(block: Extract<Block, { type: K }>, pick: PickText): Localized<K>
  /**
   * What the block says, for paper where another language stands beside a slide: its texts in order, and its data as rows.
   * What describes a picture to those who do not see it is left out.
   */
  words(block: Localized<K>, context: WordsContext): BlockWords[]
  /** The files that a block names. */
  assets(block: Extract<Block, { type: K }>): AssetRequest[]
  /** The frames of its videos to capture as posters, if a browser is available. */
  posters?(block: Extract<Block, { type: K }>): PosterRequest[]
  /** Loads code and data that only decks with such a block need. Without an engine, `place` sets a card. */
  engine?(source: DataSource): Promise<BlockEngine<K>>
  /** The folder of the project that the engine reads. */
  engineFolder?: string
  /** The blocks to show in place of this one, given the files that were found: a missing picture leaves its caption. */
  resolveAssets?(block: Localized<K>, asset: BlockContext['asset']): LocalizedBlock[]
  /** Merges several blocks, if a layout has too few regions for them. */
  join?(blocks: readonly Localized<K>[]): Localized<K>
  mediaShape?(block: Localized<K>, asset: BlockContext['asset']): MediaShape | null
  place(block: Localized<K>, slot: BlockSlot, context: BlockContext): PlacedBlock
  /** The same box on another page of its slide, for blocks that every page repeats. */
  forPart?(box: PlacedBox, part: number, parts: number): PlacedBox
  /** The pins that a box shows, for editors that move them; `node` is the block in the source. Null for a box without. */
  pins?(box: PlacedBox, node: SourceNode): BoxPins | null
  /** Loads the places that an editor suggests. */
  suggestions?(source: Pick<DataSource, 'readBundled'>): Promise<SuggestPlaces>
}
