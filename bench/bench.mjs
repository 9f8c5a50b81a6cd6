/**
 * `npm run bench`: what the program costs, whole process, against a bare `node -e 0` in the same run.
 * Prints each figure beside its target; it judges nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { benchCharts } from './charts.mjs'
import { makeProject } from './decks.mjs'
import { benchEdit } from './edit.mjs'
import { benchFirstSlide } from './first-slide/first-slide.mjs'
import { benchJobs } from './jobs.mjs'
import { benchLanguages } from './languages.mjs'
import { benchLive } from './live.mjs'
import { benchMaps } from './maps.mjs'
import { inTurn, once } from './measure.mjs'
import { benchPdf } from './pdf.mjs'
import { benchPresent } from './present.mjs'
import { benchSecondBuild } from './second-build.mjs'
import { benchServe } from './serve.mjs'
import { benchTables } from './tables.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const korme = [process.execPath, join(root, 'build/korme.js')]
const bare = { command: [process.execPath, '-e', '0'] }
const runs = Number(process.env.BENCH_RUNS ?? 7)
const folder = mkdtempSync(join(tmpdir(), 'korme-bench-'))

const row = (name, value, target) => console.log(`${name.padEnd(52)} ${value.padStart(12)}   ${target}`)

async function ratio(name, args, target, options = {}) {
  const [reference, ms] = await inTurn([bare, { command: [...korme, ...args], ...options }], runs)
  row(
    name,
    `${(ms / reference).toFixed(2)}x`,
    `at most ${target}x   (${ms.toFixed(0)} ms, bare node ${reference.toFixed(0)} ms)`,
  )
}

try {
  const hand = join(root, 'test/fixtures/hand-edited/hand-edited.deck.json.txt')
  const ten = await makeProject(join(folder, '10'), { slides: 10, characters: 350 })
  const thousand = await makeProject(join(folder, '1000'), { slides: 1000, characters: 350, pictures: 10 })

  console.log(`Whole process, median of ${runs} runs, Node ${process.version}`)
  await ratio('korme --version', ['--version'], 1.5)
  await ratio('korme check, a broken hand-edited deck', ['check', hand], 4)
  await ratio('korme build, 10 slides', ['build', ten], 5)
  await ratio('korme build, 1,000 slides, 10 pictures', ['build', thousand], 16)
  const { peakBytes } = await once([...korme, 'build', thousand], { memory: true })
  row('korme build, 1,000 slides: peak memory', `${(peakBytes / 1e6).toFixed(0)} MB`, 'at most 400 MB')
  await benchSecondBuild(thousand, Math.min(runs, 5), bare, row)
  await benchMaps(join(folder, 'maps'), runs, bare, row)
  await benchCharts(join(folder, 'charts'), runs, row)
  await benchTables(join(folder, 'tables'), runs, row)
  await benchLive(join(folder, 'live'), row)
  await benchEdit(join(folder, 'edit'), row)
  await benchPresent(await makeProject(join(folder, '100'), { slides: 100, characters: 350 }), row)
  await benchPdf(join(folder, 'pdf'), Math.min(runs, 5), row)
  await benchServe(join(folder, 'serve'), row)
  await benchJobs(join(folder, 'jobs'), Math.min(runs, 3), bare, row)
  await benchFirstSlide(join(folder, 'first-slide'), row)
  await benchLanguages(join(folder, 'languages'), row)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
