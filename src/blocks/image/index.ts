import type { BlockType } from '../../model/block-type.ts'
import { withoutMarkup } from '../../typeset/without-markup.ts'
import { captionsAsTexts, loadedImage, placeImages, shapeOf } from './place-images.ts'
import { fromEntry, fromSlide } from './read-images.ts'

/** A picture, or several in a gallery, with captions. */
export const imageType: BlockType<'image'> = {
  type: 'image',
  role: 'picture',
  layout: 'image',
  regions: ['image'],
  slideField: 'img_path',
  fromSlide,
  fromEntry,
  localize: (block, pick) => ({
    ...block,
    images: block.images.map((image) => ({
      ...image,
      alt: image.alt === null ? null : withoutMarkup(pick(image.alt, image.range)),
      caption: image.caption === null ? null : pick(image.caption, image.range),
    })),
  }),
  words: ({ images }) => images.flatMap(({ caption }) => (caption ? [{ text: caption }] : [])),
  assets: (block) => block.images.map(({ src, range }) => ({ kind: 'image', path: src, range })),
  resolveAssets(block, asset) {
    const images = block.images.filter((image) => loadedImage(image, asset))
    const texts = captionsAsTexts(block.images.filter((image) => !loadedImage(image, asset)))
    return images.length > 0 ? [{ ...block, images }, ...texts] : texts
  },
  join: (blocks) => ({ ...blocks[0]!, images: blocks.flatMap(({ images }) => images) }),
  mediaShape: shapeOf,
  place: placeImages,
}
