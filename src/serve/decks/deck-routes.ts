import type { Context, Hono } from 'hono'
import type { Lang } from '../../model/lang.ts'
import type { LiveResource } from '../../model/live.ts'
import * as closeCodes from '../../model/wire/close-codes.ts'
import type { LiveState } from '../../model/wire/live.ts'
import type { DeckView, ServePageData, ServeWords, StartPageMessage } from '../../model/wire/serve-pages.ts'
import type { StartEditWords } from '../../model/wire/start-edit.ts'
import { openChannel, type Peer } from '../server/channel.ts'
import { sendResource } from '../server/resource.ts'
import type { UpgradeHandler } from '../server/upgrade.ts'
import type { DeckEntry, DeckList } from './deck-list.ts'
import { readerLang } from './reader-lang.ts'
import { startPage } from './start-page.ts'

/** Renders the pages of served decks. */
export interface PageRenderer {
  /**
   * The page of a deck for a reader of a language. `data` is embedded as JSON for the page's script; its keys are the ids of
   * the elements.
   */
  page(state: LiveState, data: Readonly<Record<string, unknown>>, lang: Lang): string
  /** The page of a deck that has no slides yet. `title` is that of the page. */
  waitingPage(data: Readonly<Record<string, unknown>>, words: ServeWords, title: string): string
  /** The first slide, as a small page to be scaled down. */
  thumbnail(state: LiveState): string
  /** The Content Security Policy of both pages. */
  policy: string
  /** Scripts and style sheets that all pages share, by name below `/client/`. */
  client: ReadonlyMap<string, LiveResource>
  words: Readonly<Record<Lang, ServeWords>>
  /** What the start page has under `--edit`; null without it. */
  startEditWords: Readonly<Record<Lang, StartEditWords>> | null
}

/** The reader of a start page. */
export interface StartViewer {
  lang: Lang
  /** The address of the page's machine. */
  address: string
}

/** What a start page may do besides reading. */
export interface StartEditing {
  /** A page sent a message. Returns whether it is one about editing. */
  hear(peer: Peer<StartViewer>, message: unknown): boolean
  /** A page disconnected. */
  leave(peer: Peer<StartViewer>): void
  /** Whether another device may edit with a PIN. */
  hasPin(): boolean
}

/** Options of `deckRoutes`. */
export interface RouteOptions {
  /** Identifies this run of the server. */
  run: string
  renderer: PageRenderer
  /** The language of all pages; null for the language of each reader's browser. */
  lang: Lang | null
  /** The language for readers whose browser asks for none that Korme has. */
  fallbackLang: Lang
  /** See `ServePageData`. */
  loop?: number | undefined
  /** Returns a deck as the start page shows it. */
  deckView(entry: DeckEntry, lang: Lang): DeckView
  /** Null if nothing can be edited here. */
  startEditing: StartEditing | null
  /** See `StartPageOptions`. */
  folder: string
  command: string
}

/** The Content Security Policy of the start page and of the page of a deck that cannot be shown yet. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

/** The path of a deck's page. */
export const deckPath = (id: string): string => `/decks/${encodeURIComponent(id)}/`

