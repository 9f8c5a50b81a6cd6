import type { MultilingualText } from '../../model/lang.ts'
import type { Range } from '../../model/source.ts'

/** The heading of a slide. */
export interface TitleBlock<T = MultilingualText> {
  type: 'title'
  text: T
  range: Range
}
