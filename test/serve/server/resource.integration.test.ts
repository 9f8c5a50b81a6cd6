import { rename, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LiveResource } from '../../../src/model/live.ts'
import { sendResource } from '../../../src/serve/server/resource.ts'
import { openServer, type RunningServer } from '../../../src/serve/server/server.ts'
import { ask } from '../ask.ts'
import { deckOf, makeFolder, type Serving, startServing } from '../korme-serve.ts'

describe('a file in ranges', () => {
  let folder: Awaited<ReturnType<typeof makeFolder>>
  let server: RunningServer
  const resources = new Map<string, LiveResource>()

  beforeAll(async () => {
    folder = await makeFolder({ 'film.mp4': '0123456789', 'secret.txt': 'secret' })
    resources.set('film.mp4', { mime: 'video/mp4', file: join(folder.path, 'film.mp4') })
    resources.set('folder', { mime: 'video/mp4', file: folder.path })
    resources.set('pictures/0123456789abcdef', { mime: 'image/png', bytes: Buffer.from('png') })
    server = await openServer({
      network: false,
      handleUpgrade: () => 404,
      onError: (error) => {
        throw error
      },
      addRoutes: (app) =>
        app.get('/*', (c) => {
          const resource = resources.get(c.req.path.slice(1))
          return resource ? sendResource(c, c.req.path.slice(1), resource) : c.notFound()
        }),
    })
  })

  afterAll(async () => {
    await server.close()
    await folder.remove()
  })

  const film = (range?: string, method = 'GET') =>
    ask(server.port, '/film.mp4', range === undefined ? {} : { Range: range }, method)

  test('is sent whole, in part, from the end, and not beyond it', async () => {
    expect(await film()).toMatchObject({
      status: 200,
      body: '0123456789',
      headers: { 'content-type': 'video/mp4', 'accept-ranges': 'bytes', 'content-length': '10' },
    })
    const parts: Record<string, [status: number, body: string, range: string]> = {
      'bytes=0-': [206, '0123456789', 'bytes 0-9/10'],
      'bytes=2-4': [206, '234', 'bytes 2-4/10'],
      'bytes=7-99': [206, '789', 'bytes 7-9/10'],
      'bytes=-3': [206, '789', 'bytes 7-9/10'],
      'bytes=10-': [416, '', 'bytes */10'],
      'bytes=5-2': [416, '', 'bytes */10'],
    }
    for (const [range, [status, body, given]] of Object.entries(parts)) {
      const answer = await film(range)
      expect([range, answer.status, answer.body, answer.headers['content-range']]).toEqual([range, status, body, given])
    }
    expect(await film(undefined, 'HEAD')).toMatchObject({ status: 200, body: '' })
  })

  test('an invalid range does no harm', async () => {
    for (const range of ['bytes=', 'bytes=a-b', 'lines=1-2', 'bytes=0-1,4-5', `bytes=${'9'.repeat(400)}-`, 'bytes=--1'])
      expect([range, (await film(range)).status]).toEqual([range, expect.toSatisfy((n: number) => n < 500)])
  })

  test('a link, a folder or a deleted file is not found', async () => {
    await rename(join(folder.path, 'film.mp4'), join(folder.path, 'kept'))
    expect((await film()).status).toBe(404)
    await symlink(join(folder.path, 'secret.txt'), join(folder.path, 'film.mp4'))
    expect(await film()).toMatchObject({ status: 404, body: 'Not Found\n' })
    expect((await ask(server.port, '/folder')).status).toBe(404)
  })

  test('a name with a hash is cached without limit', async () => {
    const { headers, body } = await ask(server.port, '/pictures/0123456789abcdef')
    expect([headers['cache-control'], headers['content-type'], body]).toEqual([
      'private, max-age=31536000, immutable',
      'image/png',
      'png',
    ])
  })
})

describe('korme serve', () => {
  let folder: Awaited<ReturnType<typeof makeFolder>>
  let serving: Serving

  beforeAll(async () => {
    folder = await makeFolder({
      'decks/talk.json': deckOf(['One'], { name: 'Open' }),
      'decks/.hidden.json': deckOf(['Hidden secret']),
      'decks/notes.txt': 'secret',
      '.env': 'secret',
      'static/img/unnamed.svg': '<svg xmlns="http://www.w3.org/2000/svg"><title>secret</title></svg>',
    })
    await writeFile(join(folder.path, 'decks/қала күні.json'), deckOf(['Қала']))
    serving = await startServing(folder.path)
  })

  afterAll(async () => {
    await serving.end()
    await folder.remove()
  })

  test('serves nothing that no page uses, however the URL is written', async () => {
    const below = ['/', '/decks/', '/decks/talk/', '/client/', '/decks/talk/pictures/', '/decks/talk/talk.files/']
    const ways = [
      ...['../.env', '..%2f.env', '%2e%2e/.env', '%2e%2e%2f.env', '..\\.env', '..%5c.env', '.%00./.env', '....//.env'],
      ...['../decks/talk.json', '..%2f..%2fdecks%2ftalk.json', '/decks/talk.json', 'talk.json', 'decks/talk.json'],
      ...['static/img/unnamed.svg', 'img/unnamed.svg', '.hidden.json', '.hidden/', 'notes.txt', '%252e%252e/.env'],
      ...['?file=../.env', 'thumbnail/../../../.env', 'deck.css/../.env', 'constructor', '__proto__', 'toString', '%'],
      ...['//etc/passwd', '%2fetc%2fpasswd', `${encodeURIComponent(folder.path)}/.env`, ';/.env', 'C:\\secret'],
    ]
    for (const path of below) {
      for (const way of ways) {
        const { status, body } = await ask(serving.port, path + way)
        const known = way.startsWith('?') ? [200, 404] : [302, 400, 404]
        expect([path + way, known.includes(status), body.includes('secret')]).toEqual([path + way, true, false])
      }
    }
  })

  test('serves what pages use, with the security headers', async () => {
    for (const path of ['/', '/decks/talk/', '/decks/talk/thumbnail', '/decks/talk/deck.css', '/client/serve.js']) {
      const { status, headers } = await ask(serving.port, path)
      expect([path, status, headers['x-content-type-options']]).toEqual([path, 200, 'nosniff'])
      expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'self'/)
      expect(headers['content-security-policy']).not.toMatch(/unsafe/)
    }
    expect((await ask(serving.port, '/decks/talk')).headers.location).toBe('/decks/talk/')
    const named = `/decks/${encodeURIComponent('қала күні')}/`
    expect((await ask(serving.port, named)).status).toBe(200)
    expect((await ask(serving.port, named.slice(0, -1))).headers.location).toBe(named)
    expect((await ask(serving.port, '/decks/nothing/')).status).toBe(404)
  })
})
