import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addFilm, partsOfBody } from '../../../src/serve/edit/add-film.ts'
import { disk } from '../../../src/system/disk.ts'
import { openEditing } from './editing-server.ts'

const film = await readFile(join(import.meta.dirname, '../../fixtures/video/h264.mp4'))
const deck = { 'decks/talk.json': '{ "content": [{ "title": "Film" }] }' }
const asFilm = { 'content-type': 'video/mp4' }

test('a film is added once, under a safe name, and never over another file', async () => {
  const server = await openEditing({ ...deck, 'static/video/ашылу.mp4': 'another file' })
  const add = (name: string) => server.ask(`decks/talk/films?name=${encodeURIComponent(name)}`, film, asFilm)
  expect(await add('Ашылу салтанаты.MP4')).toEqual({
    status: 200,
    body: { path: '/video/Ашылу-салтанаты.mp4', message: '' },
  })
  expect((await add('Ашылу салтанаты.MP4')).body.path).toBe('/video/Ашылу-салтанаты.mp4')
  expect((await add('ашылу.mp4')).body.path).toBe('/video/ашылу-2.mp4')
  expect((await add('../../x/../secret.mp4')).body.path).toBe('/video/secret.mp4')
  expect(await server.file('static/video/ашылу.mp4')).toEqual(Buffer.from('another file'))
  expect(await server.file('static/video/ашылу-2.mp4')).toEqual(film)
  expect(server.bugs).toEqual([])
})

test.each([
  ['a film that no browser plays', Buffer.concat([Buffer.from('RIFF0000AVI LIST'), Buffer.alloc(5_000)]), /ffmpeg/],
  ['a text', Buffer.from('This is no film.'), /is not a video/],
  ['half a film', film.subarray(0, 600), /is not a video/],
  ['nothing', Buffer.alloc(0), /is not a video/],
])('%s is not added, and it is told why', async (_, bytes, message) => {
  const server = await openEditing(deck)
  const { status, body } = await server.ask('decks/talk/films?name=a.avi', new Uint8Array(bytes), asFilm)
  expect(status).toBe(415)
  expect(body.message).toMatch(message)
  expect(await readdir(join(server.folder, 'static/video'))).toEqual([])
  expect(server.bugs).toEqual([])
})

test('a page without the token adds no film, nor does one that sends something else', async () => {
  const server = await openEditing(deck)
  const ask = (headers: Record<string, string>) => server.ask('decks/talk/films?name=a.mp4', film, headers)
  expect((await ask({ ...asFilm, authorization: 'Bearer wrong' })).status).toBe(403)
  expect((await ask({ ...asFilm, origin: 'https://example.com' })).status).toBe(403)
  expect((await ask({ 'content-type': 'text/html' })).status).toBe(415)
  expect(await readdir(join(server.folder, 'static'))).not.toContain('video')
})

test('a film that is too large is refused before all of it has come, and nothing of it stays', async () => {
  const server = await openEditing(deck)
  let sent = 0
  const body = new ReadableStream({
    pull: (controller) => {
      sent++
      controller.enqueue(new Uint8Array(1_000))
    },
  })
  const request = new Request('http://localhost/', { method: 'POST', body, duplex: 'half' } as RequestInit)
  const added = addFilm(partsOfBody(request, 50_000), 'a.mp4', server.folder, disk)
  await expect(added).rejects.toMatchObject({ fault: { code: 'edit-too-large' } })
  expect(sent).toBeLessThan(60)
  expect(await readdir(join(server.folder, 'static/video'))).toEqual([])
})
