import { expect, test } from 'vitest'
import { makeTalkStore } from '../../../src/serve/talk/talk-store.ts'

const pages = ['s1', 's2', 's3', 's4']

const placed = (ids: readonly string[]) => ids.map((id) => ({ id }))

test('starts where the deck says, and goes only to existing pages', () => {
  const talk = makeTalkStore(placed(pages), 2, () => 0)
  expect(talk.state().page).toBe('s3')
  expect(talk.apply({ type: 'go', page: 's9', step: null })).toBe(false)
  expect(talk.apply({ type: 'go', page: 's1', step: null })).toBe(true)
  expect(talk.state().page).toBe('s1')
})

test('the laser spot disappears with its slide, drawings stay', () => {
  const talk = makeTalkStore(placed(pages), 0, () => 0)
  talk.apply({ type: 'laser', spot: { page: 's1', x: 1, y: 2 } })
  talk.apply({ type: 'stroke', page: 's1', id: 'a', pen: 0, points: [1, 2] })
  talk.apply({ type: 'go', page: 's2', step: null })
  expect(talk.state()).toMatchObject({ page: 's2', spot: null, drawings: { s1: [{ id: 'a' }] } })
  expect(talk.apply({ type: 'laser', spot: { page: 's9', x: 1, y: 2 } })).toBe(false)
  expect(talk.apply({ type: 'undo', page: 's3' })).toBe(false)
})

test('a running stopwatch reports the current time', () => {
  let time = 1_000
  const talk = makeTalkStore(placed(pages), 0, () => time)
  talk.apply({ type: 'timer', elapsedMs: 5_000, running: true })
  time += 250
  expect(talk.timer()).toEqual({ elapsedMs: 5_250, running: true })
  talk.apply({ type: 'timer', elapsedMs: 5_250, running: false })
  time += 250
  expect(talk.timer()).toEqual({ elapsedMs: 5_250, running: false })
})

test.each([
  [['s1', 's2', 's3'], 's3', 's3'],
  [['s1', 's2'], 's3', 's2'],
  [['s4'], 's3', 's4'],
  [['s0', 's1', 's2', 's3'], 's3', 's3'],
  [[], 's3', ''],
])('when the deck becomes %j, the page %s becomes %s', (after, before, wanted) => {
  const talk = makeTalkStore(placed(pages), 0, () => 0)
  talk.apply({ type: 'go', page: before, step: null })
  talk.setPages(placed(after))
  expect(talk.state().page).toBe(wanted)
})
