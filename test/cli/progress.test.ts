import { expect, test } from 'vitest'
import type { Call } from '../../src/cli/command.ts'
import { createProgress } from '../../src/cli/progress.ts'
import { createTimeLeft } from '../../src/cli/time-left.ts'
import { loadMessages } from '../../src/languages/languages.ts'

const messages = await loadMessages('en')

/** A run whose time the test sets, on a terminal or not; returns what it shows. */
function shown(flags: Call['flags'], live: boolean) {
  let ms = 0
  const lines: string[] = []
  const terminal = {
    live,
    width: 80,
    err: (text: string) => lines.push(text),
    progress: (text: string) => lines.push(text),
  }
  const call = { args: [], flags, messages, terminal } as unknown as Call
  const progress = createProgress(call, { steps: 100, documents: 50, lines: false }, () => ms)
  const steps = (count: number, eachMs: number) => {
    for (let i = 0; i < count; i++) {
      ms += eachMs
      progress.step()
    }
  }
  return { lines, progress, steps }
}

test('a bar on a terminal tells the time that is left', () => {
  const { lines, progress, steps } = shown({}, true)
  progress.begin({ deck: 'a.json', done: 1, all: 50 })
  steps(50, 1000)
  expect(lines.at(-1)).toBe('██████████░░░░░░░░░░ about 50 s left Building a.json (1 of 50)')
  steps(49, 1000)
  expect(lines.at(-1)).toBe('████████████████████ Building a.json (1 of 50)')
})

test('without a terminal a long run has a line every ten seconds, and a short one none', () => {
  const long = shown({}, false)
  long.steps(100, 1000)
  expect(long.lines).toHaveLength(10)
  expect(long.lines[0]).toBe('5 of 50 documents done, about 2 min left\n')
  const short = shown({}, false)
  short.steps(100, 90)
  expect(short.lines).toEqual([])
})

test('with --json such a line is JSON; with --quiet there is none', () => {
  const json = shown({ json: true }, true)
  json.steps(100, 1000)
  expect(json.lines.map((line) => JSON.parse(line)).at(0)).toEqual({ progress: { done: 5, all: 50, secondsLeft: 90 } })
  const quiet = shown({ quiet: true }, true)
  quiet.steps(100, 1000)
  expect(quiet.lines).toEqual([])
})

test('the time left is not said before anything can be said', () => {
  let ms = 0
  const left = createTimeLeft(() => ms)
  expect(left.at(0.5)).toBeNull()
  ms = 60_000
  expect([left.at(0), left.at(0.01), left.at(0.5), left.at(0.99), left.at(1)]).toEqual([null, null, 60, null, null])
})
