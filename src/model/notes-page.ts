import type { PlacedBox } from './laid-out.ts'
import type { Lang } from './lang.ts'
import type { Box } from './theme.ts'

/** A page with the speaker notes of a slide, as large as the stage. Long notes take several pages. */
export interface NotesPage {
  /** Index of the slide. */
  slide: number
  lang: Lang
  boxes: PlacedBox[]
  /** The line below the heading. */
  rule: Box
}
