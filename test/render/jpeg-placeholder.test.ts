import fc from 'fast-check'
import sharp, { type Sharp } from 'sharp'
import { expect, test } from 'vitest'
import { jpegPlaceholder } from '../../src/render/jpeg-placeholder.ts'

const picture = (width: number, height: number) => {
  const noise = Buffer.from(Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * 7919 + (i >> 5)) % 251))
  return sharp(noise, { raw: { width, height, channels: 3 } })
}

const cases: [string, Sharp][] = [
  ['of ordinary colours', picture(320, 180).jpeg()],
  ['whose last blocks are cut', picture(333, 187).jpeg({ chromaSubsampling: '4:4:4' })],
  ['in several passes', picture(200, 100).jpeg({ progressive: true })],
  ['in grey', picture(123, 77).greyscale().jpeg()],
  ['with a profile', picture(400, 100).withIccProfile('p3').jpeg()],
  ['that lies on its side', picture(400, 100).withMetadata({ orientation: 6 }).jpeg()],
]

test.each(cases)('the placeholder of a picture %s is a small picture like it', async (_, made) => {
  const jpeg = await made.toBuffer()
  const placeholder = jpegPlaceholder(jpeg, 'abc123')!
  expect(placeholder.length).toBeLessThan(jpeg.length / 2)
  const [theirs, own] = [await sharp(jpeg).metadata(), await sharp(placeholder).metadata()]
  for (const key of ['format', 'width', 'height', 'channels', 'space', 'icc', 'orientation'] as const)
    expect(own[key]).toEqual(theirs[key])
  // Decoding fails if there is too little data, and warns of too much.
  const { data } = await sharp(placeholder, { failOn: 'warning' }).raw().toBuffer({ resolveWithObject: true })
  expect(new Set(data).size).toBe(1)
  expect(Buffer.from(placeholder).includes('korme-picture:abc123')).toBe(true)
})

test('pictures of four colours, of other kinds and those that are small have none', async () => {
  const bytes = [
    await picture(320, 180).toColourspace('cmyk').jpeg().toBuffer(),
    await picture(320, 180).png().toBuffer(),
    await sharp({ create: { width: 64, height: 64, channels: 3, background: '#888' } })
      .jpeg()
      .toBuffer(),
  ]
  for (const one of bytes) expect(jpegPlaceholder(one, 'a')).toBeNull()
})

test('files that are cut off or damaged are read to their end, and no further', async () => {
  const jpeg = await picture(64, 64).jpeg().toBuffer()
  const position = fc.nat(700)
  fc.assert(
    fc.property(fc.nat(jpeg.length), fc.array(fc.tuple(position, fc.nat(255))), (length, changes) => {
      const damaged = Buffer.from(jpeg)
      for (const [at, value] of changes) damaged[at] = value
      const placeholder = jpegPlaceholder(damaged.subarray(0, length), 'a')
      expect(placeholder === null || placeholder.length * 2 < length).toBe(true)
    }),
  )
})
