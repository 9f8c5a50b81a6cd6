import type { Lang } from '../lang.ts'
import type { PageWords } from '../words.ts'

/** What a built page tells its script, as JSON in `<script type="application/json" id="deck-data">`. */
export interface PageData {
  title: string
  lang: Lang
  /** Index of the slide where the show starts. */
  start: number
  /** The stage. Units: px. */
  width: number
  height: number
  /** How long the talk should take. Units: minutes. */
  minutes: number | null
  words: PageWords
  /** The same in the other languages, for the speaker; none where the page is the audience's. */
  languages: Partial<Record<Lang, PageWords>>
}
