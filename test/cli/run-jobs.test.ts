import { expect, test } from 'vitest'
import type { Call } from '../../src/cli/command.ts'
import { runJobs } from '../../src/cli/run-jobs.ts'
import type { AskedJob, JobResult, Jobs } from '../../src/jobs/jobs.ts'
import { messages } from '../../src/languages/en/messages.ts'
import { type Fault, KormeError } from '../../src/model/errors.ts'
import { noColor } from '../../src/report/colors.ts'

const decks = ['a.json', 'b.json', 'c.json']
const asked: AskedJob[] = decks.map((deck) => ({
  deck,
  kind: 'html',
  lang: null,
  options: { build: {}, documents: [] },
}))

/** What is printed on stderr when each deck fails with its fault. */
async function said(faultOf: (deck: string) => Fault): Promise<{ lines: string[]; code: number; out: string }> {
  let [err, out] = ['', '']
  const jobs: Jobs = {
    submit: async () => {},
    cancel: async () => 0,
    async *results() {
      for (const job of asked) {
        const errors = [new KormeError(faultOf(job.deck))]
        yield { jobs: [job], summary: null, text: '', errors, warnings: [], ms: null } satisfies JobResult
      }
    },
  }
  const terminal = {
    err: (text: string) => void (err += text),
    out: (text: string) => void (out += text),
    paint: noColor,
    paintErr: noColor,
    width: 80,
    env: {},
  }
  const call = { args: [], flags: {}, messages, terminal } as unknown as Call
  const { code } = await runJobs({ call, decks, asked, jobs })
  return { lines: err.trim().split('\n'), code, out }
}

test('what is true of many decks is said once; the decks stand at the end', async () => {
  const { lines, code, out } = await said(() => ({ code: 'job-program-other', wanted: 'x', found: 'y' }))
  expect(lines).toEqual([expect.stringContaining('Korme x')])
  expect(code).toBe(3)
  for (const deck of decks) expect(out).toContain(deck)
})

test('what names its deck is said of each', async () => {
  const { lines } = await said((deck) => ({ code: 'job-failed', deck, reason: 'x' }))
  expect(lines).toEqual(decks.map((deck) => expect.stringContaining(deck)))
})