/** The routes of `serve`: the start page, and for each deck its page, its thumbnail, and the files that they use. */
export function deckRoutes(decks: () => DeckList, options: RouteOptions) {
  const { renderer, run, startEditing } = options
  const startPages = openChannel<StartViewer>({
    onOpen: (peer) => peer.send(decksMessage(peer.info.lang)),
    onMessage: (peer, message) => startEditing?.hear(peer, message),
    onClose: (peer) => startEditing?.leave(peer),
    catchUp: ({ info }) => decksMessage(info.lang),
  })
  const deckViews = (lang: Lang) =>
    decks()
      .list()
      .map((entry) => options.deckView(entry, lang))
  const decksMessage = (lang: Lang): StartPageMessage => ({ type: 'decks', decks: deckViews(lang) })
  const langOf = (accepted: string | undefined) => options.lang ?? readerLang(accepted, options.fallbackLang)
  const wordsFor = (c: Context) => renderer.words[langOf(c.req.header('accept-language'))]

  /** What the page of a deck asks another device with. */
  const pinData = (lang: Lang) => {
    const editWords = renderer.startEditWords?.[lang]
    if (!editWords || !startEditing?.hasPin()) return {}
    const { edit, dialog, pin, lost } = editWords
    return { 'edit-pin': { lang, edit, close: dialog.cancel, words: { pin, lost } } }
  }

  const addRoutes = (app: Hono) => {
    app.get('/', (c) => {
      const words = wordsFor(c)
      const { folder, command } = options
      const editWords = renderer.startEditWords?.[words.lang]
      const editing = editWords && startEditing ? { words: editWords, hasPin: startEditing.hasPin() } : null
      return sendPage(c, pagePolicy, startPage({ decks: deckViews(words.lang), run, words, folder, command, editing }))
    })
    app.get('/favicon.ico', (c) => c.redirect('/client/icon.svg', 302))
    app.get('/client/:name', (c) => {
      const file = renderer.client.get(c.req.param('name'))
      return file ? sendResource(c, '', file) : c.notFound()
    })
    app.get('/decks/:id', (c) => (find(c) ? c.redirect(`${c.req.path}/`, 302) : c.notFound()))
    app.get('/decks/:id/*', async (c) => {
      const entry = find(c)
      const served = await entry?.opening
      const name = resourceName(c)
      if (!entry || !served || name === null) return c.notFound()
      const { live } = served
      const state = live.state()
      if (name === '') {
        const words = wordsFor(c)
        const data: ServePageData = { run, version: state?.version ?? 0, words, loop: options.loop }
        const embedded = { 'served-data': data }
        const shown = { ...embedded, ...pinData(words.lang) }
        if (state) return sendPage(c, renderer.policy, renderer.page(state, shown, words.lang))
        const { file } = options.deckView(entry, words.lang)
        return sendPage(c, pagePolicy, renderer.waitingPage(embedded, words, file))
      }
      if (state && name === 'thumbnail') return sendPage(c, renderer.policy, renderer.thumbnail(state))
      if (state && name === 'deck.css')
        return c.body((live.state(c.req.query('lang')) ?? state).css, 200, {
          'Content-Type': 'text/css; charset=utf-8',
        })
      const resource = live.resource(name)
      return resource ? sendResource(c, name, resource) : c.notFound()
    })
  }
  const find = (c: Context): DeckEntry | undefined => decks().find(c.req.param('id') ?? '')

  const handleUpgrade: UpgradeHandler = ({ path, query, local, remoteAddress }) => {
    const requested = query.get('lang') as Lang
    const lang = Object.hasOwn(renderer.words, requested) ? requested : options.fallbackLang
    if (query.get('run') !== run) return (socket) => socket.close(closeCodes.serverRestarted)
    if (path === '/live') return (socket) => startPages.accept(socket, { lang, address: remoteAddress })
    const [, id] = /^\/decks\/([^/]+)\/live$/.exec(path) ?? []
    const served = id === undefined ? undefined : decks().find(decodePath(id) ?? '')?.served
    if (!served) return 404
    const [shown, read] = [query.get('shown') || null, query.get('read') || null]
    return (socket) =>
      served.pages.accept(socket, {
        lang,
        local,
        address: remoteAddress,
        version: Number(query.get('version')) || 0,
        shown,
        read,
      })
  }
  return {
    addRoutes,
    handleUpgrade,
    /** Sends the list to all start pages. */
    notifyStartPages: () => {
      for (const peer of startPages.peers()) peer.send(decksMessage(peer.info.lang))
    },
    close: startPages.close,
  }
}

const sendPage = (c: Context, policy: string, html: string) => {
  c.header('Content-Security-Policy', policy)
  return c.html(html)
}

/** The decoded part of a URL below its deck; null if it is not encoded properly. */
function resourceName(c: Context): string | null {
  return decodePath(c.req.path.split('/').slice(3).join('/'))
}

function decodePath(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
