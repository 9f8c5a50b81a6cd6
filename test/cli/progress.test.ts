import { expect, test } from 'vitest'
import type { Call } from '../../src/cli/command.ts'
import { createProgress, type DeckProgress } from '../../src/cli/progress.ts'
import { createTimeLeft } from '../../src/cli/time-left.ts'
import { loadMessages } from '../../src/languages/languages.ts'

const english = await loadMessages('en')

/** A run whose time the test sets, on a terminal or not; returns what it shows. */
function shown(flags: Call['flags'], live: boolean, messages = english) {
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
  const pass = (byMs: number) => {
    ms += byMs
  }
  let run: DeckProgress | null = null
  const steps = (count: number, eachMs: number) => {
    run ??= progress.begin({ deck: 'a.json', done: 1, all: 50 }, 100)
    for (let i = 0; i < count; i++) {
      pass(eachMs)
      run.step()
    }
  }
  return { lines, progress, steps, pass }
}

test('a bar on a terminal tells the time that is left', () => {
  const { lines, steps } = shown({}, true)
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

test('a long deck tells how many of its slides are laid out', () => {
  const { lines, progress, pass } = shown({}, true)
  const deck = progress.begin({ deck: 'a.json', done: 1, all: 1 }, 100)
  for (let done = 1; done <= 1_000; done++) {
    pass(10)
    deck.slides({ done, all: 1_000 })
  }
  // Not one for each slide.
  expect(lines.length).toBeLessThan(110)
  expect(lines.at(-1)).toBe('░░░░░░░░░░░░░░░░░░░░ Laying out a.json: slide 1000 of 1000')
  deck.step()
  expect(lines.at(-1)).toBe('░░░░░░░░░░░░░░░░░░░░ Building a.json (1 of 1)')
})

test('where a line is too short for all of it, the bar is', async () => {
  const { lines, progress, pass } = shown({}, true, await loadMessages('kk'))
  const deck = progress.begin({ deck: 'oblystyq-baiqau.json', done: 1, all: 1 }, 100)
  for (let i = 0; i < 20; i++) deck.step()
  pass(60_000)
  deck.slides({ done: 300, all: 2_000 })
  expect(lines.at(-1)).toBe('██░░░░░░░░ шамамен 4 мин қалды oblystyq-baiqau.json беттелуде: 300/2000 слайд')
  deck.pages({ done: 1_250, all: 10_000 })
  expect(lines.at(-1)).toBe('████░░░░░░░░░░░░░░░░ шамамен 4 мин қалды ')
})

test('without a terminal it does so every ten seconds', () => {
  const { lines, progress, pass } = shown({}, false)
  const deck = progress.begin({ deck: 'a.json', done: 1, all: 1 }, 2)
  for (let done = 1; done <= 300; done++) {
    pass(100)
    deck.slides({ done, all: 1_000 })
  }
  expect(lines).toEqual([100, 200, 300].map((n) => `Laying out a.json: slide ${n} of 1000\n`))
})

test('of many decks, without a terminal, a line tells how many are done', () => {
  const { lines, progress, pass } = shown({}, false)
  const deck = progress.begin({ deck: 'a.json', done: 26, all: 50 }, 2)
  pass(20_000)
  deck.slides({ done: 300, all: 2_000 })
  expect(lines).toEqual(['0 of 50 documents done\n'])
})

test('a deck that is not made counts as done, and the bar is never full before the end', () => {
  const { lines, progress } = shown({}, true)
  const [first, second] = [1, 2].map((done) => progress.begin({ deck: `${done}.json`, done, all: 2 }, 50))
  first!.finish()
  first!.finish()
  expect(lines.at(-1)).toBe('██████████░░░░░░░░░░ Building 2.json (2 of 2)')
  for (let i = 0; i < 80; i++) second!.step()
  second!.finish()
  expect(lines.at(-1)).toBe('████████████████████ Building 2.json (2 of 2)')
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
