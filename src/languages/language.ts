import type { EditWords } from '../model/wire/edit-words.ts'
import type { ServeWords } from '../model/wire/serve-pages.ts'
import type { StartEditWords } from '../model/wire/start-edit.ts'
import type { PresentWords } from '../model/wire/talk-words.ts'
import type {
  DataWords,
  MapWords,
  PageWords,
  PrintWords,
  SampleDeckWords,
  SampleEventWords,
  SampleReportWords,
  SeveralLanguagesWords,
  VideoWords,
} from '../model/words.ts'
import type { Messages } from './messages.ts'

/** One language: the few facts that the pipeline needs at any time, and loaders for its texts. */
export interface Language {
  /** Other codes and names of the language that people write in a deck. Shape: lower case. */
  spellings: readonly string[]
  alphabet: {
    script: 'Cyrillic' | 'Latin'
    /** Letters that no other language of the script has; empty for the language that the rest of the script means. */
    ownLetters: string
  }
  /** Words and endings that no other language of the script has, for texts too short to have its letters; null if not needed. */
  signs: RegExp | null
  quotes: {
    /** The mark set before a quote that has none. */
    opening: string
    /** Whether straight quotation marks are good enough in a text. */
    straight: boolean
  }
  /** How a slide begins that thanks the audience. Shape: lower case, anchored. */
  thanks: RegExp
  video: VideoWords
  /** The texts of figures, tables and charts. */
  data: DataWords
  /** Texts that are read from disk on first use. */
  load: Loaders
}

/** A loader for each set of texts. */
export interface Loaders {
  messages: () => Promise<Messages>
  /** The texts of a built page. */
  page: () => Promise<PageWords>
  /** What is added to them in the page of a deck in several languages. */
  severalLanguages: () => Promise<SeveralLanguagesWords>
  /** The texts of a PDF. */
  print: () => Promise<PrintWords>
  /** The texts of the pages of `korme serve`. */
  serve: () => Promise<ServeWords>
  /** The texts of the editor in the pages of `korme serve --edit`. */
  editor: () => Promise<EditWords>
  /** The texts that the list of decks has under `--edit`. */
  startEdit: () => Promise<StartEditWords>
  /** The texts of the pages of `korme present`. */
  present: () => Promise<PresentWords>
  map: () => Promise<MapWords>
  /** The texts of the deck that `korme new` writes. */
  sampleDeck: () => Promise<SampleDeckWords>
  /** The texts of the decks that `korme new --sample training` and its like write. */
  sampleEvents: () => Promise<SampleEventWords>
  /** The texts of the report that `korme new --sample report` writes. */
  sampleReport: () => Promise<SampleReportWords>
}
