/**
 * What PDFs cost: `korme pdf`, whole process, against a whole Chromium that Puppeteer starts and lets print the same static
 * page, in one run. Its time is taken from the launch to the PDF, without the start of Node and the loading of Puppeteer.
 */

import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { makeProject } from './decks.mjs'
import { median, once, takeTurns, timed } from './measure.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const chromium = process.env.BENCH_CHROMIUM ?? '/usr/bin/chromium'
const korme = [process.execPath, join(root, 'build/korme.js')]

/** A program that writes the page which `korme pdf` prints. */
async function makeDump(folder) {
  const outfile = join(root, 'build/bench-dump.mjs')
  await build({
    stdin: {
      contents: `import { writeFileSync } from 'node:fs'
        import { check } from './src/build.ts'
        import { slidesPdf } from './src/documents/slides-pdf.ts'
        const [deck, out] = process.argv.slice(2)
        const checked = await check(deck)
        const edition = checked.editions[0]
        const kind = slidesPdf()
        const { layout } = await kind.layout(edition, checked)
        for await (const { html } of kind.render([{ edition, layout }], checked)) writeFileSync(out, html)`,
      resolveDir: root,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['@sparticuz/chromium', 'esbuild', 'handlebars', 'sharp', 'subset-font'],
    logLevel: 'error',
    banner: { js: "import { createRequire as _cr } from 'node:module'; const require = _cr(import.meta.url);" },
  })
  return (deck) => {
    const page = join(folder, 'page.html')
    execFileSync(process.execPath, [outfile, deck, page])
    return page
  }
}

/** A whole Chromium that prints a page. Gives milliseconds; the PDF lies in `out`. */
const reference = (page, out) => async () =>
  Number(execFileSync(process.execPath, [join(root, 'bench/reference.mjs'), chromium, page, out]))

const pdf = (...args) => timed({ command: [...korme, 'pdf', '--quiet', ...args] })

/**
 * Both in turn: the ratio of medians, and that of the fastest runs, which a busy machine disturbs least. `than` names what
 * is compared with.
 */
async function compare(name, [ours, theirs], { target, runs, than, row }) {
  const [a, b] = await takeTurns([ours, theirs], runs)
  const ratio = (pick) => (pick(a) / pick(b)).toFixed(2)
  const fastest = `fastest ${ratio((values) => Math.min(...values))}x`
  row(
    name,
    `${ratio(median)}x`,
    `at most ${target}x   (${fastest}; ${median(a).toFixed(0)} ms, ${than} ${median(b).toFixed(0)} ms)`,
  )
}

/** How often something is stored in a PDF whose objects stand open, as Chromium writes them. */
const stored = (path, sign) => readFileSync(path, 'latin1').match(sign)?.length ?? 0

/** `row` prints a figure beside its target. */
export async function benchPdf(folder, runs, row) {
  if (!existsSync(chromium)) {
    row('korme pdf', 'not measured', `no whole Chromium to compare with: BENCH_CHROMIUM names none, nor is ${chromium}`)
    return
  }
  mkdirSync(folder, { recursive: true })
  const dump = await makeDump(folder)
  for (const [slides, target, pictures] of [
    [10, 0.8, 0],
    [100, 0.9, 0],
    [1000, 1.2, 10],
  ]) {
    const deck = await makeProject(join(folder, `${slides}`), { slides, characters: 350, pictures })
    const name = `korme pdf, ${slides.toLocaleString('en')} slides`
    const theirs = join(folder, 'reference.pdf')
    const than = 'whole Chromium'
    await compare(name, [pdf(deck), reference(dump(deck), theirs)], { target, runs, than, row })
    const ours = join(folder, `${slides}/dist/bench-${slides}.pdf`)
    sizeRow(name, ours, theirs, slides, row)
    if (slides === 100) await benchHandout(deck, runs, row)
    if (slides === 1000) {
      row(`${name}: pictures stored`, `${stored(ours, /\/Subtype \/Image\b/g)}`, `${pictures}`)
      const { peakBytes } = await once([...korme, 'pdf', '--quiet', deck], { memory: true })
      row(`${name}: peak memory of all processes`, `${(peakBytes / 1e6).toFixed(0)} MB`, 'at most 700 MB')
    }
  }
  await tenDecks(folder, runs, row)
}

function sizeRow(name, ours, theirs, slides, row) {
  const [a, b] = [ours, theirs].map((path) => statSync(path).size / 1000)
  const fonts = `${stored(ours, /\/FontFile2\b/g)} font files, whole Chromium ${stored(theirs, /\/FontFile2\b/g)}`
  const most = slides === 100 ? 'at most 600 kB, ' : ''
  row(
    `${name}: size`,
    `${(a / b).toFixed(2)}x`,
    `${most}at most 1.1x   (${Math.ceil(a)} kB of ${Math.ceil(b)} kB; ${fonts})`,
  )
}

async function benchHandout(deck, runs, row) {
  const handout = timed({ command: [...korme, 'handout', '--quiet', '--per-page', '6', deck] })
  const options = { target: 1.3, runs, than: 'korme pdf', row }
  await compare('korme handout, 6 to a sheet, 100 slides', [handout, pdf(deck)], options)
}

async function tenDecks(folder, runs, row) {
  const decks = []
  for (let i = 0; i < 10; i++) decks.push(await makeProject(join(folder, `ten-${i}`), { slides: 10, characters: 350 }))
  const oneByOne = async () => {
    let sum = 0
    for (const deck of decks) sum += await pdf(deck)()
    return sum
  }
  const options = { target: 0.5, runs: Math.ceil(runs / 2), than: 'one by one', row }
  await compare('korme pdf, ten decks in one command', [pdf(...decks), oneByOne], options)
}
