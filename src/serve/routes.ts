import type { Context, Hono } from 'hono'
import type { Lang } from '../model/lang.ts'
import type { LiveResource, LiveState } from '../model/wire/live.ts'
import type { ServedData, ServeWords, ShownDeck, StartMessage } from '../model/wire/served.ts'
import { openChannel } from './channel.ts'
import type { Decks, Listed } from './decks.ts'
import type { Door } from './door.ts'
import { readerLang } from './language.ts'
import { answerWith } from './resource.ts'
import { startPage, waitingPage } from './start-page.ts'

/** How the parts of a served deck are drawn; the stages that draw them are none of the server's business. */
export interface Drawn {
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
  drawn: Drawn
  /** The language of all readers; null: that of each one's browser, else `usual`. */
  lang: Lang | null
  usual: Lang
  /** A deck as the start page shows it. */
  card(listed: Listed, lang: Lang): ShownDeck
  /** See `StartParts`. */
  folder: string
  command: string
}

/** Closes the socket of a page that another run of the server gave: its script loads it anew. */
const otherRun = 4001

/** The policy of the start page and of a page that waits: their own script, style sheet, and pictures of decks. */
const policy = [
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
export function serveRoutes(decks: () => Decks, options: RouteOptions) {
  const { drawn, run } = options
  const start = openChannel<Lang>({
    onOpen: (peer) => peer.send(listFor(peer.about)),
    catchUp: ({ about }) => listFor(about),
  })
  const cards = (lang: Lang) =>
    decks()
      .list()
      .map((one) => options.card(one, lang))
  const listFor = (lang: Lang): StartMessage => ({ type: 'decks', decks: cards(lang) })
  const langOf = (accepted: string | undefined) => options.lang ?? readerLang(accepted, options.usual)
  const wordsFor = (c: Context) => drawn.words[langOf(c.req.header('accept-language'))]

  const addRoutes = (app: Hono) => {
    app.get('/', (c) => {
      const words = wordsFor(c)
      const { folder, command } = options
      return page(c, policy, startPage({ decks: cards(words.lang), run, words, folder, command }))
    })
    app.get('/favicon.ico', (c) => c.redirect('/client/icon.svg', 302))
    app.get('/client/:name', (c) => {
      const file = drawn.client.get(c.req.param('name'))
      return file ? answerWith(c, '', file) : c.notFound()
    })
    app.get('/decks/:id', (c) => (find(c) ? c.redirect(`${c.req.path}/`, 302) : c.notFound()))
    app.get('/decks/:id/*', async (c) => {
      const listed = find(c)
      const served = await listed?.opening
      const name = nameBelow(c)
      if (!listed || !served || name === null) return c.notFound()
      const { live } = served
      const state = live.state()
      if (name === '') {
        const words = wordsFor(c)
        const data: ServedData = { run, version: state?.version ?? 0, words }
        if (!state) return page(c, policy, waitingPage(data, words, options.card(listed, words.lang).file))
        return page(c, drawn.policy, drawn.page(state, { 'served-data': data }))
      }
      if (state && name === 'thumbnail') return page(c, drawn.policy, drawn.thumbnail(state))
      if (state && name === 'deck.css') return c.body(state.css, 200, { 'Content-Type': 'text/css; charset=utf-8' })
      const resource = live.resource(name)
      return resource ? answerWith(c, name, resource) : c.notFound()
    })
  }
  const find = (c: Context): Listed | undefined => decks().find(c.req.param('id') ?? '')

  const door: Door = ({ path, query, local }) => {
    const asked = query.get('lang') as Lang
    const lang = Object.hasOwn(drawn.words, asked) ? asked : options.usual
    if (query.get('run') !== run) return (socket) => socket.close(otherRun)
    if (path === '/live') return (socket) => start.admit(socket, lang)
    const [, id] = /^\/decks\/([^/]+)\/live$/.exec(path) ?? []
    const served = id === undefined ? undefined : decks().find(decoded(id) ?? '')?.served
    if (!served) return 404
    return (socket) => served.pages.admit(socket, { lang, local, version: Number(query.get('version')) || 0 })
  }
  return {
    addRoutes,
    door,
    /** Tells the start pages that the list changed. */
    tell: () => {
      for (const peer of start.peers()) peer.send(listFor(peer.about))
    },
    close: start.close,
  }
}

const page = (c: Context, policy: string, html: string) => {
  c.header('Content-Security-Policy', policy)
  return c.html(html)
}

/** What an address names below its deck, decoded once; null where it is not written as addresses are. */
function nameBelow(c: Context): string | null {
  return decoded(c.req.path.split('/').slice(3).join('/'))
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
