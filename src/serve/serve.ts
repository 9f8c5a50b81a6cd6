import { randomUUID } from 'node:crypto'
import { join, resolve, sep } from 'node:path'
import { loadAllMessages } from '../languages/languages.ts'
import { openLive } from '../live/open-live.ts'
import { listDecks } from '../load/deck-files.ts'
import { findDecksFolder, findProject } from '../load/project.ts'
import { defaultLang } from '../model/lang.ts'
import { programName } from '../model/program-name.ts'
import { tokenFragment } from '../model/wire/edit-service.ts'
import { shortPath } from '../report/short-path.ts'
import { disk } from '../system/disk.ts'
import { serveDecks } from './decks/deck-list.ts'
import { loadDeckPages } from './decks/deck-pages.ts'
import { deckPath, deckRoutes } from './decks/deck-routes.ts'
import { deckView, findingsView } from './decks/deck-views.ts'
import { readerLang } from './decks/reader-lang.ts'
import { copiesFolder } from './edit/kept-copies.ts'
import type { ServeHandle, ServeOptions } from './options.ts'
import { openServer } from './server/server.ts'

/** Starts `serve` of the library. */
export async function serve(options: ServeOptions = {}): Promise<ServeHandle> {
  const { port, network = false, onRead, onError = () => {}, fallbackMessages = defaultLang } = options
  const paths = options.decks && [...new Set(options.decks.map((path) => resolve(path)))]
  const folder = paths ? null : await realFolder(await findDecksFolder(options.root))
  const { root } = await findProject(
    paths?.[0] ?? join(folder ?? '.', 'deck.json'),
    options.root === undefined ? {} : { root: options.root },
  )
  const [renderer, messages] = await Promise.all([loadDeckPages(), loadAllMessages()])
  const messagesFor = (accepted: string | undefined) =>
    messages[options.messages ?? readerLang(accepted, fallbackMessages)]
  const editing = options.edit
    ? (await import('./edit/edit-service.ts')).openEditService({
        decks: () => decks,
        network,
        root: options.root,
        messagesFor,
        onError,
      })
    : null
  const routes = deckRoutes(() => decks, {
    run: randomUUID(),
    renderer,
    lang: options.messages ?? null,
    fallbackLang: fallbackMessages,
    deckView: (entry, lang) => deckView(entry, messages[lang]),
    folder: shortPath(folder ?? '.') + sep,
    command: `${programName} new my-talk`,
  })
  const decks = await serveDecks({
    folder,
    findDecks: async () => paths ?? (await listDecks(folder as string)).map((deck) => resolve(deck)),
    openLive: (path) => openLive(path, options),
    findingsView: (live, report, { lang, local }) => findingsView(live, report, messages[lang], local),
    editingOf: (entry) => editing?.editingOf(entry) ?? null,
    onRead: (live, report) =>
      onRead?.({ file: live.file, report, pages: report.valid ? live.state()?.pages.length : undefined }),
    onChange: routes.notifyStartPages,
    onError,
  })
  const stop = () => {
    decks.close()
    routes.close()
  }
  const server = await openServer({ network, port, onError, addWriting: editing?.addWriting, ...routes }).catch(
    (error: unknown) => {
      stop()
      throw error
    },
  )
  return {
    port: server.port,
    isFallbackPort: server.isFallbackPort,
    url: `${server.localUrl}/`,
    editUrl: editing && `${server.localUrl}/#${tokenFragment}${editing.access.token}`,
    copies: shortPath(join(root, copiesFolder)) + sep,
    pin: () => editing?.access.pin() ?? null,
    networkUrls: server.networkUrls.map((url) => `${url}/`),
    folder,
    decks: () => decks.list().map(({ path, id }) => ({ path, url: `${server.localUrl}${deckPath(id)}` })),
    close: () => {
      stop()
      return server.close()
    },
  }
}

/** The real path of a folder, or its absolute path while it does not exist: decks may be added later. */
const realFolder = async (path: string): Promise<string> => (await disk.realPath(path)) ?? resolve(path)
