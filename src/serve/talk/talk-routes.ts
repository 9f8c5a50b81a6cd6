import type { Context, Hono } from 'hono'
import { defaultLang, type Lang } from '../../model/lang.ts'
import type { Live, LiveResource } from '../../model/live.ts'
import type { LiveState } from '../../model/wire/live.ts'
import type { Role, TalkData } from '../../model/wire/talk.ts'
import type { PresentWords } from '../../model/wire/talk-words.ts'
import { readerLang } from '../decks/reader-lang.ts'
import { isLoopback } from '../edit/access.ts'
import { remoteAddressOf } from '../server/remote-address.ts'
import { sendResource } from '../server/resource.ts'
import type { UpgradeHandler } from '../server/upgrade.ts'
import { makeAudienceEntry, refuseCode } from './audience-entry.ts'
import { deviceOf } from './device.ts'
import type { Hub } from './hub-options.ts'
import { matchesSecret } from './secrets.ts'
import type { CodeResult, ShortCode } from './short-code.ts'
import { roleLetters } from './talk-addresses.ts'

/** Renders the pages of a talk. */
export interface TalkPageRenderer {
  /** The page of a role. `data` is embedded as JSON for the page's script; its keys are the ids of the elements. */
  page(state: LiveState, role: Role, data: Readonly<Record<string, unknown>>): string
  /** The Content Security Policy of all pages. */
  policy: string
  /** Scripts and style sheets that all pages share, by name below `/client/`. */
  client: ReadonlyMap<string, LiveResource>
  /** The words of a role's page, in all languages, since its reader has one. */
  words(role: Role): unknown
  /** The words for those who typed a wrong short address. */
  entryWords(lang: Lang): PresentWords['entry']
}

/** Options of `talkRoutes`. */
export interface TalkRoutesOptions {
  live: Live
  hub: Hub
  shortCode: ShortCode
  renderer: TalkPageRenderer
  /** See `TalkData`. */
  messages: Lang | null
}

/**
 * What the path of a request stands for: something of a role, below the path of its page, `base`; or a short address that is
 * refused.
 */
type Target = { role: Role; name: string; base: string } | { refused: Exclude<CodeResult, 'right'> } | null

/**
 * The routes of `present`: for each role its page, the files that it uses, and its socket, all below the role's secret; those
 * of the audience below its short code, too. A wrong secret gets 404.
 */
export function talkRoutes({ live, hub, shortCode, renderer, messages }: TalkRoutesOptions): {
  addRoutes(app: Hono): void
  handleUpgrade: UpgradeHandler
} {
  const entry = makeAudienceEntry(shortCode, hub.tokens.audience)
  const roleOf = (letter: string, token: string): Role | null => {
    const role = (['speaker', 'remote', 'audience'] as const).find((one) => roleLetters[one] === letter)
    return role && matchesSecret(token, hub.tokens[role]) ? role : null
  }
  const targetOf = (path: string, from: { remoteAddress: string; cookies: string | undefined }): Target => {
    const [first = '', second = '', ...rest] = partsOf(path) ?? []
    if (entry.isCode(first)) {
      const result = entry.admit({ code: first, ...from })
      const name = [second, ...rest].join('/')
      return result === 'right' ? { role: 'audience', name, base: entry.path } : { refused: result }
    }
    const role = roleOf(first, second)
    return role && { role, name: rest.join('/'), base: `/${first}/${second}/` }
  }
  const render = (state: LiveState, role: Role) => {
    const version = role === 'remote' ? 0 : state.version
    const data: TalkData = { role, key: hub.tokens[role], version, messages }
    return renderer.page(state, role, {
      'talk-data': data,
      'talk-words': renderer.words(role),
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
    app.get('*', (c) => {
      const target = targetOf(c.req.path, { remoteAddress: remoteAddressOf(c), cookies: c.req.header('cookie') })
      if (!target) return c.notFound()
      if ('refused' in target) {
        const lang = readerLang(c.req.header('accept-language'), live.state()?.lang ?? defaultLang)
        return refuseCode(c, target.refused, renderer.entryWords(lang), lang)
      }
      const { role, name, base } = target
      // The page asks for its files below its own path.
      if (name === '' && c.req.path !== base) return c.redirect(base, 302)
      const state = live.state()
      if (!state) return c.notFound()
      if (base === entry.path) c.header('Set-Cookie', entry.cookie)
      if (name === '') return pageFor(c, role, state)
      if (name === 'deck.css')
        return c.body((live.state(c.req.query('lang')) ?? state).css, 200, {
          'Content-Type': 'text/css; charset=utf-8',
        })
      const resource = live.resource(name)
      return resource ? sendResource(c, name, resource) : c.notFound()
    })
  }
  const handleUpgrade: UpgradeHandler = ({ path, remoteAddress, cookies }) => {
    const target = targetOf(path, { remoteAddress, cookies })
    const from = { device: deviceOf(remoteAddress), isHere: isLoopback(remoteAddress) }
    return target && 'role' in target && target.name === 'talk' ? hub.accept(target.role, from) : 404
  }
  return { addRoutes, handleUpgrade }
}

/** The decoded parts of a path; null if it is not encoded properly. */
function partsOf(path: string): string[] | null {
  try {
    return path.split('/').slice(1).map(decodeURIComponent)
  } catch {
    return null
  }
}
