import { beforeAll, describe, expect, test } from 'vitest'
import type { ChartView } from '../../../src/blocks/chart/types.ts'
import { formatNumber } from '../../../src/languages/format.ts'
import type { PlacedBox } from '../../../src/model/laid-out.ts'
import { box, type LayoutFixture, loadOfficial, regions, set, setSlide } from '../../layout/fixture.ts'

let ours: LayoutFixture
beforeAll(async () => {
  ours = await loadOfficial()
})

const viewOf = (slide: object) => box(setSlide({ title: 'Т', ...slide }, ours)[0]!, 'data').view as ChartView
const codes = (slide: object) =>
  set(
    {
      content: [
        { block: '7', title: 'А' },
        { title: 'Т', ...slide },
      ],
    },
    ours,
  ).found.map(({ code }) => code)
const lines = 'Алматы — 98\nАстана — 76\nАқтау — 41'
const templates = (boxes: readonly PlacedBox[]) => boxes.map(({ template }) => template)

describe('a chart', () => {
  test('is drawn from its field, from the text of its layout, and from a block', () => {
    const slides = [
      { chart: lines },
      { chart: { data: lines } },
      {
        chart: [
          ['Алматы', 98],
          ['Астана', 76],
          ['Ақтау', 41],
        ],
      },
      { chart: { data: { rows: lines } } },
      { block: '12', text: lines },
      { block: 'chart', text: lines },
      { blocks: [{ type: 'chart', data: lines }] },
    ]
    for (const slide of slides) {
      expect(viewOf(slide).table.rows).toEqual([
        ['Алматы', '98'],
        ['Астана', '76'],
        ['Ақтау', '41'],
      ])
      expect(codes(slide)).toEqual([])
    }
  })

  test('years that are numbers in the file have no space, as names and as heads', () => {
    const rows = (chart: unknown) => viewOf({ chart }).table
    expect(
      rows([
        [2019, 1250],
        [2020, 1300],
      ]).rows,
    ).toEqual(
      [
        ['2019', '1 250'],
        ['2020', '1 300'],
      ].map((row) => row.map((cell) => cell.replace(' ', '\u00a0'))),
    )
    expect(
      rows([
        ['Көзі', 2026, 2027],
        ['Бюджет', 12.5, 18],
      ]),
    ).toMatchObject({ rows: [['Бюджет', '12,5', '18']] })
    expect(
      rows([
        ['Көзі', 2026, 2027],
        ['Бюджет', 12.5, 18],
      ]).head,
    ).toEqual(['Атауы', '2026', '2027'])
  })

  test('that takes several pages is told by its rows', () => {
    const text = Array.from({ length: 40 }, (_, i) => `Аудан ${i + 1} — ${i + 5}`).join('\n')
    expect(codes({ chart: text })).toEqual(['text-continued'])
    const { found } = set({ content: [{ title: 'А', chart: text }] }, ours)
    expect(found).toMatchObject([{ rows: 40 }])
  })

  test('has a sentence for screen readers, in the language of its words', () => {
    expect(viewOf({ chart: lines }).label).toBe('Жолақты диаграмма. 3 мән; ең көбі: Алматы — 98; ең азы: Ақтау — 41.')
    const years = viewOf({ chart: '2021 жыл — 5\n2022 жыл — 7,5\n2023 жыл — 9' })
    expect(years.label).toBe('Сызықтық диаграмма. 2021 жыл — 5; 2023 жыл — 9.')
    const names = 'Государственный социальный заказ — 5\nПожертвования предпринимателей — 3'
    expect(viewOf({ chart: names }).label).toContain('больше всего')
  })

  test('has its source below, and a text above', () => {
    const [page] = setSlide({ title: 'Т', text: 'Қысқаша.', chart: { data: lines, source: 'есеп' } }, ours)
    expect(regions(page!).slice(0, 4)).toEqual(['title', 'body', 'data', 'caption'])
  })

  test('numbers of JSON are written as in the language', () => {
    expect(
      viewOf({
        chart: {
          data: [
            ['Алматы', -3.5],
            ['Астана', 1250],
          ],
        },
      }).table.rows,
    ).toEqual([
      ['Алматы', '−3,5'],
      ['Астана', formatNumber(1250, 'kk')],
    ])
  })

  test('rows that are set off are the only ones in colour; an unknown name is told', () => {
    const { marks } = viewOf({ chart: { data: lines, highlight: 'Астана' } })
    const bars = marks.filter(({ attributes }) => /^ch-(?:low|\d)$/.test(String(attributes.class)))
    expect(bars.map(({ attributes }) => [attributes.class, String(attributes.d).split('M').length - 1])).toEqual([
      ['ch-low', 2],
      ['ch-0', 1],
    ])
    expect(codes({ chart: { data: lines, highlight: ['Астанаа', 'Орал'] } })).toEqual([
      'chart-highlight-unknown',
      'chart-highlight-unknown',
    ])
  })

  test('of many rows continues on further pages, on one scale', () => {
    const data = Array.from({ length: 40 }, (_, i) => [`Өңір ${i + 1}`, i + 1])
    const pages = setSlide({ title: 'Т', chart: { data } }, ours)
    expect(pages.length).toBeGreaterThan(1)
    const views = pages.map((page) => box(page, page === pages[0] ? 'data' : 'body').view as ChartView)
    expect(views.flatMap(({ table }) => table.rows.map(([name]) => name))).toEqual(data.map(([name]) => name))
    const widths = views.flatMap(({ marks }) =>
      marks.flatMap(({ attributes }) =>
        [...String(attributes.d ?? '').matchAll(/h([\d.]+)v/g)].map(([, w]) => Number(w)),
      ),
    )
    expect(Math.abs(widths[19]! / widths[39]! - 0.5)).toBeLessThan(0.02)
  })

  test('of more than six parts joins the smallest, and says so', () => {
    const slide = { chart: { kind: 'donut', data: 'а — 40\nб — 25\nв — 12\nг — 9\nд — 6\nе — 5\nж — 3' } }
    const texts = viewOf(slide).marks.flatMap(({ text }) => text ?? [])
    expect(texts).toContain('Басқалары')
    expect(texts).not.toContain('ж')
    expect(codes(slide)).toEqual(['chart-parts-joined'])
  })
})

