import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ProgrammeView, RowView } from '../../../src/blocks/timeline/place-programme.ts'
import type { StagesView } from '../../../src/blocks/timeline/place-stages.ts'
import type { LaidOutPage, PlacedBox, TextView } from '../../../src/model/laid-out.ts'
import { aspects, themes } from '../../gallery/editions.ts'
import { type LayoutFixture, loadFixture, set, setSlide, suffix, words } from '../../layout/fixture.ts'
import { runs } from '../../support/property-runs.ts'

const fixtures = new Map<string, LayoutFixture>()
beforeAll(async () => {
  for (const name of themes) fixtures.set(name, await loadFixture(name))
})

const places = themes.flatMap((theme) => aspects.map((aspect) => ({ theme, aspect })))
const drawn = (pages: readonly LaidOutPage[], template: string): PlacedBox[] =>
  pages.flatMap(({ boxes }) => boxes.filter((one) => one.template === template))

const viewOf = ({ view }: PlacedBox) => view as ProgrammeView
const rowsOf = (table: PlacedBox): RowView[] => {
  const { head, groups } = viewOf(table)
  return [...(head ? [head] : []), ...groups.flatMap(({ rows }) => rows)]
}
const linesIn = ({ page }: TextView) => page.paragraphs.flatMap(({ lines }) => lines)
const said = (text: TextView | null) => (text ? words({ view: text } as PlacedBox).replaceAll('\n', ' ') : '')
const rowText = ({ cells }: RowView) => cells.map(({ text }) => said(text)).join(' | ')

/** What is wrong with a table: columns that do not fill it, rows that are lower than their text, lines wider than a column. */
function tableFaults(table: PlacedBox): string[] {
  const { columns } = viewOf(table)
  const rows = rowsOf(table)
  const wide = columns.reduce((sum, one) => sum + one, 0)
  const high = rows.reduce((sum, { height }) => sum + height, 0)
  const faults =
    wide === table.width && high === table.height ? [] : [`${wide}x${high} in ${table.width}x${table.height}`]
  for (const { cells, span, padding, height } of rows) {
    for (const [i, { text }] of cells.entries()) {
      if (!text) continue
      const space = span ? table.width - 32 : columns[i]! - (i === 0 ? 16 : 0) - (i === columns.length - 1 ? 16 : 32)
      if (linesIn(text).some(({ width }) => width > space)) faults.push(`wide: ${said(text)}`)
      if (text.page.height + 2 * padding > height + padding) faults.push(`high: ${said(text)}`)
    }
  }
  return faults
}

const sessions = [
  '09:00–09:30\tТіркеу, сәлемдесу\tФойе',
  '09:30–10:00\tОткрытие форума. Приветствие акима области\tБольшой зал',
  '10:00–11:15\tПленарное заседание «Волонтёрство сегодня»\tБольшой зал',
  '11:15–11:30\tКофе-пауза\tФойе',
  '11:30–13:00\tСекции: «Экология», «Старшее поколение», «ЧС»\tАудитории 201, 204, 305',
  '13:00–14:00\tТүскі ас\tАсхана',
  '14:00–15:30\tWorkshops\tRooms 201–305',
  '15:30–16:00\tПодведение итогов, вручение грамот\tБольшой зал',
  '16:00–17:00\tКонцерт\tБольшой зал',
]

