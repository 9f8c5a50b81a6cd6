import { stemOf } from '../../load/deck-files.ts'
import type { Live, LiveReport } from '../../model/live.ts'
import type { FindingsView } from '../../model/wire/serve-pages.ts'
import { disk } from '../../system/disk.ts'
import { coalesce } from '../server/coalesce.ts'
import { watchPaths } from '../server/path-watcher.ts'
import { watchError } from '../watch-error.ts'
import { confirmDelayMs, type DeckEditing, type ServedDeck, serveDeck, type Viewer } from './served-deck.ts'

/** A deck in the list, which may not have been read yet. */
export interface DeckEntry {
  path: string
  /** The last part of its URL: the stem of its file, with a number if another deck has the same stem. */
  id: string
  /** Null until the deck was read for the first time. */
  served: ServedDeck | null
  /** When the file was changed, as of the last reading; null until it was read. Units: milliseconds since 1970. */
  changedMs: number | null
  /** Resolves when the deck was read; with null if the list was closed before. */
  opening: Promise<ServedDeck | null>
}

/** The decks of a server. */
export interface DeckList {
  /** The decks that exist now. */
  list(): readonly DeckEntry[]
  /** Finds a deck by its id, even if its file was deleted. */
  find(id: string): DeckEntry | undefined
  /** Looks for decks that were added or removed. */
  update(): Promise<void>
  close(): void
}

/** Options of `serveDecks`. */
export interface DeckListOptions {
  /** The folder to watch for new decks; null if decks were named. */
  folder: string | null
  /** Returns the absolute paths of the decks that exist now, in order. */
  findDecks(): Promise<readonly string[]>
  openLive(path: string): Promise<Live>
  findingsView(live: Live, report: LiveReport, viewer: Viewer): FindingsView
  /** Returns what the pages of a deck may do; null if they only read. */
  editingOf(entry: DeckEntry): DeckEditing | null
  /** Called after a deck was read, if the result differs from the one before. */
  onRead(live: Live, report: LiveReport): void
  /** Called when the list or one of its entries changed. */
  onChange(): void
  onError(error: unknown): void
}

/**
 * Serves decks, and those that are added to the folder later. Opens them one after the other, so that the first one is
 * ready soon. A deck whose file was deleted leaves the list, but is still served to open pages: it may come back.
 */
export async function serveDecks(options: DeckListOptions): Promise<DeckList> {
  const { folder, findDecks, openLive, findingsView, editingOf, onRead, onChange, onError } = options
  const known = new Map<string, DeckEntry>()
  let listed: readonly string[] = []
  let queue: Promise<unknown> = Promise.resolve()
  let confirmTimer: NodeJS.Timeout | undefined
  let closed = false

  const open = async (entry: DeckEntry): Promise<ServedDeck | null> => {
    const live = closed ? null : await openLive(entry.path)
    if (closed || !live) return null
    const onReport = (report: LiveReport) => {
      onRead(live, report)
      onChange()
      noteTime(entry).catch(onError)
    }
    entry.served = serveDeck(live, { editing: editingOf(entry), findingsView, onReport, onError })
    onReport(live.report())
    return entry.served
  }
  const noteTime = async (entry: DeckEntry) => {
    const stats = await disk.stat(entry.path)
    if (closed || !stats || stats.modifiedMs === entry.changedMs) return
    entry.changedMs = stats.modifiedMs
    onChange()
  }
  const add = (path: string) => {
    const id = uniqueId(path, known.values())
    const entry: DeckEntry = { path, id, served: null, changedMs: null, opening: Promise.resolve(null) }
    entry.opening = queue.then(() => open(entry))
    queue = entry.opening.catch(onError)
    known.set(path, entry)
  }
  const setListed = (paths: readonly string[]) => {
    const before = listed.join('\n')
    listed = paths
    for (const path of paths) if (!known.has(path)) add(path)
    if (before !== listed.join('\n')) onChange()
  }
  const update = coalesce(async () => {
    const found = await findDecks().catch(onError)
    if (closed || !found) return
    clearTimeout(confirmTimer)
    // An editor may delete a file and write it again: a missing deck stays in the list until it is missing a second time.
    const missing = listed.filter((path) => !found.includes(path))
    setListed(missing.length > 0 ? [...found, ...missing].sort() : found)
    if (missing.length > 0) confirmTimer = setTimeout(dropMissing, confirmDelayMs)
  })
  const dropMissing = () => {
    findDecks()
      .then((found) => !closed && setListed(found))
      .catch(onError)
  }
  await update()
  const watcher = watchPaths({
    onChange: () => void update(),
    onFail: (path, reason) => onError(watchError(path, reason)),
  })
  if (folder !== null) watcher.setPaths(new Set([folder]))
  return {
    list: () => listed.map((path) => known.get(path) as DeckEntry),
    find: (id) => [...known.values()].find((entry) => entry.id === id),
    update,
    close: () => {
      closed = true
      clearTimeout(confirmTimer)
      watcher.close()
      for (const { served } of known.values()) served?.close()
    },
  }
}

/** Returns the stem of a deck's file, with a number if another deck has the same stem. */
function uniqueId(path: string, others: Iterable<DeckEntry>): string {
  const taken = new Set([...others].map(({ id }) => id))
  const stem = stemOf(path)
  let id = stem
  for (let n = 2; taken.has(id); n++) id = `${stem}-${n}`
  return id
}
