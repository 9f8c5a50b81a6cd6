import type { Block } from './block.ts'
import type { Lang, LocalizedText, MultilingualText } from './lang.ts'
import type { Range } from './source.ts'

/** Names of layouts; `block` in a deck is one of them or its number. A theme describes each. */
export type LayoutName =
  | 'cover'
  | 'text'
  | 'image'
  | 'video'
  | 'map'
  | 'columns'
  | 'section'
  | 'quote'
  | 'number'
  | 'closing'

/** The codes of `block`: `"1"` is a cover. */
export const layoutCodes: Readonly<Record<string, LayoutName>> = {
  '1': 'cover',
  '2': 'text',
  '3': 'image',
  '4': 'video',
  '5': 'map',
  '6': 'columns',
  '7': 'section',
  '8': 'quote',
  '9': 'number',
  '10': 'closing',
}

/**
 * A deck as the engine sees it: blocks only, no short forms, empty values gone.
 * `T` is what a text is: `Text` as written, `Said` once one language is chosen.
 */
export interface Deck<T = MultilingualText> {
  /** What people call the deck: its `name` where that has letters, else the first title, else null. */
  title: T | null
  id: string | null
  /** The deck's first language: where a text lacks the chosen one, this one is shown. */
  lang: Lang
  /** All languages that the deck is written in. */
  langs: readonly Lang[]
  logo: { title: T | null; path: string | null; range: Range }
  /** The theme that the deck chooses, where it does. */
  theme: { name: string; range: Range } | null
  aspect: '16:9' | '4:3'
  /** Colours that the deck changes, by the theme's names for them. */
  colors: readonly { name: string; value: string; range: Range; nameRange: Range }[]
  author: T | null
  event: T | null
  date: T | null
  /** How long the talk should take. Units: minutes. */
  minutes: number | null
  /** Where the texts stand that belong to no slide. */
  ranges: Record<'title' | 'author' | 'event' | 'date', Range>
  /** Where the show starts: an index into `slides`. */
  start: number
  slides: Slide<T>[]
}

export interface Slide<T = MultilingualText> {
  /** The layout the author asked for, or null: chosen from the blocks. */
  layout: LayoutName | null
  blocks: Block<T>[]
  notes: T | null
  lang: Lang | null
  /** `auto`: smaller, then continued; `shrink`: never continued; `split`: never below the largest size that fits well. */
  fit: 'auto' | 'shrink' | 'split'
  /** A colour, or the path of a picture under the whole slide. */
  background: { value: string; range: Range } | null
  range: Range
}

export type LocalizedDeck = Deck<LocalizedText>
export type LocalizedSlide = Slide<LocalizedText>
