/** What charts cost a build: a deck of 100 charts of each kind beside a deck of as many short texts, in turn. */
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { costOfEach, inTurn } from './measure.mjs'

const korme = [process.execPath, join(dirname(fileURLToPath(import.meta.url)), '../build/korme.js')]
const names = [
  'Шығыс Қазақстан облысы',
  'Алматы қаласы',
  'Ақтөбе облысы',
  'Маңғыстау облысы',
  'Түркістан облысы',
  'Абай облысы',
]
const charts = 100

/** The rows of one chart: every one has other numbers, so that nothing is measured once for all. */
const rows = (chart, series) => [
  ['', ...['қабылданды', 'қаралуда', 'қайтарылды'].slice(0, series)],
  ...names.map((name, i) => [
    name,
    ...Array.from({ length: series }, (_, s) => 100 + ((chart * 37 + i * 91 + s * 17) % 400)),
  ]),
]

const kinds = { bar: 1, stack: 3, line: 3, donut: 1 }

/** `row` prints a figure beside its target. */
export async function benchCharts(folder, runs, row) {
  mkdirSync(join(folder, 'static'), { recursive: true })
  const write = (name, slide) => {
    const deck = join(folder, `${name}.json`)
    const content = Array.from({ length: charts }, (_, i) => ({ title: 'Диаграмма', ...slide(i) }))
    writeFileSync(deck, JSON.stringify({ name, lang: 'kk', content }))
    return deck
  }
  const decks = [
    write('none', (i) => ({ text: `Мәтін ${i}` })),
    ...Object.entries(kinds).map(([kind, series]) => write(kind, (i) => ({ chart: { kind, data: rows(i, series) } }))),
  ]
  const [none, ...times] = await inTurn(
    decks.map((deck) => ({ command: [...korme, 'build', '--quiet', deck] })),
    runs,
  )
  const bytes = decks.map(
    (deck) => statSync(join(folder, 'dist', deck.split('/').at(-1).replace('.json', '.html'))).size,
  )
  for (const [i, kind] of Object.keys(kinds).entries()) {
    row(`a ${kind} chart`, costOfEach(times[i], none, charts), 'at most 2 ms')
    // The table for screen readers is part of it.
    row(
      `a ${kind} chart: size`,
      `${((bytes[i + 1] - bytes[0]) / charts / 1000).toFixed(1)} kB`,
      'at most 3 kB, its table beside',
    )
  }
}
