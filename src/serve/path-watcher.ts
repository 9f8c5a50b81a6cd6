import { realpathSync, statSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { type FSWatcher, watch as watchFolder } from 'chokidar'

/** Watches files and folders, whether they are there or not. */
export interface PathWatcher {
  /** Watches these from now on, and no others. Paths are absolute. */
  setPaths(paths: ReadonlySet<string>): void
  close(): void
}

/** What is told of a watch. */
export interface WatchEvents {
  /** Paths among those followed that may have changed, come or gone. Told at once, as often as the system tells. */
  onChange(paths: readonly string[]): void
  /** A folder cannot be watched, since the system has no more handles: `reason` is its code. */
  onFail(path: string, reason: string): void
}

interface WatchedFolder {
  watcher: FSWatcher
  identity: string
}

/** Codes of a system that watches no more. */
const exhaustedCodes: readonly string[] = ['ENOSPC', 'EMFILE', 'ENFILE']

/**
 * Watches the folders that files lie in rather than the files, so that no way of saving is missed: written over, renamed
 * over, deleted and made again. What is missing is awaited in the nearest folder above it that is there.
 *
 * chokidar's `raw` events are used, which are the system's own as they come: its others leave out the second of two changes
 * within 50 ms, which is the write after a file was emptied (5.0.0).
 */
export function watchPaths({ onChange, onFail }: WatchEvents): PathWatcher {
  const watched = new Map<string, WatchedFolder>()
  /** What is followed, and where links lead. */
  let followed = new Map<string, string>()

  const stop = (folder: string) => {
    void watched.get(folder)?.watcher.close()
    watched.delete(folder)
  }
  const start = (folder: string, identity: string) => {
    const watcher = watchFolder(folder, { depth: 0, ignored: (path) => path !== folder, ignoreInitial: true })
    watcher.on('raw', (event, name) => tell(folder, name, event === 'rename'))
    // What happened until then was not seen.
    watcher.on('ready', () => tell(folder, null, true))
    watcher.on('error', (error) => {
      const { code = '' } = error as NodeJS.ErrnoException
      if (exhaustedCodes.includes(code)) onFail(folder, code)
      // On Windows, a folder that is deleted ends its watcher with an error.
      else tell(folder, null, true)
    })
    watched.set(folder, { watcher, identity })
  }
  /** Watches what has to be watched now. Gives the folders that were not watched before. */
  const arrange = (): ReadonlySet<string> => {
    const wanted = new Map([...followed].flatMap(foldersOf))
    for (const folder of watched.keys()) if (watched.get(folder)?.identity !== wanted.get(folder)) stop(folder)
    const fresh = new Set([...wanted.keys()].filter((folder) => !watched.has(folder)))
    for (const folder of fresh) start(folder, wanted.get(folder) as string)
    return fresh
  }
  const tell = (folder: string, name: string | null, listing: boolean) => {
    const path = name === null ? folder : join(folder, name)
    const gone = listing && identityOf(folder) !== watched.get(folder)?.identity
    const above = (gone ? folder : path) + sep
    // Folders came or went, or a link leads elsewhere. What lies in a folder that came may have come before it was watched.
    const fresh = listing ? setPaths(new Set(followed.keys())) : new Set()
    const isTouched = (one: string) =>
      one === path ||
      (listing && (one === folder || one.startsWith(above) || fresh.has(one) || fresh.has(dirname(one))))
    const touched = [...followed].filter((both) => both.some(isTouched)).map(([one]) => one)
    if (touched.length > 0) onChange(touched)
  }
  const setPaths = (paths: ReadonlySet<string>) => {
    followed = new Map([...paths].map((path) => [path, realPathOf(path)]))
    return arrange()
  }
  return {
    setPaths,
    close: () => {
      followed = new Map()
      arrange()
    },
  }
}

/** The folders that tell of a path: the one it lies in, or the nearest above that is there; itself, where it is one. */
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
 * Tells a folder from one that took its name, and that may have its inode too: the time of birth is another. Undefined for
 * what is no folder.
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
