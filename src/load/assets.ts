import { stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { Asset, AssetRequest, Assets } from '../model/asset.ts'
import type { Found } from '../model/diagnostic.ts'
import { isPlaceholder } from '../model/placeholder.ts'
import type { AssetProblem } from '../model/problems/asset.ts'
import type { VideoProblem } from '../model/problems/video.ts'
import type { Project } from '../model/project.ts'
import { openCache } from '../system/cache.ts'
import { isMissing, reasonOf } from '../system/failure.ts'
import { realFolder, shownFrom } from '../system/inside.ts'
import { gate, inParallel } from '../system/parallel.ts'
import { readRegular } from '../system/regular-file.ts'
import { addressScheme, namesHost } from './assets/address.ts'
import { readCaptions } from './assets/captions.ts'
import { readData } from './assets/data.ts'
import { findFile, type Place } from './assets/find.ts'
import { Listing } from './assets/listing.ts'
import { type PictureTools, readPicture } from './assets/picture.ts'
import { readVideo } from './assets/video.ts'

/** The largest files that are read: pictures, and texts such as captions. */
const limits = { picture: 100 * 1024 * 1024, text: 20 * 1024 * 1024 }

type LoadProblem = AssetProblem | VideoProblem

interface Loaded {
  asset: Asset | null
  problem: LoadProblem | null
}

/** What was loaded before for the same deck: a file is read again only where it changed. */
export interface AssetMemory {
  /** By kind and real path; `stamp` tells the states of a file apart. */
  files: Map<string, { stamp: string; loaded: Loaded }>
  /** Every path that was looked at, those included where nothing was. Absolute. */
  looked: Set<string>
}

interface Tools extends PictureTools {
  place: Place
  listing: Listing
  /** Files read before, by their real path: two spellings of one picture are one. */
  files: Map<string, Promise<Loaded>>
  memory: AssetMemory | null
}

/**
 * Loads what a deck names, from inside its project only. Every mistake is a warning at each place that makes it:
 * the slide is set without the file. Blank and placeholder paths are passed over; the deck's own rules report them.
 */
export async function loadAssets(
  requests: readonly AssetRequest[],
  project: Project,
  deckFolder: string,
  memory: AssetMemory | null = null,
): Promise<{ assets: Assets; found: Found<LoadProblem>[] }> {
  const tools: Tools = {
    place: { root: project.root, deckFolder: (await realFolder(deckFolder)) ?? deckFolder },
    listing: new Listing(),
    files: new Map(),
    cache: openCache('pictures'),
    queue: gate(2),
    memory,
  }
  const groups = [...groupsOf(requests).values()]
  const loaded = await inParallel(groups, 4, ([first]) => load(first!, tools))

  const assets = new Map<string, Asset>()
  const found: Found<LoadProblem>[] = []
  const own = memory ? ownFiles() : (asset: Asset) => asset
  for (const [i, { asset, problem }] of loaded.entries()) {
    const group = groups[i]!
    if (asset) assets.set(group[0]!.path, own(asset))
    if (problem) for (const { range } of group) found.push({ ...problem, severity: 'warning', range })
  }
  nameApart(assets)
  return { assets, found: found.sort((a, b) => a.range.start - b.range.start) }
}

/** Files whose names may be changed, while those that are remembered stay as they are. */
function ownFiles(): (asset: Asset) => Asset {
  const copies = new Map<Asset, Asset>()
  return (asset) => {
    if (asset.kind !== 'file') return asset
    const copy = copies.get(asset) ?? { ...asset }
    copies.set(asset, copy)
    return copy
  }
}

/** Requests of the same path for the same kind of file. */
function groupsOf(requests: readonly AssetRequest[]): Map<string, AssetRequest[]> {
  const groups = new Map<string, AssetRequest[]>()
  for (const request of requests) {
    if (request.path.trim() === '' || isPlaceholder(request.path)) continue
    const key = `${request.kind} ${request.path}`
    const group = groups.get(key)
    if (group) group.push(request)
    else groups.set(key, [request])
  }
  return groups
}

async function load({ path, kind }: AssetRequest, tools: Tools): Promise<Loaded> {
  const address = addressScheme(path)
  if (address?.remote) return failed({ code: 'asset-address-remote', path, kind })
  if (address) return failed({ code: 'asset-address-unsafe', path, scheme: address.scheme })
  const { place, listing, files } = tools
  const result = await findFile(path, place, listing, tools.memory?.looked)
  if ('missing' in result) {
    if (namesHost(path)) return failed({ code: 'asset-address-remote', path, kind })
    if (result.missing === 'outside') return failed({ code: 'asset-outside-project', path, kind })
    const nearest = await listing.nearest(path, kind, place.root, place.deckFolder)
    return failed({ code: `${kind}-file-missing`, path, nearest })
  }
  const key = `${kind === 'logo' ? 'image' : kind} ${result.file}`
  const reading = files.get(key) ?? remember(key, result.file, tools, () => read(path, kind, result.file, tools))
  files.set(key, reading)
  const { asset, problem } = await reading
  return { asset, problem: problem && 'path' in problem ? { ...problem, path } : problem }
}

/** Reads a file unless it was read before and has not changed since. */
async function remember(key: string, real: string, { memory }: Tools, read: () => Promise<Loaded>): Promise<Loaded> {
  if (!memory) return read()
  const stamp = await stat(real).then(
    ({ mtimeMs, size, ino }) => `${mtimeMs} ${size} ${ino}`,
    () => null,
  )
  const known = memory.files.get(key)
  if (known && known.stamp === stamp) return known.loaded
  const loaded = await read()
  if (stamp !== null) memory.files.set(key, { stamp, loaded })
  return loaded
}

const failed = (problem: LoadProblem): Loaded => ({ asset: null, problem })

async function read(path: string, kind: AssetRequest['kind'], real: string, tools: Tools): Promise<Loaded> {
  const file = shownFrom(tools.place.root, real)
  try {
    if (kind === 'video') return await readVideo(real, path, file)
    const isPicture = kind === 'image' || kind === 'logo'
    const limitBytes = isPicture ? limits.picture : limits.text
    const content = await readRegular(real, limitBytes)
    if ('bytes' in content) return await understand(kind, content.bytes, file, tools)
    if (content.refused !== 'too-large') return failed({ code: 'asset-not-regular', path, file })
    return failed({ code: 'asset-too-large', path, file, sizeBytes: content.sizeBytes, limitBytes })
  } catch (error) {
    if (isMissing(error)) return failed({ code: `${kind}-file-missing`, path, nearest: null })
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error // a bug of ours: let the stack show
    return failed({ code: 'asset-unreadable', path, file, reason: reasonOf(error) })
  }
}

async function understand(
  kind: Exclude<AssetRequest['kind'], 'video'>,
  bytes: Uint8Array,
  file: string,
  tools: Tools,
): Promise<Loaded> {
  if (kind === 'captions') return readCaptions(bytes, file)
  if (kind === 'geojson') return { asset: readData(bytes, file), problem: null }
  const { image, problem } = await readPicture(bytes, file, tools)
  return { asset: image, problem }
}

/** Files that are copied beside a page need names of their own: `film.mp4` of another folder becomes `film-2.mp4`. */
function nameApart(assets: ReadonlyMap<string, Asset>): void {
  const taken = new Map<string, string>()
  for (const asset of assets.values()) {
    if (asset.kind !== 'file') continue
    const ending = extname(asset.name)
    const stem = basename(asset.name, ending)
    for (let n = 1; (taken.get(asset.name.toLowerCase()) ?? asset.file) !== asset.file; )
      asset.name = `${stem}-${++n}${ending}`
    taken.set(asset.name.toLowerCase(), asset.file)
  }
}
