import type { MultilingualText } from '../../model/lang.ts'
import type { ItemOrigin, Range } from '../../model/source.ts'

/** The heading of a slide. */
export interface TitleBlock<T = MultilingualText> {
  type: 'title'
  text: T
  range: Range
  /** Where each line comes from, in a title that was joined from several. */
  origins?: readonly ItemOrigin[]
}
