import type { LayoutResult } from '../layout/layout.ts'
import type { Deck, LocalizedDeck } from '../model/deck.ts'
import type { Range } from '../model/source.ts'
import type { LiveReport, LiveState } from '../model/wire/live.ts'
import type { PageWords } from '../model/words.ts'
import type { ServedFont } from '../render/deck-renderer.ts'
import type { DeckResources, ResolvedTheme } from './resource-loader.ts'

/** A state before it is counted. */
export type UnversionedState = Omit<LiveState, 'version'>

/** What became of a deck's file. */
export interface PipelineResult {
  report: LiveReport
  /** Null where the file cannot be shown. */
  state: UnversionedState | null
}

/** The file of a deck. Units: bytes. */
export interface SnapshotSource {
  bytes: Uint8Array
  /** Where each slide stands; none where the file is not UTF-8. */
  slides: readonly Range[]
  /** The text before the first slide, and after the last. */
  head: string
  tail: string
}

/** A deck that can be shown, as far as a later edit starts from it. */
export interface DeckSnapshot {
  source: SnapshotSource
  deck: Deck
  localDeck: LocalizedDeck
  /** The names of the files that were looked for. */
  requestedAssets: ReadonlySet<string>
  resources: DeckResources
  resolvedTheme: ResolvedTheme
  words: PageWords
  fonts: readonly ServedFont[]
  layoutResult: LayoutResult
  state: UnversionedState
}
