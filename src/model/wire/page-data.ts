import type { Lang } from '../lang.ts'
import type { PageWords } from '../words.ts'

/** The data of a deck's page for its script, as JSON in `<script type="application/json" id="deck-data">`. */
export interface PageData {
  title: string
  lang: Lang
  /** Index of the slide where the show starts. */
  start: number
  /** The size of the stage. Units: px. */
  width: number
  height: number
  /** The planned duration of the talk. Units: minutes. */
  minutes: number | null
  words: PageWords
  /** The words in the other languages, for the speaker; empty in the audience's page. */
  languages: Partial<Record<Lang, PageWords>>
}