describe('data that no chart can show', () => {
  test.each<[string, object, string]>([
    ['no numbers', { chart: 'а; көп\nб; аз' }, 'chart-numbers-missing'],
    ['five series', { chart: 'а\t1\t2\t3\t4\t5\nб\t1\t2\t3\t4\t5' }, 'chart-series-many'],
    ['different units', { chart: 'а — 5 %\nб — 12 км' }, 'chart-units-mixed'],
    [
      'a name of 400 letters',
      {
        chart: [
          ['ұзын атау '.repeat(40), 5],
          ['б', 3],
        ],
      },
      'chart-label-long',
    ],
  ])('%s: a table, and a finding', (_, slide, code) => {
    const pages = setSlide({ title: 'Т', ...slide }, ours)
    expect(codes(slide)).toContain(code)
    expect(templates(pages[0]!.boxes)).toContain('table')
  })

  test('words alone are a text', () => {
    const [page] = setSlide({ title: 'Т', chart: 'тек сөздер' }, ours)
    expect(templates(page!.boxes)).not.toContain('chart')
    expect(JSON.stringify(page!.boxes)).toContain('тек сөздер')
  })

  test('HTML in a name is a name', () => {
    expect(
      viewOf({
        chart: [
          ['<b>а</b>', 5],
          ['б', 3],
        ],
      }).table.rows[0],
    ).toEqual(['<b>а</b>', '5'])
  })
})

describe('a text of names and numbers', () => {
  test('suggests a chart, unless its layout is given or other things stand beside it', () => {
    expect(codes({ text: lines })).toEqual(['chart-suggested'])
    expect(codes({ text: lines, block: '2' })).toEqual([])
    expect(codes({ text: `${lines}\nЖәне бір сөйлем.` })).toEqual([])
    expect(codes({ text: lines, img_path: 'photo.jpg' })).not.toContain('chart-suggested')
    expect(codes({ text: 'Алматы — 98\nАстана — 76' })).toEqual([])
    expect(codes({ text: 'а — 5 %\nб — 12 км\nв — 3' })).toEqual([])
  })
})
