import type { Block } from './block.ts'
import type { Lang, LocalizedText, MultilingualText } from './lang.ts'
import type { Steps, Transition } from './show-settings.ts'
import type { Range } from './source.ts'

/** The names of layouts, which `block` selects by name or number. A theme describes each. */
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
  | 'table'
  | 'chart'
  | 'people'
  | 'timeline'
  | 'poll'

/** The numbers of `block`: `"1"` is a cover. */
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
  '11': 'table',
  '12': 'chart',
  '13': 'people',
  '14': 'timeline',
  '15': 'poll',
}

/**
 * A deck inside the program: blocks only, without short forms and empty values.
 * `T` is the type of texts: as written, or in one language.
 */
export interface Deck<T = MultilingualText> {
  /** The deck's `name` if it contains letters, otherwise the first title, otherwise null. */
  title: T | null
  id: string | null
  /** The deck's first language, which stands in for missing translations. */
  lang: Lang
  /** All languages of the deck. */
  langs: readonly Lang[]
  /** Those in which its page shows it: its first one, and those that it names in `langs`. */
  namedLangs: readonly Lang[]
  /** Kazakh in Latin letters: whether it is one of the languages of its page, and words with a spelling of their own. */
  latin: { shown: boolean; words: Readonly<Record<string, string>>; range: Range }
  logo: { title: T | null; path: string | null; range: Range }
  /** The theme that the deck names. */
  theme: { name: string; range: Range } | null
  aspect: '16:9' | '4:3'
  /** Colours that the deck changes, by their names in the theme. */
  colors: readonly { name: string; value: string; range: Range; nameRange: Range }[]
  author: T | null
  event: T | null
  date: T | null
  /** The planned length of the talk. Units: minutes. */
  minutes: number | null
  /** What its slides show step by step, unless they say it for themselves. */
  steps: Steps
  /** Null: as the theme says. */
  transition: Transition | null
  /** How long the page shows each slide, if it shows them by itself. Units: seconds. */
  loop: number | null
  /** The ranges of texts outside the slides. */
  ranges: Record<'title' | 'author' | 'event' | 'date', Range>
  /** The slide where the show starts: an index into `slides`. */
  start: number
  slides: Slide<T>[]
}

/** A slide inside the program; `T` is the type of its texts. */
export interface Slide<T = MultilingualText> {
  /** The requested layout; null: chosen from the blocks. */
  layout: LayoutName | null
  blocks: Block<T>[]
  notes: T | null
  lang: Lang | null
  /** `auto`: smaller, then continued; `shrink`: never continued; `split`: continued rather than small. */
  fit: 'auto' | 'shrink' | 'split'
  /** Null: as the deck says. */
  steps: Steps | null
  /** The planned time of the slide, or of the section that it opens. Units: minutes; null if nothing is written. */
  minutes: number | null
  /** A colour, or the path of a background picture. */
  background: { value: string; range: Range } | null
  range: Range
}

/** A deck in one language. */
export type LocalizedDeck = Deck<LocalizedText>
/** A slide in one language. */
export type LocalizedSlide = Slide<LocalizedText>
