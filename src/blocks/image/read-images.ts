import type { ReadBlocks } from '../../model/block-type.ts'
import type { ImageBlock as Entry, ImageObject, Slide } from '../../model/deck-file.ts'
import { isPlaceholder } from '../../model/placeholder.ts'
import type { ItemOrigin, ObjectNode, SourceNode } from '../../model/source.ts'
import { enumOf, field, itemsOf, read, stringOf, textOf } from '../fields.ts'
import { readFocus } from './focus.ts'
import type { ImageBlock, ImageRef } from './types.ts'

/** Reads the pictures of a slide's `img_path` as one block. Captions and the like match them by their position. */
export function fromSlide(slide: ObjectNode): ReadBlocks {
  const own = (name: keyof Slide) => field<Slide>(slide, name)
  const lists = {
    alt: itemsOf(own('img_alt')),
    caption: itemsOf(own('img_caption')),
    fit: itemsOf(own('img_fit')),
    focus: itemsOf(own('img_focus')),
  }
  return read(readImages(own('img_path'), lists))
}

/** Reads an image block among a slide's `blocks`. */
export function fromEntry(entry: ObjectNode): ReadBlocks {
  const own = (name: keyof Entry) => field<Entry>(entry, name)
  const lists = {
    alt: itemsOf(own('alt')),
    caption: itemsOf(own('caption')),
    fit: itemsOf(own('fit')),
    focus: itemsOf(own('focus')),
  }
  return read(readImages(own('src'), lists))
}

/** Lists parallel to the list of pictures. */
type ParallelLists = Record<'alt' | 'caption' | 'fit' | 'focus', readonly SourceNode[]>

function readImages(paths: SourceNode | undefined, lists: ParallelLists): ImageBlock | null {
  if (!paths) return null
  const { range } = paths
  const images = itemsOf(paths).flatMap((node, i) => readImage(node, { range, item: i }, lists) ?? [])
  return images.length > 0 ? { type: 'image', images, range } : null
}

/** Reads a picture: a path, or an object whose own fields come first. A placeholder counts only if it has a caption. */
function readImage(node: SourceNode, origin: ItemOrigin, lists: ParallelLists): ImageRef | null {
  const { item: i } = origin
  const object = node.type === 'object' ? node : null
  const own = (name: keyof ImageObject) => object && field<ImageObject>(object, name)
  const path = object ? own('src') : node
  const src = stringOf(path ?? undefined)
  if (!path || src === null) return null
  const caption = textOf(own('caption') ?? lists.caption[i])
  if (isPlaceholder(src) && caption === null) return null
  return {
    src,
    alt: textOf(own('alt') ?? lists.alt[i]),
    caption,
    // A single `fit` applies to all pictures; a focus applies to one.
    fit: enumOf(own('fit') ?? lists.fit[i] ?? lists.fit[0], ['cover', 'contain']),
    focus: readFocus(own('focus') ?? lists.focus[i]),
    range: path.range,
    origin,
  }
}
