import type { BlockType } from '../../model/block.ts'
import { captionsAsTexts, placeImages, shapeOf, shown } from './place.ts'
import { fromEntry, fromShort } from './read.ts'

/** A picture, or several in a grid, with captions. */
export const imageType: BlockType<'image'> = {
  type: 'image',
  role: 'picture',
  layout: 'image',
  regions: ['image'],
  fromShort,
  fromEntry,
  localize: (block, pick) => ({
    ...block,
    images: block.images.map((image) => ({
      ...image,
      alt: image.alt === null ? null : pick(image.alt, image.range),
      caption: image.caption === null ? null : pick(image.caption, image.range),
    })),
  }),
  assets: (block) => block.images.map(({ src, range }) => ({ kind: 'image', path: src, range })),
  settle(block, asset) {
    const images = block.images.filter((image) => shown(image, asset))
    const texts = captionsAsTexts(block.images.filter((image) => !shown(image, asset)))
    return images.length > 0 ? [{ ...block, images }, ...texts] : texts
  },
  join: (blocks) => ({ ...blocks[0]!, images: blocks.flatMap(({ images }) => images) }),
  shape: shapeOf,
  place: placeImages,
}
