import type { SampleName } from '../flags.ts'
import type { Lang } from '../lang.ts'
import type { NodePath } from '../source.ts'
import type { EditConflict, EditOp, EditRequest } from './edit.ts'
import type { LivePage } from './live.ts'
import type { FindingView } from './serve-pages.ts'
import type { DocumentName } from './start-edit.ts'

/**
 * What the page of a deck sends to edit it, each with the header `Authorization: Bearer <token>`. The token stands in the
 * fragment of the address (`#edit=…`) that Korme prints; another device gets a key for the PIN.
 *
 * | request | body | answer |
 * |---|---|---|
 * | `GET decks/<id>/source` | | `EditSource` |
 * | `GET decks/<id>/marks` | | `SourceMarks` |
 * | `POST decks/<id>/marks` | `{ text }` | `DraftMarks` |
 * | `POST decks/<id>/edit` | `SentEdit` | `EditAnswer` |
 * | `POST decks/<id>/draft` | `DraftRequest` | `DraftAnswer` |
 * | `GET decks/<id>/places?q=Аст&lang=kk` | | `PlacesAnswer` |
 * | `GET decks/<id>/pins?page=s3` | | `PinsAnswer` |
 * | `POST decks/<id>/pictures?name=a.jpg` | the file's bytes, as `application/octet-stream` or `image/…` | `PictureAnswer` |
 * | `POST decks/<id>/films?name=a.mp4` | the file’s bytes, as `application/octet-stream` or `video/…` | `FilmAnswer` |
 * | `POST decks/<id>/documents` | `DocumentJobRequest` | `DocumentJob` |
 * | `POST decks/<id>/copy`, `…/rename` | `{ name }` | `NewDeckAnswer` |
 * | `POST decks/<id>/remove` | `{}` | `RemovedDeck` |
 * | `GET trash` | | `TrashAnswer` |
 * | `POST trash/<id>/back` | `{}` | `NewDeckAnswer` |
 * | `POST decks` | `NewDeckRequest` | `NewDeckAnswer` |
 * | `POST edit/pin`, without a token | `{ pin }` | `{ key }` |
 *
 * What is refused has an `EditRefusal` as its body: 403, 404, 409, 413, 415, 422, 423, 507, or 500 for a bug.
 */
export type SentEdit = EditRequest & {
  /** Whether the file may become UTF-8, if it is in another encoding. */
  convert?: boolean
  /** The number of the editor, see `PresenceMessage`. */
  editor?: number
  /** Identifies the edit: one that is sent again, because its answer was lost, is not made twice. */
  id?: string
}

/** How an address carries the token: `#edit=<token>`. */
export const tokenFragment = 'edit='

/** The body of a request that was refused. */
export interface EditRefusal {
  code: string
  /** A sentence in the reader's language. */
  message: string
  /** The hash of the file as it is now; with 409. */
  hash?: string
  /** What both have changed; with 409 `edit-conflict`. */
  conflicts?: readonly EditConflict[]
  /** The other operations of that edit, for the present text: they are to be made whichever side is chosen. */
  others?: readonly EditOp[]
  /** A name that is free; with 409 `edit-name-taken`. */
  free?: string
  /** How long no PIN is compared; with 403 `edit-pin-wrong`. Units: milliseconds. */
  waitMs?: number
}

/** The text of a deck's file. `hash` is the SHA-256 of its bytes, hexadecimal. */
export interface SourceAnswer {
  text: string
  hash: string
  /**
   * The encoding, such as `windows-1251`, if the first edit makes the file UTF-8; `utf-8` if its letters were misread before,
   * and the first edit writes the right ones; null if nothing but the edit is written.
   */
  converts: string | null
  /** Whether the file can only be read. */
  readOnly: boolean
}

/** Asks how a slide would look after an edit that is not saved. */
export type DraftRequest = EditRequest & {
  /** The number of the slide as its pages have it in their ids: 3 for `s3-2`. */
  slide: number
  /** The tag of the language that is shown; by default the first. */
  tag?: string
}

/** How a slide would look. */
export interface DraftAnswer {
  /** The pages of the slide, its continuations included; none if it cannot be told before the edit is made. */
  pages: readonly LivePage[]
  /** Styles that these pages need in addition. */
  css: string
  /** Shapes that they use, as the content of `<svg class="symbols">`. */
  symbols: string
  findings: readonly FindingView[]
}

/** A picture that is in the project now. */
export interface PictureAnswer {
  /** As decks name it: `/img/photo.jpg`. */
  path: string
  /** Units: px. */
  width: number
  height: number
  /** What was done to the picture, if people should know; else empty. */
  message: string
}

/** A film that is in the project now. */
export interface FilmAnswer {
  /** As decks name it: `/video/film.mp4`. */
  path: string
  /** What browsers will not play of it, or that it is large; else empty. */
  message: string
}

/** A new deck from a sample. `name` is that of the file, without its ending, `title` that of the deck as it was typed. */
export interface NewDeckRequest {
  name: string
  title?: string
  /** One of `sampleNames`; null for three slides. */
  sample: SampleName | null
  lang: Lang | 'all'
}

/** A deck that was made, copied or renamed. */
export interface NewDeckAnswer {
  id: string
  url: string
  /** As the reader knows it. */
  file: string
}

/** A deck in the trash of its project. */
export interface RemovedDeck {
  id: string
  /** The file that it was, as the reader knows it. */
  file: string
  /** Units: milliseconds since 1970. */
  removedMs: number
}

/** The decks that were removed and can be put back, the newest first. */
export interface TrashAnswer {
  removed: readonly RemovedDeck[]
  /** The folder in which they lie, as the reader knows it. */
  folder: string
}

/** Asks for a document of a deck. `lang` is the language of its slides; by default all in a page, the first in a PDF. */
export interface DocumentJobRequest {
  kind: DocumentName
  lang?: Lang
}

/** A document that is being made, or is ready to be saved. */
export interface DocumentJob {
  id: number
  /** The id of the deck. */
  deck: string
  kind: DocumentJobRequest['kind']
  state: 'waiting' | 'running' | 'done' | 'failed'
  /** How many pages are printed, once it is known. */
  pages: { done: number; all: number } | null
  /** Where the browser saves the file from, and its name; null until it is ready. */
  url: string | null
  file: string
  /** Why it failed, or what to know about the file; may be empty. */
  message: string
}

/** A message to pages that edit: of the start page and of decks. All jobs that are known. */
export interface JobsMessage {
  type: 'jobs'
  jobs: readonly DocumentJob[]
}

/** A message to the pages of a deck: its file has this content now. `by` is the number of the editor; null for others. */
export interface SourceMessage {
  type: 'source'
  hash: string
  by: number | null
}

/** Somebody who edits a deck. */
export interface Editor {
  /** Counts from 1, in the order in which they came. */
  number: number
  /** As they call themselves; may be empty. */
  name: string
  /** The number of the slide that they see; null if unknown. */
  slide: number | null
  /** The text that they have open; null if none. */
  open: NodePath | null
}

/** A message to those who edit a deck: all of them. `you` is the number of the receiver. */
export interface PresenceMessage {
  type: 'presence'
  you: number
  editors: readonly Editor[]
}

/** A message from a page that edits a deck, sent when it begins and with every change. */
export interface EditingMessage {
  type: 'editing'
  token: string
  name: string
  slide: number | null
  open: NodePath | null
}
