import type { Context, Hono } from 'hono'
import { boxPaths } from '../../edit/box-paths.ts'
import { formatMessage } from '../../languages/messages.ts'
import { findProject } from '../../load/project.ts'
import { limits } from '../../model/limits.ts'
import { toPlainValue } from '../../model/source.ts'
import * as closeCodes from '../../model/wire/close-codes.ts'
import type { PictureAnswer, SourceAnswer, SourceMessage } from '../../model/wire/edit-service.ts'
import type { EditSource } from '../../model/wire/edit-source.ts'
import { parse } from '../../parse/parse.ts'
import { systemClock } from '../../system/clock.ts'
import { disk } from '../../system/disk.ts'
import type { DeckEntry, DeckList } from '../decks/deck-list.ts'
import type { DeckEditing, ServedDeck, Viewer } from '../decks/served-deck.ts'
import type { HostCheck } from '../server/host-check.ts'
import { type EditAccess, makeEditAccess } from './access.ts'
import { addPicture, maxPictureBytes } from './add-picture.ts'
import { type DeckEditor, makeDeckEditor } from './deck-editor.ts'
import { type EditGuardOptions, makeEditGuard, remoteAddressOf } from './edit-guard.ts'
import { EditRefused } from './edit-refused.ts'
import { parseEdit, parseText } from './parse-request.ts'
import { makePresence, type Presence, parseEditing } from './presence.ts'
import { mediaTypeOf, readBody, readJson } from './read-body.ts'
import { makeTextHistory } from './text-history.ts'

/** What pages may do under `--edit`. */
export interface EditService {
  access: EditAccess
  /** Adds the routes that edit. */
  addWriting(app: Hono, hostCheck: HostCheck): void
  /** What the pages of a deck may do. */
  editingOf(entry: DeckEntry): DeckEditing
}

/** Options of `openEditService`. */
export interface EditServiceOptions extends Pick<EditGuardOptions, 'messagesFor' | 'onError'> {
  decks(): DeckList
  /** Whether other devices may edit, with a PIN. */
  network: boolean
  /** The project's folder, if it was named. */
  root?: string | undefined
}

/** The earlier texts of all decks together, to make edits again that were made on them. Units: UTF-16 units. */
const maxHistory = 100_000_000

/** A body that is not an edit: a name, a PIN. Units: bytes. */
const smallBody = 10_000

/** A deck that is edited. */
interface EditedDeck {
  editor: DeckEditor
  presence: Presence<Viewer>
}

/** Opens what `serve --edit` adds to `serve`. */
export function openEditService(options: EditServiceOptions): EditService {
  const { decks, network, root, onError } = options
  const access = makeEditAccess(network, () => performance.now())
  const history = makeTextHistory(maxHistory)
  const edited = new Map<string, EditedDeck>()
  const rootOf = async ({ path }: DeckEntry) => (await findProject(path, root === undefined ? {} : { root })).root
  const editedDeck = (entry: DeckEntry): EditedDeck => {
    const known = edited.get(entry.path)
    if (known) return known
    const presence = makePresence<Viewer>()
    const onSaved = (hash: string, by: number | null) => {
      for (const peer of presence.peers()) peer.send({ type: 'source', hash, by } satisfies SourceMessage)
      entry.served?.live.refresh([entry.path]).catch(onError)
    }
    const place = { path: entry.path, root, files: disk, clock: systemClock }
    const projectRoot = () => rootOf(entry)
    const one = { editor: makeDeckEditor({ ...place, projectRoot, history, onSaved }), presence }
    edited.set(entry.path, one)
    return one
  }
  const deckOf = async (c: Context): Promise<{ entry: DeckEntry; served: ServedDeck } & EditedDeck> => {
    const entry = decks().find(c.req.param('id') ?? '')
    const served = await entry?.opening
    if (!entry || !served) throw new EditRefused({ code: 'edit-deck-unknown' })
    return { entry, served, ...editedDeck(entry) }
  }
  return {
    access,
    addWriting: (app, hostCheck) => {
      const guard = makeEditGuard({ ...options, access, hostCheck })
      app.post(
        '/edit/pin',
        guard.ownPages(async (c) => ({
          key: access.enter(parseText(await readJson(c.req.raw, smallBody), 'pin'), remoteAddressOf(c)),
        })),
      )
      app.get(
        '/decks/:id/source',
        guard.editors(async (c) => sourceOf(await deckOf(c))),
      )
      app.post(
        '/decks/:id/edit',
        guard.editors(async (c) => {
          const { editor } = await deckOf(c)
          return editor.edit(parseEdit(await readJson(c.req.raw, limits.deckBytes)))
        }),
      )
      app.post(
        '/decks/:id/pictures',
        guard.editors(async (c) => {
          const { entry } = await deckOf(c)
          const type = mediaTypeOf(c.req.raw)
          if (!/^(?:image\/|application\/octet-stream$)/.test(type)) {
            throw new EditRefused({ code: 'edit-type-unfit', expected: 'image/*' })
          }
          const bytes = await readBody(c.req.raw, maxPictureBytes)
          const { problem, ...picture } = await addPicture(bytes, c.req.query('name') ?? '', await rootOf(entry), disk)
          const messages = options.messagesFor(c.req.header('accept-language'))
          return { ...picture, message: problem ? formatMessage(messages, problem) : '' } satisfies PictureAnswer
        }),
      )
    },
    editingOf: (entry) => {
      const { editor, presence } = editedDeck(entry)
      return {
        hear: (peer, message) => {
          const editing = parseEditing(message)
          if (!editing) return false
          if (!access.allows(editing.token, peer.info.address)) peer.close(closeCodes.invalidKey)
          else if (presence.update(peer, editing)) {
            const hash = editor.hash()
            if (hash !== null) peer.send({ type: 'source', hash, by: null } satisfies SourceMessage)
          }
          return true
        },
        leave: presence.leave,
        onRead: () => void editor.notice().catch(onError),
      }
    },
  }
}

/** The file of a deck, with the places of its boxes in it: what is shown has to be of this text. */
async function sourceOf({
  editor,
  served: { live },
}: EditedDeck & { served: ServedDeck }): Promise<EditSource & SourceAnswer> {
  const source = await editor.source()
  if (live.report().text !== source.text) await live.refresh([live.file.path])
  const { root } = parse(source.text)
  return { ...source, deck: root && toPlainValue(root), pages: root ? boxPaths(root, live.boxes()) : {} }
}
