import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type Channel, openChannel, type Peer } from '../../../src/serve/server/channel.ts'
import { makeHostCheck } from '../../../src/serve/server/host-check.ts'
import { openServer, type RunningServer } from '../../../src/serve/server/server.ts'
import { ask, openSocket, sendRaw } from '../ask.ts'

let server: RunningServer
let channel: Channel<string>
let catchUps = 0
const heard: [who: string, message: unknown][] = []
const gone: string[] = []
const bugs: unknown[] = []

beforeAll(async () => {
  channel = openChannel<string>({
    onMessage: ({ info }, message) => heard.push([info, message]),
    onClose: ({ info }) => gone.push(info),
    catchUp: () => ({ all: ++catchUps }),
  })
  server = await openServer({
    network: false,
    addRoutes: (app) => {
      app.get('/', (c) => c.text('home'))
      app.get('/bug', () => {
        throw new Error('a bug')
      })
    },
    onError: (error) => bugs.push(error),
    handleUpgrade: ({ path, query }) =>
      path === '/live' ? (socket) => channel.accept(socket, query.get('name') ?? 'nobody') : 404,
  })
})

afterAll(async () => {
  channel.close()
  await server.close()
})

const next = async (socket: WebSocket) => JSON.parse(String((await once(socket, 'message'))[0]))

/** Opens a socket that must be accepted. */
async function enter(name: string): Promise<WebSocket> {
  const socket = await openSocket(server.port, `/live?name=${name}`)
  if (typeof socket === 'number') throw new Error(`refused with ${socket}`)
  return socket
}

describe('access', () => {
  test('accepts only names of this machine with the right port', async () => {
    const { port } = server
    const status = async (host: string) => (await ask(port, '/', { Host: host })).status
    for (const name of ['127.0.0.1', 'localhost', 'LocalHost', '[::1]'])
      expect(await status(`${name}:${port}`)).toBe(200)
    for (const host of [
      `evil.example:${port}`,
      `localhost.evil.example:${port}`,
      `127.0.0.1.evil.example:${port}`,
      `evil.example@127.0.0.1:${port}`,
      `127.0.0.1:${port}@evil.example`,
      '127.0.0.1',
      `127.0.0.1:${port + 1}`,
      `192.168.0.7:${port}`,
      `0.0.0.0:${port}`,
    ])
      expect([host, await status(host)]).toEqual([
        host,
        expect.toSatisfy((code: number) => code === 403 || code === 400),
      ])
    expect((await sendRaw(port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).status).toBe(400)
    expect((await sendRaw(port, 'GET / HTTP/1.0\r\n\r\n')).status).toBeGreaterThanOrEqual(400)
  })

  test('an absolute target does not replace the Host header', async () => {
    const { status, body } = await ask(server.port, `http://127.0.0.1:${server.port}/`, { Host: 'evil.example' })
    expect([status >= 400, body]).not.toContain('home')
  })

  test('only a server for the network accepts the addresses of the machine', () => {
    const [closed, open] = [makeHostCheck({ port: 80, network: false }), makeHostCheck({ port: 80, network: true })]
    expect([closed.isOwnHost('localhost'), open.isOwnHost('localhost')]).toEqual([true, true])
    expect([closed.isOwnHost('evil.example'), open.isOwnHost('evil.example')]).toEqual([false, false])
  })

  test('accepts sockets only from pages of the same origin', async () => {
    const { port } = server
    const refused = { 'https://evil.example': 403, null: 403, '': 403, [`http://localhost:${port}`]: 403 }
    for (const [origin, status] of Object.entries(refused))
      expect([origin, await openSocket(port, '/live', { Origin: origin })]).toEqual([origin, status])
    expect(await openSocket(port, '/live', { Origin: `https://127.0.0.1:${port}` })).toBe(403)
    expect(
      await openSocket(port, '/live', { Origin: `http://evil.example:${port}`, Host: `evil.example:${port}` }),
    ).toBe(403)
    const noOrigin = await ask(port, '/live', upgrade)
    expect(noOrigin.status).toBe(403)
    expect(await openSocket(port, '/elsewhere')).toBe(404)
    const allowed = await openSocket(port, '/live')
    expect(allowed).toBeInstanceOf(WebSocket)
    ;(allowed as WebSocket).terminate()
  })
})

const upgrade = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Version': '13',
}