describe.each(places)('$theme $aspect', ({ theme, aspect }) => {
  test.each([1, 3, 9, 30])('a programme of %i rows', (count) => {
    const head = 'Уақыты\tІс-шара\tОрны'
    const text = [head, ...Array.from({ length: count }, (_, i) => sessions[i % sessions.length]!)].join('\n')
    const pages = setSlide({ block: '14', title: 'Бағдарлама', text }, fixtures.get(theme)!, 1, aspect)
    const tables = drawn(pages, 'programme')
    expect(tables.flatMap(tableFaults)).toEqual([])
    for (const table of tables) expect(table.y + table.height).toBeLessThanOrEqual(640)
    // The head stands on each page, and the title says which page it is.
    expect(new Set(tables.map((table) => rowText(viewOf(table).head!)))).toEqual(new Set(['Уақыты | Іс-шара | Орны']))
    const titles = pages.flatMap(({ boxes }) => boxes.filter(({ region }) => region === 'title'))
    const parts = pages.map((_, i) => (pages.length > 1 ? `(${i + 1}/${pages.length})` : null))
    expect(titles.map(suffix)).toEqual(parts)
    const rows = tables.flatMap((table) => viewOf(table).groups.flatMap((group) => group.rows))
    expect(rows).toHaveLength(count)
    expect(rows.filter(({ kind }) => kind === 'pause')).toHaveLength(
      Math.floor(count / 9) * 2 + [0, 0, 0, 0, 1, 1, 2, 2, 2][count % 9]!,
    )
    const sizes = new Set(rows.flatMap(({ cells }) => cells.flatMap(({ text }) => text?.size ?? [])))
    expect(sizes.size).toBe(1)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(theme === 'contrast' ? 28 : 18)
  })

  test.each([2, 3, 4, 5, 6, 7, 8])('%i stages', (count) => {
    const stages = [
      'қыркүйек: топ жинау',
      'Октябрь: обучение тренеров',
      'Ноябрь: регистрация участников',
      'December: forum',
    ]
    const text = Array.from({ length: count }, (_, i) => stages[i % 4]).join('\n')
    const pages = setSlide({ block: '14', title: 'Кезеңдер', text }, fixtures.get(theme)!, 1, aspect)
    const lines = drawn(pages, 'stages')
    expect(lines).toHaveLength(1)
    expect((lines[0]!.view as StagesView).stages).toHaveLength(count)
    expect(lines.flatMap(stageFaults)).toEqual([])
  })
})

/** What is wrong with a line of stages: boxes outside of it, overlaps, lines wider than their box. */
function stageFaults(line: PlacedBox): string[] {
  const { stages } = line.view as StagesView
  const texts = stages.flatMap(({ boxes }) => boxes)
  const all = [...texts, ...stages.map(({ dot }) => ({ ...dot, region: 'dot' }))]
  const outside = all.filter(
    ({ x, y, width, height }) => x < 0 || y < 0 || x + width > line.width || y + height > line.height,
  )
  const overlapping = all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height),
  )
  const wide = texts.filter(({ view, width }) => linesIn(view as TextView).some((one) => one.width > width))
  return [...outside, ...overlapping, ...wide].map(({ region }) => region)
}

test('programmes and stages of any words keep all of them, in order, within their page', () => {
  const word = fc.stringMatching(/^[А-ЯӘҚҢӨҰҮҺІа-яәқңөұүһі]{1,18}$/)
  const cell = fc.array(word, { minLength: 1, maxLength: 14 }).map((all) => all.join(' '))
  const row = fc.array(cell, { minLength: 1, maxLength: 3 })
  const rows = fc.array(row, { minLength: 2, maxLength: 24 })
  fc.assert(
    fc.property(rows, fc.constantFrom(...places), fc.boolean(), (list, { theme, aspect }, isProgramme) => {
      const starts = (i: number) => `${String(8 + Math.floor(i / 2)).padStart(2, '0')}:${i % 2 ? '30' : '00'}`
      const cells = list.map((one, i) => (isProgramme ? [starts(i), ...one] : [`${i + 1}-кезең`, ...one]))
      const kind = isProgramme ? 'programme' : 'line'
      const pages = setSlide({ title: 'А', timeline: { kind, rows: cells } }, fixtures.get(theme)!, 1, aspect)
      const tables = drawn(pages, 'programme')
      const lines = drawn(pages, 'stages')
      expect([...tables.flatMap(tableFaults), ...lines.flatMap(stageFaults)]).toEqual([])
      for (const one of [...tables, ...lines]) expect(one.y + one.height).toBeLessThanOrEqual(644)
      const inTables = tables.flatMap(rowsOf).map(({ cells }) => cells.map(({ text }) => said(text)))
      const inLines = lines.map(({ view }) => (view as StagesView).stages.map(({ boxes }) => boxes.map(words)))
      // A row taller than a page goes on there, also within a word that is wider than its column.
      const columns = inTables[0]?.map((_, i) => inTables.map((row) => row[i] ?? '').join('')) ?? []
      const all = JSON.stringify([columns, inLines]).replaceAll('\\n', '').replace(/\s/g, '')
      for (const text of cells.flat()) expect(all).toContain(text.replaceAll(' ', ''))
    }),
    { numRuns: runs(500) },
  )
})

