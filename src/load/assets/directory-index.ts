import { basename, extname, join } from 'node:path'
import type { AssetRequest } from '../../model/asset.ts'
import type { Files, FolderEntry } from '../../model/files.ts'
import { editDistance } from '../../model/nearest-name.ts'
import { displayPath } from '../../system/inside.ts'

/** File name extensions of each kind of asset. */
const extensions: Record<AssetRequest['kind'], RegExp> = {
  image: /\.(?:png|jpe?g|gif|webp|avif|svg)$/i,
  logo: /\.(?:png|jpe?g|gif|webp|avif|svg)$/i,
  video: /\.(?:mp4|m4v|mov|webm|ogv|avi|wmv|mkv|mpe?g|flv|3gp)$/i,
  captions: /\.vtt$/i,
  geojson: /\.(?:geo)?json$/i,
}

/** Limits the search for a suggestion: a project's folder may hold much else. */
const limits = { files: 5000, depth: 5 }

/** The folders of a project during one run: each is listed once. */
export class DirectoryIndex {
  readonly #files: Files
  readonly #folders = new Map<string, Promise<FolderEntry[]>>()

  constructor(files: Files) {
    this.#files = files
  }

  #entries(folder: string): Promise<FolderEntry[]> {
    const known = this.#folders.get(folder)
    if (known) return known
    const read = this.#files.list(folder).catch(() => [])
    this.#folders.set(folder, read)
    return read
  }

  /** Returns the only path that differs at most in case, or null if there is none or more than one. */
  async findIgnoringCase(folder: string, names: readonly string[]): Promise<string | null> {
    let at = folder
    for (const name of names) {
      const entries = await this.#entries(at)
      const same = entries.find((entry) => entry.name === name)
      const alike = same ? [same] : entries.filter((entry) => normalizeCase(entry.name) === normalizeCase(name))
      if (alike.length !== 1) return null
      at = join(at, alike[0]!.name)
    }
    return at
  }

  /** Returns the file with the most similar name, relative to the project's root, or null if none is similar. */
  async findSimilar(
    path: string,
    kind: AssetRequest['kind'],
    root: string,
    deckFolder: string,
  ): Promise<string | null> {
    const wanted = nameParts(path)
    const { length } = wanted.stem
    const allowed = Math.min(Math.max(2.5, length / 3), length / 2)
    let best: { file: string; edits: number } | null = null
    for (const file of await this.#filesOfKind(kind, root, deckFolder)) {
      const edits = nameDistance(wanted, nameParts(file))
      if (edits <= allowed && edits < (best?.edits ?? Infinity)) best = { file, edits }
    }
    return best && displayPath(root, best.file)
  }

  async #filesOfKind(kind: AssetRequest['kind'], root: string, deckFolder: string): Promise<string[]> {
    const found: string[] = []
    const queue = [
      { folder: join(root, 'static'), depth: 0 },
      { folder: deckFolder, depth: limits.depth },
    ]
    for (let next = queue.shift(); next && found.length < limits.files; next = queue.shift()) {
      for (const entry of await this.#entries(next.folder)) {
        const path = join(next.folder, entry.name)
        if (entry.kind === 'folder' && next.depth < limits.depth) queue.push({ folder: path, depth: next.depth + 1 })
        else if (entry.kind === 'file' && extensions[kind].test(entry.name)) found.push(path)
      }
    }
    return found
  }
}

const normalizeCase = (name: string): string => name.normalize('NFC').toLowerCase()

function nameParts(path: string): { stem: string; ending: string } {
  const name = basename(
    path
      .trim()
      .replace(/\\/g, '/')
      .replace(/(?<!\/)\/+$/, ''),
  )
  const ending = extname(name)
  return {
    stem: normalizeCase(name.slice(0, name.length - ending.length)).replace(/[\s_-]+/g, '-'),
    ending: normalizeCase(ending),
  }
}

/** Counts different letters. Another extension counts as half a letter, so that `photo.jpg` suggests `photo.png` first. */
const nameDistance = (a: ReturnType<typeof nameParts>, b: ReturnType<typeof nameParts>): number =>
  editDistance(a.stem, b.stem) + (a.ending === b.ending ? 0 : 0.5)
