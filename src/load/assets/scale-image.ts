import type { Sharp } from 'sharp'
import type { ImageAsset } from '../../model/asset.ts'
import { limits } from '../../model/limits.ts'
import type { RasterImage } from './raster.ts'

/** The longest side of a picture in a page: that of the screens of large halls. */
export const maxSidePx = 3840

/** The longer side of a photograph that is too heavy in all its pixels: 200 ppi on a slide of 13.33 inches. */
const photoSidePx = 2560

/** The size of an image that is encoded again: 250 kB of a page, since base64 adds a third. */
export const budgetBytes = 187_000

/** Part of the cache key. Raise it with every change of how this file encodes. */
export const encodingVersion = 3

/** An image in the form in which a page holds it. */
export type Encoded = Pick<ImageAsset, 'mime' | 'bytes' | 'width' | 'height'>

type SharpModule = typeof import('sharp')['default']

interface Pixels {
  data: Buffer
  raw: { width: number; height: number; channels: 1 | 2 | 3 | 4 }
}

/**
 * Rotates an image upright, scales it down and encodes it within the budget. `side` is the longer side of the result, if the
 * image is not smaller; `lossyBytes` the budget if it is not encoded without loss.
 * Units:  px, bytes.
 * Errors: those of the decoder.
 */
export async function scaleImage(raster: RasterImage, side = maxSidePx, lossyBytes = budgetBytes): Promise<Encoded> {
  const { default: sharp } = await import('sharp')
  // Nothing is decoded twice: sharp's cache would only take memory.
  sharp.cache(false)
  if (raster.mime === 'image/gif') return scaleAnimation(sharp, raster)
  const pixels = await decode(sharp, raster, side)
  const opaque = isOpaque(pixels)
  const image = opaque ? sharp(pixels.data, { raw: pixels.raw }).removeAlpha() : sharp(pixels.data, { raw: pixels.raw })
  const lossless = await encodeLossless(image, pixels, raster, opaque)
  if (lossless) return lossless
  // A PDF holds JPEG unchanged, while WebP becomes ten times larger.
  if (!opaque)
    return withinBudget(pixels, image, (sized, quality) => sized.webp({ quality, effort: 2 }), 'image/webp', lossyBytes)
  const chromaSubsampling = raster.mime === 'image/png' ? '4:4:4' : '4:2:0'
  return withinBudget(
    pixels,
    image,
    (sized, quality) => sized.jpeg({ quality, chromaSubsampling }),
    'image/jpeg',
    lossyBytes,
  )
}

/**
 * How to undo each EXIF orientation: mirrored first, as sharp does it, then rotated clockwise by quarters.
 * Not with sharp's own support, since libvips finds no orientation in WebP (8.18).
 */
const turns: Readonly<Record<number, { quarters: number; flip?: true; flop?: true }>> = {
  2: { quarters: 0, flop: true },
  3: { quarters: 2 },
  4: { quarters: 0, flip: true },
  5: { quarters: 1, flip: true },
  6: { quarters: 1 },
  7: { quarters: 1, flop: true },
  8: { quarters: 3 },
}

async function decode(sharp: SharpModule, raster: RasterImage, side: number): Promise<Pixels> {
  const small = await pixelsOf(
    sharp(raster.bytes, {
      failOn: 'truncated',
      limitInputPixels: raster.limitMegapixels * 1e6,
      sequentialRead: true,
    })
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb'),
  )
  const turn = turns[raster.orientation]
  if (!turn) return small
  const { quarters, flip = false, flop = false } = turn
  // Rotated after scaling: rotation needs the whole image in memory.
  return pixelsOf(
    sharp(small.data, { raw: small.raw })
      .rotate(quarters * 90)
      .flip(flip)
      .flop(flop),
  )
}

async function pixelsOf(image: Sharp): Promise<Pixels> {
  const { data, info } = await image.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
  return { data, raw: { width: info.width, height: info.height, channels: info.channels as 1 | 2 | 3 | 4 } }
}

function isOpaque({ data, raw: { channels } }: Pixels): boolean {
  if (channels === 1 || channels === 3) return true
  for (let i = channels - 1; i < data.length; i += channels) if (data[i] !== 255) return false
  return true
}

/** Encodes drawings and transparent images without loss. Returns null if the result is too large. */
async function encodeLossless(
  image: Sharp,
  { raw: { width, height } }: Pixels,
  raster: RasterImage,
  opaque: boolean,
): Promise<Encoded | null> {
  if (opaque && raster.mime !== 'image/png') return null
  const expected = (raster.bytes.length * width * height) / (raster.width * raster.height)
  if (raster.mime === 'image/png' && expected > 4 * budgetBytes) return null
  const bytes = await image.clone().png({ compressionLevel: 9 }).toBuffer()
  return bytes.length <= budgetBytes ? { mime: 'image/png', bytes, width, height } : null
}

/** The qualities that are tried, in order. All pixels of a large photograph are not worth a low one. */
const qualities = { large: [82, 74, 66], usual: [82, 74, 66, 58, 50] } as const

/** Lowers the quality step by step, then the size, until the image fits the budget. */
async function withinBudget(
  pixels: Pixels,
  image: Sharp,
  encode: (image: Sharp, quality: number) => Sharp,
  mime: ImageAsset['mime'],
  limitBytes: number,
): Promise<Encoded> {
  const usualShare = Math.min(1, photoSidePx / Math.max(pixels.raw.width, pixels.raw.height))
  for (let share = 1; ; ) {
    const width = Math.max(1, Math.round(pixels.raw.width * share))
    const sized = share === 1 ? image : image.clone().resize({ width })
    let over = 1
    for (const quality of share > usualShare ? qualities.large : qualities.usual) {
      const { data, info } = await encode(sized.clone(), quality).toBuffer({ resolveWithObject: true })
      if (data.length <= limitBytes || width <= 64) return { mime, bytes: data, width: info.width, height: info.height }
      over = data.length / limitBytes
      // A lower quality saves half at most.
      if (over > 2) break
    }
    const smaller = share * Math.min(0.9, Math.max(0.4, Math.sqrt(1.4 / over)))
    share = share > usualShare ? usualShare : smaller
  }
}

/** Scales an animation down and keeps it moving. The limit of pixels is for all frames together. */
async function scaleAnimation(sharp: SharpModule, raster: RasterImage): Promise<Encoded> {
  const { data, info } = await sharp(raster.bytes, { animated: true, limitInputPixels: limits.imagePixels })
    .resize({ width: 960, height: 960, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 60 })
    .toBuffer({ resolveWithObject: true })
  return { mime: 'image/webp', bytes: data, width: info.width, height: info.pageHeight ?? info.height }
}
