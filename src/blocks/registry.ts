import type { Block } from '../model/block.ts'
import type { BlockType, SchemaBlockType } from '../model/block-type.ts'
import { chartType } from './chart/index.ts'
import { imageType } from './image/index.ts'
import { mapType } from './map/index.ts'
import { peopleType } from './people/index.ts'
import { pollType } from './poll/index.ts'
import { tableType } from './table/index.ts'
import { textType } from './text/index.ts'
import { timelineType } from './timeline/index.ts'
import { titleType } from './title/index.ts'
import { videoType } from './video/index.ts'

/** Every block type, in the order in which the short fields of a slide become blocks. */
const registry = {
  title: titleType,
  text: textType,
  image: imageType,
  video: videoType,
  map: mapType,
  table: tableType,
  chart: chartType,
  people: peopleType,
  timeline: timelineType,
  poll: pollType,
} satisfies { [K in Block['type']]: BlockType<K> } & Record<SchemaBlockType, unknown>

/** All block types. Each is only ever called with blocks of its own type. */
export const blockTypes = Object.values(registry) as BlockType[]

/** Returns the type of a block. Errors: throws on an unknown name, which `validate` should have removed. */
export function blockType(name: Block['type']): BlockType {
  if (!Object.hasOwn(registry, name)) throw new Error(`There is no block type "${name}"`)
  return registry[name] as BlockType
}

/** The fields of a slide that become blocks: `title`, `text`, `img_path` and so on. */
export const slideFields = blockTypes.flatMap(({ slideField }) => slideField ?? [])
