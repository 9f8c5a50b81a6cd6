import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { fontCodePoints } from '../../src/fonts/cmap.ts'
import type { LivePage } from '../../src/model/wire/live.ts'
import { deckOf, openLiveDeck, slide } from './live-deck.ts'

const root = join(import.meta.dirname, '../..')
const film = join(root, 'test/fixtures/video/h264.mp4')

const pointsOf = (file: string) => fontCodePoints(readFileSync(join(root, 'static/fonts/golos-text', file)))
/** A letter that all files of the font have, and the files that pages load do not. */
const rare = String.fromCodePoint(
  [...pointsOf('400.ttf')].find(
    (one) => one > 0x370 && !pointsOf('400.woff2').has(one) && pointsOf('700.ttf').has(one),
  )!,
)

const slides = [slide('Бірінші'), slide('Екінші'), slide('Үшінші')]
const long = 'Ұзақ мәтіннің сөйлемі бірнеше бетке жалғасады. '.repeat(60)

/** The pages of a slide that a deck shows. */
const pagesOf = (pages: readonly LivePage[], number: number) =>
  pages.filter(({ id }) => id === `s${number}` || id.startsWith(`s${number}-`))

test('a draft looks as the slide will look once it is saved, and leaves the deck as it is', async () => {
  const { live, changes, save } = await openLiveDeck(deckOf(slides))
  const before = live.state()
  const text = deckOf(slides.with(1, slide('Екінші', 'Жаңа мәтін')))
  const draft = await live.draft({ text, slide: 1 })
  expect(draft).toMatchObject({ slide: 1, diagnostics: [] })
  expect(live.state()).toBe(before)
  expect(changes).toEqual([])

  await save(text)
  const saved = live.state()!
  expect(draft!.pages).toEqual(pagesOf(saved.pages, 2))
  for (const rule of draft!.css.split('\n')) expect(saved.css).toContain(rule)
})

test('a draft that is too long has further pages, and says so at its place in the text', async () => {
  const { live, save } = await openLiveDeck(deckOf(slides))
  const text = deckOf(slides.with(1, slide('Екінші', long)))
  const draft = await live.draft({ text, slide: 1 })
  expect(draft!.pages.map(({ id }) => id).slice(0, 2)).toEqual(['s2', 's2-2'])
  const [found] = draft!.diagnostics
  expect(found).toMatchObject({ code: 'text-continued', slide: 2 })

  await save(text)
  expect(live.report().diagnostics).toEqual(draft!.diagnostics)
  const shorter = await live.draft({ text: deckOf(slides), slide: 1 })
  expect(shorter!.pages.map(({ id }) => id)).toEqual(['s2'])
})

test('drafts leave no trace in what is shown later', async () => {
  const plain = await openLiveDeck(deckOf(slides))
  const drafted = await openLiveDeck(deckOf(slides))
  for (const words of [10, 40, 80, 20])
    await drafted.live.draft({ text: deckOf(slides.with(0, slide('Басқа', 'сөз '.repeat(words)))), slide: 0 })
  const text = deckOf(slides.with(0, slide('Басқа', 'сөз '.repeat(40))))
  for (const { save } of [plain, drafted]) await save(text)
  expect(drafted.live.state()).toEqual(plain.live.state())
})

test('a slide of a broken file can be drafted, with its findings', async () => {
  const broken = deckOf(slides).replace('below."\n', 'below."\n,')
  const { live } = await openLiveDeck(broken)
  const text = broken.replace('"Екінші"', '"Екінші\nжол"')
  const draft = await live.draft({ text, slide: 1 })
  expect(draft!.pages[0]!.html).toContain('жол')
  expect(draft!.diagnostics).toMatchObject([{ code: 'line-break-unescaped', slide: 2 }])
  const { start, end } = draft!.diagnostics[0]!.range
  expect(text.slice(start, end)).toBe('\n')
})

test('a draft with errors has no pages, but says what is wrong', async () => {
  const { live } = await openLiveDeck(deckOf(slides))
  const text = deckOf(slides).replace('"Екінші"', 'Екінші')
  const draft = await live.draft({ text, slide: 1 })
  expect(draft).toMatchObject({ pages: [], diagnostics: [{ code: 'value-unquoted', slide: 2 }] })
  expect(text.slice(draft!.diagnostics[0]!.range.start)).toMatch(/^Екінші/)
})

test('a draft is given up when a newer one comes, and is not made without a deck', async () => {
  const { live } = await openLiveDeck(deckOf(slides))
  const newer = new AbortController()
  const text = deckOf(slides.with(1, slide('Екінші', long)))
  const older = live.draft({ text, slide: 1, signal: newer.signal })
  newer.abort()
  expect(await older).toBeNull()
  expect(await live.draft({ text, slide: 7 })).toBeNull()
  expect(await live.draft({ text: deckOf(slides.slice(1)), slide: 1 })).toBeNull()
  expect(await live.draft({ text, slide: 1, tag: 'ru' })).toBeNull()
  const { live: none } = await openLiveDeck('{ "content": [')
  expect(await none.draft({ text, slide: 1 })).toBeNull()
})

