import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readImage } from '../../../src/load/assets/image.ts'
import { openCache } from '../../../src/system/cache.ts'
import { folder } from '../folder.ts'

const upright = { IFD0: { Artist: 'SECRET' }, IFD3: { GPSLatitude: '51/1 10/1 0/1' } }

const read = (bytes: Uint8Array | string) =>
  readImage(Buffer.from(bytes), 'a.png', { cache: openCache('pictures', folder()), limit: (work) => work() })

/** A picture with a red left half and a blue right half. */
function halves(width: number, height: number) {
  const left = { create: { width: width / 2, height, channels: 3 as const, background: '#ff0000' } }
  return sharp({ create: { width, height, channels: 3, background: '#0000ff' } }).composite([
    { input: left, left: 0, top: 0 },
  ])
}

/** A picture with no two pixels alike, as hard to encode as any. */
function noise(width: number, height: number, channels: 3 | 4 = 3) {
  const data = Buffer.alloc(width * height * channels)
  for (let i = 0, state = 1; i < data.length; i++)
    data[i] = (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24
  return sharp(data, { raw: { width, height, channels } })
}

async function imageOf(bytes: Uint8Array | string) {
  const { image, problem } = await read(bytes)
  expect(problem).toBeNull()
  return image!
}

const contains = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(text)
const decoded = (bytes: Uint8Array) => sharp(bytes).removeAlpha().raw().toBuffer()

test.each(['png', 'jpeg', 'webp', 'gif'] as const)(
  'a small %s goes in as it is, without what it tells',
  async (format) => {
    const picture = halves(64, 48).withExif(upright).withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">SECRET</x:xmpmeta>')
    const bytes = await picture.toFormat(format).toBuffer()
    const image = await imageOf(bytes)
    expect(image).toMatchObject({ kind: 'image', mime: `image/${format}`, width: 64, height: 48 })
    expect(image.hash).toMatch(/^[0-9a-f]{32}$/)
    if (format !== 'gif') expect(contains(bytes, 'SECRET')).toBe(true)
    expect(contains(image.bytes, 'SECRET')).toBe(false)
    expect((await decoded(image.bytes)).equals(await decoded(bytes))).toBe(true)
    const { exif, xmp, width } = await sharp(image.bytes).metadata()
    expect({ exif, xmp, width }).toEqual({ exif: undefined, xmp: undefined, width: 64 })
  },
)

test('an unchanged picture keeps its colour profile', async () => {
  const bytes = await halves(64, 48).withIccProfile('p3').withExif(upright).jpeg().toBuffer()
  const image = await imageOf(bytes)
  expect((await sharp(image.bytes).metadata()).icc).toEqual((await sharp(bytes).metadata()).icc)
})

test('data that a camera appends to a JPEG are removed', async () => {
  const bytes = await halves(64, 48).jpeg().toBuffer()
  const image = await imageOf(Buffer.concat([bytes, Buffer.from('SECRET film')]))
  expect(Buffer.from(image.bytes)).toEqual(bytes)
  const progressive = await noise(64, 48).jpeg({ progressive: true }).toBuffer()
  expect(Buffer.from((await imageOf(Buffer.concat([progressive, bytes]))).bytes)).toEqual(progressive)
})

test.each(['jpeg', 'png', 'webp'] as const)(
  'a %s taken sideways is turned, and says nothing of where',
  async (format) => {
    const image = await imageOf(
      await halves(400, 200).withExif(upright).withMetadata({ orientation: 6 }).toFormat(format).toBuffer(),
    )
    expect(image).toMatchObject({ width: 200, height: 400 })
    const { exif, orientation } = await sharp(image.bytes).metadata()
    expect({ exif, orientation }).toEqual({ exif: undefined, orientation: undefined })
    const pixels = await sharp(image.bytes).removeAlpha().raw().toBuffer()
    const top = [...pixels.subarray(0, 3)]
    const bottom = [...pixels.subarray(-3)]
    expect(top[0]! > 200 && top[2]! < 50 && bottom[0]! < 50 && bottom[2]! > 200).toBe(true)
  },
)

test.each([2, 3, 4, 5, 6, 7, 8])('EXIF orientation %i is understood as sharp understands it', async (orientation) => {
  const corner = {
    input: { create: { width: 80, height: 30, channels: 3 as const, background: '#ffff00' } },
    left: 0,
    top: 0,
  }
  const marked = await sharp(await halves(160, 120).png().toBuffer())
    .composite([corner])
    .png()
    .toBuffer()
  const bytes = await sharp(marked).withMetadata({ orientation }).png().toBuffer()
  const image = await imageOf(bytes)
  const expected = await sharp(bytes).autoOrient().removeAlpha().raw().toBuffer()
  expect((await decoded(image.bytes)).equals(expected)).toBe(true)
})

/** What a picture takes of a page. Units: bytes. */
const inPage = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').length

test('a photograph of 12 megapixels that is hard to compress takes at most 250 kB', async () => {
  const image = await imageOf(await noise(4000, 3000).jpeg({ quality: 50 }).toBuffer())
  expect(image.mime).toBe('image/jpeg')
  expect(inPage(image.bytes)).toBeLessThanOrEqual(250_000)
  expect(image.width / image.height).toBeCloseTo(4 / 3, 2)
})

test('an ordinary photograph of 12 megapixels keeps 2,560 pixels', async () => {
  const soft = await noise(16, 12).resize(4000, 3000, { kernel: 'cubic' }).jpeg().toBuffer()
  const image = await imageOf(soft)
  expect(image).toMatchObject({ mime: 'image/jpeg', width: 2560, height: 1920 })
  expect(inPage(image.bytes)).toBeLessThanOrEqual(250_000)
})

test('transparency is kept', async () => {
  for (const source of [
    sharp({ create: { width: 3000, height: 300, channels: 4, background: '#0a5c8c80' } }),
    noise(1200, 800, 4),
  ]) {
    const image = await imageOf(await source.png().toBuffer())
    const { hasAlpha, width } = await sharp(image.bytes).metadata()
    expect(hasAlpha && width! <= 3840 && inPage(image.bytes) <= 250_000).toBe(true)
  }
})

test('a large drawing in PNG stays a PNG with its sharp edges', async () => {
  const image = await imageOf(await halves(3840, 2160).png().toBuffer())
  expect(image).toMatchObject({ mime: 'image/png', width: 3840, height: 2160 })
})

test('AVIF, which older browsers do not show, and CMYK become JPEG', async () => {
  const avif = await imageOf(await halves(64, 48).avif().toBuffer())
  expect(avif).toMatchObject({ mime: 'image/jpeg', width: 64, height: 48 })
  const press = await imageOf(await halves(64, 48).toColourspace('cmyk').jpeg().toBuffer())
  expect((await sharp(press.bytes).metadata()).space).toBe('srgb')
})

test('an animated picture stays animated', async () => {
  const frames = await Promise.all(
    ['#f00', '#0f0', '#00f'].map((background) =>
      sharp({ create: { width: 20, height: 10, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  const bytes = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer()
  expect(Buffer.from((await imageOf(bytes)).bytes)).toEqual(bytes)
})

test('a scaled picture comes from the cache the next time', async () => {
  const cache = openCache('pictures', folder())
  const bytes = await halves(4800, 300).jpeg().toBuffer()
  let decodings = 0
  const queue = <R>(work: () => Promise<R>) => {
    decodings++
    return work()
  }
  const first = await readImage(bytes, 'a.jpg', { cache, limit: queue })
  const second = await readImage(bytes, 'b.jpg', { cache, limit: queue })
  expect(decodings).toBe(1)
  expect({ ...second.image, file: 'a.jpg', bytes: null }).toEqual({ ...first.image, bytes: null })
  expect(Buffer.from(second.image!.bytes)).toEqual(Buffer.from(first.image!.bytes))
})

test.each([
  ['', 'empty'],
  ['Мұнда сурет болуы керек еді', 'text'],
  ['<!DOCTYPE html><html></html>', 'HTML'],
  ['%PDF-1.7\n', 'PDF'],
  ['II*\0aaaaaaaaaaaa', 'TIFF'],
  ['BMaaaaaaaaaaaaaa', 'BMP'],
  ['\0\0\0\x18ftypheic\0\0\0\0mif1', 'HEIC'],
  ['PK\u0003\u0004aaaa', 'ZIP'],
  ['\u0000\u0001\u0002\u0003', null],
])('%j is no picture', async (content, seen) => {
  const { image, problem } = await read(Buffer.from(content, content.includes('М') ? 'utf8' : 'latin1'))
  expect(image).toBeNull()
  expect(problem).toMatchObject({ code: 'image-type-unknown', file: 'a.png', seen })
})

test('a truncated picture is broken if it must be decoded', async () => {
  for (const source of [
    halves(2400, 1600).jpeg(),
    halves(2400, 1600).png(),
    noise(400, 300).jpeg(),
    noise(40, 30).webp(),
    noise(40, 30).png(),
  ]) {
    const bytes = await source.toBuffer()
    for (const part of [0.2, 0.6, 0.95]) {
      const { problem } = await read(bytes.subarray(0, Math.floor(bytes.length * part)))
      expect(problem).toMatchObject({ code: 'image-broken' })
    }
  }
})

/** A PNG that says it has these dimensions; there are no pixels behind it. */
async function claims(width: number, height: number) {
  const bytes = Buffer.from(await halves(2, 2).png().toBuffer())
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

test('30,000 x 30,000 pixels are refused by the header alone', async () => {
  const { problem } = await read(await claims(30_000, 30_000))
  expect(problem).toEqual({
    code: 'image-dimensions-too-large',
    file: 'a.png',
    width: 30_000,
    height: 30_000,
    limitMegapixels: 268,
  })
  expect((await read(await claims(0xffffffff, 0xffffffff))).problem).toMatchObject({
    code: 'image-dimensions-too-large',
  })
})

test('a drawing has its size, a cleaned one a finding, and a large one is refused', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480"><g/></svg>'
  expect(await imageOf(svg)).toMatchObject({ mime: 'image/svg+xml', width: 640, height: 480 })
  const { image, problem } = await read(svg.replace('<g/>', '<script>1</script>'))
  expect(Buffer.from(image!.bytes).toString()).not.toContain('script')
  expect(problem).toEqual({ code: 'image-svg-cleaned', file: 'a.png', removed: ['script'] })
  expect((await read(svg.replace('<g/>', ' '.repeat(4_100_000)))).problem).toMatchObject({ code: 'asset-too-large' })
})

test('the header readers never throw, whatever the bytes', async () => {
  const sources = await Promise.all([
    halves(64, 48).withExif(upright).jpeg().toBuffer(),
    halves(64, 48).withExif(upright).png().toBuffer(),
    halves(64, 48).withExif(upright).webp().toBuffer(),
    halves(64, 48).gif().toBuffer(),
  ])
  let state = 7
  const next = (below: number) => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) % below
  for (let run = 0; run < 400; run++) {
    const bytes = Buffer.from(sources[run % 4]!)
    for (let i = 0; i < 4; i++) bytes[4 + next(Math.min(300, bytes.length - 4))] = next(256)
    const { image, problem } = await read(bytes.subarray(0, bytes.length - next(3) * next(40)))
    expect(image !== null || problem !== null).toBe(true)
  }
})
