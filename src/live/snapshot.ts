import type { Edition } from '../build.ts'
import type { Deck } from '../model/deck.ts'
import type { LiveReport } from '../model/live.ts'
import type { Range } from '../model/source.ts'
import type { LiveState } from '../model/wire/live.ts'
import type { PageWords } from '../model/words.ts'
import type { ServedFont } from '../render/deck-renderer.ts'
import type { LiveResources } from './live-resources.ts'

/** A state that has no version number yet. */
export type UnversionedState = Omit<LiveState, 'version'>

/** The result of reading a deck file. */
export interface LiveResult {
  report: LiveReport
  /** One for each language; null if the deck cannot be shown. */
  states: readonly UnversionedState[] | null
}

/** The bytes of a deck file and where its slides are in them. */
export interface SnapshotSource {
  bytes: Uint8Array
  /** The range of each slide; empty if the file is not UTF-8. Units: bytes. */
  slides: readonly Range[]
  /** The text before the first slide. */
  head: string
  /** The text after the last slide. */
  tail: string
}

/** A deck that can be shown, with everything that an edit of one slide starts from. */
export interface DeckSnapshot {
  source: SnapshotSource
  deck: Deck
  /** Keys of the assets that were looked for, including those that were not found. */
  requestedAssets: ReadonlySet<string>
  fonts: readonly ServedFont[]
  resources: LiveResources
  /** One for each language, the first one first. */
  editions: readonly ShownEdition[]
}

/** A deck in one language as it is shown. */
export interface ShownEdition {
  edition: Edition<LiveResources>
  words: PageWords
  state: UnversionedState
}
