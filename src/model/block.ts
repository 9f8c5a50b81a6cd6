import type { Asset, AssetRequest } from './asset.ts'
import type { Block, LocalBlock } from './deck.ts'
import type { Found } from './diagnostic.ts'
import type { Fitter } from './fitted.ts'
import type { PlacedBox } from './laid-out.ts'
import type { Lang, Said, Text } from './lang.ts'
import type { ObjectNode } from './source.ts'
import type { Layout, Region, Theme } from './theme.ts'

/** What a block may ask for while it is placed. */
export interface PlaceTools {
  fitter: Fitter
  theme: Theme
  lang: Lang
  fit: 'auto' | 'shrink' | 'split'
  asset(path: string): Asset | null
  report(found: Found): void
}

/** The regions a block is placed in: those of its page, and those of a page that continues it. */
export interface Slot {
  first: Region
  next: Region
  layout: Layout
}

/**
 * Everything the engine knows of one block type. Nothing outside its folder asks for a type by name.
 * `place` gives the boxes of each page the block takes: most take one, a text as many as it needs.
 */
export interface BlockType<K extends Block['type'] = Block['type']> {
  type: K
  /** The region of a layout that takes this block; the second of the same type goes to `<region>2`. */
  region: string
  /** The blocks that a slide's flat fields stand for (`title`, `text`, `img_path`, ...); empty values are nothing. */
  fromShort(slide: ObjectNode): Extract<Block, { type: K }>[]
  /** One entry of a slide's `blocks`; null where it is empty. */
  fromEntry(entry: ObjectNode): Extract<Block, { type: K }> | null
  localize(block: Extract<Block, { type: K }>, pick: (text: Text) => Said): Extract<LocalBlock, { type: K }>
  assets(block: Extract<Block, { type: K }>): AssetRequest[]
  place(block: Extract<LocalBlock, { type: K }>, slot: Slot, tools: PlaceTools): PlacedBox[][]
}
