import type { PlacedBox } from './laid-out.ts'
import type { Lang } from './lang.ts'
import type { Box } from './theme.ts'

/** A page of the speaker notes of one slide, as large as the stage. Long notes take several. */
export interface NotesPage {
  /** Index of their slide. */
  slide: number
  lang: Lang
  boxes: PlacedBox[]
  /** The line below its heading. */
  rule: Box
}
