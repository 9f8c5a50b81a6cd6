import { randomUUID } from 'node:crypto'
import { dirname, join, resolve, sep } from 'node:path'
import { loadAllMessages } from '../languages/languages.ts'
import type { Messages } from '../languages/messages.ts'
import { openLive } from '../live/open-live.ts'
import { listDecks } from '../load/deck-files.ts'
import { findDecksFolder, findProject } from '../load/project.ts'
import { defaultLang, type Lang } from '../model/lang.ts'
import { tokenFragment } from '../model/wire/edit-service.ts'
import { shortPath } from '../report/short-path.ts'
import { commandLine } from '../report/suggested-command.ts'
import { disk } from '../system/disk.ts'
import { type DeckList, serveDecks } from './decks/deck-list.ts'
import { loadDeckPages } from './decks/deck-pages.ts'
import { deckPath, deckRoutes } from './decks/deck-routes.ts'
import { deckView, findingsView } from './decks/deck-views.ts'
import { readerLang } from './decks/reader-lang.ts'
import { copiesFolder } from './edit/kept-copies.ts'
import type { ServeHandle, ServeOptions } from './options.ts'
import { isReachable, listNetworks, watchNetworks } from './server/networks.ts'
import { openServer } from './server/server.ts'

/** Starts `serve` of the library. */
export async function serve(options: ServeOptions = {}): Promise<ServeHandle> {
  const { port, network = false, onRead, onNetwork, onError = () => {}, fallbackMessages = defaultLang } = options
  const named = options.decks && new Set(options.decks.map((path) => resolve(path)))
  const folder = named ? null : await realFolder(await findDecksFolder(options.root))
  const [renderer, messages] = await Promise.all([loadDeckPages(options.edit === true), loadAllMessages()])
  const editing = options.edit ? await openEditing({ options, messages, named, folder, decks: () => decks }) : null
  const routes = deckRoutes(() => decks, {
    run: randomUUID(),
    renderer,
    lang: options.messages ?? null,
    loop: options.edit ? undefined : options.loop,
    fallbackLang: fallbackMessages,
    deckView: (entry, lang) => deckView(entry, messages[lang]),
    startEditing: editing?.startEditing ?? null,
    folder: shortPath(folder ?? '.') + sep,
    command: commandLine('new', ['my-talk'], { root: options.root, messages: options.messages }),
  })
  const decks = await serveDecks({
    folder,
    findDecks: async () => (named ? [...named] : (await listDecks(folder as string)).map((deck) => resolve(deck))),
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
    editing?.close()
  }
  const addWriting = editing?.addWriting
  const server = await openServer({ network, port, onError, addWriting, uploads: editing !== null, ...routes }).catch(
    (error: unknown) => {
      stop()
      throw error
    },
  )
  const networks = () => listNetworks().filter(isReachable)
  const networkUrls = () => (network ? networks().map(({ address }) => `http://${address}:${server.port}/`) : [])
  const stopWatching =
    network && onNetwork ? watchNetworks({ read: networks, onChange: () => onNetwork(networkUrls()) }) : () => {}
  return {
    port: server.port,
    isFallbackPort: server.isFallbackPort,
    url: `${server.localUrl}/`,
    editing: editing && {
      url: `${server.localUrl}/#${tokenFragment}${editing.access.token}`,
      pin: editing.access.pin,
      copies: editing.copies,
    },
    get networkUrls() {
      return networkUrls()
    },
    folder,
    decks: () => decks.list().map(({ path, id }) => ({ path, url: `${server.localUrl}${deckPath(id)}` })),
    close: () => {
      stopWatching()
      stop()
      return server.close()
    },
  }
}

/** What the editing of a server works with. */
interface EditingParts {
  options: ServeOptions
  messages: Readonly<Record<Lang, Messages>>
  /** The absolute paths of the decks that were named; else those in `folder` are served. */
  named: Set<string> | undefined
  folder: string | null
  decks(): DeckList
}

async function openEditing({ options, messages, named, folder, decks }: EditingParts) {
  const { network = false, onError = () => {}, fallbackMessages = defaultLang, root } = options
  const { openEditService } = await import('./edit/edit-service.ts')
  const newDecks = folder ?? dirname([...(named ?? [])][0] ?? resolve('decks', 'deck.json'))
  const project = await findProject(join(newDecks, 'deck.json'), root === undefined ? {} : { root })
  const service = openEditService({
    decks,
    network,
    build: options,
    messagesFor: (accepted) => messages[options.messages ?? readerLang(accepted, fallbackMessages)],
    messagesIn: ({ lang }) => messages[options.messages ?? lang],
    folder: () => newDecks,
    listDeck: async (path, from) => {
      named?.add(path)
      if (from !== null && from !== path) named?.delete(from)
      await decks().update()
      const entry = decks()
        .list()
        .find((one) => one.path === path)
      if (!entry) throw new Error(`${path} is not listed`)
      return entry
    },
    unlistDeck: async (path) => {
      named?.delete(path)
      await decks().update()
    },
    projectRoot: () => project.root,
    onError,
  })
  return { ...service, copies: shortPath(join(project.root, copiesFolder)) + sep }
}

/** The real path of a folder, or its absolute path while it does not exist: decks may be added later. */
const realFolder = async (path: string): Promise<string> => (await disk.realPath(path)) ?? resolve(path)
