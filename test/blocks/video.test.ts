import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { formatDuration, placeVideo } from '../../src/blocks/video/place-video.ts'
import type { VideoView } from '../../src/blocks/video/types.ts'
import { localize } from '../../src/deck/localize.ts'
import { toDeck } from '../../src/deck/to-deck.ts'
import { layout } from '../../src/layout/layout.ts'
import { type Asset, posterKey } from '../../src/model/asset.ts'
import type { BlockEngine } from '../../src/model/block-type.ts'
import type { PlacedBox, QrView } from '../../src/model/laid-out.ts'
import type { Box } from '../../src/model/theme.ts'
import type { VideoPlayer } from '../../src/model/wire/video-player.ts'
import { join, type LayoutFixture, loadOfficial, pictures } from '../layout/fixture.ts'
import { source } from '../source.ts'

let ours: LayoutFixture
beforeAll(async () => {
  ours = await loadOfficial()
})

const film = { kind: 'file', file: '/p/film.mp4', mime: 'video/mp4', sizeBytes: 9, lengthS: 205 } as const
const assets = new Map<string, Asset>([
  ...pictures,
  ['/film.mp4', { ...film, name: 'deck.files/жаз №1.mp4' }],
  ['/k.vtt', { kind: 'captions', file: 'k.vtt', cues: [{ start: 1, end: 2, text: '<b>A</b>' }] }],
])

function set(slide: object, aspect: '16:9' | '4:3' = '16:9', more = assets, deck: object = {}) {
  const content = [{ title: 'A', text: 'B' }, slide]
  const read = toDeck(source(JSON.stringify({ lang: 'kk', aspect, content, ...deck }))).deck
  const engines = new Map([['video', { place: placeVideo } as unknown as BlockEngine]])
  const { laidOut, diagnostics: found } = layout(localize(read, 'kk').deck, { ...ours, assets: more, engines })
  const pages = laidOut.pages.slice(1)
  const box = pages[0]!.boxes.find(({ template }) => template === 'video')
  return { pages, boxes: pages[0]!.boxes, box, view: box?.view as VideoView, found, stage: laidOut.stage }
}

const playerOf = (view: VideoView) => JSON.parse(view.player!) as VideoPlayer
const youtube = 'https://youtu.be/dQw4w9WgXcQ'
const codes = (slide: object) => set(slide).found.map(({ code }) => code)

test('a video file of the project is centred at 16:9, with its length and captions', () => {
  const { box, boxes, view } = set({
    title: 'T',
    video: { src: '/film.mp4', captions: [{ src: '/k.vtt', lang: 'kk' }, { src: '/missing.vtt' }] },
  })
  expect(box!.width / box!.height).toBeCloseTo(16 / 9, 1)
  expect(view).toMatchObject({
    href: 'deck.files/%D0%B6%D0%B0%D0%B7%20%E2%84%961.mp4',
    label: 'Бейнені ойнату',
    length: '3:25',
    fileName: 'жаз №1.mp4',
    poster: null,
  })
  const captions = [{ lang: 'kk', label: 'Қазақ тілі', cues: [[1, 2, '<b>A</b>']] }]
  const plays = { start: 0, end: null, autoplay: false, muted: false, loop: false, captions }
  expect(playerOf(view)).toEqual({ kind: 'file', src: view.href, ...plays })
  expect(boxes.map(({ template }) => template)).not.toContain('qr')
})

test('all options of an object reach the player and the length', () => {
  const video = { src: '/film.mp4', start: 5, end: 65, autoplay: true, muted: true, loop: true }
  const { view } = set({ title: 'T', video })
  expect(playerOf(view)).toMatchObject({ start: 5, end: 65, autoplay: true, muted: true, loop: true })
  expect(view.length).toBe('1:00')
})

