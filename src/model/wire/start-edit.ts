import type { SampleName } from '../flags.ts'
import type { Lang } from '../lang.ts'

/** What the list of decks has for its script under `--edit`. */
export interface StartEditing {
  words: StartEditWords
  /** Whether another device may edit with the PIN that Korme shows. */
  hasPin: boolean
}

/** A document that can be made in the list of decks. */
export type DocumentName = 'html' | 'pdf' | 'handout'

/** The words of the list of decks under `--edit`, in the reader's language. The page fills in `{x}` and `{y}`. */
export interface StartEditWords {
  /** Below the title. */
  about: string
  /** Instead of it, for a page that may not edit. */
  readOnly: string
  /** Where there are no decks yet. */
  empty: string
  newDeck: string
  edit: string
  /** Opens the slides as a show. */
  present: string
  /** The button for all else; `{x}` is the title of the deck. */
  more: string
  copy: string
  rename: string
  /** Opens the question before a deck is moved to the trash. */
  remove: string
  /** `{x}` is a date and a time. */
  changed: string
  /** The buttons that make documents. */
  make: Record<DocumentName, string>
  jobs: {
    /** The names of the documents. */
    kinds: Record<DocumentName, string>
    waiting: string
    running: string
    /** `{x}` of `{y}` pages are printed. */
    pages: string
    /** `{x}` is the name of the file. */
    save: string
    /** What to do with an archive of a page and its videos. */
    packed: string
  }
  dialog: {
    name: string
    nameHint: string
    /** The name of the file, where it is not the one that was typed: `{x}`. */
    nameBecomes: string
    /** What the new file begins with. */
    sample: string
    samples: Record<SampleName, { title: string; about: string }>
    lang: string
    langs: Record<Lang | 'all', string>
    create: string
    copyTitle: string
    renameTitle: string
    save: string
    cancel: string
    /** Added to the name of a copy: `nurotan-copy`. */
    copyEnding: string
  }
  trash: {
    title: string
    /** What it is; `{x}` is its folder. */
    about: string
    /** `{x}` is the name of the deck. */
    ask: string
    /** What becomes of the file and of what it uses. */
    askAbout: string
    submit: string
    /** `{x}` is the file of the deck. */
    done: string
    putBack: string
    /** `{x}` is the file of the deck. */
    isBack: string
    /** `{x}` is a date and a time. */
    removed: string
  }
  pin: { label: string; enter: string }
  /** No answer came. */
  lost: string
}
