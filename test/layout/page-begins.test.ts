import { join } from 'node:path'
import { expect, test } from 'vitest'
import { check } from '../../src/build.ts'
import { folder } from '../load/folder.ts'

/** Where the further pages of a deck's only slide begin. */
async function beginsOf(slide: object) {
  const root = folder({ 'static/': '', 'deck.json': JSON.stringify({ content: [slide] }) })
  const { editions } = await check(join(root, 'deck.json'))
  return editions[0]!.deck.pages.map(({ begin }) => begin)
}

const lines = (count: number, words: string) =>
  Array.from({ length: count }, (_, i) => `${i + 1}. ${words.repeat(4)}`).join('\n')

test('the first page of a slide has no begin, a further one its block, paragraph and share', async () => {
  const begins = await beginsOf({ title: 'A text', text: lines(30, 'words of a long paragraph that runs on ') })
  expect(begins.length).toBeGreaterThan(2)
  expect(begins[0]).toBeUndefined()
  const items = begins.slice(1).map((begin) => begin!.item)
  expect(items).toEqual([...items].sort((a, b) => a - b))
  for (const begin of begins.slice(1)) {
    expect(begin!.block).toBe(1)
    expect(begin!.item).toBeGreaterThan(0)
    expect(begin!.percent).toBeLessThan(100)
  }
})

test('pages within one paragraph tell how much of it came before', async () => {
  const begins = await beginsOf({ title: 'One', text: 'words that never come to an end '.repeat(200) })
  const shares = begins.slice(1).map((begin) => begin!.percent)
  expect(shares.length).toBeGreaterThan(1)
  expect(new Set(shares).size).toBe(shares.length)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
})

test('pages of a table begin at a row', async () => {
  const rows = [['Name', 'Value'], ...Array.from({ length: 60 }, (_, i) => [`Region ${i + 1}`, `${i * 3}`])]
  const begins = await beginsOf({ title: 'A table', blocks: [{ type: 'table', rows }] })
  expect(begins.length).toBeGreaterThan(2)
  const items = begins.slice(1).map((begin) => begin!.item)
  expect(new Set(items).size).toBe(items.length)
  expect(items).toEqual([...items].sort((a, b) => a - b))
})
