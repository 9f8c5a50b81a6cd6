import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { TableView } from '../../../src/blocks/table/table-view.ts'
import type { LaidOutPage, PlacedBox, TextView } from '../../../src/model/laid-out.ts'
import { aspects, themes } from '../../gallery/editions.ts'
import { type LayoutFixture, loadFixture, set, setSlide } from '../../layout/fixture.ts'
import { runs } from '../../support/property-runs.ts'

const fixtures = new Map<string, LayoutFixture>()
beforeAll(async () => {
  for (const name of themes) fixtures.set(name, await loadFixture(name))
})
const official = () => fixtures.get('official')!

/** Sets a deck, and returns its pages and findings. */
function setDeck(deck: object, fixture: LayoutFixture) {
  const { laidOut, found } = set(deck, fixture)
  return { pages: laidOut.pages, diagnostics: found }
}

const tablesOf = (pages: readonly LaidOutPage[]): PlacedBox[] =>
  pages.flatMap(({ boxes }) => boxes.filter(({ template }) => template === 'table'))
const viewOf = ({ view }: PlacedBox) => view as TableView
const wordsOf = (text: TextView | null) =>
  (text?.page.paragraphs ?? [])
    .map(({ lines }) =>
      lines.map(({ runs, end }) => runs.map((run) => run.text).join('') + (end === 'space' ? ' ' : '')).join(''),
    )
    .join('\n')
/** The cells of the rows of tables, without the repeated heads. */
const cellsOf = (tables: readonly PlacedBox[]) =>
  tables.flatMap((box) => viewOf(box).rows.map(({ cells }) => cells.map(({ text }) => wordsOf(text))))
const headOf = (box: PlacedBox) => viewOf(box).head?.cells.map(({ text }) => wordsOf(text)) ?? null
const sizesOf = (box: PlacedBox) =>
  viewOf(box).rows.flatMap(({ cells }) => cells.flatMap(({ text }) => text?.size ?? []))

/** What is wrong with tables: rows outside of their box, lines wider than their column. */
function faultsOf(tables: readonly PlacedBox[], stage = 720): string[] {
  return tables.flatMap((box) => {
    const { head, rows, columns } = viewOf(box)
    const all = head ? [head, ...rows] : rows
    const height = all.reduce((sum, row) => sum + row.height, 0)
    const width = columns.reduce((sum, one) => sum + one, 0)
    const faults = height > box.height || box.y + height > stage ? ['higher than its box'] : []
    if (width > box.width) faults.push('wider than its box')
    for (const row of all) {
      for (const [i, { text, space }] of row.cells.entries()) {
        const lines = text?.page.paragraphs.flatMap((one) => one.lines) ?? []
        if (lines.some((line) => line.width > columns[i]! - space + 0.5)) faults.push(`wide: ${wordsOf(text)}`)
        if (text && row.padding + text.page.height > row.height) faults.push(`high: ${wordsOf(text)}`)
      }
    }
    return faults
  })
}

const budget = 'Облыс\t2023\t2024\nАлматы облысы\t312,4\t1 250,75\nАқтөбе облысы\t7,25\t\nБарлығы\t319,65\t1 250,75'

