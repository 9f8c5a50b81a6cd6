import { type FSWatcher, realpathSync, statSync, watch as watchFolder } from 'node:fs'
import { dirname, join, sep } from 'node:path'

/** Watches files and folders, whether they are there or not. */
export interface Watch {
  /** Watches these from now on, and no others. Paths are absolute. */
  follow(paths: ReadonlySet<string>): void
  close(): void
}

/** What is told of a watch. */
export interface WatchEvents {
  /** Paths among those followed that may have changed, come or gone. Told at once, as often as the system tells. */
  onChange(paths: readonly string[]): void
  /** A folder cannot be watched, since the system has no more handles: `reason` is its code. */
  onFail(path: string, reason: string): void
}

interface Watched {
  watcher: FSWatcher
  /** Tells a folder from one that took its name. */
  inode: number
}

/** Codes of a system that watches no more. */
const exhausted: readonly string[] = ['ENOSPC', 'EMFILE', 'ENFILE']

/**
 * Watches the folders that files lie in rather than the files, so that no way of saving is missed: written over, renamed
 * over, deleted and made again. What is missing is awaited in the nearest folder above it that is there.
 *
 * The system's own events are used as they come. chokidar 5 does not tell of the second of two changes within 50 ms, which
 * is the write after a file was emptied.
 */
export function openWatch({ onChange, onFail }: WatchEvents): Watch {
  const watched = new Map<string, Watched>()
  /** What is followed, and where links lead. */
  let followed = new Map<string, string>()

  const stop = (folder: string) => {
    watched.get(folder)?.watcher.close()
    watched.delete(folder)
  }
  const start = (folder: string, inode: number) => {
    try {
      const watcher = watchFolder(folder, (event, name) => tell(folder, name, event === 'rename'))
      // On Windows, a folder that is deleted ends its watcher with an error.
      watcher.on('error', () => tell(folder, null, true))
      watched.set(folder, { watcher, inode })
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException
      if (exhausted.includes(code)) onFail(folder, code)
    }
  }
  const arrange = () => {
    const wanted = new Map([...followed].flatMap(foldersOf))
    for (const folder of watched.keys()) if (watched.get(folder)?.inode !== wanted.get(folder)) stop(folder)
    for (const [folder, inode] of wanted) if (!watched.has(folder)) start(folder, inode)
  }
  const tell = (folder: string, name: string | null, listing: boolean) => {
    const path = name === null ? folder : join(folder, name)
    const gone = listing && inodeOf(folder) !== watched.get(folder)?.inode
    const above = (gone ? folder : path) + sep
    const touched = [...followed].filter(
      ([one, real]) =>
        one === path ||
        real === path ||
        (listing && (one === folder || one.startsWith(above) || real.startsWith(above))),
    )
    // Folders came or went, or a link leads elsewhere.
    if (listing) follow(new Set(followed.keys()))
    if (touched.length > 0) onChange(touched.map(([one]) => one))
  }
  const follow = (paths: ReadonlySet<string>) => {
    followed = new Map([...paths].map((path) => [path, realOf(path)]))
    arrange()
  }
  return {
    follow,
    close: () => {
      followed = new Map()
      arrange()
    },
  }
}

/** The folders that tell of a path: the one it lies in, or the nearest above that is there; itself, where it is one. */
function foldersOf([path, real]: readonly [string, string]): [folder: string, inode: number][] {
  return [...new Set([path, real])].flatMap((one) => {
    let folder = dirname(one)
    while (inodeOf(folder) === undefined && dirname(folder) !== folder) folder = dirname(folder)
    return [one, folder].flatMap((at): [string, number][] => {
      const inode = inodeOf(at)
      return inode === undefined ? [] : [[at, inode]]
    })
  })
}

/** Undefined for what is no folder. */
function inodeOf(folder: string): number | undefined {
  try {
    const stats = statSync(folder)
    return stats.isDirectory() ? stats.ino : undefined
  } catch {
    return undefined
  }
}

function realOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