test('each language is drafted on its own', async () => {
  const both = [{ title: { kk: 'Бір', ru: 'Один' }, text: { kk: 'Мәтін', ru: 'Текст' } }]
  const { live, save } = await openLiveDeck(deckOf(both, { langs: ['kk', 'ru'] }))
  const text = deckOf([{ ...both[0], text: { kk: 'Жаңа', ru: 'Новый' } }], { langs: ['kk', 'ru'] })
  const drafts = await Promise.all(live.states().map(({ tag }) => live.draft({ text, slide: 0, tag })))
  await save(text)
  expect(live.states().length).toBe(2)
  expect(drafts.map((draft) => draft!.pages)).toEqual(live.states().map(({ pages }) => pages))
})

test('a draft brings the rules that the deck has not needed yet, such as those of its first chart', async () => {
  const { live, save } = await openLiveDeck(deckOf(slides))
  const chart = {
    title: 'Екінші',
    chart: [
      ['Қала', 'Саны'],
      ['Алматы', 10],
      ['Астана', 20],
    ],
  }
  const text = deckOf([slides[0], chart, slides[2]])
  const draft = await live.draft({ text, slide: 1 })
  expect(live.state()!.css).not.toContain('--chart-')
  expect(draft!.css).toContain('--chart-')
  await save(text)
  expect(draft!.pages).toEqual(pagesOf(live.state()!.pages, 2))
  for (const rule of draft!.css.split('\n')) expect(live.state()!.css).toContain(rule)
})

const picture = (color: string) =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: color } })
    .png()
    .toBuffer()

/** What a slide is before and while it is written, of a deck that has needed nothing of the kind yet. */
const needs: [string, object][] = [
  ['the first map', { title: 'Карта', map: { markers: ['Астана'] } }],
  ['the first map, without a title', { map: 'Алматы' }],
  ['a picture', { title: 'Сурет', img_path: '/img/a.png', img_alt: 'Қызыл' }],
  ['a picture behind the slide', { title: 'Сурет', background: '/img/b.png' }],
  ['a video', { title: 'Бейне', video: '/video/film.mp4' }],
  ['people with portraits', { title: 'Топ', people: [{ name: 'Айгүл', img_path: '/img/a.png' }] }],
  ['a map with borders of its own', { title: 'Аудан', map: { geojson: '/geo/place.geojson' } }],
  ['a section more', { title: 'Бөлім', block: '7' }],
  ['a chart', { title: 'Диаграмма', chart: 'Алматы\t10\nАстана\t20' }],
  ['letters that only another font has', { title: 'Белгі ♞ және 😀', text: 'Ω ≈ ∑ ☃' }],
]
const place = {
  type: 'Polygon',
  coordinates: [
    [
      [71, 51],
      [72, 51],
      [72, 52],
      [71, 51],
    ],
  ],
}

test.each(needs)('a draft shows %s at once, as it will look once it is saved', async (_, written) => {
  const sections = [
    { title: 'Бірінші бөлім', block: 'section' },
    slide('Екінші'),
    { title: 'Соңғы бөлім', block: 'section' },
  ]
  const own = [slide('Бастау'), ...sections, slide('Соңы')]
  const files = {
    'static/img/a.png': await picture('red'),
    'static/img/b.png': await picture('blue'),
    'static/video/film.mp4': readFileSync(film),
    'static/geo/place.geojson': JSON.stringify({ type: 'Feature', properties: {}, geometry: place }),
  }
  const { live, changes, save } = await openLiveDeck(deckOf(own), files)
  const before = live.state()
  const text = deckOf(own.with(2, written as never))
  const draft = await live.draft({ text, slide: 2 })
  expect(live.state()).toBe(before)
  expect(changes).toEqual([])
  expect(draft).not.toBeNull()
  const addresses = [...draft!.pages.map(({ html }) => html), draft!.css].flatMap((part) => [
    ...part.matchAll(/(?:pictures|fonts)\/[\w.-]+/g),
  ])
  for (const [address] of addresses) expect(live.resource(address), address).not.toBeNull()

  await save(text)
  expect(draft!.pages).toEqual(pagesOf(live.state()!.pages, 3))
})

test('letters of a draft that the font of the page lacks come with it, and only they', async () => {
  const { live } = await openLiveDeck(deckOf(slides))
  const ask = async (words: string) => (await live.draft({ text: deckOf(slides.with(1, slide(words))), slide: 1 }))!.css
  expect(await ask('Қарапайым сөздер')).not.toContain('@font-face')
  const css = await ask(`Сирек: ${rare}`)
  expect(css).toContain(`unicode-range:U+${rare.codePointAt(0)!.toString(16)}}`)
  expect(await ask('Шахмат ♞')).toMatch(/@font-face\{font-family:"Noto Sans Symbols 2"/)
  expect(await ask('Қарапайым сөздер')).not.toContain('@font-face')
})

test('a slide on a line of its own, without a deck around it, is drafted', async () => {
  const lines = (words: string) => `{"title": "Бірінші"}\n{"title": "${words}", "text": "Мәтін"}\n`
  const { live, save } = await openLiveDeck(lines('Екінші'))
  const draft = await live.draft({ text: lines('Жаңа'), slide: 1 })
  expect(draft!.pages[0]!.html).toContain('Жаңа')
  await save(lines('Жаңа'))
  expect(draft!.pages).toEqual(pagesOf(live.state()!.pages, 2))
})
