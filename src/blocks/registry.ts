import type { Block } from '../model/block.ts'
import type { BlockType, SchemaBlockType } from '../model/block-type.ts'
import { imageType } from './image/index.ts'
import { mapType } from './map/index.ts'
import { textType } from './text/index.ts'
import { titleType } from './title/index.ts'
import { videoType } from './video/index.ts'

/** Every block type, in the order in which a slide's flat fields become blocks. */
const registry = {
  title: titleType,
  text: textType,
  image: imageType,
  video: videoType,
  map: mapType,
} satisfies { [K in Block['type']]: BlockType<K> } & Record<SchemaBlockType, unknown>

/** All block types. A type is only ever given blocks of its own. */
export const blockTypes = Object.values(registry) as BlockType[]

/** The type of a block. Errors: a name that `validate` did not check is a bug. */
export function blockType(name: Block['type']): BlockType {
  if (!Object.hasOwn(registry, name)) throw new Error(`There is no block type "${name}"`)
  return registry[name] as BlockType
}

/** The fields of a slide that become blocks: `title`, `text`, `img_path`, ... */
export const slideFields = blockTypes.flatMap(({ slideField }) => slideField ?? [])
