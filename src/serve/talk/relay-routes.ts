import { createHash } from 'node:crypto'
import type { Context, Hono } from 'hono'
import type { Live, LiveResource } from '../../model/live.ts'
import type { LiveState } from '../../model/wire/live.ts'
import type { TalkData } from '../../model/wire/talk.ts'
import type { EncodedMessage } from '../server/channel.ts'
import { sendResource } from '../server/resource.ts'
import type { UpgradeHandler } from '../server/upgrade.ts'
import { deviceOf } from './device.ts'
import type { Hub } from './hub-options.ts'
import type { TalkPageRenderer } from './talk-routes.ts'

/** Options of `relayRoutes`. */
export interface RelayRoutesOptions {
  live: Live
  hub: Hub
  renderer: TalkPageRenderer
  /** Whether pages only watch: no socket is accepted. */
  watchOnly: boolean
  /** A monotonic clock. Units: milliseconds. */
  now(): number
}

/** The state of the talk is written at most so often, however many ask for it. Units: milliseconds. */
const latestMs = 200

/** What may be a second old: a cache asks once a second for all its users. */
const aSecond = 'public, max-age=1'
/** What is as good when it is old. */
const aDay = 'public, max-age=86400'
/** What its name identifies. */
const forEver = 'public, max-age=31536000, immutable'

/** A body that is sent again and again. */
interface Sent {
  body: string | Uint8Array<ArrayBuffer>
  etag: string
}

/**
 * The routes of a process that only serves followers: the page of the audience, what belongs to it, and its socket. Nothing in
 * them is secret, so caches may keep all of it, and no answer depends on who asks.
 */
export function relayRoutes({ live, hub, renderer, watchOnly, now }: RelayRoutesOptions): {
  addRoutes(app: Hono): void
  handleUpgrade: UpgradeHandler
} {
  const pageOf = once<LiveState>((state) => {
    const data: TalkData = {
      role: 'audience',
      key: hub.tokens.audience,
      version: state.version,
      messages: null,
      watch: watchOnly ? 'only' : 'fallback',
    }
    return renderer.page(state, 'audience', { 'talk-data': data, 'talk-words': renderer.words('audience') })
  })
  const deckOf = once<EncodedMessage>(({ bytes }) => new Uint8Array(bytes))
  let latest: Sent & { at: number } = { body: '', etag: '', at: Number.NEGATIVE_INFINITY }
  const latestNow = (): Sent => {
    if (now() - latest.at < latestMs) return latest
    const body = JSON.stringify(hub.watched())
    latest = { body, etag: body === latest.body ? latest.etag : etagOf(body), at: now() }
    return latest
  }
  const addRoutes = (app: Hono) => {
    app.get('/', (c) => {
      const state = live.state()
      if (!state) return c.notFound()
      c.header('Content-Security-Policy', renderer.policy)
      return send(c, pageOf(state), 'text/html; charset=utf-8')
    })
    app.get('/health', (c) => c.text('ok\n'))
    app.get('/latest.json', (c) => send(c, latestNow(), 'application/json; charset=utf-8'))
    app.get('/deck/:name{[\\w-]+\\.json}', (c) => {
      const tag = c.req.param('name').slice(0, -'.json'.length)
      if (!live.state(tag)) return c.notFound()
      return send(c, deckOf(hub.encodedDeck(tag)), 'application/json; charset=utf-8')
    })
    app.get('/favicon.ico', async (c) => {
      const icon = renderer.client.get('icon.svg')
      if (!icon) return c.notFound()
      const response = await sendResource(c, '', icon)
      // Browsers without this ask for it at each change of the slide.
      response.headers.set('Cache-Control', aDay)
      return response
    })
    app.get('/client/:name', async (c) => {
      const file = renderer.client.get(c.req.param('name'))
      if (!file) return c.notFound()
      return 'bytes' in file ? send(c, fileOf(file), file.mime) : cached(await sendResource(c, '', file))
    })
    app.get('/deck.css', (c) => {
      const state = live.state(c.req.query('lang')) ?? live.state()
      return state ? send(c, styleOf(state), 'text/css; charset=utf-8') : c.notFound()
    })
    app.get('*', async (c) => {
      const name = nameOf(c.req.path)
      const resource = name === null ? null : live.resource(name)
      return resource ? cached(await sendResource(c, name!, resource)) : c.notFound()
    })
  }
  const handleUpgrade: UpgradeHandler = ({ path, remoteAddress }) =>
    path === '/talk' && !watchOnly ? hub.accept('audience', { device: deviceOf(remoteAddress), isHere: false }) : 404
  return { addRoutes, handleUpgrade }
}

const fileOf = once<LiveResource & { bytes: Uint8Array }>(({ bytes }) => new Uint8Array(bytes))
const styleOf = once<LiveState>(({ css }) => css)

/** The decoded path without its slash; null if it is not encoded properly. */
function nameOf(path: string): string | null {
  try {
    return decodeURIComponent(path.slice(1))
  } catch {
    return null
  }
}

/** Sends a body, or says that the one which is known is still right. */
function send(c: Context, { body, etag }: Sent, type: string): Response {
  c.header('Cache-Control', aSecond)
  c.header('ETag', etag)
  const known = (c.req.header('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
  if (known.includes(etag)) return c.body(null, 304)
  return c.body(body, 200, { 'Content-Type': type })
}

/** Lets caches keep a resource: for ever, if its name identifies it. */
function cached(response: Response): Response {
  if (response.status < 200 || response.status >= 300) return response
  const isImmutable = response.headers.get('cache-control')?.includes('immutable')
  response.headers.set('Cache-Control', isImmutable ? forEver : aSecond)
  return response
}

const etagOf = (body: Sent['body']): string => `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`

/** Writes the body for each of its sources once. */
function once<Source extends object>(write: (source: Source) => Sent['body']): (source: Source) => Sent {
  const written = new WeakMap<Source, Sent>()
  return (source) => {
    const known = written.get(source)
    if (known) return known
    const body = write(source)
    const sent = { body, etag: etagOf(body) }
    written.set(source, sent)
    return sent
  }
}
