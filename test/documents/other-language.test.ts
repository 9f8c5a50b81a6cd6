import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BuildOptions, check } from '../../src/build.ts'
import { handoutExtension } from '../../src/documents/file-extensions.ts'
import { type HandoutPdfOptions, handoutPdf } from '../../src/documents/handout-pdf.ts'
import { type HandoutSheet, perPageChoices } from '../../src/model/handout.ts'
import type { PlacedBox, TextView } from '../../src/model/laid-out.ts'
import { bilingualDeck, longText, picture } from './bilingual-deck.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bilingual-'))
  await writeFile(join(folder, 'a.svg'), picture)
  await write('deck', bilingualDeck)
  await write('kk', { lang: 'kk', content: [{ title: 'Қазақша ғана', text: 'Бір тілдегі мәтін' }] })
})
afterAll(() => rm(folder, { recursive: true }))

const write = (name: string, deck: object) => writeFile(join(folder, `${name}.json`), JSON.stringify(deck))

/** Lays out the handout of a deck, with its words in Russian. */
async function handoutOf(options: HandoutPdfOptions = {}, build: BuildOptions = {}, name = 'deck') {
  const checked = await check(join(folder, `${name}.json`), build)
  const kind = handoutPdf({ bilingual: 'ru', ...options })
  const { layout, diagnostics } = await kind.layout(checked.editions[0]!, checked)
  return { ...layout, diagnostics, checked }
}

/** The boxes beside slides in reading order: what goes on at the top of a sheet comes before its slides. */
const boxesOf = (sheets: readonly HandoutSheet[]) =>
  sheets.flatMap(({ cells, rest }) => [...rest, ...cells.flatMap(({ said }) => said)])

/** All texts of boxes, whatever they stand in. */
function wordsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap(wordsOf)
  const { lines } = value as { lines?: { runs: { text: string }[] }[] }
  if (lines)
    return lines
      .flatMap(({ runs }) => runs.map(({ text }) => text))
      .join(' ')
      .split(/\s+/)
  return Object.values(value).flatMap(wordsOf)
}

/** The words of the tables among boxes, table by table. */
const tablesIn = (boxes: readonly PlacedBox[]) =>
  boxes.filter(({ template }) => template === 'table').map((box) => wordsOf(box).join(' '))

const spoken = [
  'Заголовок',
  'Текст',
  'Расходы',
  'Население',
  'Этапы',
  'Люди',
  'Школы',
  'Длинный',
  'Рисунок',
  'Один',
  'Тек',
]
const silent = ['Заметка', 'Жазба', 'Описание', 'Баламалы', 'Назарларыңызға']

