/**
 * What an edit costs while a deck is being written: from the moment the program is told of a save to the changed page, in one
 * process, for edits of one slide's text. The reference is what any program does with a saved file at the least: read it,
 * `JSON.parse` it, in the same run.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openLive } from '../build/index.js'
import { makeProject } from './decks.mjs'
import { median } from './measure.mjs'

const edits = 40

/** Edits another slide each time, as someone who goes through a deck does, and waits for its page. */
async function measure(deck, live) {
  const value = JSON.parse(readFileSync(deck, 'utf8'))
  const times = []
  const references = []
  for (let n = 0; n < edits; n++) {
    const index = (n * 7 + 3) % value.content.length
    const mark = `Өзгеріс ${n}.`
    value.content[index].text = `${mark} ${value.content[index].text}`
    writeFileSync(deck, JSON.stringify(value, null, 2))
    references.push(timeOf(() => JSON.parse(readFileSync(deck, 'utf8'))))
    let seen
    const shown = new Promise((resolve) => {
      seen = live.onChange(({ pages }) => pages.some(({ html }) => html.includes(mark)) && resolve())
    })
    const start = performance.now()
    const settled = live.refresh([deck])
    await shown
    times.push(performance.now() - start)
    seen()
    // A person who edits pauses now and then; what follows from an edit must not be in the way of the next one.
    if (n % 4 === 3) await settled
  }
  await live.refresh([deck])
  return { times, reference: median(references) }
}

function timeOf(work) {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** `row` prints a figure beside its target. */
export async function benchLive(folder, row) {
  for (const slides of [10, 100, 1000]) {
    const deck = await makeProject(join(folder, `${slides}`), { slides, characters: 350, pictures: 10 })
    const live = await openLive(deck)
    const { times, reference } = await measure(deck, live)
    const sorted = [...times].sort((a, b) => a - b)
    const p95 = sorted[Math.ceil(0.95 * sorted.length) - 1]
    const facts = `median ${median(times).toFixed(1)} ms, 95 % within ${p95.toFixed(1)} ms, first ${times[0].toFixed(1)} ms, second ${times[1].toFixed(1)} ms`
    const ratio = `${(median(times) / reference).toFixed(1)}x`
    row(
      `edit to changed page, ${slides.toLocaleString('en')} slides`,
      ratio,
      `of reading and JSON.parse, ${reference.toFixed(1)} ms   (${facts})`,
    )
  }
}
