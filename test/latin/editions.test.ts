import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BuildOptions, check } from '../../src/build.ts'
import { latinWords } from '../../src/languages/kk/latin-words.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latin-editions-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function checked(deck: object, options: BuildOptions = {}) {
  const path = join(folder, 'deck.json')
  await writeFile(path, JSON.stringify(deck))
  const { editions, diagnostics } = await check(path, { script: 'latn', ...options })
  const found = diagnostics.filter(({ code }) => code.startsWith('latin-'))
  return { pages: editions[0]!.deck.pages, found: found.map(({ code, severity }) => [code, severity]) }
}

/** All words that a value shows. */
function wordsOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return ''
  if (Array.isArray(value)) return value.map(wordsOf).join(' ')
  const { runs } = value as { runs?: { text: string }[] }
  return runs ? runs.map(({ text }) => text).join('') : Object.values(value).map(wordsOf).join(' ')
}

const both = { kk: 'Мектептер', ru: 'Школы' }

describe('Latin letters that are asked for', () => {
  test.each([
    ['in a Kazakh deck, are automatic', { lang: 'kk', content: [{ title: 'Қала' }] }, {}, 'latin-automatic', 'info'],
    [
      'in a Russian deck, are told to do nothing',
      { lang: 'ru', content: [{ title: 'Город' }] },
      {},
      'latin-unused',
      'warning',
    ],
    ['in an English deck, too', { lang: 'en', content: [{ title: 'City' }] }, {}, 'latin-unused', 'warning'],
    [
      'for Russian slides of a deck in both',
      { langs: ['kk', 'ru'], content: [{ title: both }] },
      { lang: 'ru' },
      'latin-unused',
      'warning',
    ],
    [
      'for both languages, are automatic',
      { langs: ['kk', 'ru'], content: [{ title: both }] },
      { lang: ['ru', 'kk'] },
      'latin-automatic',
      'info',
    ],
    [
      'in a deck that calls itself Kazakh and is Russian',
      {
        lang: 'kk',
        content: [
          { title: 'Годовое собрание', text: 'Жители области получили новые дороги и школы, а врачи приехали в сёла.' },
        ],
      },
      {},
      'latin-unused',
      'warning',
    ],
  ] as const)('%s', async (_, deck, options, code, severity) => {
    expect((await checked(deck, options as BuildOptions)).found).toEqual([[code, severity]])
  })
})

describe('the first page says that the letters are automatic', () => {
  const note = latinWords.note.replace(/\s/g, '')
  const says = (page: object) => wordsOf(page).replace(/\s/g, '').includes(note)

  test.each([
    ['beside its event', { title: 'Қала', block: 1 }, { event: 'Жиналыс' }],
    ['on a title page without an event', { title: 'Қала', block: 1 }, {}],
    ['where a text comes first', { title: 'Қала', text: 'Ауыл мен қала туралы әңгіме болады.' }, {}],
    ['where a table comes first', { title: 'Қала', table: 'Өңір | 2025\nСолтүстік | 40' }, {}],
    ['behind the name of the deck', { title: 'Қала', text: 'Ауыл мен қала туралы.' }, { name: 'Есеп' }],
  ])('%s', async (_, slide, rest) => {
    for (const theme of ['official', 'calm', 'contrast', 'stage']) {
      const deck = { lang: 'kk', content: [slide, { title: 'Екінші', text: 'Ауыл' }], ...rest }
      const { pages } = await checked(deck, { theme })
      expect([theme, pages.map(says)]).toEqual([theme, [true, false]])
    }
  })

  test('and not in Cyrillic ones', async () => {
    const deck = { lang: 'kk', content: [{ title: 'Қала', text: 'Ауыл' }] }
    const path = join(folder, 'cyrillic.json')
    await writeFile(path, JSON.stringify(deck))
    expect(says((await check(path)).editions[0]!.deck.pages[0]!)).toBe(false)
  })
})
