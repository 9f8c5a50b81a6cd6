import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { build } from '../../src/documents/produce.ts'
import type { LaidOutDeck, LaidOutPage, PlacedBox, QrView, TextView } from '../../src/model/laid-out.ts'
import type { LayoutVariant } from '../../src/model/theme.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { aspects, galleryDeck, nameOf, type Shown, showGallery, themes } from './editions.ts'

/** A page in a line: what stands where, in which size. Shape: `text-image title 80,72 640x52 44px | image …`. */
const lineOf = ({ layout, boxes, ornament }: LaidOutPage) =>
  [layout, ...(ornament ? ['ornament'] : []), boxes.map(boxLine).join(' | ')].join(' ')

function boxLine({ region, x, y, width, height, view }: PlacedBox): string {
  const { size, page } = view as Partial<TextView>
  const lines = page?.paragraphs.reduce((sum, paragraph) => sum + paragraph.lines.length, 0)
  return `${region} ${x},${y} ${width}x${height}${size ? ` ${size}px ${lines} lines` : ''}`
}

const boxesOf = (deck: LaidOutDeck, lang: string) =>
  deck.pages.map((page, i) => `${lang} ${String(i + 1).padStart(2, '0')} ${lineOf(page)}\n`).join('')

const overlap = (one: PlacedBox, other: PlacedBox) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

const variants: LayoutVariant[] = [
  'cover',
  'text',
  'text-image',
  'text-image-left',
  'text-image-wide',
  'continued',
  'image',
  'image-full',
  'video',
  'map',
  'media-text-wide',
  'columns',
  'columns-3',
  'section',
  'quote',
  'number',
  'table',
  'people',
  'timeline',
  'closing',
  'chart',
]

const laidOut = new Map<string, ReturnType<typeof showGallery>>()

/** The gallery in a theme on a stage, laid out once for all tests. */
function galleryIn(one: Pick<Shown, 'theme' | 'aspect'>): ReturnType<typeof showGallery> {
  const name = nameOf(one)
  const made = laidOut.get(name) ?? showGallery(one.theme, one.aspect)
  laidOut.set(name, made)
  return made
}

describe.each(themes.flatMap((theme) => aspects.map((aspect) => ({ theme, aspect }))))('$theme $aspect', (one) => {
  // A change that moves things shows here; once it is wanted: npx vitest run test/gallery -u
  test('every box stands where it stood', async () => {
    const { editions, diagnostics } = await galleryIn(one)
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
    const text = editions.map(({ lang, deck }) => boxesOf(deck, lang)).join('\n')
    await expect(text).toMatchFileSnapshot(`../fixtures/gallery/boxes/${nameOf(one)}.txt`)
    for (const { deck } of editions) {
      const shown = new Set(deck.pages.map(({ layout }) => layout))
      // Where a picture stands is for its proportions to say: not every stage needs each of the three.
      const wanted = variants.filter((name) => !name.startsWith('text-image') || one.aspect === '16:9')
      expect(wanted.filter((name) => !shown.has(name))).toEqual([])
    }
  })

  test('a picture, a video and a map take one page each, with all their words', async () => {
    const { editions } = await galleryIn(one)
    const shown = editions.flatMap(({ deck }) => deck.pages)
    const running = shown.filter(({ layout, parts }) => /^(?:image|video|map)/.test(layout) && parts > 1)
    expect(running.map(({ lang, layout, slide }) => [lang, layout, slide])).toEqual([])
  })

  test('all QR codes have one size, and cover no line', async () => {
    const { editions } = await galleryIn(one)
    for (const { deck } of editions) {
      const codes = deck.pages.flatMap(({ boxes }) =>
        boxes.filter(({ template }) => template === 'qr').map((box) => ({ box, boxes })),
      )
      expect(codes.length).toBeGreaterThanOrEqual(2)
      for (const { box, boxes } of codes) {
        const { size } = box.view as QrView
        expect(Math.round((box.width * (size - 8)) / size)).toBe(144)
        const rules = boxes.filter(({ region }) => region === 'rule')
        expect(rules.filter((rule) => overlap(rule, box))).toEqual([])
      }
    }
  })

  test('the link to an online map breaks no word', async () => {
    const { editions } = await galleryIn(one)
    const links = editions.flatMap(({ deck }) =>
      deck.pages.flatMap(({ boxes }) => boxes.filter(({ region }) => region === 'link')),
    )
    const lines = links.flatMap(({ view }) => (view as TextView).page.paragraphs.flatMap(({ lines }) => lines))
    expect(lines.length).toBeGreaterThanOrEqual(6)
    expect(lines.filter(({ end }) => end === 'inside')).toEqual([])
  })

  test('texts sit on the grid of 4 px', async () => {
    const { editions } = await galleryIn(one)
    for (const { deck } of editions) {
      for (const { boxes } of deck.pages) {
        for (const { region, y, view } of boxes) {
          const { lineHeight } = view as Partial<TextView>
          if (!lineHeight) continue
          // What belongs to a picture stands where the picture ends.
          expect([region, region === 'legend' ? 0 : y % 4, lineHeight % 4]).toEqual([region, 0, 0])
        }
      }
    }
  })
})

test('from one theme to another a page grows by 60 kB at most', async () => {
  const out = temporaryFolder()
  const sizes: number[] = []
  for (const theme of themes) {
    const { outputs } = await build(galleryDeck, { theme, out: join(out, theme), lang: 'kk' })
    sizes.push(outputs[0]!.sizeBytes)
  }
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(60_000)
})
