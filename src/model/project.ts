import type { Files } from './files.ts'

/** The folders of a project. Paths are absolute and resolved. */
export interface Project {
  /** Reads and writes all files of the project. */
  files: Files
  /** Nothing outside is read, embedded or served. */
  root: string
  /** The output folder. */
  out: string
}

/** A deck file as it is on the disk. */
export interface DeckSource {
  /** As the user named it, for messages. */
  name: string
  /** Absolute. */
  path: string
  /** `nurotan` of `decks/nurotan.deck.json.txt`. */
  stem: string
  bytes: Uint8Array
  /** The name of a file beside it that is not used, such as `koktem.json.txt`. */
  unusedTwin?: string
}
