import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type ChartData, sumOfRow } from '../../../src/blocks/chart/data/chart-data.ts'
import { chooseKind } from '../../../src/blocks/chart/data/choose-kind.ts'
import { readData } from '../../../src/blocks/chart/data/read-data.ts'
import type { ChartArea, ChartDrawing, ChartLabel } from '../../../src/blocks/chart/draw/drawing.ts'
import { ChartRuler } from '../../../src/blocks/chart/draw/ruler.ts'
import { textsOf } from '../../../src/blocks/chart/draw/texts.ts'
import { toMarks } from '../../../src/blocks/chart/draw/to-marks.ts'
import { type DrawnChart, drawChart } from '../../../src/blocks/chart/draw-chart.ts'
import type { ChartKind } from '../../../src/blocks/chart/types.ts'
import { formatNumber } from '../../../src/languages/format.ts'
import type { Lang } from '../../../src/model/lang.ts'
import type { Box } from '../../../src/model/theme.ts'
import { themes } from '../../gallery/editions.ts'
import { type LayoutFixture, loadFixture } from '../../layout/fixture.ts'

const fixtures = new Map<string, LayoutFixture>()
beforeAll(async () => {
  for (const name of themes) fixtures.set(name, await loadFixture(name))
})

const names: Record<Lang, string[]> = {
  kk: [
    'Алматы қаласы',
    'Шығыс Қазақстан облысы',
    'Түркістан',
    '2021 жыл',
    'Қаңтар',
    'Мемлекеттік тілді дамыту басқармасы',
    'Ұлытау',
  ],
  ru: [
    'Государственный социальный заказ',
    'Аренда',
    '2022',
    'Январь',
    'Восточно-Казахстанская область',
    'Прочее',
    'I кв.',
  ],
  en: ['Almaty', 'East Kazakhstan region', '2023', 'March', 'Department of Culture and Languages', 'Other', 'Q1'],
}
const units = ['', '%', '₸', 'млрд теңге', 'тыс. человек', 'people a year']

const value = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 5000 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 10000 }).map((n) => n / 10) },
  { weight: 1, arbitrary: fc.integer({ min: -900, max: 900 }) },
  { weight: 1, arbitrary: fc.constant(null) },
)

interface Case {
  theme: (typeof themes)[number]
  lang: Lang
  size: { width: number; height: number }
  kind: ChartKind | null
  rows: string[][]
}

const chartCase: fc.Arbitrary<Case> = fc
  .record({
    theme: fc.constantFrom(...themes),
    lang: fc.constantFrom<Lang>('kk', 'ru', 'en'),
    size: fc.constantFrom({ width: 1120, height: 484 }, { width: 832, height: 484 }, { width: 1120, height: 330 }),
    kind: fc.constantFrom<(ChartKind | null)[]>('bar', 'stack', 'line', 'donut', null),
    columns: fc.integer({ min: 1, max: 4 }),
    count: fc.integer({ min: 1, max: 16 }),
    unit: fc.constantFrom(...units),
    first: fc.nat(6),
  })
  .chain(({ columns, count, unit, first, ...rest }) =>
    fc
      .array(fc.array(value, { minLength: columns, maxLength: columns }), { minLength: count, maxLength: count })
      .map((values) => {
        const known = names[rest.lang]
        const cell = (one: number | null) =>
          one === null ? '–' : `${formatNumber(one, rest.lang)}${unit ? ` ${unit}` : ''}`
        const rows = values.map((row, i) => [known[(i + first) % known.length]!, ...row.map(cell)])
        const head = ['', ...known.slice(0, columns)]
        return { ...rest, rows: columns > 1 ? [head, ...rows] : rows }
      }),
  )

interface Drawn {
  chart: DrawnChart
  data: ChartData
}

function draw({ theme: name, lang, size, kind, rows }: Case): Drawn | null {
  const { theme, fitter } = fixtures.get(name)!
  const style = theme.styles.cell!
  const written = rows.map((cells, line) => ({ cells, line, range: { start: 0, end: 0 } }))
  const { data } = readData(written, rows[0]![0] === '', lang)
  const chosen = data && chooseKind(data, kind)
  if (!data || !chosen?.kind) return null
  const ruler = new ChartRuler(style, lang, { fitter })
  const chart = drawChart(data, chosen.kind, style.sizes, size, size, (part) =>
    textsOf(part, { ruler, other: 'Other', highlight: null }),
  )
  return chart && { chart, data }
}

const runs = 1000
const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width - 0.01 && b.x < a.x + a.width - 0.01 && a.y < b.y + b.height - 0.01 && b.y < a.y + a.height - 0.01
const outside = ({ x, y, width, height }: Box, room: ChartDrawing) =>
  x < -0.01 || y < -0.01 || x + width > room.width + 0.01 || y + height > room.height + 0.01

/** Everything is drawn once; each test looks at all of it. */
let drawn: { one: Case; drawn: Drawn | null }[] = []
beforeAll(() => {
  drawn = fc.sample(chartCase, { numRuns: runs, seed: 13 }).map((one) => ({ one, drawn: draw(one) }))
})

test('1,000 data sets: most are drawn', () => {
  const kinds = drawn.map((one) => one.drawn?.chart.kind ?? 'none')
  const count = (kind: string) => kinds.filter((one) => one === kind).length
  expect(count('none')).toBeLessThan(runs / 20)
  for (const kind of ['bar', 'stack', 'line', 'donut']) expect(count(kind)).toBeGreaterThan(30)
})

