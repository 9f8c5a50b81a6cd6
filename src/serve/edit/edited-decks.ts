import { dirname, join } from 'node:path'
import { findProject } from '../../load/project.ts'
import * as closeCodes from '../../model/wire/close-codes.ts'
import type { SourceMessage } from '../../model/wire/edit-service.ts'
import { systemClock } from '../../system/clock.ts'
import { disk } from '../../system/disk.ts'
import { sweepTemporaryFiles } from '../../system/temporary-files.ts'
import type { DeckEntry } from '../decks/deck-list.ts'
import type { DeckEditing, Viewer } from '../decks/served-deck.ts'
import type { EditAccess } from './access.ts'
import { type DeckEditor, makeDeckEditor } from './deck-editor.ts'
import { copiesFolder } from './kept-copies.ts'
import { makePresence, type Presence, parseEditing } from './presence.ts'
import { makeTextHistory } from './text-history.ts'

/** A deck that is edited. */
export interface EditedDeck {
  editor: DeckEditor
  presence: Presence<Viewer>
}

/** The decks of a server, each with its one editor. */
export interface EditedDecks {
  get(entry: DeckEntry): EditedDeck
  /** The real path of the project of a deck. */
  rootOf(entry: DeckEntry): Promise<string>
  /** What the pages of a deck may do. */
  editingOf(entry: DeckEntry): DeckEditing
  all(): Iterable<EditedDeck>
}

/** Options of `makeEditedDecks`. */
export interface EditedDecksOptions {
  access: EditAccess
  /** The project's folder, if it was named. */
  root?: string | undefined
  /** Called when a page begins to edit. */
  onEnter(peer: Parameters<DeckEditing['hear']>[0]): void
  onError(error: unknown): void
}

/** The earlier texts of all decks together, to make edits again that were made on them. Units: UTF-16 units. */
const maxHistory = 25_000_000

/** Creates the editors of decks. Each is created when it is first used. */
export function makeEditedDecks({ access, root, onEnter, onError }: EditedDecksOptions): EditedDecks {
  const history = makeTextHistory(maxHistory)
  const decks = new Map<string, EditedDeck>()
  const swept = new Set<string>()
  const rootOf = async ({ path }: DeckEntry) => (await findProject(path, root === undefined ? {} : { root })).root
  const open = (entry: DeckEntry): EditedDeck => {
    const presence = makePresence<Viewer>()
    const onSaved = (hash: string, by: number | null) => {
      for (const peer of presence.peers()) peer.send({ type: 'source', hash, by } satisfies SourceMessage)
      entry.served?.live.refresh([entry.path]).catch(onError)
    }
    const place = { path: entry.path, root, files: disk, clock: systemClock }
    return { editor: makeDeckEditor({ ...place, projectRoot: () => rootOf(entry), history, onSaved }), presence }
  }
  /** Removes what a process left that was ended while it saved, wherever edits write. */
  const sweepFor = async (entry: DeckEntry) => {
    const projectRoot = await rootOf(entry)
    const folders = [dirname(entry.path), join(projectRoot, copiesFolder), join(projectRoot, 'static', 'img')]
    for (const folder of folders.filter((one) => !swept.has(one))) {
      swept.add(folder)
      await sweepTemporaryFiles(folder)
    }
  }
  const get = (entry: DeckEntry): EditedDeck => {
    const deck = decks.get(entry.path) ?? open(entry)
    if (!decks.has(entry.path)) void sweepFor(entry).catch(onError)
    decks.set(entry.path, deck)
    return deck
  }
  return {
    get,
    rootOf,
    all: () => decks.values(),
    editingOf: (entry) => {
      const { editor, presence } = get(entry)
      return {
        hear: (peer, message) => {
          const editing = parseEditing(message)
          if (!editing) return false
          if (!access.allows(editing.token, peer.info.address)) peer.close(closeCodes.invalidKey)
          else if (presence.update(peer, editing)) {
            const hash = editor.hash()
            if (hash !== null) peer.send({ type: 'source', hash, by: null } satisfies SourceMessage)
            onEnter(peer)
          }
          return true
        },
        leave: presence.leave,
        onRead: () => void editor.notice().catch(onError),
      }
    },
  }
}
