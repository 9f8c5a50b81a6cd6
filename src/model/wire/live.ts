import type { Lang } from '../lang.ts'
import type { PagePoll } from '../poll.ts'
import type { PageData } from './page-data.ts'

/** A page of a served deck. */
export interface LivePage {
  /** The id of its `<section>`: `s3`, or `s3-2` for the second page of the third slide. */
  id: string
  /** The whole `<section>`, without the speaker's notes. */
  html: string
  /** The element with the notes, to be appended to the section; empty without notes. Never sent to the audience. */
  notes: string
  /** Where a further page begins, in a deck with several languages: see `PlacedPage`. */
  at?: string
  /** What the audience can answer on this page. */
  poll?: PagePoll
}

/** A deck as served pages show it, in one of its languages. URLs in it are relative to that of the deck, which ends in a slash. */
export interface LiveState {
  /** The number of the state, which identifies it within one run of the server. */
  version: number
  /** Its language as a BCP 47 tag. */
  tag: string
  lang: Lang
  pages: readonly LivePage[]
  /** The style sheet of this deck: fonts, theme, colours, positions, pictures. */
  css: string
  /** Shapes that several pages share, as the content of `<svg class="symbols">`. */
  symbols: string
  data: PageData
}

/** The difference to the previous state, as it is sent to pages. A part that did not change is null. */
export interface LiveChange {
  version: number
  /** The language of the state. */
  tag: string
  /** The changed and the new pages. */
  pages: readonly LivePage[]
  /** The ids of all pages in order, if pages were added, removed or moved. */
  order: readonly string[] | null
  css: string | null
  symbols: string | null
  data: PageData | null
}
