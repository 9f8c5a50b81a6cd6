import { basename } from 'node:path'
import type { Live, LiveReport } from '../model/wire/live.ts'
import type { FindingsView } from '../model/wire/serve-pages.ts'
import { coalesce } from './coalesce.ts'
import { watchPaths } from './path-watcher.ts'
import { confirmDelayMs, type ServedDeck, serveDeck, type Viewer } from './served-deck.ts'

/** A deck in the list of those that are served, read or not yet. */
export interface DeckEntry {
  path: string
  /** The last part of its address: the stem of its file, made to differ where two have the same. */
  id: string
  /** Null while it is being read for the first time. */
  served: ServedDeck | null
  /** Resolves once it was read; null where it is gone by then. */
  opening: Promise<ServedDeck | null>
}

/** The decks that are served. */
export interface DeckList {
  list(): readonly DeckEntry[]
  find(id: string): DeckEntry | undefined
  close(): void
}

export interface DeckListOptions {
  /** The folder whose decks are served, those included that come later; null where decks were named. */
  folder: string | null
  /** The decks there are now, absolute, in their order. */
  find(): Promise<readonly string[]>
  openLive(path: string): Promise<Live>
  findings(live: Live, report: LiveReport, reader: Viewer): FindingsView
  /** A deck came, went, looks otherwise, or has other findings; `told` where it was read. */
  onChange(told: { live: Live; report: LiveReport } | null): void
  onError(error: unknown): void
  onWatchFailed(path: string, reason: string): void
}

/**
 * Serves decks, one after the other so that the first is there soon, and those of a folder as they come and go. A deck
 * whose file is gone leaves the list, but is still served to those who have it open: it may come back.
 */
export async function serveDecks(options: DeckListOptions): Promise<DeckList> {
  const { folder, find, openLive, findings, onChange, onError, onWatchFailed } = options
  const known = new Map<string, DeckEntry>()
  let shown: readonly string[] = []
  let queue: Promise<unknown> = Promise.resolve()
  let confirmTimer: NodeJS.Timeout | undefined
  let closed = false

  const open = async (one: DeckEntry): Promise<ServedDeck | null> => {
    const live = closed ? null : await openLive(one.path)
    if (closed || !live) return null
    const onTold = (report: LiveReport) => onChange({ live, report })
    one.served = serveDeck(live, { findings, onReport: onTold, onError, onWatchFailed })
    onTold(live.report())
    return one.served
  }
  const add = (path: string) => {
    const one: DeckEntry = { path, id: uniqueId(path, known.values()), served: null, opening: Promise.resolve(null) }
    one.opening = queue.then(() => open(one))
    queue = one.opening.catch(onError)
    known.set(path, one)
  }
  const show = (paths: readonly string[]) => {
    const before = shown.join('\n')
    shown = paths
    for (const path of paths) if (!known.has(path)) add(path)
    if (before !== shown.join('\n')) onChange(null)
  }
  const look = coalesce(async () => {
    const there = await find().catch(onError)
    if (closed || !there) return
    clearTimeout(confirmTimer)
    const gone = shown.filter((path) => !there.includes(path))
    // For now they stay.
    show(gone.length > 0 ? [...there, ...gone].sort() : there)
    if (gone.length > 0) confirmTimer = setTimeout(forget, confirmDelayMs)
  })
  const forget = () => {
    find()
      .then((there) => !closed && show(there))
      .catch(onError)
  }
  await look()
  const watch = watchPaths({ onChange: () => void look(), onFail: onWatchFailed })
  if (folder !== null) watch.setPaths(new Set([folder]))
  return {
    list: () => shown.map((path) => known.get(path) as DeckEntry),
    find: (id) => [...known.values()].find((one) => one.id === id),
    close: () => {
      closed = true
      clearTimeout(confirmTimer)
      watch.close()
      for (const { served } of known.values()) served?.close()
    },
  }
}

/** The stem of a deck's file; where another deck has it, too, with a number. */
function uniqueId(path: string, others: Iterable<DeckEntry>): string {
  const taken = new Set([...others].map(({ id }) => id))
  const stem = basename(path).replace(/(?<=.)(?:\.(?:deck|json|txt))+$/i, '')
  let id = stem
  for (let n = 2; taken.has(id); n++) id = `${stem}-${n}`
  return id
}
