import type { JsonValue, NodePath } from '../source.ts'
import type { SourceAnswer } from './edit-service.ts'

/** A place in the file that a box shows. */
export interface SourcePlace {
  /** The path of the block, or of its text. */
  path: NodePath
  /** The indexes of the items of the block that the box shows; empty for the block as a whole. */
  items: readonly number[]
}

/** Where a page comes from. */
export interface PageSource {
  /** The path of its slide. */
  slide: NodePath
  /** The places that each box shows, in the order of the boxes on the page; none for boxes of the deck, such as a footer. */
  boxes: readonly (readonly SourcePlace[])[]
}

/** A deck's file as its editor sees it. */
export interface EditSource extends SourceAnswer {
  /**
   * Its value as the format reads it: by the names of the schema, mistakes repaired as far as they can be; of a name that stands
   * twice, the last one that is not empty.
   */
  deck: JsonValue
  /** The path of the list of slides by the names of the file; null if it has none. */
  slides: NodePath | null
  /** By the ids of pages. They are those of the last version without errors. */
  pages: Readonly<Record<string, PageSource>>
  /** Whether the pages show this very text. */
  isShown: boolean
}
