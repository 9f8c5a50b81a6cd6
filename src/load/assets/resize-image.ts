import type { ImageAsset } from '../../model/asset.ts'
import { limits } from '../../model/limits.ts'
import type { Cache } from '../../system/cache.ts'
import { shortHash } from '../../system/hash.ts'
import { budgetBytes, type Encoded, encodingVersion, scaleImage } from './scale-image.ts'

/** Pictures made of pixels that stand still. An AVIF is never in a page. */
const still: ReadonlySet<ImageAsset['mime']> = new Set(['image/png', 'image/jpeg', 'image/webp'])

/** Whether a picture can have fewer pixels: not a drawing, nor what moves. */
export const isResizable = ({ mime }: ImageAsset): boolean => still.has(mime)

/**
 * Returns a picture with a longer side of `side`. Returns the picture itself if that would save nothing, if it moves, or if
 * it cannot be decoded on this machine.
 * Units: px.
 */
export async function resizeImage(image: ImageAsset, side: number, cache: Cache): Promise<ImageAsset> {
  const key = `${image.hash}-${side}-${encodingVersion}`
  const cached = await cache.get(key)
  if (cached) return smaller(image, { ...(cached.metadata as Omit<Encoded, 'bytes'>), bytes: cached.bytes })
  try {
    const { default: sharp } = await import('sharp')
    const { pages = 1 } = await sharp(image.bytes).metadata()
    if (pages > 1) return image
    const raster = { ...image, mime: image.mime as 'image/png', orientation: 1, embeddable: true }
    const source = { ...raster, limitMegapixels: limits.imagePixels / 1e6 }
    const { bytes, ...metadata } = await scaleImage(source, side, Math.min(budgetBytes, image.bytes.length))
    await cache.put(key, { metadata, bytes })
    return smaller(image, { ...metadata, bytes })
  } catch {
    // It was loaded, and what is loaded can be shown.
    return image
  }
}

function smaller(image: ImageAsset, encoded: Encoded): ImageAsset {
  // A drawing in few colours may need more when its edges are soft, and as a JPEG it would be spoilt.
  const isSpoilt = image.mime === 'image/png' && encoded.mime !== 'image/png'
  if (encoded.bytes.length >= image.bytes.length || isSpoilt) return image
  return { ...image, ...encoded, hash: shortHash(encoded.bytes) }
}
