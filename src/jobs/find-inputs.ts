import { basename, dirname, join } from 'node:path'
import { type BuildOptions, readSource } from '../build.ts'
import { assetRequestsOf, chooseTheme, loadBlockEngines } from '../deck/deck-resources.ts'
import { DirectoryIndex } from '../load/assets/directory-index.ts'
import { findAssetFile } from '../load/assets/find-asset.ts'
import { urlScheme } from '../load/assets/url-scheme.ts'
import { readDeckFile } from '../load/deck-files.ts'
import { findProject } from '../load/project.ts'
import type { Deck } from '../model/deck.ts'
import { KormeError } from '../model/errors.ts'
import type { Files } from '../model/files.ts'
import { isPlaceholder } from '../model/placeholder.ts'
import type { Project } from '../model/project.ts'
import { decode } from '../parse/decode.ts'
import { type Cache, openCache } from '../system/cache.ts'
import { disk } from '../system/disk.ts'
import { hashWholeFile } from '../system/hash-file.ts'
import { isInside } from '../system/inside.ts'
import { type JobInput, leadsOutside } from './job.ts'
import { type FolderStore, nameIn } from './store.ts'

/** What a deck is made of, in a store. */
export interface DeckInputs {
  project: Project
  /** The deck on this machine, with links resolved. */
  path: string
  /** The source of the deck. */
  text: string
  /** Shape: sorted by path. */
  inputs: JobInput[]
}

/** The most files of a project's own themes: they are all read, since findings may name any of them. */
const maxThemeFiles = 500

/**
 * Finds all files that a deck needs, without laying it out. `deck` and the options are as for `check`.
 *
 * Errors: those of `readDeckFile` and `chooseTheme`; `outside-store`, exit code 2, for a project that other machines cannot see.
 */
export async function findInputs(deck: string, options: BuildOptions, store: FolderStore): Promise<DeckInputs> {
  const { files, found } = noteFiles(disk)
  const file = await readDeckFile(deck, { ...options, files })
  const path = await realLocation(file.path)
  const project = await findProject(path, { ...options, files })
  for (const one of [path, project.root, await realLocation(project.out)]) {
    if (nameIn(store, one) === null) throw new KormeError({ code: 'outside-store', path: one, store: store.root })
  }
  const text = decode(file.bytes).text ?? ''
  const source = lastOf(readSource(text)).deck
  if (source) {
    await findAssets(source, project, dirname(path))
    await chooseTheme(source, project, options)
    await loadBlockEngines(source, project)
    await findThemeFiles(join(project.root, 'themes'), project.files)
  }
  const [written, real] = [dirname(file.path), dirname(path)]
  const paths = [...found].map((one) => (dirname(one) === written ? join(real, basename(one)) : one))
  return { project, path, text, inputs: await describeInputs(new Set(paths), project.root, store) }
}

/** Returns a path with the links of its folders resolved, as far as these exist. */
export async function realLocation(path: string): Promise<string> {
  const folder = dirname(path)
  if (folder === path) return path
  return join((await disk.realPath(folder)) ?? (await realLocation(folder)), basename(path))
}

function lastOf<T>(steps: Generator<void, T>): T {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** Returns the same files, and the paths at which there was one, through links or not. */
function noteFiles(files: Files): { files: Files; found: Set<string> } {
  const found = new Set<string>()
  const note = <T>(path: string, work: Promise<T>): Promise<T> =>
    work.then((value) => {
      found.add(path)
      return value
    })
  return {
    found,
    files: {
      ...files,
      read: (path, limitBytes) => note(path, files.read(path, limitBytes)),
      readText: (path) => note(path, files.readText(path)),
      open: (path) => note(path, files.open(path)),
      async stat(path) {
        const stats = await files.stat(path)
        if (stats?.kind === 'file') found.add(path)
        return stats
      },
      async realPath(path) {
        const real = await files.realPath(path)
        if (real !== null) found.add(path).add(real)
        return real
      },
    },
  }
}

/** Looks for the files that a deck names. For one that is missing, the file that a finding will suggest is an input, too. */
async function findAssets(deck: Deck, { files, root }: Project, deckFolder: string): Promise<void> {
  const directories = new DirectoryIndex(files)
  const folder = (await files.realPath(deckFolder)) ?? deckFolder
  for (const { path, kind } of assetRequestsOf(deck)) {
    if (path.trim() === '' || isPlaceholder(path) || urlScheme(path)) continue
    const result = await findAssetFile(path, { files, root, deckFolder: folder }, directories)
    if (!('missing' in result)) continue
    const nearest = await directories.findSimilar(path, kind, root, folder)
    if (nearest !== null) await files.stat(join(root, nearest))
  }
}

/** Finds the files of a project's own themes. */
async function findThemeFiles(folder: string, files: Files, left = { files: maxThemeFiles }): Promise<void> {
  for (const { name, kind } of await files.list(folder).catch(() => [])) {
    if (left.files-- <= 0) return
    if (kind === 'folder') await findThemeFiles(join(folder, name), files, left)
    else await files.stat(join(folder, name))
  }
}

/** Describes the files among some paths. What a link leads to outside of the project is not read. */
async function describeInputs(paths: ReadonlySet<string>, root: string, store: FolderStore): Promise<JobInput[]> {
  const cache = openCache('hashes')
  const inputs: JobInput[] = []
  for (const path of paths) {
    const name = nameIn(store, path)
    const stats = name === null || !isInside(path, root) ? null : await disk.stat(path)
    if (name === null || stats?.kind !== 'file') continue
    const isOwn = isInside((await disk.realPath(path)) ?? path, root)
    const content = isOwn ? await describe(path, stats.sizeBytes, cache) : { sha256: leadsOutside, bytes: 0 }
    inputs.push({ path: name, ...content })
  }
  return inputs.sort((a, b) => (a.path < b.path ? -1 : 1))
}

const describe = async (path: string, bytes: number, cache: Cache) => ({
  sha256: await hashWholeFile(path, disk, cache),
  bytes,
})
