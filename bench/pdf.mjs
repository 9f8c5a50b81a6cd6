/**
 * What PDFs cost: `korme pdf`, whole process, in turn with a plain static page of the same texts that Puppeteer lets a
 * browser print: the installed Chromium, and the browser that Korme finds. README.md says more.
 */

import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { makeProject } from './decks.mjs'
import { median, once, takeTurns, timed } from './measure.mjs'
import { benchPhases } from './pdf-phases.mjs'
import { writeStaticPages } from './static-page.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const chromium = process.env.BENCH_CHROMIUM ?? '/usr/bin/chromium'
const korme = [process.execPath, join(root, 'build/korme.js')]

/** Slides, and the targets against the installed Chromium, against the same browser, and for memory in MB. */
const sizes = [
  { slides: 10, installed: 0.45, same: 1.2 },
  { slides: 100, installed: 0.7, same: 1.3 },
  { slides: 1000, installed: 1.1, same: 1.5, memory: 500 },
]
/** With `BENCH_LARGE=1`: once, against eleven times the time of 1,000 slides. */
const large = { slides: 10_000, memory: 1000, times: 11 }

/** The browser that Korme finds on this machine, with the environment that it needs. */
async function findBrowser() {
  const outfile = join(root, 'build/bench-browser.mjs')
  await build({
    stdin: { contents: `export { findBrowser } from './src/export/browser.ts'`, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['@sparticuz/chromium'],
    logLevel: 'error',
    banner: { js: "import { createRequire as _cr } from 'node:module'; const require = _cr(import.meta.url);" },
  })
  return (await import(pathToFileURL(outfile).href)).findBrowser()
}

const pdf = (...args) => timed({ command: [...korme, 'pdf', '--quiet', ...args] })

/** A browser that prints a page, whole process of Puppeteer. */
const printing = ({ path, env = {} }, page, out) =>
  timed({ command: [process.execPath, join(root, 'bench/reference.mjs'), path, page, out], options: { env } })

/** The tool that `BENCH_PEER="name=command"` names; `{html}`, `{markdown}` and `{out}` in the command are files. */
function peerOf(pages, out) {
  const [, name, command] = /^([^=]+)=(.+)$/s.exec(process.env.BENCH_PEER ?? '') ?? []
  if (!command) return []
  const filled = command.replace(/\{(html|markdown|out)\}/g, (_, key) => ({ ...pages, out })[key])
  return [{ name, measure: timed({ command: ['/bin/sh', '-c', filled], options: { cwd: dirname(pages.html) } }) }]
}

const ms = (value) => `${value.toFixed(0)} ms`

/** Our times beside those of others in turn: the ratio of medians, and that of the fastest runs. */
async function compare(name, ours, others, { runs, row }) {
  const [own, ...values] = await takeTurns([ours, ...others.map(({ measure }) => measure)], runs)
  for (const [i, { name: than, target }] of others.entries()) {
    const ratio = (pick) => (pick(own) / pick(values[i])).toFixed(2)
    const fastest = `fastest ${ratio((all) => Math.min(...all))}x`
    const times = `${fastest}; ${ms(median(own))}, ${than} ${ms(median(values[i]))}`
    row(`${name} / ${than}`, `${ratio(median)}x`, `${target ? `at most ${target}x   ` : ''}(${times})`)
  }
  return median(own)
}

/** How often something is stored in a PDF. Objects with a stream stand open. */
const stored = (path, sign) => readFileSync(path, 'latin1').match(sign)?.length ?? 0

/** `row` prints a figure beside its target. */
export async function benchPdf(folder, runs, row) {
  if (!existsSync(chromium)) {
    row('korme pdf', 'not measured', `no whole Chromium to compare with: BENCH_CHROMIUM names none, nor is ${chromium}`)
    return
  }
  mkdirSync(folder, { recursive: true })
  const browser = await findBrowser()
  let thousandMs = 0
  for (const size of sizes) {
    const { slides } = size
    const deck = await makeProject(join(folder, `${slides}`), { slides, characters: 350, pictures: 10, every: 3 })
    const name = `korme pdf, ${slides.toLocaleString('en')} slides`
    const pages = writeStaticPages(deck)
    const theirs = join(folder, 'reference.pdf')
    const others = [
      { name: 'installed Chromium', target: size.installed, measure: printing({ path: chromium }, pages.html, theirs) },
      { name: 'same browser', target: size.same, measure: printing(browser, pages.html, theirs) },
      ...peerOf(pages, join(folder, 'peer.pdf')),
    ]
    thousandMs = await compare(name, pdf(deck), others, { runs, row })
    const ours = join(folder, `${slides}/dist/bench-${slides}.pdf`)
    sizeRow(name, ours, theirs, row)
    if (slides === 100) await benchHandout(deck, runs, row)
    if (size.memory) await memoryRow(name, [...korme, 'pdf', '--quiet', deck], size, row)
    if (slides === 1000) await benchPhases(deck, runs, row)
    if (slides === 1000) row(`${name}: pictures stored`, `${stored(ours, /\/Subtype \/Image\b/g)}`, '10')
  }
  if (process.env.BENCH_LARGE) await benchLarge(folder, thousandMs, row)
  await tenDecks(folder, runs, row)
}

async function memoryRow(name, command, { memory, times }, row, thousandMs) {
  const { peakBytes, ms: taken, code } = await once(command, { memory: true })
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}`)
  row(`${name}: peak memory of all processes`, `${(peakBytes / 1e6).toFixed(0)} MB`, `at most ${memory} MB`)
  if (thousandMs)
    row(`${name} / 1,000 slides`, `${(taken / thousandMs).toFixed(1)}x`, `at most ${times}x   (${ms(taken)})`)
}

async function benchLarge(folder, thousandMs, row) {
  const { slides } = large
  const deck = await makeProject(join(folder, `${slides}`), { slides, characters: 350, pictures: 10, every: 3 })
  const name = `korme pdf, ${slides.toLocaleString('en')} slides`
  await memoryRow(name, [...korme, 'pdf', '--quiet', deck], large, row, thousandMs)
}

function sizeRow(name, ours, theirs, row) {
  const [a, b] = [ours, theirs].map((path) => statSync(path).size / 1000)
  const fonts = `${stored(ours, /\/Length1 /g)} font files, the static page ${stored(theirs, /\/Length1 /g)}`
  row(`${name}: size`, `${(a / b).toFixed(2)}x`, `(${Math.ceil(a)} kB of ${Math.ceil(b)} kB; ${fonts})`)
}

async function benchHandout(deck, runs, row) {
  const handout = timed({ command: [...korme, 'handout', '--quiet', '--per-page', '6', deck] })
  const others = [{ name: 'korme pdf', target: 1.3, measure: pdf(deck) }]
  await compare('korme handout, 6 to a sheet, 100 slides', handout, others, { runs, row })
}

async function tenDecks(folder, runs, row) {
  const decks = []
  for (let i = 0; i < 10; i++) decks.push(await makeProject(join(folder, `ten-${i}`), { slides: 10, characters: 350 }))
  const oneByOne = async () => {
    let sum = 0
    for (const deck of decks) sum += await pdf(deck)()
    return sum
  }
  const others = [{ name: 'one by one', target: 0.5, measure: oneByOne }]
  await compare('korme pdf, ten decks in one command', pdf(...decks), others, { runs: Math.ceil(runs / 2), row })
}
