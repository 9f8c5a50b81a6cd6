import { readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { deckOf } from '../korme-serve.ts'
import { type EditingServer, hashOf, openEditing } from './editing-server.ts'

let editing: EditingServer
beforeAll(async () => {
  editing = await openEditing({ 'decks/talk.json': deckOf(['One']) })
})

const add = (bytes: Uint8Array, name: string, type = 'application/octet-stream') =>
  editing.ask(`decks/talk/pictures?name=${encodeURIComponent(name)}`, bytes, { 'content-type': type })
const stored = (path: string) => editing.file(`static${path}`)
const picture = (color: string, width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: color } })

describe('a picture', () => {
  test('of a camera is turned upright, scaled, and freed of its metadata', async () => {
    const photo = await picture('#c04020', 6000, 3000)
      .jpeg()
      .withExif({ IFD0: { Artist: 'Somebody' }, IFD3: { GPSLatitude: '43/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const { status, body } = await add(photo, 'IMG 2034.JPG', 'image/jpeg')
    expect([status, body.message]).toEqual([200, ''])
    expect(body.path).toBe('/img/IMG-2034.jpg')
    const { width = 0, height = 0, exif, orientation = 1 } = await sharp(await stored(body.path)).metadata()
    expect([exif, orientation, width / height]).toEqual([undefined, 1, 0.5])
    expect([body.width, body.height]).toEqual([width, height])
    expect(Math.max(width, height)).toBeLessThanOrEqual(3840)
  })

  test('never takes the place of another file; the same picture is stored once', async () => {
    const [red, blue] = await Promise.all([picture('#f00').png().toBuffer(), picture('#00f').png().toBuffer()])
    await writeFile(join(editing.folder, 'static/img/Same.png'), 'mine')
    const paths = []
    for (const bytes of [red, blue, red, blue]) paths.push((await add(bytes, 'logo.png')).body.path)
    expect(paths).toEqual(['/img/logo.png', '/img/logo-2.png', '/img/logo.png', '/img/logo-2.png'])
    expect((await add(red, 'Same.png')).body.path).toBe('/img/Same-2.png')
    expect(String(await stored('/img/Same.png'))).toBe('mine')
  })

  test.each([
    ['../../decks/talk.json', '/img/talk.png'],
    ['..\\..\\evil.png', '/img/evil.png'],
    ['/etc/passwd', '/img/passwd.png'],
    ['a/../../../b.png', '/img/b.png'],
    ['.hidden.png', '/img/hidden.png'],
    ['', '/img/picture.png'],
    ['...', '/img/picture-2.png'],
    ['con.png', '/img/picture-con.png'],
    ['Көктем көрмесі (2).png', '/img/Көктем-көрмесі-2.png'],
    ['a\u0000b.png', '/img/a-b.png'],
    ['a%2fb#c?d.png', '/img/a-2fb-c-d.png'],
    [`${'ұ'.repeat(500)}.png`, `/img/${'ұ'.repeat(60)}.png`],
    ['\u202egnp.exe', '/img/gnp.png'],
  ])('called %j is stored as %s', async (name, path) => {
    const own = await picture(`#${hashOf(name).slice(0, 6)}`)
      .png()
      .toBuffer()
    const { status, body } = await add(own, name)
    expect([status, body.path]).toEqual([200, path])
    expect((await readdir(join(editing.folder, 'static'))).sort()).toEqual(['img'])
  })

  test('is named by what it is, whatever its name says', async () => {
    const webp = await picture('#123456').webp().toBuffer()
    expect((await add(webp, 'a.png')).body.path).toBe('/img/a.webp')
  })
})

describe('a drawing', () => {
  const svg = (body: string) =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">${body}</svg>`)
  test('is freed of scripts, and that is told', async () => {
    const bad = svg(
      '<script>alert(1)</script><rect width="9" height="9" onload="alert(2)"/><a href="javascript:alert(3)"><path d="M0 0h9"/></a>',
    )
    const { status, body } = await add(bad, 'plan.svg', 'image/svg+xml')
    expect([status, body.path]).toEqual([200, '/img/plan.svg'])
    expect(body.message).toContain('script')
    const text = String(await stored('/img/plan.svg'))
    expect(text).not.toMatch(/script|onload|alert/)
    expect(text).toContain('<rect')
  })

  test('that unfolds without end is refused', async () => {
    const bomb = Buffer.from(
      `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>`,
    )
    expect(await add(bomb, 'bomb.svg')).toMatchObject({ status: 415, body: { code: 'image-svg-unsafe' } })
  })
})

describe('what is no picture is refused in words', () => {
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(64)])
  test.each<[what: string, bytes: Uint8Array, code: string, words: RegExp]>([
    ['a HEIC', heic, 'image-type-unknown', /HEIC.*PNG/],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'image-type-unknown', /PDF/],
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'image-type-unknown', /IMG_1\.jpg/],
    ['nothing', Buffer.alloc(0), 'image-type-unknown', /empty/],
    ['half a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]), 'edit-picture-broken', /damaged/],
  ])('%s', async (_what, bytes, code, words) => {
    const { status, body } = await add(bytes, 'IMG_1.jpg', 'image/jpeg')
    expect([status, body.code]).toEqual([415, code])
    expect(body.message).toMatch(words)
  })

  test('and so is a picture in a form of a web page', async () => {
    const refused = await add(await picture('#fff').png().toBuffer(), 'a.png', 'multipart/form-data; boundary=x')
    expect(refused).toMatchObject({ status: 415, body: { code: 'edit-type-unfit' } })
  })
})

test('pictures are not written through a link out of the project', async () => {
  const { folder, ask } = await openEditing({ 'decks/talk.json': deckOf(['One']) })
  const outside = temporaryFolder('outside')
  await rm(join(folder, 'static/img'), { recursive: true })
  await symlink(outside, join(folder, 'static/img'))
  const refused = await ask('decks/talk/pictures?name=a.png', await picture('#abc').png().toBuffer(), {
    'content-type': 'image/png',
  })
  expect(refused).toMatchObject({ status: 403, body: { code: 'edit-outside-project' } })
  expect(await readdir(outside)).toEqual([])
})
