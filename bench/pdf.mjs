/**
 * What PDFs cost: `korme pdf`, whole process, against a whole Chromium that Puppeteer starts and lets print the same static
 * page, in one run. Its time is taken from the launch to the PDF, without the start of Node and the loading of Puppeteer.
 */

import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { makeProject } from './decks.mjs'
import { median, once } from './measure.mjs'

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
        import { slidesPdf } from './src/pdf.ts'
        const [deck, out] = process.argv.slice(2)
        const checked = await check(deck)
        const print = async (html) => (writeFileSync(out, html), new Uint8Array())
        await slidesPdf({ print }).make(checked.editions[0], checked)`,
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

function reference(page, folder) {
  const pdf = join(folder, 'reference.pdf')
  const ms = Number(execFileSync(process.execPath, [join(root, 'bench/reference.mjs'), chromium, page, pdf]))
  return { ms, sizeBytes: statSync(pdf).size }
}

/** `row` prints a figure beside its target. */
export async function benchPdf(folder, runs, row) {
  mkdirSync(folder, { recursive: true })
  const dump = await makeDump(folder)
  for (const [slides, target, pictures] of [
    [10, 0.8, 0],
    [100, 0.9, 0],
    [1000, 1.2, 10],
  ]) {
    const deck = await makeProject(join(folder, `${slides}`), { slides, characters: 350, pictures })
    const ours = []
    const theirs = []
    const page = dump(deck)
    const one = () => once([...korme, 'pdf', '--quiet', deck])
    await one()
    const name = `korme pdf, ${slides.toLocaleString('en')} slides`
    let size = 0
    for (let run = 0; run < runs; run++) {
      ours.push((await one()).ms)
      if (!existsSync(chromium)) continue
      const { ms, sizeBytes } = reference(page, folder)
      theirs.push(ms)
      size = sizeBytes
    }
    const [ms, than] = [median(ours), theirs.length > 0 ? median(theirs) : null]
    const times = than === null ? `${ms.toFixed(0)} ms` : `${(ms / than).toFixed(2)}x`
    row(
      name,
      times,
      `at most ${target}x   (${ms.toFixed(0)} ms, Chromium ${than === null ? 'is missing' : `${than.toFixed(0)} ms`})`,
    )
    const { size: bytes } = statSync(join(folder, `${slides}/dist/bench-${slides}.pdf`))
    const least = slides === 100 ? 'at most 600 kB' : slides === 1000 ? 'at most 1.1x' : ''
    row(`${name}: size`, `${Math.ceil(bytes / 1000)} kB`, `${least}   (Chromium ${Math.ceil(size / 1000)} kB)`)
    if (slides === 1000) {
      const { peakBytes } = await once([...korme, 'pdf', '--quiet', deck], { memory: true })
      row(`${name}: peak memory of all processes`, `${(peakBytes / 1e6).toFixed(0)} MB`, 'at most 700 MB')
    }
  }
  await tenDecks(folder, runs, row)
}

async function tenDecks(folder, runs, row) {
  const decks = []
  for (let i = 0; i < 10; i++) decks.push(await makeProject(join(folder, `ten-${i}`), { slides: 10, characters: 350 }))
  const together = []
  const alone = []
  for (let run = 0; run < Math.max(1, Math.ceil(runs / 2)); run++) {
    together.push((await once([...korme, 'pdf', '--quiet', ...decks])).ms)
    let sum = 0
    for (const deck of decks) sum += (await once([...korme, 'pdf', '--quiet', deck])).ms
    alone.push(sum)
  }
  const [one, ten] = [median(together), median(alone)]
  row(
    'korme pdf, ten decks in one command',
    `${(one / ten).toFixed(2)}x`,
    `at most 0.5x   (${one.toFixed(0)} ms, one by one ${ten.toFixed(0)} ms)`,
  )
}
