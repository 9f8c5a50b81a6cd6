import type { LocatedDiagnostic } from './diagnostic.ts'
import type { Fault } from './errors.ts'
import type { BoxSource, PlacedBox } from './laid-out.ts'
import type { LiveChange, LivePage, LiveState } from './wire/live.ts'

/** The result of the last reading of a deck. */
export interface LiveReport {
  /** False if the deck has errors: the state is that of an earlier reading. */
  valid: boolean
  /** Why the file could not be read, if it could not. */
  fault: Fault | null
  diagnostics: readonly LocatedDiagnostic[]
  /** The source text that the ranges of the diagnostics refer to. */
  text: string
  /** The number of slides in the source. */
  slides: number
  /** How long the deck shows each slide by itself when it is built, if it does. Units: seconds. */
  loop?: number | undefined
}

/** The boxes of a page and where they come from. */
export interface PageBoxes {
  /** The id of the page: `s3-2`. */
  id: string
  /** The index of its slide among those that can be shown. */
  slide: number
  /** The sources of each box, in the order of the page. */
  boxes: readonly (readonly BoxSource[])[]
}

/** A resource of a deck's page: bytes in memory, or a file inside the project. */
export type LiveResource = { mime: string } & ({ bytes: Uint8Array } | { file: string })

/** A slide that somebody is writing. */
export interface LiveDraftRequest {
  /** The whole text of the file with what is being written. */
  text: string
  /** The index of the slide, from 0. */
  slide: number
  /** The language; default: the first one. */
  tag?: string
  /** Aborts the layout: a newer draft has come. */
  signal?: AbortSignal
}

/** A slide as it is being written, for one editor alone. */
export interface LiveDraft {
  slide: number
  /** All pages of the slide, in order; empty if it has errors. They replace those with the ids of this slide. */
  pages: readonly LivePage[]
  /** Rules that these pages need and the style sheet of the deck does not have. They never contradict it. */
  css: string
  /** Shapes that these pages use, as the content of `<svg class="symbols">`. */
  symbols: string
  /** What was found in this slide, with ranges in `text`. */
  diagnostics: readonly LocatedDiagnostic[]
}

/**
 * A deck that can be read again when its files change. Its state is the last one without errors; its report describes the
 * files as they are now.
 */
export interface Live {
  /** The path as the user wrote it, the absolute path, and the name without extensions. */
  readonly file: { name: string; path: string; stem: string }
  /**
   * Returns the newest state in a language, by its tag, or in the first one; null if the deck does not have it, or has had
   * errors from the start.
   */
  state(tag?: string): LiveState | null
  /** The newest states in all languages that the deck names. */
  states(): readonly LiveState[]
  report(): LiveReport
  /** Returns the bytes of the file that the newest states show; null if the deck has had errors from the start. */
  shownBytes(): Uint8Array | null
  /** Returns the boxes of all pages of the newest states, and where each comes from. */
  boxes(): readonly PageBoxes[]
  /** Returns the boxes of a page of the newest states by its id, as they were laid out; none if there is no such page. */
  boxesOf(page: string): readonly PlacedBox[]
  /** Returns the absolute paths of the files and folders to watch, including some that do not exist yet. */
  watchedPaths(): ReadonlySet<string>
  /**
   * Lays out one slide of a text that is not on the disk, in one language, with what it needs besides the deck as it is now:
   * files, data, letters. Nothing of the deck changes. Returns null if that is not possible (the deck has never been without
   * errors, or has other slides), or as soon as the signal is aborted.
   */
  draft(request: LiveDraftRequest): Promise<LiveDraft | null>
  /** Returns a resource by its name: `pictures/<hash>`, `fonts/<hash>.woff2`, `<stem>.files/film.mp4`; null if unknown. */
  resource(name: string): LiveResource | null
  /** Reads the deck again after files changed. Listeners get the edited slide first, the consequences afterwards. */
  refresh(changed: readonly string[]): Promise<void>
  /** Calls the listener after every change of the state. Returns a function that removes it. */
  onChange(listener: (change: LiveChange) => void): () => void
  /** Calls the listener after every reading. Returns a function that removes it. */
  onReport(listener: (report: LiveReport) => void): () => void
}
