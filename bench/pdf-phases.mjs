/** How the time of a PDF is spent: the phases of one run, in which parts are printed while the next ones are rendered. */
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** What the phases are made of, in one file as in the program. */
const entry = `
export { check } from './src/build.ts'
export { partPagesOf } from './src/documents/make-document.ts'
export { pdfPasses } from './src/documents/pdf-passes.ts'
export { slidesPdf } from './src/documents/slides-pdf.ts'
export { withPrinter } from './src/export/printer.ts'
export { joinPdfs } from './src/pdf/join-pdfs.ts'
`

async function loadProgram() {
  const outfile = join(root, 'build/bench-pdf-phases.mjs')
  await build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['@sparticuz/chromium', 'puppeteer-core', 'sharp', 'subset-font', 'handlebars'],
    logLevel: 'error',
    banner: { js: "import { createRequire as _cr } from 'node:module'; const require = _cr(import.meta.url);" },
  })
  return import(pathToFileURL(outfile).href)
}

/** Prints the milliseconds of each phase of a deck's PDF, the least of `runs`, and their sum. */
export async function benchPhases(deck, runs, row) {
  const program = await loadProgram()
  const all = []
  for (let run = 0; run < runs; run++) all.push(await phasesOf(program, deck))
  const least = Object.keys(all[0]).map((name) => [name, Math.min(...all.map((one) => one[name]))])
  const sum = least.reduce((total, [, ms]) => total + ms, 0)
  const parts = least.map(([name, ms]) => `${name} ${ms.toFixed(0)}`).join(', ')
  row('korme pdf: sum of its phases', `${sum.toFixed(0)} ms`, `(${parts})`)
}

async function phasesOf({ check, slidesPdf, partPagesOf, withPrinter, joinPdfs, pdfPasses }, deck) {
  const phases = {}
  let last = performance.now()
  const end = (name) => {
    phases[name] = performance.now() - last
    last = performance.now()
  }
  await withPrinter({}, async (printer) => {
    const checked = await check(deck)
    end('read and lay out')
    const kind = slidesPdf()
    const [edition] = checked.editions
    const laidOut = [{ edition, ...(await kind.layout(edition, checked)) }]
    const printing = []
    for await (const part of kind.render(laidOut, checked, { partPages: partPagesOf, leavesOutPictures: true }))
      printing.push(printer.print(part.html, part.pages, part.fonts).then((pdf) => ({ ...part, pdf })))
    end('render')
    const printed = await Promise.all(printing)
    end('wait for the browser')
    let pdf = joinPdfs(printed)
    end('join parts')
    for (const pass of pdfPasses) pdf = await pass(pdf, { editions: checked.editions, file: deck, warn: () => {} })
    end('tags and standards')
  })
  end('end the browser')
  return phases
}
