/** What tables, people, programmes and stages cost: beside decks of short texts, and beside another program's table. */
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { costOfEach, inTurn, takeTurns } from './measure.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const korme = [process.execPath, join(root, 'build/korme.js')]
const slides = 100

/** Rows of which all numbers and names differ. */
const tableRows = (count, from = 0) => [
  ['№', 'Атауы', '2023', '2024', 'Ескерту'],
  ...Array.from({ length: count }, (_, i) => [
    i + 1,
    `Нысан № ${7 * i + from} — ауылдық округ`,
    ((i + from) * 13.37).toFixed(2).replace('.', ','),
    String((i + from) * 1000).replace(/\B(?=(?:\d{3})+$)/g, ' '),
    i % 7 ? 'орындалды' : 'мерзімі ұзартылды, себебі мердігер ауысты',
  ]),
]

const names = ['Айгүл', 'Ерлан', 'Дана', 'Нұрлан', 'Гүлнар', 'Сергей', 'Наталья', 'Мадина']
const kinds = {
  people: (i) => ({
    people: names.map((name, n) => ({ name: `${name} Ахметова ${i}`, role: `${n}-бөлім жетекшісі` })),
  }),
  programme: (i) => ({
    timeline: names.map((name, n) => [`${n + 9}:00–${n + 9}:45`, `${name}: баяндама ${i}`, `${n + 200}-аудитория`]),
  }),
  stages: (i) => ({
    timeline: { kind: 'line', rows: names.slice(0, 5).map((name, n) => [`${n + 1}-кезең`, `${name}, жоба ${i}`]) },
  }),
  'table of 8 rows': (i) => ({ table: tableRows(8, 100 * i) }),
}

/** `row` prints a figure beside its target. */
export async function benchTables(folder, runs, row) {
  mkdirSync(join(folder, 'static'), { recursive: true })
  const write = (name, content) => {
    const deck = join(folder, `${name.replaceAll(' ', '-')}.json`)
    writeFileSync(deck, JSON.stringify({ name, lang: 'kk', content }))
    return deck
  }
  await benchKinds(folder, runs, row, write)
  await benchLongTable(runs, row, write)
}

async function benchKinds(folder, runs, row, write) {
  const many = (slide) => Array.from({ length: slides }, (_, i) => ({ title: 'Слайд', ...slide(i) }))
  const decks = [
    write(
      'none',
      many((i) => ({ text: `Мәтін ${i}` })),
    ),
    ...Object.entries(kinds).map(([name, slide]) => write(name, many(slide))),
  ]
  const [none, ...times] = await inTurn(
    decks.map((deck) => ({ command: [...korme, 'build', '--quiet', deck] })),
    runs,
  )
  const bytes = decks.map((deck) => statSync(join(folder, 'dist', `${deck.split('/').at(-1).slice(0, -5)}.html`)).size)
  for (const [i, kind] of Object.keys(kinds).entries()) {
    const kilobytes = ((bytes[i + 1] - bytes[0]) / slides / 1000).toFixed(1)
    row(`${kind}: a slide`, costOfEach(times[i], none, slides), `${kilobytes} kB`)
  }
}

/** A table of 1,000 rows: set by a program that runs already, and by a new process. */
async function benchLongTable(runs, row, write) {
  const { check } = await import(pathToFileURL(join(root, 'build/index.js')))
  const markdown = createRequire(import.meta.url)('markdown-it')()
  const rows = tableRows(1000)
  const [text, table] = [
    write('text', [{ title: 'Кесте', text: 'Мәтін' }]),
    write('rows', [{ title: 'Кесте', table: rows }]),
  ]
  const asMarkdown = [rows[0], rows[0].map(() => '---'), ...rows.slice(1)]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
  const milliseconds = (act) => async () => {
    const start = process.cpuUsage()
    await act()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }
  const values = await takeTurns(
    [
      milliseconds(() => check(text)),
      milliseconds(() => check(table)),
      milliseconds(() => markdown.render(asMarkdown)),
    ],
    runs,
  )
  const [without, with1000, other] = values.map((all) => Math.min(...all))
  const ms = with1000 - without
  row('a table of 1,000 rows, read and set', `${ms.toFixed(0)} ms`, 'at most 100 ms of processor time, the best run')
  row('the same against markdown-it, which measures nothing', `${(ms / other).toFixed(1)}x`, `${other.toFixed(1)} ms`)
  const [bare, whole] = await inTurn(
    [text, table].map((deck) => ({ command: [...korme, 'build', '--quiet', deck] })),
    runs,
  )
  row('the same in a new process, with its page', costOfEach(whole, bare, 1), 'wall clock, nothing compiled yet')
}
