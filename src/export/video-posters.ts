import { createHash } from 'node:crypto'
import {
  type Asset,
  type Assets,
  type FileAsset,
  type ImageAsset,
  type PosterRequest,
  posterKey,
} from '../model/asset.ts'
import { KormeError } from '../model/errors.ts'
import type { Files } from '../model/files.ts'
import { type Cache, openCache } from '../system/cache.ts'
import { hashFile } from '../system/hash-file.ts'
import { type CapturedFrame, captureFrames, type VideoMoment } from './capture-frames.ts'

/** Says how pictures are taken: those of an older way are taken again. */
const captureVersion = 2

/** A picture that is wanted: what of, and what it is called in the cache. */
interface PosterJob {
  request: PosterRequest
  asset: FileAsset
  key: string
}

interface PosterSize {
  width: number
  height: number
}

/**
 * The assets of a deck with pictures of its videos. Each is taken once and kept; where there is no browser, or one that
 * does not play the video, there is none.
 */
export async function addVideoPosters(
  requests: readonly PosterRequest[],
  assets: Assets,
  files: Files,
): Promise<Assets> {
  const cache = openCache('stills')
  const hashes = new Map<string, Promise<string>>()
  const wanted = await Promise.all(
    requests.flatMap((request) => posterJobsOf(request, assets, hashes, { files, cache })),
  )
  if (wanted.length === 0) return assets
  const all = new Map<string, Asset>(assets)
  const missing: PosterJob[] = []
  for (const one of wanted) {
    const kept = await cache.get(one.key)
    if (!kept) missing.push(one)
    else if (kept.bytes.length > 0)
      all.set(posterKey(one.request), posterAsset(one, kept.bytes, kept.metadata as unknown as PosterSize))
  }
  const taken = await captureIfPossible(missing.map(({ request, asset }) => ({ file: asset.file, time: request.time })))
  for (const [i, still] of taken.entries()) {
    if (still === 'late') continue
    const one = missing[i]!
    // That a film cannot be played is kept, too: nobody need try again.
    const bytes = still === 'unplayable' ? new Uint8Array() : still
    const note = bytes.length > 0 ? await sizeOf(bytes) : { width: 0, height: 0 }
    await cache.put(one.key, { metadata: { ...note }, bytes })
    if (bytes.length > 0) all.set(posterKey(one.request), posterAsset(one, bytes, note))
  }
  return all
}

/** A film that is shown several times is read once. */
function posterJobsOf(
  request: PosterRequest,
  assets: Assets,
  hashes: Map<string, Promise<string>>,
  { files, cache }: { files: Files; cache: Cache },
): Promise<PosterJob>[] {
  const asset = assets.get(request.path)
  if (asset?.kind !== 'file') return []
  const hashing = hashes.get(asset.file) ?? hashFile(asset.file, files, cache)
  hashes.set(asset.file, hashing)
  return [hashing.then((hash) => ({ request, asset, key: `${hash}-${request.time ?? ''}-${captureVersion}` }))]
}

/** Pictures by the browser of the machine; none where it has no browser. */
async function captureIfPossible(moments: readonly VideoMoment[]): Promise<CapturedFrame[]> {
  if (moments.length === 0) return []
  try {
    return await captureFrames(moments)
  } catch (error) {
    if (error instanceof KormeError) return []
    throw error
  }
}

function posterAsset({ asset, key }: PosterJob, bytes: Uint8Array, { width, height }: PosterSize): ImageAsset {
  return { kind: 'image', file: asset.file, mime: 'image/jpeg', bytes, width, height, hash: hashOf(bytes, key) }
}

async function sizeOf(bytes: Uint8Array): Promise<PosterSize> {
  const { imageSize } = await import('image-size')
  const { width, height } = imageSize(bytes)
  return { width, height }
}

const hashOf = (bytes: Uint8Array, key: string): string =>
  createHash('sha256').update(bytes).update(key).digest('hex').slice(0, 32)
