import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Call } from '../../src/cli/command.ts'
import { helperWord } from '../../src/cli/helper-word.ts'
import { startHelpers } from '../../src/cli/helpers.ts'
import { summaryOf } from '../../src/documents/build-summary.ts'
import { produce } from '../../src/documents/produce.ts'
import type { AskedJob } from '../../src/jobs/jobs.ts'
import { brokenDeck, cutDeck, folder, soundDeck } from './run-korme.ts'

const requests = [{ kind: 'html', options: { notes: true } }] as const
const jobFor = (deck: string): AskedJob[] => [
  { deck, kind: 'html', lang: null, options: { build: {}, documents: requests } },
]

/** Helpers for one test. */
function start(count: number) {
  const helpers = startHelpers(count, { flags: {} } as Call, requests)
  onTestFinished(helpers.end)
  return helpers
}

/** The numbers of the helpers that run. */
function running(): number[] {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return numbers.map(Number).filter((pid) => {
    try {
      const parent = / \S (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'latin1'))?.[1]
      return parent === `${process.pid}` && readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(helperWord)
    } catch {
      return false // it has ended
    }
  })
}

test('helpers make the pages that this process makes, and tell the same findings', async () => {
  const root = await folder({ 'decks/a.json': soundDeck, 'decks/b.json': brokenDeck, 'decks/c.json': cutDeck })
  const decks = ['a', 'b', 'c'].map((name) => join(root, `decks/${name}.json`))
  const helpers = start(3)
  const helped = await Promise.all(decks.map((deck) => helpers.make(jobFor(deck))))
  const pages = ['a', 'b'].map((name) => readFileSync(join(root, `dist/${name}.html`), 'utf8'))
  for (const [i, deck] of decks.entries()) {
    const here = await produce(deck, { notes: true }, requests)
    expect(helped[i]).toMatchObject({ summary: summaryOf(here), text: here.text, errors: [] })
  }
  expect(['a', 'b'].map((name) => readFileSync(join(root, `dist/${name}.html`), 'utf8'))).toEqual(pages)
  await expect(helpers.make(jobFor(join(root, 'decks/none.json')))).rejects.toMatchObject({ kind: 'usage' })
  await helpers.end()
  if (existsSync('/proc')) expect(running()).toEqual([])
})

test.skipIf(!existsSync('/proc'))('a helper that is killed gives its deck back, and is not asked again', async () => {
  const root = await folder({ 'decks/a.json': soundDeck })
  const deck = join(root, 'decks/a.json')
  const helpers = start(2)
  for (const pid of running().slice(0, 1)) process.kill(pid, 'SIGKILL')
  const helped = await Promise.all([helpers.make(jobFor(deck)), helpers.make(jobFor(deck))])
  expect(helped.filter((one) => one === null)).toHaveLength(1)
  expect(await helpers.make(jobFor(deck))).not.toBeNull()
  for (const pid of running()) process.kill(pid, 'SIGKILL')
  expect(await helpers.make(jobFor(deck))).toBeNull()
  expect(await helpers.make(jobFor(deck))).toBeNull()
})
