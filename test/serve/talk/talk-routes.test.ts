import { Hono } from 'hono'
import { expect, test, vi } from 'vitest'
import { present as words } from '../../../src/languages/en/present.ts'
import type { Live } from '../../../src/model/live.ts'
import type { LiveState } from '../../../src/model/wire/live.ts'
import type { Hub } from '../../../src/serve/talk/hub-options.ts'
import { makeShortCode } from '../../../src/serve/talk/short-code.ts'
import { type TalkPageRenderer, talkRoutes } from '../../../src/serve/talk/talk-routes.ts'

const shortCode = makeShortCode(() => 0, 'k7m4')

test('a page is rendered once per role, and again after the deck changed', async () => {
  const drawn: string[] = []
  let state = { version: 1, lang: 'kk', data: {} } as LiveState
  const app = new Hono()
  const { addRoutes } = talkRoutes({
    live: { state: () => state } as Live,
    hub: { tokens: { speaker: 'S', remote: 'R', audience: 'A' } } as unknown as Hub,
    renderer: {
      page: ({ version }, role) => {
        drawn.push(`${role} ${version}`)
        return `${role} ${version}`
      },
      policy: "default-src 'none'",
      client: new Map(),
      words: () => ({}),
      entryWords: () => words.entry,
    },
    shortCode,
    messages: null,
  })
  addRoutes(app)
  const read = async (path: string) => (await app.request(path)).text()
  for (let i = 0; i < 3; i++) expect(await read('/a/A/')).toBe('audience 1')
  expect(await read('/s/S/')).toBe('speaker 1')
  state = { ...state, version: 2 }
  for (let i = 0; i < 3; i++) expect(await read('/a/A/')).toBe('audience 2')
  expect(await read('/s/S/')).toBe('speaker 2')
  expect(drawn).toEqual(['audience 1', 'speaker 1', 'audience 2', 'speaker 2'])
})

test('a remote is identified by its device, and a wrong secret gets no socket', () => {
  const accept = vi.fn(() => () => {})
  const { handleUpgrade } = talkRoutes({
    live: {} as Live,
    hub: { tokens: { speaker: 'S', remote: 'R', audience: 'A' }, accept } as unknown as Hub,
    renderer: {} as TalkPageRenderer,
    shortCode,
    messages: null,
  })
  const request = { query: new URLSearchParams(), cookies: undefined, local: false }
  expect(handleUpgrade({ ...request, path: '/r/R/talk', remoteAddress: '::ffff:192.0.2.7' })).toBeTypeOf('function')
  expect(accept).toHaveBeenCalledWith('remote', { device: '192.0.2.7', isHere: false })
  expect(handleUpgrade({ ...request, path: '/r/A/talk', remoteAddress: '192.0.2.7' })).toBe(404)
})
