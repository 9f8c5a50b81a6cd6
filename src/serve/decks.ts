import { basename } from 'node:path'
import type { Live, LiveReport } from '../model/wire/live.ts'
import type { ShownFindings } from '../model/wire/served.ts'
import { again } from './again.ts'
import { doubtMs, type PageReader, type ServedDeck, serveDeck } from './deck.ts'
import { openWatch } from './watch.ts'

/** A deck in the list of those that are served, read or not yet. */
export interface Listed {
  path: string
  /** The last part of its address: the stem of its file, made to differ where two have the same. */
  id: string
  /** Null while it is being read for the first time. */
  served: ServedDeck | null
  /** Resolves once it was read; null where it is gone by then. */
  opening: Promise<ServedDeck | null>
}

/** The decks that are served. */
export interface Decks {
  list(): readonly Listed[]
  find(id: string): Listed | undefined
  close(): void
}

export interface DecksOptions {
  /** The folder whose decks are served, those included that come later; null where decks were named. */
  folder: string | null
  /** The decks there are now, absolute, in their order. */
  find(): Promise<readonly string[]>
  openLive(path: string): Promise<Live>
  findings(live: Live, report: LiveReport, reader: PageReader): ShownFindings
  /** A deck came, went, looks otherwise, or has other findings; `told` where it was read. */
  onChange(told: { live: Live; report: LiveReport } | null): void
  onError(error: unknown): void
  onUnwatched(path: string, reason: string): void
}

/**
 * Serves decks, one after the other so that the first is there soon, and those of a folder as they come and go. A deck
 * whose file is gone leaves the list, but is still served to those who have it open: it may come back.
 */
export async function serveDecks(options: DecksOptions): Promise<Decks> {
  const { folder, find, openLive, findings, onChange, onError, onUnwatched } = options
  const known = new Map<string, Listed>()
  let shown: readonly string[] = []
  let line: Promise<unknown> = Promise.resolve()
  let doubt: NodeJS.Timeout | undefined
  let closed = false

  const open = async (one: Listed): Promise<ServedDeck | null> => {
    const live = closed ? null : await openLive(one.path)
    if (closed || !live) return null
    const onTold = (report: LiveReport) => onChange({ live, report })
    one.served = serveDeck(live, { findings, onTold, onError, onUnwatched })
    onTold(live.report())
    return one.served
  }
  const add = (path: string) => {
    const one: Listed = { path, id: idOf(path, known.values()), served: null, opening: Promise.resolve(null) }
    one.opening = line.then(() => open(one))
    line = one.opening.catch(onError)
    known.set(path, one)
  }
  const show = (paths: readonly string[]) => {
    const before = shown.join('\n')
    shown = paths
    for (const path of paths) if (!known.has(path)) add(path)
    if (before !== shown.join('\n')) onChange(null)
  }
  const look = again(async () => {
    const there = await find().catch(onError)
    if (closed || !there) return
    clearTimeout(doubt)
    const gone = shown.filter((path) => !there.includes(path))
    // For now they stay.
    show(gone.length > 0 ? [...there, ...gone].sort() : there)
    if (gone.length > 0) doubt = setTimeout(forget, doubtMs)
  })
  const forget = () => {
    find()
      .then((there) => !closed && show(there))
      .catch(onError)
  }
  await look()
  const watch = openWatch({ onChange: () => void look(), onFail: onUnwatched })
  if (folder !== null) watch.follow(new Set([folder]))
  return {
    list: () => shown.map((path) => known.get(path) as Listed),
    find: (id) => [...known.values()].find((one) => one.id === id),
    close: () => {
      closed = true
      clearTimeout(doubt)
      watch.close()
      for (const { served } of known.values()) served?.close()
    },
  }
}

/** The stem of a deck's file; where another deck has it, too, with a number. */
function idOf(path: string, others: Iterable<Listed>): string {
  const taken = new Set([...others].map(({ id }) => id))
  const stem = basename(path).replace(/(?<=.)(?:\.(?:deck|json|txt))+$/i, '')
  let id = stem
  for (let n = 2; taken.has(id); n++) id = `${stem}-${n}`
  return id
}
