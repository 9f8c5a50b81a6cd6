import type { Lang } from '../lang.ts'
import type { TalkPlan } from '../talk-plan.ts'
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
  /** The planned times of the slides, if some have one. */
  plan?: TalkPlan
  /** How long a built page shows each slide, if it shows them by itself. Units: seconds. */
  loop?: number
  /** How one slide follows another; absent: at once. */
  transition?: 'fade' | 'slide'
  words: PageWords
  /** The words in the other languages, for the speaker; empty in the audience's page. */
  languages: Partial<Record<Lang, PageWords>>
  /** The languages of the slides, if there are several, the first one first. */
  editions?: readonly PageLanguage[]
}

/** One of several languages of a page. */
export interface PageLanguage {
  /** Identifies it: a BCP 47 tag, such as `kk` or `kk-Latn`. */
  tag: string
  /** The language of its words. */
  lang: Lang
  /** Its words, if they are not those of `lang`: Kazakh in Latin letters. */
  words?: PageWords
  /** What it calls itself. */
  name: string
  /** What follows the ids of its slides; empty for the first language. */
  suffix: string
  title: string
  /** Index of the slide where the show starts. */
  start: number
}
