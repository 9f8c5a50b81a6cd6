import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { page as words } from '../../src/languages/kk/page.ts'
import type { LaidOutDeck, PlacedBox, TextView } from '../../src/model/laid-out.ts'
import { renderHtml } from '../../src/render/render-html.ts'
import { faultsOf } from '../accessible.ts'
import { openPage } from '../browser.ts'
import { readPdf } from '../pdf-file.ts'
import { fontFiles, officialTheme } from './laid-out.ts'
import { allLayouts, photograph } from './pages.ts'

const client = (name: string) => readFileSync(join(import.meta.dirname, '../../build/client', name), 'utf8')
/** The bundled styles, and no script: what is tested is the page that stands there before any runs. */
const parts = () => ({
  script: 'document.documentElement.dataset.ran = "yes"',
  style: client('deck.css'),
  fonts: fontFiles(officialTheme()),
  notes: true,
  words,
})

/** The page as it is without JavaScript: all slides, one below the other. */
const asDocument = (html: string) => html.replace(/<\/?noscript>/g, '')

const views = (boxes: readonly PlacedBox[]) =>
  boxes.filter(({ template }) => template === 'text').map(({ view }) => view as TextView)

const textOf = ({ page }: TextView) =>
  page.paragraphs.map(
    ({ marker, lines }) =>
      (marker && `${marker} `) +
      lines.map(({ runs, end }) => runs.map(({ text }) => text).join('') + (end === 'space' ? ' ' : '')).join(''),
  )

const aspects = ['16:9', '4:3'] as const
const decks = new Map<string, LaidOutDeck>()
beforeAll(async () => {
  for (const aspect of aspects) decks.set(aspect, await allLayouts(aspect))
})

describe.each(aspects)('every layout on a stage of %s', (aspect) => {
  test('opens with no error, no request, nothing refused by its policy', async () => {
    const { page, errors, requests, close } = await openPage(renderHtml(decks.get(aspect)!, parts()))
    expect({ errors, requests }).toEqual({ errors: [], requests: [] })
    expect(await page.evaluate(() => document.documentElement.dataset.ran)).toBe('yes')
    expect(await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'error').length)).toBe(0)
    const data = await page.$eval('#deck-data', (element) => JSON.parse(element.textContent ?? ''))
    expect(data).toMatchObject({ start: 0, ...decks.get(aspect)!.stage, lang: 'kk', words })
    await close()
  })

  test('keeps every text inside its box, every box inside the stage, every line on one line', async () => {
    const deck = decks.get(aspect)!
    const { page, close } = await openPage(asDocument(renderHtml(deck, parts())))
    const measured = await page.evaluate(() =>
      [...document.querySelectorAll('.slide')].map((slide) => {
        const stage = slide.getBoundingClientRect()
        return [...slide.querySelectorAll<HTMLElement>('div.box')].map((box) => {
          const outer = box.getBoundingClientRect()
          const content = box.firstElementChild?.getBoundingClientRect() ?? outer
          const lines = [...box.querySelectorAll('.ln')].map((line) => ({
            rows: new Set([...line.getClientRects()].map(({ top }) => Math.round(top))).size,
            right: line.getBoundingClientRect().right - outer.right,
          }))
          return {
            name: `${slide.id} ${box.className}`,
            below: content.bottom - outer.bottom,
            outside: Math.max(
              stage.left - outer.left,
              stage.top - outer.top,
              outer.right - stage.right,
              outer.bottom - stage.bottom,
            ),
            torn: lines.filter(({ rows }) => rows > 1).length,
            beyond: Math.max(-1, ...lines.map(({ right }) => right)),
          }
        })
      }),
    )
    expect(measured).toHaveLength(deck.pages.length)
    const wrong = measured.flat().filter((m) => m.below > 0.5 || m.outside > 0.5 || m.torn > 0 || m.beyond > 0.5)
    expect(wrong).toEqual([])
    await close()
  })

  test('shows each text as it is, in the order in which it is read', async () => {
    const deck = decks.get(aspect)!
    const { page, close } = await openPage(asDocument(renderHtml(deck, parts())))
    const shown = await page.$$eval('.slide', (slides) =>
      slides.map((slide) =>
        [...slide.querySelectorAll('h1, h2, .prose > p, .prose > h3, .prose li')].map((element) => {
          const copy = element.cloneNode(true) as HTMLElement
          for (const suffix of copy.querySelectorAll('.suffix')) suffix.remove()
          return copy.textContent
        }),
      ),
    )
    expect(shown).toEqual(deck.pages.map(({ boxes }) => views(boxes).flatMap(textOf)))
    await close()
  })

  test('holds one h1, no style attribute, no markup of doubtful kind', async () => {
    const html = renderHtml(decks.get(aspect)!, parts())
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).not.toMatch(/<[^>]+ style=/)
    expect(await faultsOf(html)).toEqual([])
  })
})

test('a wider letter moves no line', async () => {
  const { page, close } = await openPage(asDocument(renderHtml(decks.get('16:9')!, parts())))
  const heights = () => page.$$eval('.prose, h1, h2', (all) => all.map((one) => one.getBoundingClientRect().height))
  const before = await heights()
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('.slide *')) element.style.letterSpacing = '.01em'
  })
  expect(await heights()).toEqual(before)
  await close()
})

test('without a script all slides stand one below the other', async () => {
  const deck = decks.get('16:9')!
  const { page, close } = await openPage('about:blank')
  await page.setJavaScriptEnabled(false)
  await page.goto(`data:text/html;base64,${Buffer.from(renderHtml(deck, parts())).toString('base64')}`)
  const tops: number[] = []
  for (const slide of await page.$$('section')) tops.push((await slide.boundingBox())?.y ?? -1)
  expect(tops).toHaveLength(deck.pages.length)
  expect(tops.every((top, i) => i === 0 || top >= tops[i - 1]! + deck.stage.height)).toBe(true)
  await close()
})

test('prints one page a slide, while the show runs', async () => {
  const deck = decks.get('16:9')!
  const { page, errors, close } = await openPage(renderHtml(deck, { ...parts(), script: client('deck.js') }))
  await page.waitForSelector('.reveal.ready')
  expect(errors).toEqual([])
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  const { pages } = await readPdf(pdf)
  expect(pages).toHaveLength(deck.pages.length)
  expect([pages[0]!.width, pages[0]!.height]).toEqual([960, 540])
  // Links are written where they stand, as print order is the order of copied text.
  expect(pages[2]!.text.replace(/[^\p{L}]/gu, '')).toContain('Жылсайынjobalarexamplekzекіншібет')
  await close()
})

test('a picture used on many slides is stored once and seen on each', async () => {
  const deck = decks.get('16:9')!
  const html = renderHtml(deck, parts())
  const { wide, tall } = await photograph()
  for (const { bytes } of [wide, tall]) {
    expect(html.split(Buffer.from(bytes).toString('base64'))).toHaveLength(2)
  }
  const { page, close } = await openPage(asDocument(html))
  const drawn = await page.$$eval('.slide img', (images) =>
    images.map((image) => {
      const { backgroundImage } = getComputedStyle(image)
      return image.naturalWidth > 1 || backgroundImage.startsWith('url("data:image/')
    }),
  )
  expect(drawn.length).toBeGreaterThan(5)
  expect(drawn).not.toContain(false)
  await close()
})

test('notes are left out of a page that is handed on', () => {
  const deck = decks.get('16:9')!
  expect(renderHtml(deck, parts())).toContain('Тек баяндамашыға')
  expect(renderHtml(deck, { ...parts(), notes: false })).not.toContain('Тек баяндамашыға')
})
