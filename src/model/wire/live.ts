import type { LocatedDiagnostic } from '../diagnostic.ts'
import type { KormeError } from '../errors.ts'
import type { Lang } from '../lang.ts'
import type { PageData } from './page-data.ts'

/** A page of a served deck. */
export interface LivePage {
  /** Of its `<section>`: `s3`, or `s3-2` for the second page of the third slide. */
  id: string
  /** The whole `<section>`, without the speaker's notes. */
  html: string
  /** The element that belongs at the end of the section; empty where the slide has no notes. Never for an audience. */
  notes: string
}

/** A deck as served pages show it. Addresses in it are relative to the deck's own, which ends in a slash. */
export interface LiveState {
  /** Counts the states of one run; a page that knows the number knows the state. */
  version: number
  lang: Lang
  pages: readonly LivePage[]
  /** The style sheet of this deck: fonts, theme, colours, positions, pictures. */
  css: string
  /** The ornament and the shapes that several pages share, as the content of `<svg class="symbols">`. */
  symbols: string
  data: PageData
}

/** What changed from the state before, as it is sent to pages: null where nothing did. */
export interface LiveChange {
  version: number
  /** The changed and the new pages. */
  pages: readonly LivePage[]
  /** The ids of all pages, where pages came, went or moved. */
  order: readonly string[] | null
  css: string | null
  symbols: string | null
  data: PageData | null
}

/** What the newest reading of a deck's file gave. */
export interface LiveReport {
  /** False: the file cannot be shown as it is, and the state is that of an earlier reading. */
  valid: boolean
  /** What the machine or the call lacks, where the file cannot even be read. */
  fault: KormeError['fault'] | null
  diagnostics: readonly LocatedDiagnostic[]
  /** The source that the diagnostics point into. */
  text: string
  /** Slides in the source. */
  slides: number
}

/** What an address below a deck's own stands for: bytes in memory, or a file inside the project. */
export type LiveResource = { mime: string } & ({ bytes: Uint8Array } | { file: string })

/**
 * A deck that is read again whenever its files change. It always has the newest state that could be shown; what is wrong
 * with the file as it is now stands in the report.
 */
export interface Live {
  /** As the user named it, absolute, and without its endings. */
  readonly file: { name: string; path: string; stem: string }
  /** Null until the deck could be shown for the first time. */
  state(): LiveState | null
  report(): LiveReport
  /** The files and folders that a change of matters to, absolute, those included that are not there yet. */
  watchedPaths(): ReadonlySet<string>
  /** What pages name: `pictures/<hash>`, `fonts/<hash>.woff2`, `<stem>.files/film.mp4`; null for any other name. */
  resource(name: string): LiveResource | null
  /** Reads again after those files changed. Gives the listeners the changed slide first, what follows from it after. */
  refresh(changed: readonly string[]): Promise<void>
  /** Calls back after every change of the state. Gives what ends that. */
  onChange(listener: (change: LiveChange) => void): () => void
  /** Calls back after every reading. Gives what ends that. */
  onReport(listener: (report: LiveReport) => void): () => void
}