describe('responses', () => {
  test('every response has the security headers', async () => {
    const answers = await Promise.all([
      ask(server.port, '/'),
      ask(server.port, '/nothing'),
      ask(server.port, '/bug'),
      ask(server.port, '/', {}, 'POST'),
      ask(server.port, '/', { Host: 'evil.example' }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 500, 405, 403])
    // The response says nothing about a bug; its stack goes to `onError`.
    expect(answers[2].body).toBe('Internal Server Error\n')
    expect(bugs.map((bug) => (bug as Error).stack)).toEqual([expect.stringMatching(/a bug\n\s+at /)])
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'no-store',
        'content-security-policy': expect.stringContaining("frame-ancestors 'self'"),
      })
      expect(headers).not.toHaveProperty('access-control-allow-origin')
    }
    expect(answers[2]?.body).not.toContain('a bug')
  })

  test('allows only GET and HEAD, and says so', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE']) {
      const { status, headers } = await ask(server.port, '/', {}, method)
      expect([method, status, headers.allow]).toEqual([method, 405, 'GET, HEAD'])
    }
    expect(await ask(server.port, '/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' })
  })

  test('refuses malformed requests and keeps running', async () => {
    const { port } = server
    const garbage = [
      'GARBAGE\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`,
      `GET /${'a'.repeat(100_000)} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`,
      `POST / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\n`,
      `GET /\u0000 HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`,
      '\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n',
    ]
    for (const bytes of garbage) {
      // Node may reset the connection while the rest of what it refuses is still on its way.
      const answer = await sendRaw(port, bytes).catch((error: NodeJS.ErrnoException) => error.code)
      if (answer !== 'ECONNRESET') expect(answer).toMatchObject({ status: expect.toSatisfy((n: number) => n >= 400) })
    }
    for (const target of ['/%', '/%ff', '/%c0%ae', '//', '/\\', '*'])
      expect([target, (await ask(port, target)).status]).toEqual([target, expect.toSatisfy((n: number) => n >= 400)])
    expect((await ask(port, '/')).body).toBe('home')
  })

  test('an upgrade to anything but a WebSocket gets a status at once', async () => {
    const { port } = server
    const own = { Origin: `http://127.0.0.1:${port}` }
    expect((await ask(port, '/live', { ...upgrade, ...own, Upgrade: 'h2c' })).status).toBe(400)
    expect((await ask(port, '/live', { ...upgrade, ...own }, 'POST')).status).toBe(400)
    expect((await ask(port, '/live', { ...upgrade, ...own, 'Sec-WebSocket-Key': 'short' })).status).toBe(400)
    expect((await ask(port, '/live', { ...upgrade, ...own, 'Sec-WebSocket-Version': '99' })).status).toBe(400)
  })

  test('clients that disconnect early do no harm', async () => {
    for (let i = 0; i < 20; i++) {
      const socket = connect(server.port, '127.0.0.1')
      await once(socket, 'connect')
      socket.write(i % 2 ? 'GET / HT' : `GET /live HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n`)
      socket.resetAndDestroy()
    }
    expect((await ask(server.port, '/')).body).toBe('home')
  })
})