test("the author's poster, or a still of the video, fills the box; one of another aspect ratio stays uncropped", () => {
  const poster = (path: string) => set({ video: { src: '/film.mp4', poster: path } }).view.poster
  expect(poster('photo.jpg')).toMatchObject({ fit: 'cover', picture: { file: 'photo.jpg' } })
  expect(poster('tall.jpg')).toMatchObject({ fit: 'contain' })
  const still = pictures.get('wide.jpg')!
  const taken = new Map(assets).set(posterKey({ path: '/film.mp4', time: 7 }), still)
  expect(set({ video: { src: '/film.mp4', poster_time: 7 } }, '16:9', taken).view.poster?.picture).toBe(still)
  expect(set({ video: { src: '/film.mp4', poster_time: 8 } }, '16:9', taken).view.poster).toBeNull()
})

test("a provider's video has its title, a note, its address and a QR code", () => {
  const { boxes, box, view } = set({ title: 'T', video: { src: `${youtube}?t=90`, title: 'Көктем' } })
  expect(box!.frame).toBe('https://www.youtube-nocookie.com')
  expect(view).toMatchObject({
    href: `${youtube}?t=90`,
    label: 'Бейнені ойнату: Көктем (YouTube, интернет қажет)',
    fileName: null,
  })
  expect(playerOf(view)).toMatchObject({ kind: 'frame', title: 'Көктем' })
  const told = boxes.filter(({ region }) => region === 'legend')
  expect(told.map((one) => join([one]))).toEqual(['Көктем', 'YouTube · интернет қажет', 'youtu.be/dQw4w9WgXcQ?t=90'])
  expect(boxes.some(({ template }) => template === 'qr')).toBe(true)
  expect(set({ video: { src: youtube, qr: false } }).boxes.some(({ template }) => template === 'qr')).toBe(false)
})

test('a page without a player is linked, not embedded', () => {
  const { box, view } = set({ video: 'https://t.me/akorda/12' })
  expect(view).toMatchObject({ href: 'https://t.me/akorda/12', player: null })
  expect(box!.frame).toBeUndefined()
})

test.each([
  [{ video: 'http://169.254.169.254/a.mp4' }, ['video-address-private']],
  [{ video: 'https://' }, ['video-address-broken']],
  [{ video: 'Бейне: https://youtu.be/dQw4w9WgXcQ' }, ['video-text-ignored']],
  [{ video: 'https://www.youtube.com/@akorda' }, ['video-id-missing']],
  [{ video: { src: youtube, autoplay: true } }, ['video-autoplay-remote']],
  [{ video: { src: youtube, captions: [{ src: '/k.vtt' }] } }, ['captions-remote']],
  [{ video: { src: '/film.mp4', start: 9, end: 9 } }, ['video-times-wrong']],
  [{ video: { src: '/film.mp4', start: 205 } }, ['video-times-wrong']],
  [{ video: { src: '/film.mp4', start: 1, end: 2, autoplay: true } }, []],
  [{ video: youtube }, []],
])('%j: %j', (slide, expected) => expect(codes(slide)).toEqual(expected))

