import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { describe, expect, test } from 'vitest'
import { createQr } from '../../../src/blocks/qr.ts'
import { contrastRatio } from '../../../src/model/color.ts'
import { mapColors } from '../../../src/model/map-colors.ts'
import { faultsOf, violationsOf } from '../../accessible.ts'
import { openPage } from '../../browser.ts'
import { buildMaps, hasPack, project } from './fixture.ts'

const centres =
  'Алматы Астана Шымкент Қарағанды Талдықорған Ақтау Өскемен Ақтөбе Қостанай Павлодар Семей Түркістан Тараз Қызылорда Атырау Орал Петропавл Көкшетау Қонаев Жезқазған'
const codes = [10, 11, 15, 19, 23, 27, 31, 33, 35, 39, 43, 47, 55, 59, 61, 62, 63, 71, 75, 79].map((n) => `KZ-${n}`)
const regions = Object.fromEntries(codes.map((code, i) => [code, 528.2 + ((i * 709) % 1700)]))
const line = {
  type: 'LineString',
  coordinates: [
    [71, 43],
    [74, 46],
    [77, 43],
  ],
}

const maps = [
  { markers: centres.split(' '), caption: 'Жиырма орталық', source: 'есеп' },
  { regions, unit: 'мың адам', caption: 'Халық саны' },
  { regions: Object.fromEntries(codes.slice(0, 9).map((code, i) => [code, ['көп', 'орташа', 'аз'][i % 3]])) },
  'Қарағанды облысы',
  '51.1694, 71.4491',
  { base: 'world', markers: ['Германия', 'АҚШ', 'Қытай', 'Астана', 'Түркия'] },
  { geojson: { type: 'Feature', properties: { name: 'Жол' }, geometry: line }, markers: ['Тараз', 'Алматы'] },
  { regions, view: 'Түркістан облысы', unit: 'мың адам' },
]

interface Seen {
  label: string
  overlaps: string[]
  outside: string[]
  /** The smallest size of a text. Units: px. */
  least: number
  words: number
  /** Of the smallest text: those that are not drawn have none. Units: px. */
  width: number
  raster: number
  /** Texts that a line from a label to its mark runs over, and ends of such lines outside of the map. */
  crossed: string[]
}

/** What is wrong with the maps of a page, as the browser draws them. */
const look = (page: Page): Promise<Seen[]> =>
  page.evaluate(() => {
    const boxOf = (element: Element) => element.getBoundingClientRect()
    return [...document.querySelectorAll('svg.map')].map((svg) => {
      const frame = boxOf(svg)
      const texts = [...svg.querySelectorAll('text')].map((text) => ({
        text: text.textContent ?? '',
        box: boxOf(text),
        size: Number.parseFloat(getComputedStyle(text).fontSize),
        element: text,
      }))
      // The line height of a font is more than its letters need: a fifth at the top and the foot is air.
      const touch = (a: DOMRect, b: DOMRect) => {
        const air = (box: DOMRect) => box.height * 0.2
        return (
          a.left < b.right - 1 &&
          b.left < a.right - 1 &&
          a.top + air(a) < b.bottom - air(b) &&
          b.top + air(b) < a.bottom - air(a)
        )
      }
      const leads = [...svg.querySelectorAll<SVGPathElement>('.m-lead')].map((lead) => {
        const matrix = lead.getScreenCTM()!
        const length = lead.getTotalLength()
        const points = Array.from({ length: 41 }, (_, i) =>
          lead.getPointAtLength((length * i) / 40).matrixTransform(matrix),
        )
        return { lead, points }
      })
      // A line that is drawn before a text goes under its plate.
      const isBefore = (lead: Element, text: Element) =>
        (lead.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) > 0
      const isIn = ({ x, y }: DOMPoint, { left, right, top, bottom }: DOMRect, part: number) =>
        x > left && x < right && y > top + (bottom - top) * part && y < bottom - (bottom - top) * part
      const over = leads.flatMap(({ lead, points }) =>
        texts.flatMap(({ text, box, element }) =>
          !isBefore(lead, element) && points.some((point) => isIn(point, box, 0.2)) ? [text] : [],
        ),
      )
      const away = leads.flatMap(({ points }) => points).filter((point) => !isIn(point, frame, 0))
      return {
        crossed: [...over, ...away.map(({ x, y }) => `${x}, ${y}`)],
        label: svg.getAttribute('aria-label') ?? '',
        overlaps: texts.flatMap((a, i) =>
          texts.slice(i + 1).flatMap((b) => (touch(a.box, b.box) ? [`${a.text} | ${b.text}`] : [])),
        ),
        outside: texts.flatMap(({ text, box }) =>
          box.left < frame.left || box.right > frame.right || box.top < frame.top - 1 || box.bottom > frame.bottom + 1
            ? [text]
            : [],
        ),
        least: Math.min(...texts.map(({ size }) => size)),
        words: texts.length,
        width: Math.min(...texts.map(({ box }) => box.width)),
        raster: svg.querySelectorAll('image, foreignObject').length,
      }
    })
  })

interface Setting {
  aspect: string
  pack: boolean
  slide: object
  theme: string
  /** The smallest size of a text. Units: px. */
  least: number
}

