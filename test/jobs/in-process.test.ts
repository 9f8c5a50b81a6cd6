import { expect, test } from 'vitest'
import { decksAtOnce } from '../../src/jobs/decks-at-once.ts'
import { inProcessJobs } from '../../src/jobs/in-process.ts'
import type { AskedJob, JobResult } from '../../src/jobs/jobs.ts'

const options = { build: {}, documents: [] }
const asked = (deck: string, kind: AskedJob['kind']): AskedJob => ({ deck, kind, lang: null, options })
const resultOf = (jobs: readonly AskedJob[]): JobResult => ({
  jobs,
  summary: null,
  text: '',
  errors: [],
  warnings: [],
  ms: 0,
})

async function decksOf(results: AsyncIterable<JobResult>): Promise<string[]> {
  const decks: string[] = []
  for await (const { jobs } of results) decks.push(jobs.map(({ deck, kind }) => `${deck} ${kind}`).join('+'))
  return decks
}

test('the documents of one deck are made together, so many decks at a time', async () => {
  let [running, most] = [0, 0]
  const make = async (jobs: readonly AskedJob[]) => {
    most = Math.max(most, ++running)
    await new Promise(setImmediate)
    running -= 1
    return resultOf(jobs)
  }
  const jobs = inProcessJobs({ make, atOnce: 2 })
  await jobs.submit([asked('a', 'html'), asked('b', 'html'), asked('a', 'pdf'), asked('c', 'html')])
  expect(await decksOf(jobs.results())).toEqual(['a html+a pdf', 'b html', 'c html'])
  expect(most).toBe(2)
})

test('what has not been begun can be withdrawn', async () => {
  let finish = () => {}
  const make = (jobs: readonly AskedJob[]) =>
    new Promise<JobResult>((resolve) => (finish = () => resolve(resultOf(jobs))))
  const jobs = inProcessJobs({ make, atOnce: 1 })
  await jobs.submit([asked('a', 'html'), asked('b', 'html'), asked('c', 'html')])
  await new Promise(setImmediate)
  expect(await jobs.cancel()).toBe(2)
  finish()
  expect(await decksOf(jobs.results())).toEqual(['a html'])
})

test('a bug ends the results with its error', async () => {
  const jobs = inProcessJobs({ make: () => Promise.reject(new Error('a bug')), atOnce: 1 })
  await jobs.submit([asked('a', 'html')])
  await expect(decksOf(jobs.results())).rejects.toThrow('a bug')
})

test.each([
  [true, 8e9, 2, 3],
  [true, 8e9, 16, 17],
  [true, 700e6, 16, 2],
  [true, 0, 2, 1],
  [false, 8e9, 16, 1],
])('printing %s, %d bytes of memory and %d cores: %d decks at a time', (prints, memory, cores, expected) => {
  expect(decksAtOnce(prints, memory, cores)).toBe(expected)
})
