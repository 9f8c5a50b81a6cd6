import { createHash } from 'node:crypto'
import {
  type Asset,
  type Assets,
  type FileAsset,
  type ImageAsset,
  type StillRequest,
  stillKey,
} from '../model/asset.ts'
import { EnvironmentError } from '../model/machine.ts'
import { type Cache, openCache } from '../system/cache.ts'
import { fingerprint } from '../system/fingerprint.ts'
import { type Moment, type Still, takeStills } from './still.ts'

/** Says how pictures are taken: those of an older way are taken again. */
const recipe = 2

/** A picture that is wanted: what of, and what it is called in the cache. */
interface Wanted {
  request: StillRequest
  asset: FileAsset
  key: string
}

interface Note {
  width: number
  height: number
}

/**
 * The assets of a deck with pictures of its videos. Each is taken once and kept; where there is no browser, or one that
 * does not play the video, there is none.
 */
export async function withStills(requests: readonly StillRequest[], assets: Assets): Promise<Assets> {
  const cache = openCache('stills')
  const hashes = new Map<string, Promise<string>>()
  const wanted = await Promise.all(requests.flatMap((request) => wantedOf(request, assets, hashes, cache)))
  if (wanted.length === 0) return assets
  const all = new Map<string, Asset>(assets)
  const missing: Wanted[] = []
  for (const one of wanted) {
    const kept = await cache.get(one.key)
    if (!kept) missing.push(one)
    else if (kept.bytes.length > 0)
      all.set(stillKey(one.request), pictureOf(one, kept.bytes, kept.note as unknown as Note))
  }
  const taken = await take(missing.map(({ request, asset }) => ({ file: asset.file, time: request.time })))
  for (const [i, still] of taken.entries()) {
    if (still === 'late') continue
    const one = missing[i]!
    // That a film cannot be played is kept, too: nobody need try again.
    const bytes = still === 'unplayable' ? new Uint8Array() : still
    const note = bytes.length > 0 ? await sizeOf(bytes) : { width: 0, height: 0 }
    await cache.put(one.key, { note: { ...note }, bytes })
    if (bytes.length > 0) all.set(stillKey(one.request), pictureOf(one, bytes, note))
  }
  return all
}

/** A film that is shown several times is read once. */
function wantedOf(
  request: StillRequest,
  assets: Assets,
  hashes: Map<string, Promise<string>>,
  cache: Cache,
): Promise<Wanted>[] {
  const asset = assets.get(request.path)
  if (asset?.kind !== 'file') return []
  const hashing = hashes.get(asset.file) ?? fingerprint(asset.file, cache)
  hashes.set(asset.file, hashing)
  return [hashing.then((hash) => ({ request, asset, key: `${hash}-${request.time ?? ''}-${recipe}` }))]
}

/** Pictures by the browser of the machine; none where it has no browser. */
async function take(moments: readonly Moment[]): Promise<Still[]> {
  if (moments.length === 0) return []
  try {
    return await takeStills(moments)
  } catch (error) {
    if (error instanceof EnvironmentError) return []
    throw error
  }
}

function pictureOf({ asset, key }: Wanted, bytes: Uint8Array, { width, height }: Note): ImageAsset {
  return { kind: 'image', file: asset.file, mime: 'image/jpeg', bytes, width, height, hash: hashOf(bytes, key) }
}

async function sizeOf(bytes: Uint8Array): Promise<Note> {
  const { imageSize } = await import('image-size')
  const { width, height } = imageSize(bytes)
  return { width, height }
}

const hashOf = (bytes: Uint8Array, key: string): string =>
  createHash('sha256').update(bytes).update(key).digest('hex').slice(0, 32)
