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
import { shortHash } from '../system/hash.ts'
import { hashFile } from '../system/hash-file.ts'
import { type CapturedFrame, captureFrames, type VideoMoment } from './capture-frames.ts'

/** Part of the cache key. Change it when frames are captured in another way. */
const captureVersion = 2

/** A poster to find in the cache or to capture. */
interface PosterJob {
  request: PosterRequest
  asset: FileAsset
  cacheKey: string
}

interface PosterSize {
  width: number
  height: number
}

/**
 * Returns the assets of a deck with posters for its videos. Each is captured once and cached. Without a browser, or with one
 * that cannot play the video, there is none.
 */
export async function addVideoPosters(
  requests: readonly PosterRequest[],
  assets: Assets,
  files: Files,
): Promise<Assets> {
  const cache = openCache('stills')
  const jobs = await posterJobsOf(requests, assets, files, cache)
  if (jobs.length === 0) return assets
  const all = new Map<string, Asset>(assets)
  const add = (job: PosterJob, bytes: Uint8Array, size: PosterSize) => {
    // A video that cannot be played is cached as a poster without bytes, so that nobody tries again.
    if (bytes.length > 0) all.set(posterKey(job.request), posterAsset(job, bytes, size))
  }
  const missing: PosterJob[] = []
  for (const job of jobs) {
    const cached = await cache.get(job.cacheKey)
    if (cached) add(job, cached.bytes, cached.metadata as unknown as PosterSize)
    else missing.push(job)
  }
  const frames = await captureIfPossible(
    missing.map(({ request, asset }) => ({ file: asset.file, time: request.time })),
  )
  for (const [i, frame] of frames.entries()) {
    if (frame === 'late') continue
    const job = missing[i]!
    const bytes = frame === 'unplayable' ? new Uint8Array() : frame
    const size = frame === 'unplayable' ? { width: 0, height: 0 } : await sizeOf(frame)
    await cache.put(job.cacheKey, { metadata: { ...size }, bytes })
    add(job, bytes, size)
  }
  return all
}

/** Hashes each video once, however many posters of it are requested. */
async function posterJobsOf(
  requests: readonly PosterRequest[],
  assets: Assets,
  files: Files,
  cache: Cache,
): Promise<PosterJob[]> {
  const hashes = new Map<string, Promise<string>>()
  const jobs = requests.map(async (request): Promise<PosterJob[]> => {
    const asset = assets.get(request.path)
    if (asset?.kind !== 'file') return []
    const hashing = hashes.get(asset.file) ?? hashFile(asset.file, files, cache)
    hashes.set(asset.file, hashing)
    return [{ request, asset, cacheKey: `${await hashing}-${request.time ?? ''}-${captureVersion}` }]
  })
  return (await Promise.all(jobs)).flat()
}

/** Returns no frames if the machine has no browser. */
async function captureIfPossible(moments: readonly VideoMoment[]): Promise<CapturedFrame[]> {
  if (moments.length === 0) return []
  try {
    return await captureFrames(moments)
  } catch (error) {
    if (error instanceof KormeError) return []
    throw error
  }
}

const posterAsset = ({ asset, cacheKey }: PosterJob, bytes: Uint8Array, { width, height }: PosterSize): ImageAsset => ({
  kind: 'image',
  file: asset.file,
  mime: 'image/jpeg',
  bytes,
  width,
  height,
  hash: shortHash(bytes, cacheKey),
})

async function sizeOf(jpeg: Uint8Array): Promise<PosterSize> {
  const { imageSize } = await import('image-size')
  const { width, height } = imageSize(jpeg)
  return { width, height }
}
