import type { Severity } from '../diagnostic.ts'
import type { Lang } from '../lang.ts'
import type { Edit } from '../source.ts'
import type { LiveChange, LiveState } from './live.ts'
import type { StartEditing } from './start-edit.ts'

/** A finding as the panel shows it, in the reader's language. */
export interface FindingView {
  severity: Severity
  /** The severity as a word. */
  label: string
  message: string
  code: string
  /** Where it occurs; none for a file that cannot be read. */
  places: readonly FindingPlace[]
  /** The lines of further places; empty if there are none. */
  also: string
  /** A code frame of the first place; may be empty. */
  frame: string
  /** What repairs all its places in the file; absent if nothing does. */
  fix?: readonly FindingFix[]
}

/** A repair of a place: what stood there and around it when it was found, and what replaces it. */
export interface FindingFix extends Edit {
  /** The text from `fixContext` before `start` to as much after `end`. */
  around: string
}

/** How much text around a repair is compared before it is made. Units: UTF-16 units. */
export const fixContext = 16

/** A place in the source of a deck or a theme. */
export interface FindingPlace {
  /** `decks/a.json:2:1`. */
  place: string
  /** The number of its slide in the source, starting at 1, and its label. */
  slide: { number: number; label: string } | null
  /** A URL that opens the place in an editor; null on other machines. */
  editor: string | null
}

/** The findings of the last reading of a deck. */
export interface FindingsView {
  /** Whether the page shows an earlier state because the file has errors. */
  stale: boolean
  /** `1 error, 12 warnings`. */
  summary: string
  /** The number of errors and warnings. */
  problemCount: number
  /** The highest severity. */
  severity: Severity | null
  list: readonly FindingView[]
  /** A sentence about findings that are not in the list; empty if all are. */
  hidden: string
}

/** A message to a deck's page. */
export type DeckPageMessage =
  /**
   * The current state and findings. `state` is null if the page has it already, or if there is none yet. `read` is the deck
   * in the language of the speaker's notes, if that is another one.
   */
  | { type: 'state'; state: LiveState | null; read: LiveState | null; findings: FindingsView }
  | { type: 'change'; change: LiveChange }
  | { type: 'findings'; findings: FindingsView }

/**
 * A message from a deck's page: it shows another language from now on, or reads notes in one. Shape: tags of languages, and
 * the version that the page has of the shown one; 0 if it has none.
 */
export interface LanguagesMessage {
  type: 'languages'
  shown: string
  version: number
  read: string | null
}

/** A deck on the start page. */
export interface DeckView {
  /** The last part of its URL. */
  id: string
  url: string
  title: string
  file: string
  /** `12 slides`; empty until the deck was read. */
  slides: string
  summary: string
  severity: Severity | null
  /** The page of its first slide; null until the deck was valid once. `version` changes with the look of the slide. */
  thumbnail: { url: string; version: string; width: number; height: number } | null
  lang: Lang | null
  /** When the file was changed; null until it was read. Units: milliseconds since 1970. */
  changedMs: number | null
}

/** A message to the start page: all decks in order. */
export type StartPageMessage = { type: 'decks'; decks: readonly DeckView[] }

/** The data of the start page for its script, as JSON in the element `start-data`. */
export interface StartPageData {
  run: string
  decks: readonly DeckView[]
  words: ServeWords
  /** Null if nothing can be edited here. */
  editing: StartEditing | null
}

/** The data of a served deck's page for its script, as JSON in the element `served-data`. */
export interface ServePageData {
  /** Identifies the run of the server: a page of another run reloads. */
  run: string
  /** The version of the state in the page; 0 if there is none yet. */
  version: number
  words: ServeWords
  /** How long the page shows each slide, if it shows them by itself. Units: seconds. */
  loop?: number | undefined
}

/** The words of served pages in the reader's language. The page fills in `{x}` and `{y}`. */
export interface ServeWords {
  lang: Lang
  /** The connection is lost; the page reconnects by itself. */
  lost: string
  /** `{x}` is the number of a changed slide that is not the current one. */
  changed: string
  go: string
  close: string
  findings: {
    title: string
    /** Above the findings of a file with errors, when an earlier state is shown. */
    stale: string
    /** The same when there is no earlier state. */
    waiting: string
    /** The tooltip of a place: a click copies it. */
    copy: string
    copied: string
    editor: string
    /** The button that opens the panel again; `{x}` is the summary. */
    open: string
  }
  start: {
    title: string
    /** Below the title. */
    about: string
    reading: string
    /** Instead of the thumbnail, for a deck that has never been valid. */
    broken: string
    /** `{x}` is a folder, `{y}` a command. */
    empty: string
  }
}