describe.each(themes.flatMap((theme) => aspects.map((aspect) => ({ theme, aspect }))))(
  '$theme $aspect',
  ({ theme, aspect }) => {
    test('a table has its head, its rows and a sum that is set off', () => {
      const pages = setSlide({ title: 'Бюджет', block: '11', text: budget }, fixtures.get(theme)!, 1, aspect)
      expect(pages).toMatchObject([{ layout: 'table' }])
      const tables = tablesOf(pages)
      expect(headOf(tables[0]!)).toEqual(['Облыс', '2023', '2024'])
      expect(cellsOf(tables)).toEqual([
        ['Алматы облысы', '312,4', '1 250,75'],
        ['Ақтөбе облысы', '7,25', ''],
        ['Барлығы', '319,65', '1 250,75'],
      ])
      expect(viewOf(tables[0]!).rows.map(({ kind }) => kind)).toEqual(['row', 'row', 'total'])
      expect(faultsOf(tables)).toEqual([])
    })

    test('figures stand under each other at their decimal sign', () => {
      const [table] = tablesOf(
        setSlide({ title: 'Бюджет', block: '11', text: budget }, fixtures.get(theme)!, 1, aspect),
      )
      const { fitter, theme: own } = fixtures.get(theme)!
      const style = own.styles.cell!
      const signs = viewOf(table!).rows.flatMap(({ kind, cells }) => {
        const { text, space, right } = cells[1]!
        if (!text || kind !== 'row') return []
        expect(right).toBe(true)
        const after = wordsOf(text).slice(wordsOf(text).indexOf(','))
        const box = { width: 1e4, height: 1e4 }
        const span = { text: after, bold: false, italic: false, href: null }
        const paragraphs = [{ kind: 'paragraph' as const, marker: '', spans: [span] }]
        const fit = fitter.fit({
          paragraphs,
          style: { ...style, sizes: [text.size] },
          first: box,
          next: box,
          pages: 'one',
          lang: 'kk',
        })
        return space + fit.pages[0]!.paragraphs[0]!.lines[0]!.width
      })
      expect(signs).toHaveLength(2)
      expect(Math.abs(signs[0]! - signs[1]!)).toBeLessThan(1.2)
    })

    test('twelve winners stand on one page, in two columns where they are wide enough', () => {
      const names = ['Айгерім Сәбит', 'Нұрлан Бек', 'Дана Ержан', 'Арман Тілеу', 'Сәуле Омар', 'Ерлан Қасым']
      const text = [...names, ...names].map((name, i) => `${i + 1}. ${name} — ${97 - i} ұпай`).join('\n')
      const pages = setSlide({ title: 'Жеңімпаздар', text }, fixtures.get(theme)!, 1, aspect)
      const tables = tablesOf(pages)
      if (theme !== 'contrast' || aspect === '16:9') expect([pages.length, tables.length]).toEqual([1, 2])
      expect(cellsOf(tables).map(([place]) => place)).toEqual(Array.from({ length: 12 }, (_, i) => `${i + 1}`))
      expect(cellsOf(tables)[11]).toEqual(['12', 'Ерлан Қасым', '86 ұпай'])
      expect(faultsOf(tables)).toEqual([])
    })
  },
)

test('a long table repeats its head and divides no row; sizes do not go below the floor of the theme', () => {
  const rows = Array.from({ length: 120 }, (_, i) => [`${i + 1}-жол`, i * 1.5, 'екі\nжолды ұяшық'])
  const pages = setSlide({ title: 'Ұзын', table: [['Аты', 'Саны', 'Ескерту'], ...rows] }, official(), 1, '16:9')
  const tables = tablesOf(pages)
  expect(tables.length).toBeGreaterThan(5)
  for (const table of tables) expect(headOf(table)).toEqual(['Аты', 'Саны', 'Ескерту'])
  expect(cellsOf(tables).map(([name]) => name)).toEqual(rows.map(([name]) => name))
  expect(Math.min(...tables.flatMap(sizesOf))).toBe(18)
  expect(faultsOf(tables)).toEqual([])
  const counts = tables.map((table) => viewOf(table).rows.length)
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(4)
})

test('columns that do not fit side by side follow in parts of one size, each with the first column', () => {
  const head = ['Көрсеткіш', ...Array.from({ length: 30 }, (_, i) => `Баған ${i + 1}`)]
  const row = ['Су шығыны', ...Array.from({ length: 30 }, (_, i) => `${i + 1} 234,5`)]
  const { pages, diagnostics } = setDeck({ content: [{ title: 'Кең', table: [head, row] }] }, official())
  const tables = tablesOf(pages)
  expect(tables.length).toBeGreaterThan(1)
  for (const table of tables) expect(headOf(table)![0]).toBe('Көрсеткіш')
  expect(tables.flatMap((table) => cellsOf([table])[0]!.slice(1))).toEqual(row.slice(1))
  expect(new Set(tables.flatMap(sizesOf)).size).toBe(1)
  expect(diagnostics.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['table-columns-many', 'table-columns-divided']),
  )
})