describe.each<Setting>([
  { aspect: '16:9', pack: false, slide: {}, theme: 'official', least: 16 },
  { aspect: '16:9', pack: true, slide: {}, theme: 'official', least: 16 },
  { aspect: '4:3', pack: true, slide: {}, theme: 'official', least: 16 },
  { aspect: '16:9', pack: true, slide: { text: 'Мәтін' }, theme: 'official', least: 16 },
  { aspect: '16:9', pack: true, slide: {}, theme: 'contrast', least: 28 },
  { aspect: '4:3', pack: false, slide: {}, theme: 'contrast', least: 28 },
  { aspect: '16:9', pack: true, slide: {}, theme: 'stage', least: 18 },
])('maps at $aspect, outlines: $pack, beside $slide, theme $theme', ({ aspect, pack, slide, theme, least }) => {
  test.skipIf(pack && !hasPack)('labels do not overlap, everything is inside, nothing is a bitmap', async () => {
    const built = await buildMaps(maps, { folder: await project({}, { pack }), aspect, slide, theme })
    const { page, errors, requests, close } = await openPage(built.html, { scripts: false })
    await page.emulateMediaType('print')
    const seen = await look(page)
    await close()
    expect(seen.length).toBe(maps.length)
    expect(seen.flatMap(({ overlaps }) => overlaps)).toEqual([])
    expect(seen.flatMap(({ outside }) => outside)).toEqual([])
    expect(Math.min(...seen.map((one) => one.least))).toBe(least)
    expect(
      seen.every(({ words, width, raster, label }) => words > 3 && width > 5 && raster === 0 && label !== ''),
    ).toBe(true)
    expect([errors, requests]).toEqual([[], []])
    // The largest letters leave no room for twenty names in a low map.
    if (theme === 'contrast') return
    expect(seen.flatMap(({ crossed }) => crossed)).toEqual([])
    expect(built.codes.filter((code) => code === 'map-labels-hidden')).toEqual([])
  })
})

test('a map has its own title and description, and its table is for screen readers only', async () => {
  const built = await buildMaps([{ regions: { 'KZ-35': 5, 'KZ-10': 7 } }, 'Алматы', 'Алматы'])
  const { page, close } = await openPage(built.html)
  const labels = await page.$$eval('svg.map', (all) =>
    all.map((svg) => [svg.getAttribute('role'), svg.getAttribute('aria-label')]),
  )
  const ids = await page.$$eval('[id]', (all) => all.map(({ id }) => id))
  const table = await page.$eval('.aside', (aside) => {
    const { width, height } = aside.getBoundingClientRect()
    return { size: width * height, text: aside.textContent }
  })
  await close()
  expect(labels).toEqual([
    ['img', 'Картада 2 өңірдің мәндері көрсетілген: Абай облысы — 7; Қарағанды облысы — 5.'],
    ['img', 'Картада Алматы белгіленген.'],
    ['img', 'Картада Алматы белгіленген.'],
  ])
  expect(new Set(ids).size).toBe(ids.length)
  expect(table.size).toBeLessThanOrEqual(1)
  expect(table.text).toContain('Абай облысы')
})

test('axe-core finds nothing on slides of maps, html-validate nothing in their page', async () => {
  const { html } = await buildMaps([
    ...maps,
    'https://go.2gis.com/x',
    { regions: { Турция: 3, Китай: 5 }, link: 'https://osm.org' },
  ])
  expect(await faultsOf(html)).toEqual([])
  expect(await violationsOf(html)).toEqual([])
})

test.each(['official', 'calm', 'contrast', 'stage'])('colours of maps are readable in the theme %s', (theme) => {
  const file = join(import.meta.dirname, '../../../themes', theme, 'theme.json')
  const chain = [JSON.parse(readFileSync(file, 'utf8'))]
  for (let { extends: from } = chain[0]; from; from = chain[0].extends) {
    chain.unshift(JSON.parse(readFileSync(join(file, '../..', from, 'theme.json'), 'utf8')))
  }
  const colors = Object.assign({}, ...chain.map((one) => one.colors))
  const made = mapColors(colors)
  const ratio = (a: string, b: string) => contrastRatio(made[a]!, made[b]!)
  for (const ground of ['own', 'land', 'sea']) {
    expect(ratio('ink', ground)).toBeGreaterThanOrEqual(4.5)
    expect(ratio('soft', ground)).toBeGreaterThanOrEqual(4.5)
    expect(ratio('mark', ground)).toBeGreaterThanOrEqual(3)
  }
  expect(ratio('ink', 'plate')).toBeGreaterThanOrEqual(4.5)
  for (let i = 1; i <= 5; i++) expect(ratio(`class${i}`, `on${i}`)).toBeGreaterThanOrEqual(4.5)
  for (let i = 1; i <= 6; i++) expect(ratio(`kind${i}`, `onKind${i}`)).toBeGreaterThanOrEqual(4.5)
  for (let i = 1; i < 5; i++) expect(ratio(`class${i}`, `class${i + 1}`)).toBeGreaterThan(1.2)
})

test('a QR code holds the address, with a quiet zone; one too long is none', () => {
  const said = { text: 'QR', lang: 'kk' } as const
  expect(createQr('https://yandex.kz/maps/?text=Алматы', said)).toMatchObject({ label: 'QR', lang: 'kk' })
  const code = createQr('https://osm.org', said)!
  expect(code.path.startsWith('M4,4h7v1h-7z')).toBe(true)
  expect(code.size).toBe(25 + 8)
  expect(createQr(`https://example.kz/${'x'.repeat(900)}`, said)).toBeNull()
})
