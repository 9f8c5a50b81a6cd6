import type { Asset, AssetRequest, StillRequest } from './asset.ts'
import type { Block, LayoutName, LocalBlock } from './deck.ts'
import type { Found } from './diagnostic.ts'
import type { Fitter } from './fitted.ts'
import type { PlacedBox } from './laid-out.ts'
import type { Lang, Said, Text } from './lang.ts'
import type { ObjectNode, Range } from './source.ts'
import type { Paragraph } from './text.ts'
import type { Layout, Region, Theme } from './theme.ts'

/** What a block may ask for while it is placed. */
export interface PlaceTools {
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
  engines: Engines
  /** Level of the slide's title: 1 on the first slide. */
  heading: 1 | 2
  asset(path: string): Asset | null
  report(found: Found): void
}

/** The part of a block type that only decks with such a block load: code that is large, data that ships. */
export interface Engine<K extends Block['type'] = Block['type']> {
  place(block: Extract<LocalBlock, { type: K }>, slot: Slot, tools: PlaceTools): Placed
}

export type Engines = ReadonlyMap<string, Engine>

/** Where an engine's data come from. */
export interface Library {
  /** The JSON of a file that ships with the program, by its path in the package. */
  own(path: string): Promise<unknown>
  /** The JSON files of a folder of the project, in the order of their names. */
  folder(path: string): Promise<DataFile[]>
}

/** A JSON file of a project; `fault` says why there is no value. `file` is its path from the project, for messages. */
export interface DataFile {
  file: string
  value: unknown
  fault: 'not-json' | 'too-large' | 'unreadable' | null
}

/** Where a block goes: a region of its page, and the region of pages that continue it. */
export interface Slot {
  /** Names of the two regions: classes of the boxes. */
  name: string
  nextName: string
  first: Region
  next: Region
  /** The layout of the first page, its regions below what already stands there, without those of other blocks. */
  layout: Layout
  /** No text stands beside it: a picture is what the slide shows. */
  alone?: boolean
  /** What comes before the block's own text: the rest of a title that was too long. */
  lead: readonly Paragraph[]
  /** No text larger than this, so that texts side by side are of one size. Units: px. */
  largest: number | null
  /** The slide takes several pages: a title keeps room for `(2/4)`. */
  continued: boolean
}

/** A block in its place. */
export interface Placed {
  /** The boxes of each page: one page, for most blocks; none where there is nothing to show. */
  pages: PlacedBox[][]
  /** What did not fit and goes into the body. */
  rest: Paragraph[]
  /** Of its text. Units: px. */
  size: number | null
}

/** Proportions of what a block shows. */
export interface Shape {
  /** Width divided by height. */
  ratio: number
  /** Pictures that can be brought into other proportions by standing otherwise. */
  several: boolean
  /** It is one picture that may be cropped, as a photograph may; a drawing must stay whole. */
  crop: boolean
  /** It has words of its own, which need a place. */
  captioned: boolean
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
  takes?(block: Extract<LocalBlock, { type: K }>, region: string, taken: ReadonlySet<string>): boolean
  /** The blocks that a slide's flat fields stand for (`title`, `text`, `img_path`, ...); empty values are nothing. */
  fromShort(slide: ObjectNode): Extract<Block, { type: K }>[]
  /** One entry of a slide's `blocks`; null where it is empty. */
  fromEntry(entry: ObjectNode): Extract<Block, { type: K }> | null
  /** `pick` gives a text in the chosen language; `range` is where it stands, if not that of the block. */
  localize(
    block: Extract<Block, { type: K }>,
    pick: (text: Text, range?: Range) => Said,
  ): Extract<LocalBlock, { type: K }>
  assets(block: Extract<Block, { type: K }>): AssetRequest[]
  /** Pictures to be taken out of its videos, where a browser is at hand. */
  stills?(block: Extract<Block, { type: K }>): StillRequest[]
  /** Loads what only decks with such a block need; without it `place` sets a stand-in. */
  engine?(library: Library): Promise<Engine<K>>
  /** What can be shown of the block: of a picture that could not be had only its caption, as a text. */
  settle?(block: Extract<LocalBlock, { type: K }>, asset: PlaceTools['asset']): LocalBlock[]
  /** Several blocks as one, where a layout has no room for each. */
  join?(blocks: readonly Extract<LocalBlock, { type: K }>[]): Extract<LocalBlock, { type: K }>
  shape?(block: Extract<LocalBlock, { type: K }>, asset: PlaceTools['asset']): Shape | null
  place(block: Extract<LocalBlock, { type: K }>, slot: Slot, tools: PlaceTools): Placed
  /** The same box on another page of its slide, for blocks that stand on every page. */
  onPart?(box: PlacedBox, part: number, parts: number): PlacedBox
}
