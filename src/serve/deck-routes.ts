import type { Context, Hono } from 'hono'
import type { Lang } from '../model/lang.ts'
import type { LiveResource, LiveState } from '../model/wire/live.ts'
import type { DeckView, ServePageData, ServeWords, StartPageMessage } from '../model/wire/serve-pages.ts'
import { openChannel } from './channel.ts'
import type { DeckEntry, DeckList } from './deck-list.ts'
import { readerLang } from './reader-lang.ts'
import { sendResource } from './resource.ts'
import { startPage, waitingPage } from './start-page.ts'
import type { UpgradeHandler } from './upgrade.ts'

/** How the parts of a served deck are drawn; the stages that draw them are none of the server's business. */
export interface PageRenderer {
  /** A deck's page. `data` are further things its script is to know, by the ids of the elements that hold them. */
  page(state: LiveState, data: Readonly<Record<string, unknown>>): string
  /** Its first slide, small. */
  thumbnail(state: LiveState): string
  /** The policy of both pages. */
  policy: string
  /** Scripts and style sheets that all pages share, by their names below `/client/`. */
  client: ReadonlyMap<string, LiveResource>
  words: Readonly<Record<Lang, ServeWords>>
}

export interface RouteOptions {
  /** Tells the runs of the server apart. */
  run: string
  renderer: PageRenderer
  /** The language of all readers; null: that of each one's browser, else `usual`. */
  lang: Lang | null
  fallbackLang: Lang
  /** A deck as the start page shows it. */
  deckView(listed: DeckEntry, lang: Lang): DeckView
  /** See `StartParts`. */
  folder: string
  command: string
}

/** Closes the socket of a page that another run of the server gave: its script loads it anew. */
const serverRestartedCode = 4001

/** The policy of the start page and of a page that waits: their own script, style sheet, and pictures of decks. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

/** All that `korme serve` answers to: the start page, and for each deck its page, its picture, and what they name. */
export function serveRoutes(decks: () => DeckList, options: RouteOptions) {
  const { renderer, run } = options
  const start = openChannel<Lang>({
    onOpen: (peer) => peer.send(listFor(peer.info)),
    catchUp: ({ info: about }) => listFor(about),
  })
  const cards = (lang: Lang) =>
    decks()
      .list()
      .map((one) => options.deckView(one, lang))
  const listFor = (lang: Lang): StartPageMessage => ({ type: 'decks', decks: cards(lang) })
  const langOf = (accepted: string | undefined) => options.lang ?? readerLang(accepted, options.fallbackLang)
  const wordsFor = (c: Context) => renderer.words[langOf(c.req.header('accept-language'))]

  const addRoutes = (app: Hono) => {
    app.get('/', (c) => {
      const words = wordsFor(c)
      const { folder, command } = options
      return sendPage(c, pagePolicy, startPage({ decks: cards(words.lang), run, words, folder, command }))
    })
    app.get('/favicon.ico', (c) => c.redirect('/client/icon.svg', 302))
    app.get('/client/:name', (c) => {
      const file = renderer.client.get(c.req.param('name'))
      return file ? sendResource(c, '', file) : c.notFound()
    })
    app.get('/decks/:id', (c) => (find(c) ? c.redirect(`${c.req.path}/`, 302) : c.notFound()))
    app.get('/decks/:id/*', async (c) => {
      const listed = find(c)
      const served = await listed?.opening
      const name = resourceName(c)
      if (!listed || !served || name === null) return c.notFound()
      const { live } = served
      const state = live.state()
      if (name === '') {
        const words = wordsFor(c)
        const data: ServePageData = { run, version: state?.version ?? 0, words }
        if (!state) return sendPage(c, pagePolicy, waitingPage(data, words, options.deckView(listed, words.lang).file))
        return sendPage(c, renderer.policy, renderer.page(state, { 'served-data': data }))
      }
      if (state && name === 'thumbnail') return sendPage(c, renderer.policy, renderer.thumbnail(state))
      if (state && name === 'deck.css') return c.body(state.css, 200, { 'Content-Type': 'text/css; charset=utf-8' })
      const resource = live.resource(name)
      return resource ? sendResource(c, name, resource) : c.notFound()
    })
  }
  const find = (c: Context): DeckEntry | undefined => decks().find(c.req.param('id') ?? '')

  const handleUpgrade: UpgradeHandler = ({ path, query, local }) => {
    const asked = query.get('lang') as Lang
    const lang = Object.hasOwn(renderer.words, asked) ? asked : options.fallbackLang
    if (query.get('run') !== run) return (socket) => socket.close(serverRestartedCode)
    if (path === '/live') return (socket) => start.accept(socket, lang)
    const [, id] = /^\/decks\/([^/]+)\/live$/.exec(path) ?? []
    const served = id === undefined ? undefined : decks().find(decodePath(id) ?? '')?.served
    if (!served) return 404
    return (socket) => served.pages.accept(socket, { lang, local, version: Number(query.get('version')) || 0 })
  }
  return {
    addRoutes,
    handleUpgrade,
    /** Tells the start pages that the list changed. */
    notifyStartPages: () => {
      for (const peer of start.peers()) peer.send(listFor(peer.info))
    },
    close: start.close,
  }
}

const sendPage = (c: Context, policy: string, html: string) => {
  c.header('Content-Security-Policy', policy)
  return c.html(html)
}

/** What an address names below its deck, decoded once; null where it is not written as addresses are. */
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
