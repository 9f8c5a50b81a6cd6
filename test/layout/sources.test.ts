import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ImageBlock } from '../../src/blocks/image/types.ts'
import { check, type Edition } from '../../src/build.ts'
import { localize } from '../../src/deck/localize.ts'
import { toDeck } from '../../src/deck/to-deck.ts'
import { layout } from '../../src/layout/layout.ts'
import { LayoutMemo } from '../../src/layout/layout-memo.ts'
import type { LocalizedBlock } from '../../src/model/block.ts'
import type { LocalizedSlide } from '../../src/model/deck.ts'
import { blockRange, type LaidOutPage, type PlacedBox, type TextView } from '../../src/model/laid-out.ts'
import type { LocalizedText } from '../../src/model/lang.ts'
import { parsePlainParagraphs, plainText } from '../../src/typeset/parse-paragraphs.ts'
import { source } from '../source.ts'
import { type LayoutFixture, loadOfficial } from './fixture.ts'

const root = join(import.meta.dirname, '../..')
const decks = [
  ...readdirSync(join(root, 'decks')).map((name) => `decks/${name}`),
  'test/fixtures/hand-edited/hand-edited.deck.json.txt',
  'test/fixtures/gallery/gallery.json',
  'test/fixtures/accessible/deck.json',
]

/** Letters and digits alone: source and slide differ in markup, escapes, bullets and line breaks. */
const lettersOf = (text: string) => text.replace(/\\[nrt]/g, '').replace(/[^\p{L}\p{N}]/gu, '')

/** The items of a block as the author wrote them, without their markup. */
function itemsOf(block: LocalizedBlock): string[] {
  if (block.type === 'image') return galleryItems(block)
  if (block.type === 'poll') return block.options.map(({ text }) => lettersOf(text.text))
  if ('text' in block) return parsePlainParagraphs(block.text.text).map((line) => lettersOf(plainText([line])))
  return []
}

function galleryItems({ images }: ImageBlock<LocalizedText>): string[] {
  const items: string[] = []
  for (const { origin, caption } of images) items[origin.item] = lettersOf(caption?.text ?? '')
  return items
}

const paragraphsOf = ({ view }: PlacedBox) => (view as Partial<TextView>).page?.paragraphs ?? []

/** The runs of the author's: a repeated heading has words of ours behind it. */
const writtenRuns = (box: PlacedBox) =>
  paragraphsOf(box).map(({ lines, repeated }) => {
    const runs = lines.flatMap((line) => line.runs.map((run) => run.text))
    return repeated ? runs.slice(0, -1) : runs
  })

const sentencesOf = (box: PlacedBox) => writtenRuns(box).map((runs) => lettersOf(runs.join('')))

const runsOf = (box: PlacedBox) => writtenRuns(box).flat()

/** The blocks that a box shows, each with the items that it shows. */
function shownBy(box: PlacedBox, slide: LocalizedSlide) {
  return (box.sources ?? []).map((source) => {
    const range = blockRange(source, slide)
    const block = slide.blocks.find((one) => one.range.start === range.start && one.range.end === range.end)
    return { range, block, items: source.items }
  })
}

/** Boxes of the deck itself. */
const deckRegions = new Set(['logo', 'logoTitle', 'number', 'event', 'footer', 'page'])

