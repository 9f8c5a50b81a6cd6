import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { check } from '../../src/build.ts'
import { fitPictures, type PictureSizes } from '../../src/deck/fit-pictures.ts'
import { largestUses } from '../../src/deck/picture-uses.ts'
import type { LaidOutDeck } from '../../src/model/laid-out.ts'
import { folder } from '../load/folder.ts'

const shipped = join(import.meta.dirname, '../../static/img')
const photo = (name: string) => readFileSync(join(shipped, name))

/** A photograph that is easy to encode: hills out of focus. */
const softPhoto = (width: number, height: number) => {
  const data = Buffer.from(Array.from({ length: 16 * 9 * 3 }, (_, i) => (i * 97) % 256))
  return sharp(data, { raw: { width: 16, height: 9, channels: 3 } })
    .resize(width, height, { kernel: 'cubic', fit: 'fill' })
    .jpeg({ quality: 90 })
    .toBuffer()
}

/** Lays out slides of a project with these pictures. */
async function deckOf(
  content: object[],
  pictures: Record<string, Uint8Array>,
  more: object = {},
): Promise<LaidOutDeck> {
  const files = Object.fromEntries(Object.entries(pictures).map(([name, bytes]) => [`static/img/${name}`, bytes]))
  const text = JSON.stringify({ name: 'A', lang: 'en', content, ...more })
  const { editions } = await check(join(folder({ ...files, 'decks/a.json': text }), 'decks/a.json'))
  return editions[0]!.deck
}

/** The pictures of an output: their width and resolution where they are largest. Units: px, px per inch. */
async function picturesOf(deck: LaidOutDeck, sizes: PictureSizes) {
  const { deck: fitted } = await fitPictures(deck, sizes)
  const boxes = fitted.pages.flatMap((page) => page.boxes)
  const uses = largestUses(fitted, [{ boxes, scale: sizes.scale ?? 1 }], false)
  return [...uses.values()].map(({ picture: { file, width, bytes, mime }, width: shown }) => ({
    file: file.replace('static/img/', ''),
    width,
    ppi: Math.round((width * 96) / shown),
    sizeBytes: bytes.length,
    mime,
  }))
}

test('a logo of 512 px has 200 ppi on slides, and again on sheets', async () => {
  const logo = photo('logo.png')
  const deck = await deckOf([{ title: 'One' }], { 'logo.png': logo }, { logo_path: '/img/logo.png', logo_title: 'A' })
  const [onSlides] = await picturesOf(deck, { isScreen: true })
  const [onSheets] = await picturesOf(deck, { scale: 0.25 })
  for (const one of [onSlides!, onSheets!]) {
    expect(one.ppi).toBeGreaterThanOrEqual(200)
    expect(one.ppi).toBeLessThan(215)
    expect(one.sizeBytes).toBeLessThan(logo.length)
  }
  expect(onSheets!.width).toBeLessThan(onSlides!.width / 3)
})

test('a photograph beside a text has 200 ppi, and no more than it has', async () => {
  const soft = await softPhoto(3000, 2000)
  const small = await softPhoto(300, 200)
  const content = [
    { title: 'One', text: 'A text', img_path: '/img/soft.jpg' },
    { title: 'Two', text: 'A text', img_path: '/img/small.jpg' },
  ]
  const found = await picturesOf(await deckOf(content, { 'soft.jpg': soft, 'small.jpg': small }), { isScreen: true })
  expect(found[0]!.ppi).toBeGreaterThanOrEqual(200)
  expect(found[0]!.ppi).toBeLessThan(206)
  expect(found[1]).toMatchObject({ width: 300, sizeBytes: small.length })
})

test('one file is encoded once, at its largest use', async () => {
  const content = [
    { title: 'Small', text: 'A text', img_path: '/img/a.jpg' },
    { title: 'Large', background: '/img/a.jpg' },
  ]
  const deck = await deckOf(content, { 'a.jpg': await softPhoto(4000, 2250) })
  const { deck: fitted } = await fitPictures(deck)
  const asset = fitted.assets.get('/img/a.jpg')!
  expect(asset).toMatchObject({ kind: 'image', width: 2667 })
  expect(await picturesOf(deck, {})).toEqual([expect.objectContaining({ width: 2667, ppi: 200 })])
})

test.each([
  ['a soft photograph keeps 3,840 px', 'soft.jpg', 3840],
  ['a photograph with much detail keeps what 250 kB hold', 'dala.jpg', 2304],
])('%s where it fills the slide of a screen', async (_, name, width) => {
  const bytes = name === 'soft.jpg' ? await softPhoto(4000, 2250) : photo(name)
  const content = [{ title: 'One' }, { title: 'Two', background: `/img/${name}` }]
  const [found] = await picturesOf(await deckOf(content, { [name]: bytes }), { isScreen: true })
  // Encoders of other versions differ a little.
  expect(found!.width / width).toBeCloseTo(1, 1)
  expect(Math.ceil(found!.sizeBytes / 3) * 4).toBeLessThanOrEqual(250_000)
})

test('drawings and animations stay as they are', async () => {
  const frames = await Promise.all(
    ['#f00', '#00f'].map((background) =>
      sharp({ create: { width: 800, height: 400, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  const moving = sharp(frames, { join: { animated: true } })
  const pictures = {
    'a.gif': await moving.clone().gif().toBuffer(),
    'a.webp': await moving.clone().webp().toBuffer(),
    'a.svg': photo('jarys.svg'),
  }
  const content = Object.keys(pictures).map((name) => ({ title: 'One', text: 'A text', img_path: `/img/${name}` }))
  const deck = await deckOf(content, pictures)
  const before = await picturesOf(deck, { scale: 0.01 })
  const after = [...deck.assets.values()].map((asset) => (asset.kind === 'image' ? asset.bytes.length : 0))
  expect(before).toHaveLength(3)
  expect(before.map(({ sizeBytes }) => sizeBytes).sort()).toEqual(after.sort())
})

test('people, galleries and posters are found, too', async () => {
  const bytes = await softPhoto(2000, 2000)
  const content = [
    {
      block: '13',
      people: [
        { name: 'A B', img: '/img/a.jpg' },
        { name: 'C D', img: '/img/a.jpg' },
      ],
    },
    { title: 'G', img_path: ['/img/b.jpg', '/img/c.jpg'] },
  ]
  const deck = await deckOf(content, {
    'a.jpg': bytes,
    'b.jpg': await softPhoto(2001, 2000),
    'c.jpg': await softPhoto(2002, 2000),
  })
  const found = await picturesOf(deck, {})
  expect(found.map(({ file }) => file).sort()).toEqual(['a.jpg', 'b.jpg', 'c.jpg'])
  for (const { ppi } of found) expect(ppi).toBeLessThan(206)
})
