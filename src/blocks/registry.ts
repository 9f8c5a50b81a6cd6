import type { BlockType } from '../model/block.ts'
import type { Block } from '../model/deck.ts'
import { imageType } from './image/index.ts'
import { mapType } from './map/index.ts'
import { textType } from './text/index.ts'
import { titleType } from './title/index.ts'
import { videoType } from './video/index.ts'

/** Every block type there is, in the order in which a slide's flat fields become blocks. */
export const blockTypes: readonly BlockType[] = [
  titleType as BlockType,
  textType as BlockType,
  imageType as BlockType,
  videoType as BlockType,
  mapType as BlockType,
]

const byName = new Map(blockTypes.map((type) => [type.type as string, type]))

/** The type of that name; whoever asks has a block that was checked, so an unknown name is a bug. */
export function blockType<K extends Block['type']>(name: K): BlockType<K> {
  const type = byName.get(name)
  if (!type) throw new Error(`No block type ${name}`)
  return type as unknown as BlockType<K>
}
