import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/build.ts'
import { build } from '../../src/documents/produce.ts'
import { nameOfSlide } from '../../src/render/slide-name.ts'
import { folder } from '../load/folder.ts'

const root = join(import.meta.dirname, '../..')

/** The names of the slides of a deck. */
async function namesOf(content: unknown[]): Promise<string[]> {
  const deck = join(folder({ 'a.json': JSON.stringify({ name: 'A', lang: 'en', content }) }), 'a.json')
  const { editions } = await check(deck, { root })
  return editions[0]!.deck.pages.map(nameOfSlide)
}

describe('a slide without a heading is called by', () => {
  test.each<[string, object, string]>([
    ['its first paragraph, however it is broken', { text: 'All that we did.\nMore.' }, 'All that we did.'],
    ['the words of a quotation', { block: 'quote', text: 'Words matter.\n— A person' }, 'Words matter.'],
    ['what its picture shows', { img_path: '/img/dala.jpg', img_alt: 'A steppe' }, 'A steppe'],
    ['the title of its map', { block: '6', map: 'Almaty' }, 'Map: Almaty'],
    [
      'a long text up to a word',
      { text: `${'word '.repeat(15)}wonderful, and so on` },
      `${'word '.repeat(15)}…`.replace(' …', '…'),
    ],
  ])('%s', async (_, slide, name) => {
    expect((await namesOf([{ title: 'First' }, slide]))[1]).toBe(name)
  })
})

test('the page says so where a slide begins', async () => {
  const content = [{ title: 'First' }, { text: 'All that we did.' }, { title: 'Aims', text: 'One' }]
  const at = folder({ 'a.json': JSON.stringify({ name: 'A', lang: 'en', content }) })
  const { outputs } = await build(join(at, 'a.json'), { root, out: at })
  const html = readFileSync(outputs[0]!.path, 'utf8')
  expect([...html.matchAll(/<section [^>]*aria-label="([^"]*)"/g)].map(([, label]) => label)).toEqual([
    'Slide 1 of 3',
    'Slide 2 of 3: All that we did.',
    'Slide 3 of 3',
  ])
})
