import { once } from 'node:events'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { makeEditAccess } from '../../../src/serve/edit/access.ts'
import { serve } from '../../../src/serve/serve.ts'
import { ask as askRaw, openSocket } from '../ask.ts'
import { deckOf, makeFolder } from '../korme-serve.ts'
import { type EditingServer, hashOf, openEditing } from './editing-server.ts'

const deck = deckOf(['One', 'Two'])
let editing: EditingServer
beforeAll(async () => {
  editing = await openEditing({ 'decks/talk.json': deck })
})
const sent = () => ({ base: hashOf(deck), ops: [{ op: 'set', path: ['name'], value: 'Taken over' }] })

describe('an edit is refused', () => {
  const json = { 'content-type': 'application/json' }
  test.each<[what: string, headers: Record<string, string>, status: number]>([
    ['without a token', { authorization: '' }, 403],
    ['with a wrong token', { authorization: `Bearer ${'a'.repeat(32)}` }, 403],
    ['with the token in another form', { authorization: 'Basic eDp5' }, 403],
    ['from another site', { origin: 'https://evil.example' }, 403],
    ['from a sandboxed page', { origin: 'null' }, 403],
    ['from another port of this machine', { origin: 'http://127.0.0.1:1' }, 403],
    ['from the same port under another name', { origin: 'http://localhost:4321' }, 403],
    ['by a navigation from another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['as a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['as plain text, which needs no leave of the browser', { 'content-type': 'text/plain' }, 415],
    ['as several parts', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
  ])('%s', async (_what, headers, status) => {
    const refused = await editing.ask('decks/talk/edit', JSON.stringify(sent()), { ...json, ...headers })
    expect(refused).toMatchObject({ status, body: { code: expect.any(String), message: expect.any(String) } })
    expect(String(await editing.file('decks/talk.json'))).toBe(deck)
  })

  test('without an origin, as no browser sends it', async () => {
    const { port } = editing.server
    const body = JSON.stringify(sent())
    const headers = {
      Authorization: `Bearer ${editing.token}`,
      'Content-Type': 'application/json',
      'Content-Length': `${body.length}`,
    }
    expect((await askRaw(port, '/decks/talk/edit', headers, 'POST')).status).toBe(403)
  })

  test('for a foreign host name, as with DNS rebinding', async () => {
    const { port } = editing.server
    const host = `evil.example:${port}`
    const headers = {
      Host: host,
      Origin: `http://${host}`,
      Authorization: `Bearer ${editing.token}`,
      'Content-Length': '0',
    }
    expect((await askRaw(port, '/decks/talk/edit', headers, 'POST')).status).toBe(403)
    expect((await askRaw(port, '/decks/talk/source', { ...headers, 'Content-Length': '0' })).status).toBe(403)
  })

  test('by every other method, and with a question from another site before it', async () => {
    const { port } = editing.server
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const { status, headers } = await askRaw(port, '/decks/talk/edit', { Origin: 'https://evil.example' }, method)
      expect([method, status]).toEqual([method, 405])
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })

  test('for decks that are not served, however the path is written', async () => {
    for (const id of ['other', '..%2Ftalk', 'talk%00', '..%5ctalk', 'talk.json', '%ff'])
      expect([id, (await editing.edit(id, sent() as never)).status]).toEqual([id, 404])
    expect(editing.bugs).toEqual([])
  })
})

describe('reading the source', () => {
  test('needs the token, and no origin', async () => {
    expect(
      (await editing.ask('decks/talk/source', undefined, { origin: editing.server.url.slice(0, -1) })).status,
    ).toBe(200)
    expect((await editing.ask('decks/talk/source', undefined, { authorization: '' })).status).toBe(403)
    const { port } = editing.server
    const own = { Authorization: `Bearer ${editing.token}` }
    expect((await askRaw(port, '/decks/talk/source', own)).status).toBe(200)
    expect((await askRaw(port, '/decks/talk/source', { ...own, 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
  })
})

test('without --edit, no route that writes exists', async () => {
  const folder = await makeFolder({ 'decks/talk.json': deck })
  const server = await serve({ root: folder.path })
  expect(server.editing).toBeNull()
  for (const path of [
    'decks/talk/edit',
    'decks/talk/draft',
    'decks/talk/pictures',
    'decks/talk/documents',
    'decks',
    'edit/pin',
  ]) {
    const { status } = await fetch(server.url + path, {
      method: 'POST',
      headers: { origin: server.url.slice(0, -1), 'content-type': 'application/json' },
      body: '{}',
    })
    expect([path, status]).toEqual([path, 405])
  }
  expect((await fetch(`${server.url}decks/talk/source`)).status).toBe(404)
  await server.close()
  await folder.remove()
})

describe('bodies', () => {
  test('that are too large are refused before they are read, and without end as soon as they are', async () => {
    const { port } = editing.server
    const head = (more: string) =>
      `POST /decks/talk/pictures HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\n` +
      `Authorization: Bearer ${editing.token}\r\nContent-Type: image/png\r\n${more}\r\n\r\n`
    for (const [more, part] of [
      ['Content-Length: 100000000', Buffer.alloc(1)],
      [
        'Transfer-Encoding: chunked',
        Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(0x100000), Buffer.from('\r\n')]),
      ],
    ] as const) {
      const socket = connect(port, '127.0.0.1')
      let answer = ''
      socket.on('data', (data) => {
        answer += data
      })
      socket.on('error', () => {})
      socket.write(head(more))
      // The server may reset the connection while what it refuses is still on its way.
      const closed = new Promise((resolve) => socket.on('close', resolve))
      let sentBytes = 0
      while (!answer && !socket.destroyed && sentBytes < 200_000_000) {
        socket.write(part)
        sentBytes += part.length
        await new Promise(setImmediate)
      }
      socket.end()
      await closed
      expect(answer).toContain(' 413 ')
      expect(answer).toContain('"edit-too-large"')
    }
  })
})

describe('a page of a deck', () => {
  test('that sends a wrong token loses its socket; with the right one it learns who edits', async () => {
    const { port } = editing.server
    const page = await (await fetch(`${editing.server.url}decks/talk/`)).text()
    const run = /"run":"([^"]+)"/.exec(page)?.[1]
    const open = async () => {
      const socket = await openSocket(port, `/decks/talk/live?run=${run}`)
      if (!(socket instanceof WebSocket)) throw new Error(`refused with ${socket}`)
      return socket
    }
    const wrong = await open()
    const closed = once(wrong, 'close')
    wrong.send(JSON.stringify({ type: 'editing', token: 'wrong', name: 'Mallory', slide: 1, open: null }))
    expect((await closed)[0]).toBe(4403)

    const heard = (socket: WebSocket) => {
      // biome-ignore lint/suspicious/noExplicitAny: any JSON
      const messages: any[] = []
      socket.on('message', (data) => messages.push(JSON.parse(String(data))))
      return messages
    }
    const [one, two] = [await open(), await open()]
    const [ones, twos] = [heard(one), heard(two)]
    const tell = (socket: WebSocket, name: string, slide: number, path: unknown = null) =>
      socket.send(JSON.stringify({ type: 'editing', token: editing.token, name, slide, open: path }))
    tell(one, 'Айгүл\u0000\n ', 1)
    tell(two, '', 2, ['content', 1, 'title'])
    const editors = [
      { number: expect.any(Number), name: 'Айгүл', slide: 1, open: null },
      { number: expect.any(Number), name: '', slide: 2, open: ['content', 1, 'title'] },
    ]
    for (const messages of [ones, twos])
      await expect.poll(() => messages.findLast(({ type }) => type === 'presence')).toMatchObject({ editors })
    expect(ones.find(({ type }) => type === 'presence').you).not.toBe(twos.find(({ type }) => type === 'presence').you)

    const { hash } = await editing.source('talk')
    const made = await editing.edit('talk', {
      base: hash,
      ops: [{ op: 'set', path: ['content', 0, 'text'], value: 'New.' }],
      editor: 7,
    })
    for (const messages of [ones, twos]) {
      await expect.poll(() => messages.filter(({ type }) => type === 'change').length).toBeGreaterThan(0)
      expect(messages.filter(({ type, hash }) => type === 'source' && hash === made.body.hash)).toEqual([
        { type: 'source', hash: made.body.hash, by: 7 },
      ])
    }
    two.close()
    await expect.poll(() => ones.findLast(({ type }) => type === 'presence').editors).toHaveLength(1)
    one.close()
  })
})

describe('other devices', () => {
  const lan = Object.values(networkInterfaces())
    .flatMap((one) => one ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address

  test('edit with the PIN only, and get a key for it', () => {
    const now = 0
    const access = makeEditAccess(true, () => now)
    const pin = access.pin() ?? ''
    const wrong = pin === '000000' ? '111111' : '000000'
    expect(access.allows(access.token, '127.0.0.1')).toBe(true)
    expect(access.allows(access.token, '192.0.2.7')).toBe(false)
    expect(() => access.enter(wrong, '192.0.2.7')).toThrow('edit-pin-wrong')
    // The next try comes too early.
    expect(() => access.enter(pin, '192.0.2.7')).toThrow('edit-pin-wrong')
    const key = access.enter(pin, '192.0.2.8')
    expect(access.allows(key, '192.0.2.8')).toBe(true)
    expect(access.allows('', '192.0.2.8')).toBe(false)
  })

  test('have no PIN where only this machine may connect', () => {
    const access = makeEditAccess(false, () => 0)
    expect(access.pin()).toBeNull()
    for (const pin of ['', '000000', null, undefined])
      expect(() => access.enter(pin, '127.0.0.1')).toThrow('edit-pin-closed')
  })

  test.skipIf(!lan)(
    'reach the server under its address in the network, not with the token of this machine',
    async () => {
      const { server, token } = await openEditing({ 'decks/talk.json': deck }, { network: true })
      const address = `http://${lan}:${server.port}`
      const source = (secret: string) =>
        fetch(`${address}/decks/talk/source`, { headers: { authorization: `Bearer ${secret}` } }).then(
          ({ status }) => status,
        )
      expect(await source(token)).toBe(403)
      const enter = (pin: string) =>
        fetch(`${address}/edit/pin`, {
          method: 'POST',
          headers: { origin: address, 'content-type': 'application/json' },
          body: JSON.stringify({ pin }),
        })
      const entered = await enter(server.editing?.pin() ?? '')
      const { key } = (await entered.json()) as { key: string }
      expect([entered.status, await source(key)]).toEqual([200, 200])
    },
  )
})
