import type { Severity } from '../diagnostic.ts'
import type { Lang } from '../lang.ts'
import type { LiveChange, LiveState } from './live.ts'

/** One finding as a served page shows it, in the reader's language. */
export interface FindingView {
  severity: Severity
  /** The severity as a word. */
  label: string
  message: string
  code: string
  /** `decks/a.json:2:1`. */
  place: string
  /** Number of the slide in the source, from 1, and as words. */
  slide: { number: number; label: string } | null
  /** The lines around it, marked; empty where there are none. */
  frame: string
  /** An address that opens the place in an editor; null where the reader sits at another machine. */
  editor: string | null
}

/** What the newest reading of a deck found. */
export interface FindingsView {
  /** Whether the page shows an earlier state, since the file cannot be shown as it is. */
  stale: boolean
  /** `1 error, 12 warnings`. */
  summary: string
  /** How many errors and warnings there are. */
  problemCount: number
  /** The worst that were found. */
  severity: Severity | null
  list: readonly FindingView[]
  /** Said of findings that are not in the list; empty where all are. */
  hidden: string
}

/** What a served deck's page is told over its socket. */
export type DeckPageMessage =
  /** All of the newest; `state` is null where the page has it, or where there is none yet. */
  | { type: 'state'; state: LiveState | null; findings: FindingsView }
  | { type: 'change'; change: LiveChange }
  | { type: 'findings'; findings: FindingsView }

/** A deck on the start page. */
export interface DeckView {
  /** Tells it from the others; also the last part of its address. */
  id: string
  url: string
  title: string
  file: string
  /** `12 slides`; empty while it is being read. */
  slides: string
  summary: string
  severity: Severity | null
  /** Where its first slide is drawn, and a name for how it looks now; null until it could be shown. */
  thumbnail: { url: string; version: string; width: number; height: number } | null
  lang: Lang | null
}

/** What the start page is told over its socket: all decks in their order. */
export type StartPageMessage = { type: 'decks'; decks: readonly DeckView[] }

/** What the start page is told in itself, as JSON in the element `start-data`. */
export interface StartPageData {
  run: string
  decks: readonly DeckView[]
  words: ServeWords
}

/** What a served deck's page is told in itself, as JSON in the element `served-data`. */
export interface ServePageData {
  /** Names the run of the server: a page of another run loads itself anew. */
  run: string
  /** Of the state that the page was made from; 0 where there is none yet. */
  version: number
  words: ServeWords
}

/** What served pages say besides the deck, in the reader's language. The page fills in `{x}` and `{y}`. */
export interface ServeWords {
  lang: Lang
  /** The socket is gone; the page tries again by itself. */
  lost: string
  /** `{x}` is the number of a slide that changed while another one is shown. */
  changed: string
  go: string
  close: string
  findings: {
    title: string
    /** Above the findings of a file that cannot be shown: an earlier state is. */
    stale: string
    /** The same, where there is no earlier one. */
    waiting: string
    /** A place is copied by a click on it. */
    copy: string
    copied: string
    editor: string
    /** The small sign that opens the panel again; `{x}` says what was found. */
    open: string
  }
  start: {
    title: string
    /** Below the title: what the page is for. */
    about: string
    reading: string
    /** In the place of the picture, where the deck has not been shown yet. */
    broken: string
    /** `{x}` is a folder, `{y}` a command. */
    empty: string
  }
}