test('missing files and unreachable addresses are reported and not linked', () => {
  for (const video of ['/missing.mp4', 'javascript:alert(1)', 'http://169.254.169.254/a', '<iframe src="data:a,b">']) {
    const { boxes } = set({ title: 'T', video })
    const card = boxes.find(({ template }) => template === 'card')!
    expect(card.view).toMatchObject({ kind: 'video', href: null })
    expect(join([card])).toBe(video)
    expect(JSON.stringify(boxes)).not.toMatch(/"href":"/)
  }
})

const apart = (a: Box, b: Box) =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y

/** The part of a code that is printed: its quiet zone may lie over the ground. */
function inked(box: PlacedBox): Box {
  if (box.template !== 'qr') return box
  const zone = Math.ceil((box.width * 4) / (box.view as QrView).size)
  return { x: box.x + zone, y: box.y + zone, width: box.width - 2 * zone, height: box.height - 2 * zone }
}

test('the quiet zone of a code extends beyond its column only on a background as light as it', () => {
  const scanX = (background: string) => {
    const { boxes } = set({ title: 'T', background, video: 'https://example.kz/video/1' })
    const at = (name: string) => boxes.find(({ region }) => region === name)!.x
    return at('scan') - at('legend')
  }
  expect(scanX('')).toBeLessThan(0)
  expect(scanX('#ffffff')).toBe(scanX(''))
  expect([scanX('#0b3a5b'), scanX('photo.jpg')]).toEqual([0, 0])
})

test('whatever a video shows, nothing overlaps or leaves the stage, and a code can be scanned', () => {
  const title = fc.constantFrom(null, 'Көктем', 'Ұзақ атау '.repeat(12).trim(), 'Өте ұзақ атау. '.repeat(60).trim())
  const src = fc.constantFrom(
    '/film.mp4',
    youtube,
    `https://example.kz/${'ұзақ-жол/'.repeat(30)}`,
    `https://${'a'.repeat(60)}.example.kz/`,
  )
  const slide = fc.constantFrom(
    {},
    { title: 'Тақырып' },
    { title: 'Тақырып', text: 'Мәтін. '.repeat(30) },
    { text: 'М' },
  )
  const aspect = fc.constantFrom('16:9' as const, '4:3' as const)
  fc.assert(
    fc.property(title, src, slide, aspect, (title, src, around, aspect) => {
      const { pages, stage } = set({ ...around, video: { src, ...(title ? { title } : {}) } }, aspect)
      for (const { boxes } of pages) {
        const placed = boxes.map(inked)
        for (const [i, a] of placed.entries()) {
          expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= stage.width && a.y + a.height <= stage.height).toBe(true)
          for (const b of placed.slice(i + 1))
            expect(apart(a, b), JSON.stringify([boxes[i], b]).slice(0, 300)).toBe(true)
        }
      }
      const all = pages.flatMap(({ boxes }) => boxes)
      const code = all.find(({ template }) => template === 'qr')
      // 25 mm of a slide that is 277 mm wide, an A4 sheet on its side within its margins.
      if (src !== '/film.mp4' && src.length < 200) expect((inked(code!).width / 1280) * 277).toBeGreaterThan(25)
      if (title) expect(join(all.filter(({ region }) => region === 'legend' || region === 'body'))).toContain(title)
    }),
    { numRuns: 96 },
  )
})

test.each([
  [0.4, '0:01'],
  [59.6, '1:00'],
  [3725, '1:02:05'],
  [0, null],
  [Number.NaN, null],
])('%d seconds are %s', (seconds, shown) => expect(formatDuration(seconds)).toBe(shown))

test('a title next to a low picture stays with its code, not on a page of its own', () => {
  const slide = { title: 'T', text: 'Мәтін', video: { src: youtube, title: 'Форумның ашылу салтанаты, күндіз' } }
  const { pages, boxes, box } = set(slide, '4:3')
  expect(pages).toHaveLength(1)
  const code = boxes.find(({ template }) => template === 'qr')!
  const legend = boxes.filter(({ region }) => region === 'legend')
  expect(legend).toHaveLength(3)
  for (const { x, y, width, height } of legend) {
    expect(x >= code.x + code.width || x + width <= code.x || y >= code.y + code.height || y + height <= code.y).toBe(
      true,
    )
    expect(y + height).toBeLessThanOrEqual(box!.y + box!.height)
  }
})

test('a QR code extends beyond its column by its quiet zone only if that is not visible', () => {
  const video = { src: youtube, title: 'Жаз' }
  const edges = ['#ffffff', '#101820'].map((ground) => {
    const { boxes } = set({ title: 'T', video }, '16:9', assets, { colors: { ground } })
    const code = boxes.find(({ template }) => template === 'qr')!
    const zone = Math.floor((code.width * 4) / (code.view as QrView).size)
    return { hangs: boxes.find(({ region }) => region === 'legend')!.x - code.x, zone }
  })
  expect(edges).toEqual([
    { hangs: edges[0]!.zone, zone: edges[0]!.zone },
    { hangs: 0, zone: edges[0]!.zone },
  ])
  expect(edges[0]!.zone).toBeGreaterThan(8)
})
