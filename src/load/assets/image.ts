import type { ImageAsset } from '../../model/asset.ts'
import { limits } from '../../model/limits.ts'
import type { AssetProblem } from '../../model/problems/asset.ts'
import { shortHash } from '../../system/hash.ts'
import { detectFileType, knownImages } from './file-type.ts'
import { withoutGifMetadata } from './gif.ts'
import { readJpeg } from './jpeg.ts'
import { readPng } from './png.ts'
import type { ImageContext, RasterImage } from './raster.ts'
import { budgetBytes, type Encoded, encodingVersion, maxSidePx, scaleImage } from './scale-image.ts'
import { visibleColors } from './visible-colors.ts'
import { readWebp } from './webp.ts'

/** The image of a file, or a problem; a drawing with removed parts has both. */
export interface ImageResult {
  image: ImageAsset | null
  problem: AssetProblem | null
}

/** Larger files are encoded again; drawings are refused. Units: bytes; px for the side up to which `still` holds. */
const embedLimits = { still: 400_000, stillSidePx: 1920, animation: 4_000_000, drawing: limits.drawingBytes }

/** Makes an asset from an image file. `file` is its name for messages. */
export async function readImage(bytes: Uint8Array, file: string, context: ImageContext): Promise<ImageResult> {
  const { image, problem, elements } = await decodeImage(bytes, file, context)
  if (!image) return { image, problem }
  const colors = await visibleColors(image, context, elements)
  return { image: colors ? { ...image, colors } : image, problem }
}

/** `elements`: the number of elements of a drawing. */
async function decodeImage(
  bytes: Uint8Array,
  file: string,
  context: ImageContext,
): Promise<ImageResult & { elements?: number }> {
  const type = detectFileType(bytes)
  if ('seen' in type) return refused({ code: 'image-type-unknown', file, seen: type.seen, known: knownImages })
  if (type.mime === 'image/svg+xml') return readSvg(bytes, file)
  const raster = await readHeader(bytes, type.mime)
  if (!raster) return refused({ code: 'image-broken', file })
  const { width, height, limitMegapixels } = raster
  if (width * height > limitMegapixels * 1e6) {
    return refused({ code: 'image-dimensions-too-large', file, width, height, limitMegapixels })
  }
  if (isEmbeddable(raster)) return { image: assetOf(file, raster), problem: null }
  return reencode(bytes, raster, file, context)
}

const refused = (problem: AssetProblem): ImageResult => ({ image: null, problem })

const assetOf = (file: string, { mime, bytes, width, height }: Encoded): ImageAsset => ({
  kind: 'image',
  file,
  mime,
  bytes,
  width: Math.max(1, Math.round(width)),
  height: Math.max(1, Math.round(height)),
  hash: shortHash(bytes),
})

function isEmbeddable(raster: RasterImage): boolean {
  const side = Math.max(raster.width, raster.height)
  const still = side > embedLimits.stillSidePx ? budgetBytes : embedLimits.still
  const limit = raster.mime === 'image/gif' ? embedLimits.animation : still
  return raster.embeddable && raster.bytes.length <= limit && side <= maxSidePx
}

async function readSvg(bytes: Uint8Array, file: string): Promise<ImageResult & { elements?: number }> {
  if (bytes.length > embedLimits.drawing) {
    const sizes = { sizeBytes: bytes.length, limitBytes: embedLimits.drawing }
    return refused({ code: 'asset-too-large', path: file, file, ...sizes })
  }
  const { sanitizeSvg } = await import('./svg.ts')
  const svg = sanitizeSvg(bytes)
  if (svg === 'broken') return refused({ code: 'image-broken', file })
  if ('unsafe' in svg) return refused({ code: 'image-svg-unsafe', file, reason: svg.unsafe })
  const image = assetOf(file, { mime: 'image/svg+xml', ...svg })
  const problem = svg.removed.length ? ({ code: 'image-svg-cleaned', file, removed: svg.removed } as const) : null
  return { image, problem, elements: svg.elements }
}

function readHeader(bytes: Uint8Array, mime: RasterImage['mime']): RasterImage | null | Promise<RasterImage | null> {
  if (mime === 'image/jpeg') return readJpeg(bytes)
  if (mime === 'image/png') return readPng(bytes)
  if (mime === 'image/webp') return readWebp(bytes)
  return readGifOrAvif(bytes, mime)
}

/** AVIF is always encoded again: older browsers cannot show it. */
async function readGifOrAvif(bytes: Uint8Array, mime: 'image/gif' | 'image/avif'): Promise<RasterImage | null> {
  const { imageSize } = await import('image-size')
  try {
    const { width, height } = imageSize(bytes)
    if (!width || !height) return null
    return {
      mime,
      width,
      height,
      orientation: 1,
      embeddable: mime === 'image/gif',
      limitMegapixels: limits.compressedPixels / 1e6,
      bytes: mime === 'image/gif' ? withoutGifMetadata(bytes) : bytes,
    }
  } catch {
    return null
  }
}

async function reencode(
  source: Uint8Array,
  raster: RasterImage,
  file: string,
  context: ImageContext,
): Promise<ImageResult> {
  const key = `${shortHash(source)}-${encodingVersion}`
  const cached = await context.cache.get(key)
  if (cached) {
    const metadata = cached.metadata as Omit<Encoded, 'bytes'>
    return { image: assetOf(file, { ...metadata, bytes: cached.bytes }), problem: null }
  }
  try {
    const { bytes, ...metadata } = await context.limit(() => scaleImage({ ...raster, bytes: source }))
    await context.cache.put(key, { metadata, bytes })
    return { image: assetOf(file, { ...metadata, bytes }), problem: null }
  } catch (error) {
    const isMissing =
      (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND' || /sharp module/.test(String(error))
    return refused({ code: isMissing ? 'image-library-missing' : 'image-broken', file })
  }
}
