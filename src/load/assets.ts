import { basename, extname } from 'node:path'
import type { Asset, AssetRequest, Assets } from '../model/asset.ts'
import type { Found } from '../model/diagnostic.ts'
import { isPlaceholder } from '../model/placeholder.ts'
import type { AssetProblem } from '../model/problems/asset.ts'
import type { Project } from '../model/project.ts'
import { addressScheme, namesHost } from './assets/address.ts'
import { findFile, type Place } from './assets/find.ts'
import { Listing } from './assets/listing.ts'
import { type PictureTools, readPicture } from './assets/picture.ts'
import { readSidecar } from './assets/sidecar.ts'
import { openCache } from './cache.ts'
import { isMissing, reasonOf } from './failure.ts'
import { realFolder, shownFrom } from './inside.ts'
import { gate, inParallel } from './parallel.ts'
import { readRegular } from './regular.ts'

/** The largest picture that is read. */
const pictureLimitBytes = 100 * 1024 * 1024

interface Loaded {
  asset: Asset | null
  problem: AssetProblem | null
}

interface Tools extends PictureTools {
  place: Place
  listing: Listing
  /** Files read before, by their real path: two spellings of one picture are one. */
  files: Map<string, Promise<Loaded>>
}

/**
 * Loads what a deck names, from inside its project only. Every mistake is a warning at each place that makes it:
 * the slide is set without the file. Blank and placeholder paths are passed over; the deck's own rules report them.
 */
export async function loadAssets(
  requests: readonly AssetRequest[],
  project: Project,
  deckFolder: string,
): Promise<{ assets: Assets; found: Found<AssetProblem>[] }> {
  const tools: Tools = {
    place: { root: project.root, deckFolder: (await realFolder(deckFolder)) ?? deckFolder },
    listing: new Listing(),
    files: new Map(),
    cache: openCache('pictures'),
    queue: gate(2),
  }
  const groups = [...groupsOf(requests).values()]
  const loaded = await inParallel(groups, 4, ([first]) => load(first!, tools))

  const assets = new Map<string, Asset>()
  const found: Found<AssetProblem>[] = []
  for (const [i, { asset, problem }] of loaded.entries()) {
    const group = groups[i]!
    if (asset) assets.set(group[0]!.path, asset)
    if (problem) for (const { range } of group) found.push({ ...problem, severity: 'warning', range })
  }
  nameApart(assets)
  return { assets, found: found.sort((a, b) => a.range.start - b.range.start) }
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
  const result = await findFile(path, place, listing)
  if ('missing' in result) {
    if (namesHost(path)) return failed({ code: 'asset-address-remote', path, kind })
    if (result.missing === 'outside') return failed({ code: 'asset-outside-project', path, kind })
    const nearest = await listing.nearest(path, kind, place.root, place.deckFolder)
    return failed({ code: `${kind}-file-missing`, path, nearest })
  }
  const key = `${kind === 'logo' ? 'image' : kind} ${result.file}`
  const reading = files.get(key) ?? read(path, kind, result.file, tools)
  files.set(key, reading)
  const { asset, problem } = await reading
  return { asset, problem: problem && 'path' in problem ? { ...problem, path } : problem }
}

const failed = (problem: AssetProblem): Loaded => ({ asset: null, problem })

async function read(path: string, kind: AssetRequest['kind'], real: string, tools: Tools): Promise<Loaded> {
  const file = shownFrom(tools.place.root, real)
  try {
    if (kind !== 'image' && kind !== 'logo') return await readSidecar(kind, real, path, file)
    const content = await readRegular(real, pictureLimitBytes)
    if ('bytes' in content) {
      const { image, problem } = await readPicture(content.bytes, file, tools)
      return { asset: image, problem }
    }
    if (content.refused !== 'too-large') return failed({ code: 'asset-not-regular', path, file })
    const { sizeBytes } = content
    return failed({ code: 'asset-too-large', path, file, sizeBytes, limitBytes: pictureLimitBytes })
  } catch (error) {
    if (isMissing(error)) return failed({ code: `${kind}-file-missing`, path, nearest: null })
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error // a bug of ours: let the stack show
    return failed({ code: 'asset-unreadable', path, file, reason: reasonOf(error) })
  }
}

/** Files that are copied beside a page need names of their own: `film.mp4` of another folder becomes `film-2.mp4`. */
function nameApart(assets: ReadonlyMap<string, Asset>): void {
  const taken = new Map<string, string>()
  for (const asset of assets.values()) {
    if (asset.kind !== 'file') continue
    const ending = extname(asset.file)
    const stem = basename(asset.file, ending)
    for (let n = 1; (taken.get(asset.name.toLowerCase()) ?? asset.file) !== asset.file; )
      asset.name = `${stem}-${++n}${ending}`
    taken.set(asset.name.toLowerCase(), asset.file)
  }
}
