import type { Sharp } from 'sharp'
import type { ImageAsset } from '../../model/asset.ts'
import type { Raster } from './raster.ts'

/** The longer side of a photograph in a page: enough for a wall, a quarter of what a telephone takes. */
export const longestPx = 1920

/** What a picture that is encoded anew may cost a page. */
const budgetBytes = 250_000

/** Says how this file encodes: what is kept from an older way is made again. Raise it with any change here. */
export const recipe = 1

export type Encoded = Pick<ImageAsset, 'mime' | 'bytes' | 'width' | 'height'>

type Library = typeof import('sharp')['default']

interface Pixels {
  data: Buffer
  raw: { width: number; height: number; channels: 1 | 2 | 3 | 4 }
}

/** Turns a picture upright, scales it down and encodes it within the budget. Errors: those of the decoder. */
export async function scale(raster: Raster): Promise<Encoded> {
  const { default: sharp } = await import('sharp')
  // Nothing is decoded twice, so that what sharp keeps would only take memory.
  sharp.cache(false)
  if (raster.mime === 'image/gif') return scaleAnimation(sharp, raster)
  const pixels = await decode(sharp, raster)
  return isOpaque(pixels) ? encodeOpaque(sharp, pixels, raster.mime) : encodeTransparent(sharp, pixels)
}

async function decode(sharp: Library, raster: Raster): Promise<Pixels> {
  const { data, info } = await sharp(raster.bytes, {
    failOn: 'truncated',
    limitInputPixels: raster.limitMegapixels * 1e6,
    sequentialRead: true,
    autoOrient: true,
  })
    .resize({ width: longestPx, height: longestPx, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return { data, raw: { width: info.width, height: info.height, channels: info.channels as 1 | 2 | 3 | 4 } }
}

function isOpaque({ data, raw: { channels } }: Pixels): boolean {
  if (channels === 1 || channels === 3) return true
  for (let i = channels - 1; i < data.length; i += channels) if (data[i] !== 255) return false
  return true
}

/** JPEG, since it goes into a PDF as it is, where WebP grows tenfold. Drawings keep sharp edges and stay PNG if small. */
async function encodeOpaque(sharp: Library, pixels: Pixels, source: Raster['mime']): Promise<Encoded> {
  const image = sharp(pixels.data, { raw: pixels.raw }).removeAlpha()
  if (source === 'image/png') {
    const bytes = await image.clone().png({ compressionLevel: 9 }).toBuffer()
    if (bytes.length <= budgetBytes) return { mime: 'image/png', bytes, ...sizeOf(pixels) }
  }
  const chromaSubsampling = source === 'image/png' ? '4:4:4' : '4:2:0'
  return withinBudget(pixels, image, (sized, quality) => sized.jpeg({ quality, chromaSubsampling }), 'image/jpeg')
}

async function encodeTransparent(sharp: Library, pixels: Pixels): Promise<Encoded> {
  const image = sharp(pixels.data, { raw: pixels.raw })
  const bytes = await image.clone().png({ compressionLevel: 9 }).toBuffer()
  if (bytes.length <= budgetBytes) return { mime: 'image/png', bytes, ...sizeOf(pixels) }
  return withinBudget(pixels, image, (sized, quality) => sized.webp({ quality }), 'image/webp')
}

const sizeOf = ({ raw: { width, height } }: Pixels) => ({ width, height })

/** Lowers the quality step by step, then the size, until the picture fits. */
async function withinBudget(
  pixels: Pixels,
  image: Sharp,
  encode: (image: Sharp, quality: number) => Sharp,
  mime: ImageAsset['mime'],
): Promise<Encoded> {
  for (let share = 1; ; share *= 0.8) {
    const width = Math.max(1, Math.round(pixels.raw.width * share))
    const sized = share === 1 ? image : image.clone().resize({ width })
    for (const quality of share === 1 ? [82, 74, 66, 58] : [66, 50]) {
      const { data, info } = await encode(sized.clone(), quality).toBuffer({ resolveWithObject: true })
      if (data.length <= budgetBytes || width <= 64)
        return { mime, bytes: data, width: info.width, height: info.height }
    }
  }
}

/** A large moving picture moves on, at half the size. Units: one megapixel counts for all frames together. */
async function scaleAnimation(sharp: Library, raster: Raster): Promise<Encoded> {
  const { data, info } = await sharp(raster.bytes, { animated: true, limitInputPixels: 268_000_000 })
    .resize({ width: 960, height: 960, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 60 })
    .toBuffer({ resolveWithObject: true })
  return { mime: 'image/webp', bytes: data, width: info.width, height: info.pageHeight ?? info.height }
}
