/** What it costs to build a deck again that has not changed, beside its first build and beside a bare `node -e 0`, in turn. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inTurn } from './measure.mjs'

const korme = [process.execPath, join(dirname(fileURLToPath(import.meta.url)), '../build/korme.js')]

/** `row` prints a figure beside its target. */
export async function benchSecondBuild(deck, runs, bare, row) {
  for (const kind of ['build', 'pdf', 'handout']) {
    const command = [...korme, kind, '--quiet', deck]
    const [nodeMs, first, again] = await inTurn([bare, { command }, { command, options: { again: true } }], runs)
    const times = `${again.toFixed(0)} of ${first.toFixed(0)} ms, bare node ${nodeMs.toFixed(0)} ms`
    row(`korme ${kind}, 1,000 slides, unchanged / first`, `${(again / first).toFixed(3)}x`, `at most 0.2x   (${times})`)
  }
}