describe('a handout in two languages', () => {
  test.each([undefined, ...perPageChoices])(
    'has all that each slide says in the other one, %s on a sheet',
    async (perPage) => {
      const { sheets, diagnostics, checked } = await handoutOf(perPage ? { perPage } : {})
      const words = wordsOf(boxesOf(sheets))
      expect(words).toEqual(expect.arrayContaining([...spoken, ...longText]))
      for (const word of silent) expect(words).not.toContain(word)
      expect(words.filter((word) => word.startsWith('слово'))).toEqual(longText)
      const shown = sheets.flatMap(({ cells }) => cells.map(({ page }) => page))
      expect(shown).toEqual([...checked.editions[0]!.deck.pages.keys()])
      expect(diagnostics.filter(({ code }) => code === 'translation-missing')).toHaveLength(1)
    },
  )

  test('keeps tables, charts, programmes, stages and values of maps as tables', async () => {
    const { sheets } = await handoutOf()
    expect(tablesIn(boxesOf(sheets))).toEqual([
      'Отрасль Год Образование 1 250,5 Итого 2 870,5',
      'Северный 1 200 Южный 2 300',
      '09:00 Регистрация 10:00 Открытие',
      '11:00 Итоги',
      '2024 Проект 2025 Строительство',
      'Регион Значение область Абай 60 школ',
    ])
  })

  test.each(perPageChoices)('stays on its sheet and covers no slide, %i on a sheet', async (perPage) => {
    for (const paper of ['a4', 'letter', 'a5'] as const) {
      const { sheets, paper: size } = await handoutOf({ perPage, paper, notes: true, lines: true })
      const [width, height] = [(size.width * 96) / 25.4, (size.height * 96) / 25.4]
      for (const { cells, rest } of sheets) {
        const texts = [...rest, ...cells.flatMap(({ said, more }) => [...said, ...(more ? [more] : [])])]
        for (const box of texts) {
          expect(box.x).toBeGreaterThanOrEqual(0)
          expect(box.x + box.width).toBeLessThanOrEqual(width)
          expect(box.y + box.height).toBeLessThanOrEqual(height)
          for (const { frame } of cells) expect(overlap(box, frame)).toBe(0)
        }
        for (const [i, { frame }] of cells.entries())
          for (const other of cells.slice(i + 1)) expect(overlap(frame, other.frame)).toBe(0)
      }
    }
  })

  test('has the words beside the slides on a wide sheet and below them on an upright one', async () => {
    for (const [perPage, beside] of [
      [1, false],
      [2, true],
      [3, true],
      [4, false],
    ] as const) {
      const { sheets } = await handoutOf({ perPage })
      const { frame, said } = sheets[0]!.cells[0]!
      expect(said[0]!.x >= frame.x + frame.width).toBe(beside)
      expect(said[0]!.y >= frame.y + frame.height).toBe(!beside)
    }
  })

  test('divides words among the pages of their slide', async () => {
    const item = (i: number) => ({ kk: `${i}-нысан`, ru: `Объект${i}` })
    const table = Array.from({ length: 40 }, (_, i) => [item(i), `${i}`])
    await write('long', {
      lang: 'kk',
      langs: ['kk', 'ru'],
      content: [{ title: { kk: 'Кесте', ru: 'Таблица' }, table }],
    })
    const { sheets } = await handoutOf({ perPage: 3 }, {}, 'long')
    const counts = sheets.flatMap(({ cells }) =>
      cells.map(({ said }) => wordsOf(said).filter((word) => /^Объект/.test(word)).length),
    )
    expect(counts.reduce((sum, n) => sum + n)).toBe(40)
    expect(counts.filter((n) => n > 0).length).toBeGreaterThan(1)
    expect(sheets.flatMap(({ rest }) => rest)).toEqual([])
  })

  test('sets a table whose head is higher than a sheet as text, so that nothing runs off the paper', async () => {
    const head = { kk: 'қысқа', ru: Array.from({ length: 900 }, (_, i) => `графа${i}`).join(' ') }
    const table = [
      [{ kk: 'а', ru: 'б' }, head],
      ['1', '2'],
    ]
    await write('head', { lang: 'kk', langs: ['kk', 'ru'], content: [{ title: { kk: 'Ұя', ru: 'Ячейка' }, table }] })
    const { sheets, paper } = await handoutOf({ perPage: 3 }, {}, 'head')
    const boxes = boxesOf(sheets)
    expect(wordsOf(boxes).filter((word) => word.startsWith('графа'))).toHaveLength(900)
    for (const { y, height } of boxes) expect(y + height).toBeLessThan((paper.height * 96) / 25.4)
  })

  test('needs fewer sheets without a number of slides than with one that is legible', async () => {
    const { sheets, perPage } = await handoutOf()
    expect(sheets.length).toBeLessThanOrEqual((await handoutOf({ perPage })).sheets.length)
  })

  test('has the notes of both languages with --notes', async () => {
    const { sheets } = await handoutOf({ notes: true })
    const boxes = sheets[0]!.cells[0]!.said
    expect(wordsOf(boxes.filter(({ isOwn }) => isOwn))).toEqual(['Жазбалар', 'Жазба'])
    expect(wordsOf(boxes.filter(({ isOwn }) => !isOwn))).toEqual(expect.arrayContaining(['Заметка']))
  })

  test('has lines in what is left with --lines', async () => {
    const { sheets } = await handoutOf({ perPage: 2, lines: true })
    for (const { said, lines } of sheets[0]!.cells)
      for (const box of said) expect(lines && box.y + box.height <= lines.y).toBe(true)
  })

  test('has names of its own', () => {
    expect(handoutExtension({ bilingual: 'ru' })).toBe('with-ru.handout.pdf')
    expect(handoutExtension({ bilingual: 'ru', notes: true })).toBe('with-ru.notes.handout.pdf')
    expect(handoutExtension({ bilingual: 'ru', range: [{ from: 3, to: 7, written: '3-7' }], lines: true })).toBe(
      '3-7.with-ru.lines.handout.pdf',
    )
  })
})

