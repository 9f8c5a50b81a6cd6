import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build } from '../../../src/documents/produce.ts'
import { openPage } from '../../browser.ts'
import { aspects, themes } from '../../gallery/editions.ts'

const quarters = [
  ['Облыс', 'қабылданды', 'қаралуда', 'қайтарылды', 'күтуде'],
  ['Шығыс Қазақстан облысы', 124, 61, 52, 40],
  ['Алматы қаласы', 98, 44, 40, 33],
  ['Түркістан облысы', 77, 49, 41, 30],
]
const parts = 'Жалақы — 40 %\nЖалға алу — 20 %\nТамақ — 14 %\nЖөндеу — 10 %\nКөлік — 9 %\nБасқа — 7 %'
const charts = [
  { kind: 'bar', data: 'Алматы қаласы — 96,4 млрд теңге\nТекелі — 12,8 млрд теңге\nАқсу ауданы — 31,2 млрд теңге' },
  {
    kind: 'bar',
    data: [
      ['Қаңтар', -3.5],
      ['Ақпан', 1.2],
      ['Наурыз', 'н/д'],
      ['Сәуір', 4.8],
    ],
  },
  { kind: 'stack', data: quarters, source: 'есеп' },
  { kind: 'line', data: quarters },
  { kind: 'line', data: '2021 — 312,4\n2022 — 356,8\n2023 — 401,2\n2024 — 447,9' },
  { kind: 'donut', data: parts },
]

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'korme-charts-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function buildCharts(theme: string, aspect: string, content: object[]): Promise<string> {
  const name = `${theme}-${aspect.replace(':', 'x')}-${content.length}`
  const deck = join(folder, `${name}.json`)
  await writeFile(deck, JSON.stringify({ name, lang: 'kk', theme, aspect, content }))
  const built = await build(deck, { root: folder, out: folder })
  expect(built.outputs).toHaveLength(1)
  return readFile(join(folder, `${name}.html`), 'utf8')
}

/** Texts that leave their drawing or touch one another, as the browser draws them. */
const faults = (page: Page): Promise<{ texts: number; outside: string[]; touching: string[] }> =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('svg.chart')].map((svg) => {
      const frame = svg.getBoundingClientRect()
      const texts = [...svg.querySelectorAll('text')].map((text) => ({
        text: text.textContent ?? '',
        box: text.getBoundingClientRect(),
      }))
      // The line height of a font is more than its letters need.
      const touch = (a: DOMRect, b: DOMRect) =>
        a.left < b.right - 1 &&
        b.left < a.right - 1 &&
        a.top + a.height * 0.2 < b.bottom - b.height * 0.2 &&
        b.top + b.height * 0.2 < a.bottom - a.height * 0.2
      return {
        texts: texts.length,
        outside: texts
          .filter(({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1)
          .map(({ text }) => text),
        touching: texts.flatMap((a, i) =>
          texts.slice(i + 1).flatMap((b) => (touch(a.box, b.box) ? `${a.text} ${b.text}` : [])),
        ),
      }
    })
    return {
      texts: all.reduce((sum, { texts }) => sum + texts, 0),
      outside: all.flatMap(({ outside }) => outside),
      touching: all.flatMap(({ touching }) => touching),
    }
  })

describe.each(themes.flatMap((theme) => aspects.map((aspect) => ({ theme, aspect }))))('$theme $aspect', (one) => {
  test('texts stay inside and apart in the browser', async () => {
    const html = await buildCharts(
      one.theme,
      one.aspect,
      charts.map((chart) => ({ title: 'Диаграмма', chart })),
    )
    const { page, errors, close } = await openPage(html, { scripts: false })
    await page.emulateMediaType('print')
    const found = await faults(page)
    expect(errors).toEqual([])
    expect(found.texts).toBeGreaterThan(40)
    expect(found.outside).toEqual([])
    expect(found.touching).toEqual([])
    await close()
  })
})

test('neighbouring areas differ in black and white', async () => {
  const reader = await openPage('<!doctype html><title>reader</title>')
  for (const theme of themes) {
    const html = await buildCharts(theme, '16:9', [{ title: 'Д', chart: { kind: 'donut', data: parts } }])
    const { page, close } = await openPage(html)
    await page.emulateMediaType('print')
    const png = await page.screenshot({ encoding: 'base64' })
    const grey = await greyAt(reader.page, png, await middlesOfParts(page))
    expect(grey).toHaveLength(6)
    for (const [i, part] of grey.entries()) {
      const next = grey[(i + 1) % grey.length]!
      // Either the mean differs, or how much the pattern varies.
      const differs = Math.abs(part.mean - next.mean) > 20 || Math.abs(part.spread - next.spread) > 12
      expect(differs, `${theme}: part ${i + 1} ${JSON.stringify([part, next])}`).toBe(true)
    }
    await close()
  }
  await reader.close()
})

/** The middles of the parts of a ring. Units: px in the window. */
const middlesOfParts = (page: Page): Promise<{ x: number; y: number }[]> =>
  page.evaluate(() => {
    const paths = [...document.querySelectorAll<SVGPathElement>('svg.chart path')]
    const boxes = paths
      .filter((path) => (path.getAttribute('d') ?? '').includes('A'))
      .map((path) => path.getBoundingClientRect())
    const [left, right] = [Math.min(...boxes.map((box) => box.left)), Math.max(...boxes.map((box) => box.right))]
    const [top, bottom] = [Math.min(...boxes.map((box) => box.top)), Math.max(...boxes.map((box) => box.bottom))]
    const radius = ((right - left) / 2) * 0.79
    let turn = 0
    return [0.4, 0.2, 0.14, 0.1, 0.09, 0.07].map((share) => {
      const angle = 2 * Math.PI * (turn + share / 2)
      turn += share
      return { x: (left + right) / 2 + radius * Math.sin(angle), y: (top + bottom) / 2 - radius * Math.cos(angle) }
    })
  })

/** The mean and the standard deviation of the grey around places of a picture. Units: 0 to 255. */
const greyAt = (
  reader: Page,
  png: string,
  places: { x: number; y: number }[],
): Promise<{ mean: number; spread: number }[]> =>
  reader.evaluate(
    async (source, middles) => {
      const image = new Image()
      image.src = `data:image/png;base64,${source}`
      await new Promise((loaded) => image.addEventListener('load', loaded))
      const canvas = document.createElement('canvas')
      canvas.width = image.width
      canvas.height = image.height
      const context = canvas.getContext('2d')!
      context.drawImage(image, 0, 0)
      return middles.map(({ x, y }) => {
        const { data } = context.getImageData(Math.round(x) - 14, Math.round(y) - 14, 28, 28)
        const grey = Array.from(
          { length: 784 },
          (_, i) => 0.2126 * data[4 * i]! + 0.7152 * data[4 * i + 1]! + 0.0722 * data[4 * i + 2]!,
        )
        const mean = grey.reduce((sum, one) => sum + one, 0) / grey.length
        const spread = Math.sqrt(grey.reduce((sum, one) => sum + (one - mean) ** 2, 0) / grey.length)
        return { mean: Math.round(mean), spread: Math.round(spread) }
      })
    },
    png,
    places,
  )