describe('the channel', () => {
  test('carries messages both ways, and reports closed sockets', async () => {
    const [one, two] = await Promise.all([enter('one'), enter('two')])
    const both = Promise.all([next(one), next(two)])
    channel.broadcast({ hello: 'all' })
    expect(await both).toEqual([{ hello: 'all' }, { hello: 'all' }])
    const only = next(two)
    channel.broadcast('for two', ({ info: about }) => about === 'two')
    expect(await only).toBe('for two')
    one.send('{"slide":3}')
    await expect.poll(() => heard).toContainEqual(['one', { slide: 3 }])
    one.terminate()
    two.close()
    await expect.poll(() => gone).toEqual(expect.arrayContaining(['one', 'two']))
  })

  test('sends heartbeats to every page, with their interval', async () => {
    const own = openChannel<null>({ catchUp: () => null, heartbeatMs: () => 20 })
    const running = await openServer({
      addRoutes: () => {},
      onError: () => {},
      handleUpgrade: () => (socket) => own.accept(socket, null),
      network: false,
    })
    const sockets = await Promise.all([openSocket(running.port, '/'), openSocket(running.port, '/')])
    for (const socket of sockets)
      for (let i = 0; i < 2; i++)
        expect(await next(socket as WebSocket)).toEqual({ type: 'heartbeat', heartbeatMs: 20 })
    own.close()
    await running.close()
  })

  test('closes a socket that sends invalid JSON, binary data, or too much', async () => {
    const closes = async (data: string | Buffer) => {
      const socket = await enter('bad')
      socket.send(data)
      const [code] = await once(socket, 'close')
      return code
    }
    expect(await closes('{"slide":')).toBe(1007)
    expect(await closes(Buffer.from([1, 2, 3]))).toBe(1007)
    expect(await closes(JSON.stringify('x'.repeat(70_000)))).toBe(1009)
  })

  test('a page that does not read delays no other page, and gets the newest state when it reads again', async () => {
    const [slow, quick] = await Promise.all([enter('slow'), enter('quick')])
    const peer = [...channel.peers()].find(({ info: about }) => about === 'slow') as Peer<string>
    slow.pause()
    const before = catchUps
    const load = 'x'.repeat(500_000)
    for (let i = 0; i < 60; i++) {
      const arrived = next(quick)
      channel.broadcast({ i, load })
      expect(await arrived).toMatchObject({ i })
    }
    expect(catchUps).toBe(before)
    const seen: { i?: number; all?: number }[] = []
    slow.on('message', (data) => seen.push(JSON.parse(String(data))))
    slow.resume()
    await expect.poll(() => seen.at(-1)).toEqual({ all: before + 1 })
    expect(seen.length).toBeLessThan(60)
    const after = next(slow)
    peer.send('again')
    expect(await after).toBe('again')
    slow.terminate()
    quick.terminate()
  })
})

describe('ports', () => {
  test('reports a taken port, and finds the next free one', async () => {
    const other = createServer()
    other.listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const nothing = { addRoutes: () => {}, onError: () => {}, handleUpgrade: () => 404, network: false }
    await expect(openServer({ ...nothing, port })).rejects.toMatchObject({
      fault: { code: 'port-taken', port, last: port },
      exitCode: 3,
    })
    other.close()
    const [first, second] = [await openServer(nothing), await openServer(nothing)]
    expect(second.port).toBeGreaterThan(first.port)
    expect(second.isFallbackPort).toBe(true)
    await Promise.all([first.close(), second.close()])
  })

  test('a server stops at once, even with open connections', async () => {
    const own = openChannel<null>({ catchUp: () => null })
    const running = await openServer({
      addRoutes: () => {},
      onError: () => {},
      handleUpgrade: () => (socket) => own.accept(socket, null),
      network: false,
    })
    const socket = await openSocket(running.port, '/')
    const idle = connect(running.port, '127.0.0.1')
    await once(idle, 'connect')
    idle.write('GET / HTTP/1.1\r\n')
    // An aborted connection may end with an error or without.
    idle.on('error', () => {})
    const cut = new Promise((resolve) => idle.on('close', resolve))
    const closed = once(socket as WebSocket, 'close')
    await running.close()
    own.close()
    await Promise.all([closed, cut])
  })
})
