import type { Context, Hono } from 'hono'
import type { Lang } from '../../model/lang.ts'
import type { Live, LiveResource } from '../../model/live.ts'
import type { LiveState } from '../../model/wire/live.ts'
import type { Role, TalkData } from '../../model/wire/talk.ts'
import type { Invitation } from '../../model/wire/talk-words.ts'
import { sendResource } from '../server/resource.ts'
import type { UpgradeHandler } from '../server/upgrade.ts'
import { deviceOf } from './device.ts'
import type { Hub } from './hub.ts'
import { matchesSecret } from './secrets.ts'

/** The first part of each role's path. */
export const roleLetters: Readonly<Record<Role, string>> = { speaker: 's', remote: 'r', audience: 'a' }

/** Renders the pages of a talk. */
export interface TalkPageRenderer {
  /** The page of a role. `data` is embedded as JSON for the page's script; its keys are the ids of the elements. */
  page(state: LiveState, role: Role, data: Readonly<Record<string, unknown>>): string
  /** The Content Security Policy of all pages. */
  policy: string
  /** Scripts and style sheets that all pages share, by name below `/client/`. */
  client: ReadonlyMap<string, LiveResource>
  /** The words of a role's page, in the languages that its user can choose. */
  words(role: Role, langs: readonly Lang[]): unknown
}

/** Options of `talkRoutes`. */
export interface TalkRoutesOptions {
  live: Live
  hub: Hub
  renderer: TalkPageRenderer
  /** See `TalkData`. */
  messages: Lang | null
  /** The URLs and QR codes that the speaker's page shows to others. */
  invitation(): Invitation
}

/**
 * The routes of `present`: for each role its page, the files that it uses, and its socket, all below the role's secret. A
 * wrong secret gets 404.
 */
export function talkRoutes({ live, hub, renderer, messages, invitation }: TalkRoutesOptions): {
  addRoutes(app: Hono): void
  handleUpgrade: UpgradeHandler
} {
  const roleOf = (letter: string, token: string): Role | null => {
    const role = (['speaker', 'remote', 'audience'] as const).find((one) => roleLetters[one] === letter)
    return role && matchesSecret(token, hub.tokens[role]) ? role : null
  }
  const render = (state: LiveState, role: Role) => {
    const version = role === 'remote' ? 0 : state.version
    const data: TalkData = { role, key: hub.tokens[role], version, messages }
    return renderer.page(state, role, {
      'talk-data': data,
      'talk-words': renderer.words(role, state.data.editions?.map(({ lang }) => lang) ?? [state.lang]),
      ...(role === 'speaker' ? { invitation: invitation() } : {}),
    })
  }
  // The whole audience scans the code in the same minute, and gets the same page: it is rendered once for each state.
  const rendered = new Map<Role, { state: LiveState; html: string }>()
  const pageFor = (c: Context, role: Role, state: LiveState) => {
    const last = rendered.get(role)
    const html = last?.state === state ? last.html : render(state, role)
    rendered.set(role, { state, html })
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
      if (name === 'deck.css')
        return c.body((live.state(c.req.query('lang')) ?? state).css, 200, {
          'Content-Type': 'text/css; charset=utf-8',
        })
      const resource = live.resource(name)
      return resource ? sendResource(c, name, resource) : c.notFound()
    })
  }
  const handleUpgrade: UpgradeHandler = ({ path, remoteAddress }) => {
    const [, letter = '', token = ''] = /^\/([a-z])\/([\w-]+)\/talk$/.exec(path) ?? []
    const role = roleOf(letter, token)
    return role ? hub.accept(role, deviceOf(remoteAddress)) : 404
  }
  return { addRoutes, handleUpgrade }
}

/** The decoded part of a URL below its role; null if it is not encoded properly. */
function resourceName(c: Context): string | null {
  try {
    return decodeURIComponent(c.req.path.split('/').slice(3).join('/'))
  } catch {
    return null
  }
}
