import type { ImageAsset } from '../../model/asset.ts'
import { type ImageContext, tagAt } from './raster.ts'

/** The size to which a picture is scaled before its colours are counted. Units: px. */
const sampleSidePx = 64

/** A drawing of more elements takes too long to draw while a deck is checked. */
const maxElements = 50_000

/** Part of the cache key. Raise it with every change of how this file counts. */
const countingVersion = 1

/** Pixels that are more transparent than this do not count. Units: 0 to 255. */
const leastAlpha = 96

/** Colours of this many levels of red, green and blue count as one. */
const levels = 16

/**
 * Counts the colours of what a transparent picture shows, so that a white logo on a white ground is noticed. Returns null for
 * pictures that bring their own ground, and for those that cannot be counted.
 */
export async function visibleColors(
  { mime, bytes, hash }: Pick<ImageAsset, 'mime' | 'bytes' | 'hash'>,
  { cache, limit }: ImageContext,
  elements = 0,
): Promise<ImageAsset['colors'] | null> {
  if (!mayBeTransparent(mime, bytes) || elements > maxElements) return null
  const key = `${hash}-colors-${countingVersion}`
  const cached = await cache.get(key)
  if (cached) return cached.metadata.colors as ImageAsset['colors'] | null
  const colors = await limit(() => countColors(bytes)).catch(() => null)
  await cache.put(key, { metadata: { colors }, bytes: new Uint8Array() })
  return colors
}

/** Whether the header of a file allows transparency. Photographs are not decoded to find out. */
function mayBeTransparent(mime: ImageAsset['mime'], bytes: Uint8Array): boolean {
  if (mime === 'image/svg+xml') return true
  if (mime === 'image/png') return (bytes[25]! & 4) !== 0 || hasTransparentColor(bytes)
  // An extended file has a flag for it, a lossless one may have it.
  if (mime === 'image/webp')
    return tagAt(bytes, 12) === 'VP8L' || (tagAt(bytes, 12) === 'VP8X' && (bytes[20]! & 16) !== 0)
  return mime === 'image/gif'
}

/** Whether a PNG has a chunk that makes a colour of it transparent. It stands before the pixels. */
function hasTransparentColor(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const tag = tagAt(bytes, at + 4)
    if (tag === 'tRNS') return true
    if (tag === 'IDAT') return false
  }
  return false
}

async function countColors(bytes: Uint8Array): Promise<ImageAsset['colors'] | null> {
  const { default: sharp } = await import('sharp')
  const { data } = await sharp(bytes)
    .timeout({ seconds: 3 })
    .resize({ width: sampleSidePx, height: sampleSidePx, fit: 'inside' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const counts = new Map<number, { sum: [number, number, number]; count: number }>()
  let shown = 0
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3]! < leastAlpha) continue
    const rgb = [data[i]!, data[i + 1]!, data[i + 2]!] as const
    const [red, green, blue] = rgb.map((value) => Math.floor((value * levels) / 256)) as [number, number, number]
    const key = (red * levels + green) * levels + blue
    const known = counts.get(key) ?? { sum: [0, 0, 0], count: 0 }
    known.count += 1
    for (const c of [0, 1, 2] as const) known.sum[c] += rgb[c]
    counts.set(key, known)
    shown += 1
  }
  const isOpaque = shown * 4 === data.length
  if (isOpaque || shown === 0) return null
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ sum, count }) => ({ color: hexOf(sum.map((one) => one / count)), share: count / shown }))
}

const hexOf = (rgb: readonly number[]): string =>
  `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`
