/**
 * What a draft costs while somebody types into a slide: from the text with one more letter to the pages of the slide, in one
 * process. The reference is the whole deck, read and laid out as `check` does it, in the same run.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, openLive } from '../build/index.js'
import { makeProject } from './decks.mjs'
import { median } from './measure.mjs'

const drafts = 60
const checks = 5

async function timeOf(work) {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Types a text letter by letter, now into this slide, now into that one. */
async function measure(deck) {
  const live = await openLive(deck)
  const value = JSON.parse(readFileSync(deck, 'utf8'))
  const times = []
  const references = []
  for (let n = 0; n < drafts; n++) {
    const slide = (Math.floor(n / 10) * 7 + 3) % value.content.length
    const typed = structuredClone(value)
    typed.content[slide].text = `${'Жаңа сөйлем. '.slice(0, (n % 10) + 1)}${typed.content[slide].text}`
    const text = JSON.stringify(typed, null, 2)
    times.push(
      await timeOf(async () => {
        const draft = await live.draft({ text, slide })
        if (!draft?.pages.length) throw new Error('no draft')
      }),
    )
    if (n % (drafts / checks) === 0) references.push(await timeOf(() => check(deck)))
  }
  return { times, reference: median(references) }
}

/** `row` prints a figure beside its target. */
export async function benchEdit(folder, row) {
  for (const slides of [10, 100, 1000]) {
    const deck = await makeProject(join(folder, `${slides}`), { slides, characters: 350, pictures: 10 })
    const { times, reference } = await measure(deck)
    const sorted = [...times].sort((a, b) => a - b)
    const p95 = sorted[Math.ceil(0.95 * sorted.length) - 1]
    row(
      `key to pages of the slide, ${slides.toLocaleString('en')} slides`,
      `${(median(times) / reference).toFixed(3)}x`,
      `of laying out the deck, ${reference.toFixed(0)} ms   (median ${median(times).toFixed(1)} ms, 95 % within ${p95.toFixed(1)} ms, at most 40 ms for 100 slides)`,
    )
  }
}