const overlap = (
  a: PlacedBox | TextView | { x: number; y: number; width: number; height: number },
  b: { x: number; y: number; width: number; height: number },
) => {
  const box = a as typeof b
  const width = Math.min(box.x + box.width, b.x + b.width) - Math.max(box.x, b.x)
  const height = Math.min(box.y + box.height, b.y + b.height) - Math.max(box.y, b.y)
  return width > 0.1 && height > 0.1 ? width * height : 0
}

describe('a language that cannot stand beside the slides', () => {
  const refused = (options: HandoutPdfOptions, build: BuildOptions = {}, name = 'deck') =>
    handoutOf(options, build, name).then(
      () => null,
      (error) => ({ ...error.fault, exitCode: error.exitCode }),
    )

  test.each([
    [{ bilingual: 'kk' }, {}, 'deck', { code: 'bilingual-same', lang: 'kk', others: ['ru'] }],
    [{ bilingual: 'ru' }, { lang: 'ru' }, 'deck', { code: 'bilingual-same', lang: 'ru', others: ['kk'] }],
    [{ bilingual: 'kk' }, {}, 'kk', { code: 'bilingual-same', lang: 'kk', others: [] }],
    [{ bilingual: 'en' }, {}, 'deck', { code: 'bilingual-missing', lang: 'en', others: ['ru'] }],
    [{ bilingual: 'ru' }, {}, 'kk', { code: 'bilingual-missing', lang: 'ru', others: [] }],
    [
      { bilingual: 'ru' },
      { lang: 'ru', script: 'latn' },
      'deck',
      { code: 'bilingual-same', lang: 'ru', others: ['kk'] },
    ],
  ] as const)('%j with %j in %s is refused', async (options, build, name, fault) => {
    expect(await refused(options, build, name)).toMatchObject({ ...fault, exitCode: 2 })
  })
})

describe('Kazakh in Latin letters', () => {
  const cyrillic = /[\u0400-\u052f]/

  test('stands beside its Cyrillic text', async () => {
    const { sheets, otherTag, checked } = await handoutOf({ bilingual: 'kk', notes: true }, { script: 'latn' })
    expect([checked.editions[0]!.tag, otherTag]).toEqual(['kk-Latn', 'kk'])
    const said = boxesOf(sheets)
    expect(wordsOf(said.filter(({ isOwn }) => !isOwn))).toEqual(expect.arrayContaining(['Тақырып', 'Білім', 'Жазба']))
    expect(wordsOf(said.filter(({ isOwn }) => isOwn)).join(' ')).not.toMatch(cyrillic)
  })

  test('stands beside slides in another language', async () => {
    const { sheets, otherTag } = await handoutOf({ bilingual: 'kk', script: 'latn' }, { lang: 'ru', script: 'latn' })
    expect(otherTag).toBe('kk-Latn')
    const words = wordsOf(boxesOf(sheets).filter(({ isOwn }) => !isOwn)).join(' ')
    expect(words).toContain('Taqyryp')
    expect(words.split(' ').filter((word) => cyrillic.test(word))).toEqual([])
  })
})
