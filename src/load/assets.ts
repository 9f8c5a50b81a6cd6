import { basename, extname } from 'node:path'
import pLimit from 'p-limit'
import type { Asset, AssetRequest, Assets } from '../model/asset.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { limits } from '../model/limits.ts'
import { isPlaceholder } from '../model/placeholder.ts'
import type { AssetProblem } from '../model/problems/asset.ts'
import type { VideoProblem } from '../model/problems/video.ts'
import type { Project } from '../model/project.ts'
import { openCache } from '../system/cache.ts'
import { displayPath, realFolder } from '../system/inside.ts'
import { errorReason, isNotFound } from '../system/system-error.ts'
import { readCaptions } from './assets/captions.ts'
import { DirectoryIndex } from './assets/directory-index.ts'
import { findAssetFile, type SearchRoots } from './assets/find-asset.ts'
import { readImage } from './assets/image.ts'
import { parseJsonAsset } from './assets/json.ts'
import type { ImageContext } from './assets/raster.ts'
import { isProtocolRelative, urlScheme } from './assets/url-scheme.ts'
import { readVideo } from './assets/video.ts'

type LoadProblem = AssetProblem | VideoProblem

interface LoadResult {
  asset: Asset | null
  problem: LoadProblem | null
}

/** Assets of earlier loads of a deck: a file is read again only if it has changed. */
export interface AssetCache {
  /** By kind and real path. */
  files: Map<string, { version: string; loaded: LoadResult }>
  /** All paths that were tried, whether they exist or not. Absolute. */
  checkedPaths: Set<string>
}

interface LoadContext extends ImageContext {
  searchRoots: SearchRoots
  directories: DirectoryIndex
  /** Files read in this load, by their real path: two spellings of one path are read once. */
  files: Map<string, Promise<LoadResult>>
  previous: AssetCache | null
}

/**
 * Loads the files that a deck names, from inside its project only. Each mistake is a warning at every place where it is
 * made; the slide is laid out without the file. Empty and placeholder paths are skipped: the rules in `validate/` report them.
 */
export async function loadAssets(
  requests: readonly AssetRequest[],
  project: Project,
  deckFolder: string,
  previous: AssetCache | null = null,
): Promise<{ assets: Assets; diagnostics: Diagnostic<LoadProblem>[] }> {
  const context: LoadContext = {
    searchRoots: {
      files: project.files,
      root: project.root,
      deckFolder: (await realFolder(deckFolder, project.files)) ?? deckFolder,
    },
    directories: new DirectoryIndex(project.files),
    files: new Map(),
    cache: openCache('pictures'),
    limit: pLimit(2),
    previous,
  }
  const groups = [...groupsOf(requests).values()]
  const loaded = await pLimit(4).map(groups, ([first]) => loadAsset(first!, context))

  const assets = new Map<string, Asset>()
  const diagnostics: Diagnostic<LoadProblem>[] = []
  const copyOf = previous ? fileAssetCopier() : (asset: Asset) => asset
  for (const [i, { asset, problem }] of loaded.entries()) {
    const group = groups[i]!
    if (asset) assets.set(group[0]!.path, copyOf(asset))
    if (problem) for (const { range } of group) diagnostics.push({ ...problem, severity: 'warning', range })
  }
  makeNamesUnique(assets)
  return { assets, diagnostics: diagnostics.sort((a, b) => a.range.start - b.range.start) }
}

/** Copies file assets, whose names are changed later, so that the cached ones stay unchanged. */
function fileAssetCopier(): (asset: Asset) => Asset {
  const copies = new Map<Asset, Asset>()
  return (asset) => {
    if (asset.kind !== 'file') return asset
    const copy = copies.get(asset) ?? { ...asset }
    copies.set(asset, copy)
    return copy
  }
}

/** Groups requests of the same path for the same kind of file. */
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

async function loadAsset({ path, kind }: AssetRequest, context: LoadContext): Promise<LoadResult> {
  const address = urlScheme(path)
  if (address?.remote) return failed({ code: 'asset-address-remote', path, kind })
  if (address) return failed({ code: 'asset-address-unsafe', path, scheme: address.scheme })
  const { searchRoots, directories, files } = context
  const result = await findAssetFile(path, searchRoots, directories, context.previous?.checkedPaths)
  if ('missing' in result) {
    if (isProtocolRelative(path)) return failed({ code: 'asset-address-remote', path, kind })
    if (result.missing === 'outside') return failed({ code: 'asset-outside-project', path, kind })
    const nearest = await directories.findSimilar(path, kind, searchRoots.root, searchRoots.deckFolder)
    return failed({ code: `${kind}-file-missing`, path, nearest })
  }
  const key = `${kind === 'logo' ? 'image' : kind} ${result.file}`
  const reading =
    files.get(key) ?? readIfChanged(key, result.file, context, () => readAsset(path, kind, result.file, context))
  files.set(key, reading)
  const { asset, problem } = await reading
  return { asset, problem: problem && 'path' in problem ? { ...problem, path } : problem }
}

/** Reads a file unless an earlier load read it and it has not changed since. */
async function readIfChanged(
  key: string,
  real: string,
  { previous, searchRoots: { files } }: LoadContext,
  read: () => Promise<LoadResult>,
): Promise<LoadResult> {
  if (!previous) return read()
  const version = (await files.stat(real))?.version
  const known = previous.files.get(key)
  if (known && known.version === version) return known.loaded
  const loaded = await read()
  if (version !== undefined) previous.files.set(key, { version, loaded })
  return loaded
}

const failed = (problem: LoadProblem): LoadResult => ({ asset: null, problem })

async function readAsset(
  path: string,
  kind: AssetRequest['kind'],
  real: string,
  context: LoadContext,
): Promise<LoadResult> {
  const { files, root } = context.searchRoots
  const file = displayPath(root, real)
  try {
    if (kind === 'video') return await readVideo(real, path, file, files)
    const isImage = kind === 'image' || kind === 'logo'
    const limitBytes = isImage ? limits.imageBytes : limits.textBytes
    const content = await files.read(real, limitBytes)
    if ('bytes' in content) return await parseAsset(kind, content.bytes, file, context)
    if (content.refused !== 'too-large') return failed({ code: 'asset-not-regular', path, file })
    return failed({ code: 'asset-too-large', path, file, sizeBytes: content.sizeBytes, limitBytes })
  } catch (error) {
    if (isNotFound(error)) return failed({ code: `${kind}-file-missing`, path, nearest: null })
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error // a bug in Korme: let the stack show
    return failed({ code: 'asset-unreadable', path, file, reason: errorReason(error) })
  }
}

async function parseAsset(
  kind: Exclude<AssetRequest['kind'], 'video'>,
  bytes: Uint8Array,
  file: string,
  context: LoadContext,
): Promise<LoadResult> {
  if (kind === 'captions') return readCaptions(bytes, file)
  if (kind === 'geojson') return { asset: parseJsonAsset(bytes, file), problem: null }
  const { image, problem } = await readImage(bytes, file, context)
  return { asset: image, problem }
}

/** Gives sidecar files unique names: `film.mp4` from another folder becomes `film-2.mp4`. */
function makeNamesUnique(assets: ReadonlyMap<string, Asset>): void {
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
