import type { Deck, LocalDeck } from '../model/deck.ts'
import type { LiveReport, LiveState } from '../model/live.ts'
import type { Range } from '../model/source.ts'
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

/** A deck that can be shown, as far as a later edit starts from it. */
export interface Settled {
  text: string
  /** The text is JSON as it stands: what is inside one slide cannot reach beyond it. */
  isJson: boolean
  /** Where the slides stand in the text, each and as a list. */
  slides: readonly Range[]
  content: Range
  deck: Deck
  local: LocalDeck
  /** The names of the files that were looked for. */
  requested: ReadonlySet<string>
  supplied: Supplied
  dress: Dress
  words: PageWords
  fonts: readonly ServedFont[]
  shown: Shown
}
