import type { Context, Hono } from 'hono'
import type { Lang } from '../../model/lang.ts'
import type { Live, LiveResource, LiveState } from '../../model/wire/live.ts'
import type { Role, TalkData } from '../../model/wire/talk.ts'
import { sendResource } from '../resource.ts'
import type { UpgradeHandler } from '../upgrade.ts'
import { deviceOf } from './device.ts'
import type { Hub } from './hub.ts'
import { matchesSecret } from './secrets.ts'

/** The first part of each role's address. */
export const roleLetters: Readonly<Record<Role, string>> = { speaker: 's', remote: 'r', audience: 'a' }

/** How the pages of a talk are drawn; the stages that draw them are none of the server's business. */
export interface TalkPageRenderer {
  page(state: LiveState, role: Role, data: Readonly<Record<string, unknown>>): string
  policy: string
  /** Scripts and style sheets that all pages share, by their names below `/client/`. */
  client: ReadonlyMap<string, LiveResource>
  /** What a page of a role says, in the languages that it may be asked for. */
  words(role: Role, lang: Lang): unknown
}

export interface TalkRoutesOptions {
  live: Live
  hub: Hub
  renderer: TalkPageRenderer
  /** What the page of a speaker shows to others; what is said in it needs no secret of its own. */
  invitation(): unknown
}

/**
 * All that `korme present` answers to: for each role its page below its secret, what that page names, and its socket. A
 * wrong secret is an address that there is not.
 */
export function talkRoutes({ live, hub, renderer, invitation }: TalkRoutesOptions): {
  addRoutes(app: Hono): void
  handleUpgrade: UpgradeHandler
} {
  const roleOf = (letter: string, token: string): Role | null => {
    const role = (['speaker', 'remote', 'audience'] as const).find((one) => roleLetters[one] === letter)
    return role && matchesSecret(token, hub.tokens[role]) ? role : null
  }
  const draw = (state: LiveState, role: Role) => {
    const data: TalkData = { role, key: hub.tokens[role], version: role === 'remote' ? 0 : state.version }
    return renderer.page(state, role, {
      'talk-data': data,
      'talk-words': renderer.words(role, state.lang),
      ...(role === 'speaker' ? { invitation: invitation() } : {}),
    })
  }
  // A whole hall scans the code in the same minute, and all of it gets the same page: it is drawn once for each state.
  const drawn = new Map<Role, { state: LiveState; html: string }>()
  const pageFor = (c: Context, role: Role, state: LiveState) => {
    const last = drawn.get(role)
    const html = last?.state === state ? last.html : draw(state, role)
    drawn.set(role, { state, html })
    c.header('Content-Security-Policy', renderer.policy)
    return c.html(html)
  }
  const addRoutes = (app: Hono) => {
    app.get('/client/:name', (c) => {
      const file = renderer.client.get(c.req.param('name'))
      return file ? sendResource(c, '', file) : c.notFound()
    })
    app.get('/favicon.ico', (c) => c.redirect('/client/icon.svg', 302))
    app.get('/:letter/:token', (c) =>
      roleOf(c.req.param('letter'), c.req.param('token')) ? c.redirect(`${c.req.path}/`, 302) : c.notFound(),
    )
    app.get('/:letter/:token/*', (c) => {
      const role = roleOf(c.req.param('letter'), c.req.param('token'))
      const state = live.state()
      const name = resourceName(c)
      if (!role || !state || name === null) return c.notFound()
      if (name === '') return pageFor(c, role, state)
      if (name === 'deck.css') return c.body(state.css, 200, { 'Content-Type': 'text/css; charset=utf-8' })
      const resource = live.resource(name)
      return resource ? sendResource(c, name, resource) : c.notFound()
    })
  }
  const handleUpgrade: UpgradeHandler = ({ path, remoteAddress: from }) => {
    const [, letter = '', token = ''] = /^\/([a-z])\/([\w-]+)\/talk$/.exec(path) ?? []
    const role = roleOf(letter, token)
    return role ? hub.accept(role, deviceOf(from)) : 404
  }
  return { addRoutes, handleUpgrade }
}

/** What an address names below a role's own, decoded once; null where it is not written as addresses are. */
function resourceName(c: Context): string | null {
  try {
    return decodeURIComponent(c.req.path.split('/').slice(3).join('/'))
  } catch {
    return null
  }
}
