import type { ChartBlock } from '../blocks/chart/types.ts'
import type { ImageBlock } from '../blocks/image/types.ts'
import type { MapBlock } from '../blocks/map/types.ts'
import type { PeopleBlock } from '../blocks/people/types.ts'
import type { PollBlock } from '../blocks/poll/types.ts'
import type { TableBlock } from '../blocks/table/types.ts'
import type { TextBlock } from '../blocks/text/types.ts'
import type { TimelineBlock } from '../blocks/timeline/types.ts'
import type { TitleBlock } from '../blocks/title/types.ts'
import type { VideoBlock } from '../blocks/video/types.ts'
import type { LocalizedText, MultilingualText } from './lang.ts'

/**
 * A part of a slide. Each folder of `blocks/` declares its own type; this union makes the registry demand all of them.
 */
export type Block<T = MultilingualText> =
  | TitleBlock<T>
  | TextBlock<T>
  | ImageBlock<T>
  | VideoBlock<T>
  | MapBlock<T>
  | TableBlock<T>
  | ChartBlock<T>
  | PeopleBlock<T>
  | TimelineBlock<T>
  | PollBlock<T>

/** A block with its texts in one language. */
export type LocalizedBlock = Block<LocalizedText>