describe.each(decks)('%s', (path) => {
  let editions: Edition[]
  let text: string
  beforeAll(async () => ({ editions, text } = await check(join(root, path), { lang: 'all' })))

  const boxes = () =>
    editions.flatMap(({ deck, localized }) =>
      deck.pages.flatMap((page) => page.boxes.map((box) => ({ box, page, slide: localized.slides[page.slide]! }))),
    )

  test('every box of a slide leads back to its block in the file', () => {
    expect(boxes().length).toBeGreaterThan(0)
    for (const { box, slide } of boxes()) {
      if (deckRegions.has(box.region)) expect(box.sources).toBeUndefined()
      else expect(shownBy(box, slide).map(({ block }) => block?.type)).not.toEqual([])
      for (const { block } of shownBy(box, slide)) expect(block).toBeDefined()
    }
  })

  test('the range of a title or a text holds its words', () => {
    for (const { box, slide } of boxes()) {
      for (const { block, range } of shownBy(box, slide)) {
        if (!('text' in block!) || box.sources!.length > 1 || box.region === 'mark') continue
        const written = lettersOf(text.slice(range.start, range.end))
        for (const run of runsOf(box)) expect(written).toContain(lettersOf(run))
      }
    }
  })

  test('its items are those that it shows, in the order of the source, on further pages too', () => {
    for (const { deck, localized } of editions) {
      const last = new Map<LocalizedBlock, number>()
      for (const { slide: index, boxes } of deck.pages) {
        for (const box of boxes) {
          const shown = shownBy(box, localized.slides[index]!)
          const items = shown.flatMap(({ block, items }) => items.map((item) => itemsOf(block!)[item]))
          if (items.length === 0 || paragraphsOf(box).length === 0) continue
          expect(items).toHaveLength(paragraphsOf(box).length)
          sentencesOf(box).forEach((sentence, i) => {
            expect(items[i]).toContain(sentence)
          })
          const isRepeated = paragraphsOf(box)[0]!.repeated
          for (const { block, items } of shown.filter(({ block }) => block!.type === 'text')) {
            expect(items).toEqual([...items].sort((a, b) => a - b))
            const going = isRepeated ? items.slice(1) : items
            if (going.length === 0) continue
            expect(going[0]).toBeGreaterThanOrEqual(last.get(block!) ?? 0)
            last.set(block!, going.at(-1)!)
          }
        }
      }
    }
  })
})

describe('items', () => {
  let all: LayoutFixture
  beforeAll(async () => {
    all = await loadOfficial()
  })

  const layoutOf = (file: object, memo?: LayoutMemo) => {
    const { deck } = toDeck(source(JSON.stringify(file)))
    const local = localize(deck, deck.lang).deck
    return { local, pages: layout(local, { ...all, assets: new Map(), engines: new Map() }, memo).laidOut.pages }
  }
  const itemsIn = (pages: readonly LaidOutPage[], region: string) =>
    pages.map(({ boxes }) =>
      boxes.filter((box) => box.region === region).flatMap((box) => box.sources?.map(({ items }) => items)),
    )

  test('a paragraph that runs on is an item of both pages', () => {
    const long = Array.from({ length: 12 }, (_, i) => `Paragraph ${i}: ${'all of it is read. '.repeat(20)}`)
    const { pages } = layoutOf({ content: [{ block: '2', text: long.join('\n\n') }] })
    expect(pages.length).toBeGreaterThan(1)
    expect([...new Set(itemsIn(pages, 'body').flat(2))]).toEqual(long.map((_, i) => i))
  })

  test('joined texts keep the items of each', () => {
    const texts = Array.from({ length: 8 }, (_, i) => ({ type: 'text', text: `A${i}\nB${i}` }))
    const { local, pages } = layoutOf({ content: [{ block: '6', blocks: texts }] })
    const slide = local.slides[0]!
    const shown = pages.flatMap(({ boxes }) => boxes.flatMap((box) => shownBy(box, slide)))
    expect(shown.map(({ block }) => slide.blocks.indexOf(block!))).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(shown.every(({ items }) => items.join() === '0,1')).toBe(true)
  })

  test('a slide that moved in the file leads to where it is now', () => {
    const memo = new LayoutMemo()
    const slide = { block: '2', title: 'Same', text: 'One\nTwo' }
    layoutOf({ content: [{ text: 'a' }, slide, { text: 'z' }] }, memo)
    const { local, pages } = layoutOf({ content: [{ text: 'a longer text' }, slide, { text: 'z' }] }, memo)
    const body = pages[1]!.boxes.find(({ region }) => region === 'body')!
    expect(shownBy(body, local.slides[1]!).map(({ block }) => block?.type)).toEqual(['text'])
  })
})