describe('programmes', () => {
  const fixture = () => fixtures.get('official')!
  const found = (slide: object) =>
    set({ content: [{ title: 'А' }, slide, { title: 'Я' }] }, fixture()).found.map(({ code }) => code)

  test('a page that continues a day begins with its name, and says so', () => {
    const rows = ['1-күн', ...Array.from({ length: 24 }, (_, i) => `${String(i).padStart(2, '0')}:00\tДәріс ${i}`)]
    const tables = drawn(setSlide({ title: 'А', timeline: rows.join('\n') }, fixture()), 'programme')
    expect(tables.length).toBeGreaterThan(1)
    expect(tables.map((table) => rowText(rowsOf(table)[0]!))).toEqual(
      tables.map((_, i) => (i === 0 ? '1-күн' : '1-күн (жалғасы)')),
    )
  })

  test('the name of a day is never the last row of a page', () => {
    for (let before = 5; before < 16; before++) {
      const rows = Array.from({ length: before }, (_, i) => `${String(8 + i).padStart(2, '0')}:00\tДәріс`)
      const more = ['09:00\tА', '10:00\tБ', '11:00\tВ', '12:00\tГ', '13:00\tД', '14:00\tЕ', '15:00\tЖ']
      const timeline = [...rows, '2-күн', ...more].join('\n')
      const tables = drawn(setSlide({ title: 'А', timeline }, fixture()), 'programme')
      for (const table of tables) expect(rowsOf(table).at(-1)!.kind).not.toBe('section')
    }
  })

  test('a row that is higher than a page is split, and no word of it is lost', () => {
    const long = Array.from({ length: 400 }, (_, i) => `сөз${i}`).join(' ')
    const pages = setSlide({ title: 'А', timeline: `09:00\t${long}\tЗал\n10:00\tБ\n11:00\tВ` }, fixture())
    const tables = drawn(pages, 'programme')
    for (const table of tables) expect(table.y + table.height).toBeLessThanOrEqual(640)
    expect(
      tables
        .flatMap(rowsOf)
        .map(rowText)
        .join(' ')
        .match(/сөз\d+/g),
    ).toHaveLength(400)
  })

  test.each([
    '| Уақыты | Не | Қайда |\n|---|:--|---|\n| 09:00 | А | Зал |\n| 10:00 | Б | |',
    '|Уақыты|Не|Қайда|\n|09:00|А|Зал|\n|10:00|Б||',
    'Уақыты | Не | Қайда\n09:00 | А | Зал\n10:00 | Б | ',
    'Уақыты\tНе\tҚайда\r\n09:00\tА\tЗал\r\n10:00\tБ\t\r\n',
  ])('the cells of %j', (text) => {
    const [table] = drawn(setSlide({ block: '14', text }, fixture()), 'programme')
    expect(rowsOf(table!).map(rowText)).toEqual(['Уақыты | Не | Қайда', '09:00 | А | Зал', '10:00 | Б | '])
  })

  test('a text that is more than an introduction has a page of its own before', () => {
    const text = 'Бір сөйлем, тағы бір сөйлем, одан да ұзақ сөйлем. '.repeat(6)
    const pages = setSlide({ title: 'А', text, timeline: '09:00\tА\n10:00\tБ' }, fixture())
    expect(pages.map(({ layout, boxes }) => [layout, ...boxes.map(({ region }) => region).slice(0, 2)])).toEqual([
      ['text', 'title', 'body'],
      ['timeline', 'title', 'data'],
    ])
  })

  test('two of them stand on two pages', () => {
    const blocks = [
      { type: 'timeline', rows: '09:00\tА' },
      { type: 'people', people: ['А Б, в'] },
    ]
    expect(setSlide({ blocks }, fixture()).map(({ layout }) => layout)).toEqual(['timeline', 'people'])
  })

  test('a theme without the layout shows it in that of texts, told', () => {
    const { theme, fitter } = fixture()
    const wide = theme.aspects['16:9']!
    const { timeline: _, ...layouts } = wide.layouts
    const older = { ...theme, aspects: { '16:9': { ...wide, layouts } } }
    const deck = { content: [{ title: 'А' }, { title: 'Б', timeline: '09:00\tА\n10:00\tБ' }, { title: 'Я' }] }
    const { laidOut, found } = set(deck, { theme: older, fitter })
    expect(found).toContainEqual(
      expect.objectContaining({ code: 'layout-missing', layout: 'timeline', theme: 'official' }),
    )
    expect(drawn(laidOut.pages, 'programme').map(({ region }) => region)).toEqual(['body'])
  })

  test('a short text stands above', () => {
    const pages = setSlide({ title: 'А', text: 'Сарай, 5 желтоқсан', timeline: '09:00\tА\n10:00\tБ' }, fixture())
    expect(pages.map(({ boxes }) => boxes.map(({ region }) => region))).toEqual([
      ['title', 'body', 'data', 'footer', 'page'],
    ])
    const [, lead, table] = pages[0]!.boxes
    expect(lead!.y + lead!.height).toBeLessThan(table!.y)
  })

  test.each([
    ['10:00\tА\n09:00\tБ\n11:00\tВ', 'time-not-in-order'],
    ['11:00–10:00\tА\n12:00\tБ', 'time-reversed'],
    ['09:00–10:30\tА\n10:00–11:00\tБ', 'times-overlap'],
  ])('%j is told: %s', (timeline, code) => expect(found({ timeline })).toContain(code))

  test('tabs and dashes between cells are no fault of the text', () => {
    const codes = found({ block: '14', text: '09:00 - А\n10:00 - Б\n11:00\tВ\n12:00\tГ' })
    expect(codes.filter((code) => /table|dash|numbers/.test(code))).toEqual([])
  })

  test('the times are headers of their rows, the days of their groups', () => {
    const [table] = drawn(setSlide({ timeline: '1-күн\n09:00\tА\tЗал' }, fixture()), 'programme')
    expect(rowsOf(table!).map(({ cells }) => cells.map(({ head }) => head))).toEqual([
      ['rowgroup'],
      ['row', null, null],
    ])
  })
})

