import { join, sep } from 'node:path'
import type { Context, Hono } from 'hono'
import type { Messages } from '../../languages/messages.ts'
import type { DocumentJob, NewDeckAnswer, RemovedDeck, TrashAnswer } from '../../model/wire/edit-service.ts'
import { shortPath } from '../../report/short-path.ts'
import { systemClock } from '../../system/clock.ts'
import type { DeckEntry } from '../decks/deck-list.ts'
import { deckPath } from '../decks/deck-routes.ts'
import { sendResource } from '../server/resource.ts'
import type { RequestedDeck } from './deck-edit-routes.ts'
import type { DocumentJobs } from './document-jobs.ts'
import type { EditGuard } from './edit-guard.ts'
import { EditRefused } from './edit-refused.ts'
import { copyDeck, makeNewDeck, renameDeck } from './manage-decks.ts'
import { parseDocumentRequest, parseNewDeck, parseText } from './parse-request.ts'
import { readJson } from './read-body.ts'
import { listTrash, moveToTrash, putBack, trashFolder } from './trash.ts'

/** A body that is not an edit: a name, a PIN. Units: bytes. */
export const smallBody = 10_000

/** Options of `addStartRoutes`. */
export interface StartRoutes {
  guard: EditGuard
  jobs: DocumentJobs
  /** Finds the deck of a request by its id. Errors: `EditRefused`. */
  deckOf(c: Context): Promise<RequestedDeck>
  rootOf(entry: DeckEntry): Promise<string>
  /** The messages for a reader, by the header `Accept-Language`. */
  messagesFor(accepted: string | undefined): Messages
  /** The absolute path of the folder for new decks. */
  folder(): string
  /** Lists a deck that was made or renamed; `from` is its path before. */
  listDeck(path: string, from: string | null): Promise<DeckEntry>
  /** A deck is not served any more. */
  unlistDeck(path: string): Promise<void>
  /** The real path of the project of new decks. */
  projectRoot(): string
}

/** Adds the routes of the list of decks: new, copied, renamed and removed decks, and documents that are made of them. */
export function addStartRoutes(app: Hono, routes: StartRoutes): void {
  const { guard, jobs, deckOf, rootOf, messagesFor, folder, listDeck, unlistDeck, projectRoot } = routes
  const { editors } = guard
  const messagesOf = (c: Context) => messagesFor(c.req.header('accept-language'))
  const answer = async (path: string, from: string | null = null): Promise<NewDeckAnswer> => {
    const { id } = await listDeck(path, from)
    return { id, url: deckPath(id), file: shortPath(path) }
  }
  const nameOf = async (c: Context) => parseText(await readJson(c.req.raw, smallBody), 'name')
  app.post(
    '/decks',
    editors(async (c) => {
      const request = parseNewDeck(await readJson(c.req.raw, smallBody))
      return answer(await makeNewDeck(request, folder(), messagesOf(c).lang))
    }),
  )
  app.post(
    '/decks/:id/copy',
    editors(async (c) => {
      const { entry } = await deckOf(c)
      return answer(await copyDeck(entry.path, await nameOf(c), await rootOf(entry)))
    }),
  )
  app.post(
    '/decks/:id/rename',
    editors(async (c) => {
      const { entry, editor } = await deckOf(c)
      const [name, root] = [await nameOf(c), await rootOf(entry)]
      return answer(await editor.whileIdle(() => renameDeck(entry.path, name, root)), entry.path)
    }),
  )
  /** The projects whose trash may have something. */
  const roots = new Set([projectRoot()])
  app.post(
    '/decks/:id/remove',
    editors(async (c): Promise<RemovedDeck> => {
      const { entry, editor } = await deckOf(c)
      await readJson(c.req.raw, smallBody)
      const root = await rootOf(entry)
      roots.add(root)
      const removed = await editor.whileIdle(() => moveToTrash(entry.path, root, systemClock.now()))
      await unlistDeck(entry.path)
      return removed
    }),
  )
  app.get(
    '/trash',
    editors(
      async (): Promise<TrashAnswer> => ({
        removed: await listTrash(roots),
        folder: shortPath(join(projectRoot(), trashFolder)) + sep,
      }),
    ),
  )
  app.post(
    '/trash/:id/back',
    editors(async (c) => {
      await readJson(c.req.raw, smallBody)
      return answer(await putBack(c.req.param('id') ?? '', roots))
    }),
  )
  app.post(
    '/decks/:id/documents',
    editors(async (c): Promise<DocumentJob> => {
      const { entry } = await deckOf(c)
      const id = jobs.start(entry, parseDocumentRequest(await readJson(c.req.raw, smallBody)))
      const job = jobs.list(messagesOf(c)).find((one) => one.id === id)
      if (!job) throw new EditRefused({ code: 'edit-failed' })
      return job
    }),
  )
  app.get('/documents/:secret/:name', async (c) => {
    const made = jobs.find(c.req.param('secret'))
    if (!made) return c.notFound()
    c.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(c.req.param('name'))}`)
    return sendResource(c, '', made)
  })
}
