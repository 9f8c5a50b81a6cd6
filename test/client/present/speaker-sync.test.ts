import { expect, test } from 'vitest'
import type { DrawingBoard } from '../../../src/client/drawing/drawing-board.ts'
import { makeSpeakerSync } from '../../../src/client/present/speaker-sync.ts'
import type { Show } from '../../../src/client/show/show.ts'
import { startStopwatchOnFirstStep, type TalkContext } from '../../../src/client/show/talk-context.ts'
import { makeStopwatch } from '../../../src/client/speaker/stopwatch.ts'
import type { ServerMessage, TalkAction, Timer } from '../../../src/model/wire/talk.ts'

/** A page of the speaker with four slides, which has just been opened. Time passes when `wait` says so. */
function openPage() {
  const seen = { index: 0, black: false, now: 0 }
  const listeners: (() => void)[] = []
  const change = (to: Partial<typeof seen>) => {
    Object.assign(seen, to)
    for (const listener of listeners) listener()
  }
  const show = {
    page: { slides: ['s1', 's2', 's3', 's4'].map((id) => ({ id })) },
    index: () => seen.index,
    pageId: () => `s${seen.index + 1}`,
    shown: () => null,
    black: () => seen.black,
    toggleBlack: () => change({ black: !seen.black }),
    go: (index: number) => change({ index }),
    onChange: (listener: () => void) => listeners.push(listener),
  } as unknown as Show
  const board = { onDraw: () => {}, replace: () => {}, apply: () => {} } as unknown as DrawingBoard
  const stopwatch = makeStopwatch(() => seen.now)
  const sent: TalkAction[] = []
  startStopwatchOnFirstStep(show, stopwatch)
  const sync = makeSpeakerSync({ show, board, stopwatch } as unknown as Omit<TalkContext, 'share'>, {
    send: (action) => sent.push(action) > 0,
    applyChange: () => {},
  })
  return {
    sent,
    stopwatch,
    show,
    wait: (ms: number) => {
      seen.now += ms
    },
    hear: (message: ServerMessage) => sync.receive(message),
    /** What the server tells a page that joins, or joins again. */
    join: (page: string, timer: Timer | null, black = false) =>
      sync.receive({
        type: 'state',
        talk: { page, at: null, step: null, black, drawings: {}, spot: null },
        timer,
        deck: null,
        version: 1,
      } as unknown as ServerMessage),
  }
}

const stopped: Timer = { elapsedMs: 0, running: false }

test('a page that is opened in the middle of a talk takes its time, and changes it for nobody', () => {
  const page = openPage()
  page.join('s3', { elapsedMs: 754_000, running: true }, true)
  page.wait(1_000)
  expect(page.show.pageId()).toBe('s3')
  expect(page.stopwatch.elapsed()).toBe(755_000)
  expect(page.sent).toEqual([])
})

test('a paused stopwatch stays paused', () => {
  const page = openPage()
  page.join('s2', { elapsedMs: 60_000, running: false })
  page.wait(5_000)
  expect([page.stopwatch.elapsed(), page.stopwatch.running()]).toEqual([60_000, false])
  page.show.go(2)
  expect(page.stopwatch.running()).toBe(false)
})

test('before the talk, a page that is opened starts no stopwatch; the first step does, a black screen does not', () => {
  for (const timer of [stopped, null]) {
    const page = openPage()
    page.join('s3', timer)
    page.show.toggleBlack()
    expect(page.stopwatch.used()).toBe(false)
    page.show.go(0)
    expect(page.stopwatch.running()).toBe(true)
    expect(page.sent.filter(({ type }) => type === 'timer')).toEqual([{ type: 'timer', elapsedMs: 0, running: true }])
  }
})

test('a first step that was made without a connection counts from then', () => {
  const page = openPage()
  page.join('s1', stopped)
  page.show.go(1)
  page.wait(9_000)
  page.join('s2', { elapsedMs: 9_000, running: true })
  page.wait(1_000)
  expect(page.stopwatch.elapsed()).toBe(10_000)
  expect(page.sent.filter(({ type }) => type === 'timer')).toHaveLength(1)
})
