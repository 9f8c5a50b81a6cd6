import type { ImageBlock, ImageRef } from '../../model/deck.ts'
import type { ImageBlock as Entry, ImageObject, Slide } from '../../model/deck-file.ts'
import { isPlaceholder } from '../../model/placeholder.ts'
import type { ObjectNode, SourceNode } from '../../model/source.ts'
import { enumOf, field, itemsOf, stringOf, textOf } from '../fields.ts'
import { readFocus } from './focus.ts'

/** The pictures that a slide's `img_path` names, one block of them all. What belongs to each is matched by its place. */
export function fromShort(slide: ObjectNode): ImageBlock[] {
  const block = readImages(field<Slide>(slide, 'img_path'), {
    alt: itemsOf(field<Slide>(slide, 'img_alt')),
    caption: itemsOf(field<Slide>(slide, 'img_caption')),
    fit: itemsOf(field<Slide>(slide, 'img_fit')),
    focus: itemsOf(field<Slide>(slide, 'img_focus')),
  })
  return block ? [block] : []
}

/** The pictures of one entry of a slide's `blocks`. */
export function fromEntry(entry: ObjectNode): ImageBlock | null {
  return readImages(field<Entry>(entry, 'src'), {
    alt: itemsOf(field<Entry>(entry, 'alt')),
    caption: itemsOf(field<Entry>(entry, 'caption')),
    fit: itemsOf(field<Entry>(entry, 'fit')),
    focus: itemsOf(field<Entry>(entry, 'focus')),
  })
}

/** Lists beside the list of pictures. */
type ParallelLists = Record<'alt' | 'caption' | 'fit' | 'focus', readonly SourceNode[]>

function readImages(paths: SourceNode | undefined, lists: ParallelLists): ImageBlock | null {
  const images = itemsOf(paths).flatMap((node, i) => readImage(node, i, lists) ?? [])
  return paths && images.length > 0 ? { type: 'image', images, range: paths.range } : null
}

/** One picture: a path, or an object whose own fields come first. A placeholder is a picture only for its caption. */
function readImage(node: SourceNode, i: number, lists: ParallelLists): ImageRef | null {
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
    // One way to fit is for all pictures; a point belongs to one.
    fit: enumOf(own('fit') ?? lists.fit[i] ?? lists.fit[0], ['cover', 'contain']),
    focus: readFocus(own('focus') ?? lists.focus[i]),
    range: path.range,
  }
}