describe('stages', () => {
  const stagesOf = (timeline: unknown) =>
    drawn(setSlide({ title: 'А', timeline }, fixtures.get('official')!), 'stages').map(({ view }) => view as StagesView)

  test('short texts stand side by side, long ones below one another', () => {
    expect(stagesOf('Қазан: оқыту\nҚараша: форум').map(({ direction }) => direction)).toEqual(['horizontal'])
    const long = 'қалалар мен аудандарда еріктілер штабтарын ашу, үйлестірушілерді таңдау және оқыту'
    const rows = [1, 2, 3, 4, 5].map((one) => `${one}-кезең: ${long}`)
    expect(stagesOf(rows).map(({ direction }) => direction)).toEqual(['vertical'])
  })

  test('a stage that is longer than a page stands in a table, which can continue', () => {
    const long = Array.from({ length: 500 }, (_, i) => `сөз${i}`).join(' ')
    const pages = setSlide({ timeline: [`2021 — ${long}`, '2022 — б'] }, fixtures.get('official')!)
    const rows = drawn(pages, 'programme').flatMap(rowsOf).map(rowText)
    expect(rows.join(' ').match(/сөз\d+/g)).toHaveLength(500)
    expect(rows.at(-1)).toBe('2022 | б')
  })

  test('more than eight take further pages of one size', () => {
    const lines = stagesOf(Array.from({ length: 11 }, (_, i) => `${2010 + i} — бір`))
    expect(lines.map(({ stages }) => stages.length)).toEqual([6, 5])
    const sizes = lines.flatMap(({ stages }) =>
      stages.flatMap(({ boxes }) => boxes.map(({ view }) => (view as TextView).size)),
    )
    expect(new Set(sizes).size).toBe(1)
  })
})
