import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readImage } from '../../../src/load/assets/image.ts'
import { unseenOn } from '../../../src/model/picture-contrast.ts'
import { openCache } from '../../../src/system/cache.ts'
import { folder } from '../folder.ts'

async function assetOf(bytes: Uint8Array | string, cache = openCache('pictures', folder())) {
  const { image } = await readImage(Buffer.from(bytes), 'logo', { cache, limit: (work) => work() })
  return image!
}

/** A drawing of letters made of bars, as a logo has them. */
const letters = (color: string, ground = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300">${ground}<g fill="${color}">${[
    60, 170, 280, 390, 500,
  ]
    .map((x) => `<rect x="${x}" y="80" width="24" height="140"/><rect x="${x}" y="80" width="70" height="20"/>`)
    .join('')}</g></svg>`

const plate = '<rect width="600" height="300" fill="#0b3a5b"/>'
const medal = '<circle cx="300" cy="40" r="38" fill="#c1121f"/><circle cx="300" cy="260" r="38" fill="#c1121f"/>'
const png = (svg: string) => sharp(Buffer.from(svg)).png().toBuffer()
const photograph = () =>
  sharp({ create: { width: 600, height: 400, channels: 3, background: '#fdfdfd' } })
    .jpeg()
    .toBuffer()

test.each([
  ['a white logo on white', () => png(letters('#ffffff')), '#ffffff', true],
  ['a white logo on paper', () => png(letters('#ffffff')), '#fbfaf7', true],
  ['a nearly white logo on white', () => png(letters('#f4f1e8')), '#ffffff', true],
  ['a white drawing on white', () => letters('#ffffff'), '#ffffff', true],
  ['a drawing in the colour white by name', () => letters('white'), '#ffffff', true],
  ['a drawing of white strokes', () => letters('none" stroke="#fff" stroke-width="6'), '#ffffff', true],
  ['a dark logo on the dark stage', () => png(letters('#0a1040')), '#05080f', true],
  ['a black drawing on black, its colour not written', () => letters('" data-x="'), '#000000', true],
  [
    'a white WebP logo',
    async () =>
      sharp(await png(letters('#ffffff')))
        .webp({ lossless: true })
        .toBuffer(),
    '#ffffff',
    true,
  ],
  [
    'a white logo in a palette',
    async () =>
      sharp(await png(letters('#ffffff')))
        .png({ palette: true })
        .toBuffer(),
    '#ffffff',
    true,
  ],
  [
    'a white GIF logo',
    async () =>
      sharp(await png(letters('#ffffff')))
        .gif()
        .toBuffer(),
    '#ffffff',
    true,
  ],
  ['a white logo on blue', () => png(letters('#ffffff')), '#0b3a5b', false],
  ['a dark logo on white', () => png(letters('#0a1040')), '#ffffff', false],
  ['a grey logo on white', () => png(letters('#bbbbbb')), '#ffffff', false],
  ['a white logo on a plate of its own', () => png(letters('#ffffff', plate)), '#ffffff', false],
  ['a white drawing on a plate of its own', () => letters('#ffffff', plate), '#ffffff', false],
  ['a white logo with red signs', () => png(letters('#ffffff', medal)), '#ffffff', false],
  ['a nearly white photograph', photograph, '#ffffff', false],
  [
    'a white PNG without transparency',
    async () =>
      sharp(await photograph())
        .png()
        .toBuffer(),
    '#ffffff',
    false,
  ],
  [
    'a picture of nothing',
    () => png('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>'),
    '#ffffff',
    false,
  ],
])('%s', async (_, make, ground, unseen) => {
  expect(unseenOn(ground, await assetOf(await make())) !== null).toBe(unseen)
})

test('colours are counted once, and then kept', async () => {
  const bytes = await png(letters('#ffffff'))
  const cache = openCache('pictures', folder())
  const first = await assetOf(bytes, cache)
  expect(first.colors).toEqual([{ color: '#ffffff', share: 1 }])
  expect((await assetOf(bytes, cache)).colors).toEqual(first.colors)
})

test('a photograph is not decoded for its colours', async () => {
  expect(await assetOf(await photograph())).not.toHaveProperty('colors')
})
