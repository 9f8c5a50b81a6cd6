import type { Context, Hono } from 'hono'
import type { Messages } from '../../languages/messages.ts'
import * as closeCodes from '../../model/wire/close-codes.ts'
import type { JobsMessage } from '../../model/wire/edit-service.ts'
import type { DeckEntry, DeckList } from '../decks/deck-list.ts'
import type { StartEditing, StartViewer } from '../decks/deck-routes.ts'
import type { DeckEditing } from '../decks/served-deck.ts'
import type { Peer } from '../server/channel.ts'
import type { HostCheck } from '../server/host-check.ts'
import { remoteAddressOf } from '../server/remote-address.ts'
import { type EditAccess, makeEditAccess } from './access.ts'
import { addDeckEditRoutes, type RequestedDeck } from './deck-edit-routes.ts'
import { type DocumentJobsOptions, makeDocumentJobs } from './document-jobs.ts'
import { makeEditGuard } from './edit-guard.ts'
import { EditRefused } from './edit-refused.ts'
import { makeEditedDecks } from './edited-decks.ts'
import { parseText } from './parse-request.ts'
import { parseEditing } from './presence.ts'
import { readJson } from './read-body.ts'
import { addStartRoutes, type StartRoutes, smallBody } from './start-routes.ts'
import { addThemeLooks } from './theme-looks.ts'

/** What pages may do under `--edit`. */
export interface EditService {
  access: EditAccess
  /** Adds the routes that edit. */
  addWriting(app: Hono, hostCheck: HostCheck): void
  /** What the pages of a deck may do. */
  editingOf(entry: DeckEntry): DeckEditing
  /** What the start page may do. */
  startEditing: StartEditing
  /** Removes the documents that were made. */
  close(): void
}

/** Options of `openEditService`. */
export interface EditServiceOptions
  extends Pick<StartRoutes, 'folder' | 'listDeck' | 'unlistDeck' | 'projectRoot'>,
    Pick<DocumentJobsOptions, 'build' | 'onError'> {
  decks(): DeckList
  /** Whether other devices may edit, with a PIN. */
  network: boolean
  /** The messages for a reader, by the header `Accept-Language`. */
  messagesFor(accepted: string | undefined): Messages
  /** The messages of a page, by the language that it was made in. */
  messagesIn(viewer: StartViewer): Messages
}

/** Opens what `serve --edit` adds to `serve`. */
export function openEditService(options: EditServiceOptions): EditService {
  const { build, decks, network, messagesFor, messagesIn, onError } = options
  const access = makeEditAccess(network, () => performance.now())
  const startPages = new Set<Peer<StartViewer>>()
  const tellJobs = (peer: Peer<StartViewer>) =>
    peer.send({ type: 'jobs', jobs: jobs.list(messagesIn(peer.info)) } satisfies JobsMessage)
  const edited = makeEditedDecks({ access, root: build.root, onEnter: tellJobs, onError })
  const onChange = () => {
    for (const peer of startPages) tellJobs(peer)
    for (const { presence } of edited.all()) for (const peer of presence.peers()) tellJobs(peer)
  }
  const jobs = makeDocumentJobs({ build, onChange, onError })
  const deckOf = async (c: Context): Promise<RequestedDeck> => {
    const entry = decks().find(c.req.param('id') ?? '')
    const served = await entry?.opening
    if (!entry || !served) throw new EditRefused({ code: 'edit-deck-unknown' })
    return { entry, served, ...edited.get(entry) }
  }
  return {
    access,
    addWriting: (app, hostCheck) => {
      const guard = makeEditGuard({ access, hostCheck, messagesFor, onError })
      app.post(
        '/edit/pin',
        guard.ownPages(async (c) => ({
          key: access.enter(parseText(await readJson(c.req.raw, smallBody), 'pin'), remoteAddressOf(c)),
        })),
      )
      addDeckEditRoutes(app, { guard, deckOf, rootOf: edited.rootOf, messagesFor })
      addThemeLooks(app, { build, deckOf, sheets: ['/client/edit.css'] })
      addStartRoutes(app, { ...options, guard, jobs, deckOf, rootOf: edited.rootOf })
    },
    editingOf: edited.editingOf,
    startEditing: {
      hear: (peer, message) => {
        const editing = parseEditing(message)
        if (!editing) return false
        if (access.allows(editing.token, peer.info.address)) {
          startPages.add(peer)
          tellJobs(peer)
        } else peer.close(closeCodes.invalidKey)
        return true
      },
      leave: (peer) => void startPages.delete(peer),
      hasPin: () => access.pin() !== null,
    },
    close: jobs.close,
  }
}
