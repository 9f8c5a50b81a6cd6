import { realpathSync, statSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { type FSWatcher, watch as watchFolder } from 'chokidar'

/** Watches files and folders that may not exist yet. */
export interface PathWatcher {
  /** Replaces the watched paths. They are absolute. */
  setPaths(paths: ReadonlySet<string>): void
  close(): void
}

/** The events of a watcher. */
export interface WatchEvents {
  /** Watched paths that may have been changed, created or deleted. Called at once for each event of the system. */
  onChange(paths: readonly string[]): void
  /** A folder cannot be watched, because the system has no more handles. `reason` is its error code. */
  onFail(path: string, reason: string): void
}

interface WatchedFolder {
  watcher: FSWatcher
  identity: string
}

/** Error codes of a system that has no more handles. */
const exhaustedCodes: readonly string[] = ['ENOSPC', 'EMFILE', 'ENFILE']

/**
 * Watches the folders of files instead of the files, so that every way of saving is noticed: overwriting, renaming a new
 * file over the old one, deleting and creating again. For a missing path, it watches the nearest folder above that exists.
 *
 * Uses the `raw` events of chokidar, which are those of the system: chokidar's own events leave out the second of two
 * changes within 50 ms, which is the write after a file was truncated (5.0.0).
 */
export function watchPaths({ onChange, onFail }: WatchEvents): PathWatcher {
  const watched = new Map<string, WatchedFolder>()
  /** The requested paths, with their real paths. */
  let requested = new Map<string, string>()

  const stop = (folder: string) => {
    void watched.get(folder)?.watcher.close()
    watched.delete(folder)
  }
  const start = (folder: string, identity: string) => {
    const watcher = watchFolder(folder, { depth: 0, ignored: (path) => path !== folder, ignoreInitial: true })
    watcher.on('raw', (event, name) => handleEvent(folder, name, event === 'rename'))
    // Changes before this moment were not noticed.
    watcher.on('ready', () => handleEvent(folder, null, true))
    watcher.on('error', (error) => {
      const { code = '' } = error as NodeJS.ErrnoException
      if (exhaustedCodes.includes(code)) onFail(folder, code)
      // On Windows, the watcher of a deleted folder fails.
      else handleEvent(folder, null, true)
    })
    watched.set(folder, { watcher, identity })
  }
  /** Starts and stops watchers as needed. Returns the folders that were not watched before. */
  const updateWatchers = (): ReadonlySet<string> => {
    const wanted = new Map([...requested].flatMap(foldersOf))
    for (const folder of watched.keys()) if (watched.get(folder)?.identity !== wanted.get(folder)) stop(folder)
    const fresh = new Set([...wanted.keys()].filter((folder) => !watched.has(folder)))
    for (const folder of fresh) start(folder, wanted.get(folder) as string)
    return fresh
  }
  const handleEvent = (folder: string, name: string | null, listing: boolean) => {
    const path = name === null ? folder : join(folder, name)
    const gone = listing && identityOf(folder) !== watched.get(folder)?.identity
    const above = (gone ? folder : path) + sep
    // Folders were created or deleted, or a link changed. Files in a new folder may be older than its watcher.
    const fresh = listing ? setPaths(new Set(requested.keys())) : new Set()
    const isTouched = (one: string) =>
      one === path ||
      (listing && (one === folder || one.startsWith(above) || fresh.has(one) || fresh.has(dirname(one))))
    const touched = [...requested].filter((both) => both.some(isTouched)).map(([one]) => one)
    if (touched.length > 0) onChange(touched)
  }
  const setPaths = (paths: ReadonlySet<string>) => {
    requested = new Map([...paths].map((path) => [path, realPathOf(path)]))
    return updateWatchers()
  }
  return {
    setPaths,
    close: () => {
      requested = new Map()
      updateWatchers()
    },
  }
}

/** Returns the folders to watch for a path: its own, or the nearest one above that exists; and itself if it is a folder. */
function foldersOf([path, real]: readonly [string, string]): [folder: string, identity: string][] {
  return [...new Set([path, real])].flatMap((one) => {
    let folder = dirname(one)
    while (identityOf(folder) === undefined && dirname(folder) !== folder) folder = dirname(folder)
    return [one, folder].flatMap((at): [string, string][] => {
      const identity = identityOf(at)
      return identity === undefined ? [] : [[at, identity]]
    })
  })
}

/**
 * Identifies a folder, so that it differs from a later one of the same name, which may even have the same inode: its time
 * of creation differs. Returns undefined if the path is not a folder.
 */
function identityOf(folder: string): string | undefined {
  try {
    const stats = statSync(folder, { bigint: true })
    return stats.isDirectory() ? `${stats.ino} ${stats.birthtimeNs}` : undefined
  } catch {
    return undefined
  }
}

function realPathOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