test.each<[string, unknown, Record<string, unknown>]>([
  [
    'a row with fewer cells',
    [['а', 'б', 'в'], ['1', '2', '3'], ['4']],
    { code: 'table-rows-unequal', row: 3, cells: 1, columns: 3 },
  ],
  [
    'a formula',
    [
      ['Аты', 'Саны'],
      ['Барлық', '=SUM(B2:B5)'],
    ],
    { code: 'table-cell-formula', row: 'Барлық', column: 'Саны', value: '=SUM(B2:B5)' },
  ],
  [
    'NaN',
    [
      ['Аты', 'Саны'],
      ['Үлес', 'NaN'],
    ],
    { code: 'table-cell-failed', row: 'Үлес', column: 'Саны', value: 'NaN' },
  ],
  [
    'a failed calculation',
    [
      ['Аты', 'Саны'],
      ['Үлес', '#ДЕЛ/0!'],
    ],
    { code: 'table-cell-failed', value: '#ДЕЛ/0!' },
  ],
  [
    'a paragraph',
    [
      ['Аты', 'Саны'],
      ['Үлес', 'сөз '.repeat(100)],
    ],
    { code: 'table-cell-long', characters: 399, row: 'Үлес' },
  ],
  [
    'a doubtful number',
    'Қала;Халқы\nАстана;1,430\nАлматы;2,228',
    { code: 'number-doubtful', value: '1,430', read: 1.43, column: 'Халқы' },
  ],
])('%s is told with its row and column, and shown as written', (_, table, found) => {
  const { pages, diagnostics } = setDeck({ lang: 'kk', content: [{ title: 'Кесте', table }] }, official())
  expect(diagnostics).toContainEqual(expect.objectContaining(found))
  const shown = JSON.stringify(cellsOf(tablesOf(pages)))
  for (const value of [found.value].filter((one) => one !== undefined)) expect(shown).toContain(value)
})

test('HTML in a cell is text', () => {
  const [table] = tablesOf(
    setSlide(
      {
        title: 'Т',
        table: [
          ['а', '<b>x</b>'],
          ['1', '2'],
        ],
      },
      official(),
      1,
      '16:9',
    ),
  )
  expect(JSON.stringify(viewOf(table!))).toContain('<b>x</b>')
})

test('a unit stands above a table and a note below it, on its last page', () => {
  const rows = Array.from({ length: 40 }, (_, i) => [`${i + 1}-жол`, i])
  const pages = setSlide(
    { title: 'Т', table: { rows, unit: 'млн теңге', note: 'Дереккөз: әкімдік' } },
    official(),
    1,
    '16:9',
  )
  expect(pages.length).toBeGreaterThan(1)
  for (const { boxes } of pages) expect(boxes.map(({ region }) => region)).toContain('unit')
  const noted = pages.filter(({ boxes }) => boxes.some(({ region }) => region === 'caption'))
  expect(noted).toEqual([pages.at(-1)])
})

const cell = fc.oneof(
  fc.constantFrom('', '–', 'н/д', '12,5', '1 250,75', '98 %', '−3', '1,234', '**18 830**', 'NaN'),
  fc.lorem({ maxCount: 6 }),
  fc.constantFrom(
    'Қарағанды облысының әкімдігі',
    'достопримечательности и инфраструктура',
    'екі\nжол',
    'https://example.kz/a/b/c',
  ),
)
const table = fc
  .integer({ min: 1, max: 11 })
  .chain((columns) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 30 }),
  )

