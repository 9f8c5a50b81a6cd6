import type { Laid } from '../layout/layout.ts'
import type { Deck, LocalDeck } from '../model/deck.ts'
import type { Range } from '../model/source.ts'
import type { LiveReport, LiveState } from '../model/wire/live.ts'
import type { PageWords } from '../model/words.ts'
import type { ServedFont } from '../render/served.ts'
import type { Dress, Supplied } from './supplies.ts'

/** A state before it is counted. */
export type Shown = Omit<LiveState, 'version'>

/** What became of a deck's file. */
export interface Outcome {
  report: LiveReport
  /** Null where the file cannot be shown. */
  shown: Shown | null
}

/** The file of a deck. Units: bytes. */
export interface SettledSource {
  bytes: Uint8Array
  /** Where each slide stands; none where the file is not UTF-8. */
  slides: readonly Range[]
  /** The text before the first slide, and after the last. */
  head: string
  tail: string
}

/** A deck that can be shown, as far as a later edit starts from it. */
export interface Settled {
  source: SettledSource
  deck: Deck
  local: LocalDeck
  /** The names of the files that were looked for. */
  requested: ReadonlySet<string>
  supplied: Supplied
  dress: Dress
  words: PageWords
  fonts: readonly ServedFont[]
  laid: Laid
  shown: Shown
}