describe('1,000 data sets, three languages, four themes', () => {
  const holds = (check: (drawing: ChartDrawing, drawn: Drawn, page: ChartData) => void) => {
    for (const { one, drawn: all } of drawn) {
      for (const { drawing, data } of all?.chart.pages ?? []) {
        try {
          check(drawing, all!, data)
        } catch (error) {
          throw new Error(`${all!.chart.kind} of ${JSON.stringify(one)}`, { cause: error })
        }
      }
    }
  }

  test('no label and no bar is outside the drawing', () => {
    holds((drawing) => {
      expect(drawing.labels.filter((label) => outside(label, drawing))).toEqual([])
      expect(barsOf(drawing).filter(({ shape }) => outside(shape, drawing))).toEqual([])
    })
  })

  test('no two labels overlap', () => {
    holds(({ labels }) => {
      const pairs = labels.flatMap((a, i) =>
        labels
          .slice(i + 1)
          .filter((b) => overlap(a, b))
          .map((b) => [brief(a), brief(b)]),
      )
      expect(pairs).toEqual([])
    })
  })

  test('no label stands on a bar, besides those made for it', () => {
    holds((drawing) => {
      const free = drawing.labels.filter(({ plate, onFill }) => !plate && !onFill)
      const hit = free.filter((label) => barsOf(drawing).some(({ shape }) => overlap(label, shape)))
      expect(hit.map(brief)).toEqual([])
    })
  })

  test('bars begin at 0, and their lengths are proportional to 0.1 px', () => {
    holds((drawing, { chart, data }, page) => {
      if (chart.kind !== 'bar' && chart.kind !== 'stack') return
      const whole = barsOf(drawing)
      const scales = whole.flatMap(({ row, series, shape }) => {
        const own = Math.abs(page.series[series]!.values[row!]!)
        return own > 0 ? [{ own, width: shape.width }] : []
      })
      const most = scales.reduce((best, one) => (one.own > best.own ? one : best), scales[0] ?? { own: 1, width: 1 })
      for (const { own, width } of scales) expect(Math.abs(width - (most.width * own) / most.own)).toBeLessThan(0.1)
      if (chart.kind === 'bar') {
        const zero = Number(/^M([\d.]+)/.exec(drawing.strokes.at(-1)!.d)![1])
        for (const { row, series, shape } of whole) {
          const start = page.series[series]!.values[row!]! < 0 ? shape.x + shape.width : shape.x
          expect(Math.abs(start - zero)).toBeLessThan(0.1)
        }
      }
      expect(data.names.length).toBe(chart.pages.reduce((sum, one) => sum + one.data.names.length, 0))
    })
  })

  test('marks are written with the same proportions', () => {
    holds((drawing, { chart }, page) => {
      if (chart.kind !== 'bar') return
      const paths = toMarks(drawing).filter(({ attributes: { fill, class: name } }) => fill ?? name === 'ch-0')
      const legend = page.series.length > 1 ? 1 : 0
      for (const series of page.series.keys()) {
        const own = series === 0 ? 'ch-0' : `url(#ch${series})`
        const path = paths.find(({ attributes }) => (attributes.fill ?? attributes.class) === own)
        const widths = [...String(path?.attributes.d ?? '').matchAll(/h([\d.]+)v/g)].map(([, width]) => Number(width))
        const bars = barsOf(drawing).filter((bar) => bar.series === series)
        const seen = bars.filter(({ shape }) => shape.width >= 0.1)
        // A bar of less than a tenth of a pixel may be none.
        expect(widths.length - legend).toBeGreaterThanOrEqual(seen.length)
        if (widths.length - legend !== bars.length) continue
        for (const [i, { shape }] of bars.entries())
          expect(Math.abs(widths[i + legend]! - shape.width)).toBeLessThanOrEqual(0.1)
      }
    })
  })

  test('neighbouring areas differ by fill', () => {
    holds(({ areas }, { chart }) => {
      const own = areas.filter(({ row }) => row !== null)
      const rings =
        chart.kind === 'donut'
          ? [own]
          : [...new Set(own.map(({ row }) => row))].map((row) => own.filter((area) => area.row === row))
      for (const ring of rings) {
        for (const [i, { fill }] of ring.entries()) {
          const next = ring[(i + 1) % ring.length]!
          if (ring.length > 1) expect(fill).not.toBe(next.fill)
        }
      }
    })
  })

  test('every name and value is shown, or joined with others', () => {
    holds((drawing, { chart }, page) => {
      if (chart.kind === 'line') return
      const shown = drawing.labels.map(({ lines }) => lines.join(' ').replace(/\s/g, '')).join('|')
      for (const [row, name] of page.names.entries()) {
        const isPart = chart.kind !== 'donut' || (sumOfRow(page, row) > 0 && !chart.joined.includes(name))
        if (isPart) expect(shown).toContain(name.replace(/\s/g, ''))
      }
    })
  })
})

type Bar = ChartArea & { shape: Box }
const barsOf = ({ areas }: ChartDrawing): Bar[] =>
  areas.filter((area): area is Bar => area.row !== null && typeof area.shape !== 'string')
const brief = ({ lines, role, x, y, width, height }: ChartLabel) =>
  `${role} ${lines.join(' / ')} ${[x, y, width, height].map(Math.round)}`
