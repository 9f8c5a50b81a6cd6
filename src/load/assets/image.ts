import type { ImageAsset } from '../../model/asset.ts'
import type { AssetProblem } from '../../model/problems/asset.ts'
import type { Cache } from '../../system/cache.ts'
import { shortHash } from '../../system/hash.ts'
import { detectFileType, knownImages } from './file-type.ts'
import { readJpeg } from './jpeg.ts'
import { readPng } from './png.ts'
import type { RasterImage } from './raster.ts'
import { type Encoded, encodingVersion, maxSidePx, scaleImage } from './scale-image.ts'
import { readWebp } from './webp.ts'

/** What a picture file became; a cleaned drawing is a picture and a problem. */
export interface ImageResult {
  image: ImageAsset | null
  problem: AssetProblem | null
}

/** What only a picture that must be decoded needs. */
export interface ImageContext {
  cache: Cache
  /** Lets few pictures be decoded at a time: each takes memory and every core. */
  limit: <R>(work: () => Promise<R>) => Promise<R>
}

/** Larger files are encoded anew, even where nothing else is to do; moving pictures may be larger. */
const embedLimits = { still: 400_000, moving: 4_000_000, drawing: 4_000_000 }

/** Makes an asset of the bytes of a picture file. `file` is its name for messages. */
export async function readImage(bytes: Uint8Array, file: string, tools: ImageContext): Promise<ImageResult> {
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
  return reencode(bytes, raster, file, tools)
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
  const limit = raster.mime === 'image/gif' ? embedLimits.moving : embedLimits.still
  return raster.embeddable && raster.bytes.length <= limit && Math.max(raster.width, raster.height) <= maxSidePx
}

async function readSvg(bytes: Uint8Array, file: string): Promise<ImageResult> {
  if (bytes.length > embedLimits.drawing) {
    const sizes = { sizeBytes: bytes.length, limitBytes: embedLimits.drawing }
    return refused({ code: 'asset-too-large', path: file, file, ...sizes })
  }
  const { sanitizeSvg: cleanSvg } = await import('./svg.ts')
  const svg = cleanSvg(bytes)
  if (svg === 'broken') return refused({ code: 'image-broken', file })
  if ('unsafe' in svg) return refused({ code: 'image-svg-unsafe', file, reason: svg.unsafe })
  const image = assetOf(file, { mime: 'image/svg+xml', ...svg })
  return { image, problem: svg.removed.length ? { code: 'image-svg-cleaned', file, removed: svg.removed } : null }
}

function readHeader(bytes: Uint8Array, mime: RasterImage['mime']): RasterImage | null | Promise<RasterImage | null> {
  if (mime === 'image/jpeg') return readJpeg(bytes)
  if (mime === 'image/png') return readPng(bytes)
  if (mime === 'image/webp') return readWebp(bytes)
  return readGifOrAvif(bytes, mime)
}

/** AVIF is always encoded anew: browsers of a few years ago show none of it. */
async function readGifOrAvif(bytes: Uint8Array, mime: 'image/gif' | 'image/avif'): Promise<RasterImage | null> {
  const { imageSize } = await import('image-size')
  try {
    const { width, height } = imageSize(bytes)
    if (!width || !height) return null
    return { mime, width, height, orientation: 1, embeddable: mime === 'image/gif', limitMegapixels: 64, bytes }
  } catch {
    return null
  }
}

async function reencode(
  source: Uint8Array,
  raster: RasterImage,
  file: string,
  tools: ImageContext,
): Promise<ImageResult> {
  const key = `${shortHash(source)}-${encodingVersion}`
  const kept = await tools.cache.get(key)
  if (kept)
    return { image: assetOf(file, { ...(kept.metadata as Omit<Encoded, 'bytes'>), bytes: kept.bytes }), problem: null }
  try {
    const { bytes, ...note } = await tools.limit(() => scaleImage({ ...raster, bytes: source }))
    await tools.cache.put(key, { metadata: note, bytes })
    return { image: assetOf(file, { ...note, bytes }), problem: null }
  } catch (error) {
    const isMissing =
      (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND' || /sharp module/.test(String(error))
    return refused({ code: isMissing ? 'image-library-missing' : 'image-broken', file })
  }
}