test('any table keeps its cells in order, inside its box', () => {
  const check = fc.property(
    table,
    fc.constantFrom(...themes),
    fc.constantFrom(...aspects),
    fc.boolean(),
    (rows, theme, aspect, head) => {
      const filled = rows.filter((row) => row.some((text) => text !== ''))
      const { pages, diagnostics } = setDeck(
        { aspect, content: [{ title: 'Т', table: { rows, head, total: false } }] },
        fixtures.get(theme)!,
      )
      const tables = tablesOf(pages)
      expect(faultsOf(tables)).toEqual([])
      if (diagnostics.some(({ code }) => code === 'table-columns-divided')) return
      const squeezed = (text: string) => text.replace(/[\s*]|https:\/\//g, '')
      const shown = cellsOf(tables).map((cells) => cells.map(squeezed))
      const wanted = (head && filled.length > 1 ? filled.slice(1) : filled).map((row) => row.map(squeezed))
      expect(
        shown
          .flat()
          .join('\u0000')
          .replaceAll(/\u0000+/g, '|'),
      ).toEqual(
        wanted
          .flat()
          .join('\u0000')
          .replaceAll(/\u0000+/g, '|'),
      )
    },
  )
  fc.assert(check, { numRuns: runs(300) })
})

test('a ranking is not divided into halves at the smallest size if one column is larger', () => {
  const text = Array.from({ length: 12 }, (_, i) => `${i + 1}. Бауыржан Момышұлы — ${100 - i} баллов`).join('\n')
  const deck = (aspect: string) => ({ name: 'А', lang: 'ru', aspect, content: [{ title: 'Победители', text }] })
  const smallest = Math.min(...official().theme.styles.cell!.sizes)
  const [wide, narrow] = ['16:9', '4:3'].map((aspect) => tablesOf(setDeck(deck(aspect), official()).pages))
  expect(wide).toHaveLength(2)
  expect(narrow).toHaveLength(1)
  for (const box of [...wide!, ...narrow!]) expect(Math.min(...sizesOf(box))).toBeGreaterThan(smallest)
})

test('heads in two rows are one head on each page, and the rows below keep their places', () => {
  const body = Array.from({ length: 40 }, (_, i) => `${i + 1}\tАудан ${i + 1}\t${i}\t${i + 1}`)
  const table = ['№\tАудан\tМүшелер саны\t', '\t\t2024\t2025', ...body].join('\n')
  const tables = tablesOf(setSlide({ title: 'Т', table }, official()))
  expect(tables.length).toBeGreaterThan(1)
  for (const one of tables) expect(headOf(one)).toEqual(['№', 'Аудан', 'Мүшелер саны\n2024', 'Мүшелер саны\n2025'])
  expect(cellsOf(tables)).toEqual(body.map((row) => row.split('\t')))
  expect(cellsOf(tablesOf(setSlide({ title: 'Т', table: { rows: table, head: false } }, official())))).toHaveLength(42)
})

test('telephone numbers in cells stay on one line', () => {
  const posts = 'первый заместитель председателя филиала, руководитель рабочей группы '.repeat(2)
  const table = ['8 (7152) 46-11-11', '8 701 111 22 33', '+7 (727) 250-00-00'].map((phone) => [
    'Сейтказиев Болат Кайратович',
    posts,
    phone,
  ])
  const [one] = tablesOf(setSlide({ title: 'Т', table: [['ФИО', 'Должность', 'Телефон'], ...table] }, official()))
  for (const { cells } of viewOf(one!).rows) expect(cells[2]!.text!.page.paragraphs[0]!.lines).toHaveLength(1)
})

test.each([
  ['a star', '* алдын ала дерек', 2, []],
  ['a word for a note', 'Ескерту: алдын ала дерек', 2, []],
  ['two lines', '* алдын ала\nДереккөз: ҰСБ', 2, []],
  ['a row in bold', '**Ұлытау**', 3, ['table-rows-unequal']],
  ['a row of one cell', 'Ұлытау', 3, ['table-rows-unequal']],
])('a line below the rows of a pasted table is a note or a row: %s', (_, line, rows, codes) => {
  const text = `Облыс\tЖоба\nАбай*\t5\nЖетісу\t6\n${line}`
  const { pages, diagnostics } = setDeck({ content: [{ title: 'Т', table: text }] }, official())
  const [table] = tablesOf(pages)
  expect(viewOf(table!).rows.length).toBe(rows)
  expect(diagnostics.map(({ code }) => code)).toEqual(codes)
  const shown = JSON.stringify(pages.flatMap(({ boxes }) => boxes))
  for (const word of line.split(/[\s*]+/).filter(Boolean)) expect(shown).toContain(word)
})
