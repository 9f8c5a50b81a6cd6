import { expect, test } from 'vitest'
import { applyDrawingEvent, type Drawings, drawingLimits, sizeOfDrawings } from '../../../src/model/wire/drawing.ts'
import { readAsked, readChange, readRecords, readStates } from '../../../src/serve/talk/desk/read-desk.ts'
import { makeMemoryBroadcast } from '../../../src/serve/talk/memory-broadcast.ts'
import { readDrawings, readSentAction, readTimer } from '../../../src/serve/talk/read-shared.ts'
import { openSharedTalk } from '../../../src/serve/talk/shared-talk.ts'
import { makeTalkStore } from '../../../src/serve/talk/talk-store.ts'

const go = { type: 'go', page: 's2', step: null } as const
const sent = { from: 'a', process: 'p', action: go }
const stroke = { id: 'a', pen: 0, points: [1, 2] }
const record = { id: 'x', keys: ['k'], options: [['a'], ['b']], slide: 1, begun: true, open: true, shown: false }
const odd = [undefined, null, 1, 'x', [], {}, [null], { action: null }, { states: null }, Object.create(null)]

test('what another process has published is taken over as it is', () => {
  expect(readSentAction(sent)).toEqual(sent)
  expect(readSentAction({ ...sent, from: null })).toEqual({ ...sent, from: null })
  expect(readTimer({ elapsedMs: 5, running: true, atMs: 7 })).toEqual({ elapsedMs: 5, running: true, atMs: 7 })
  expect(readDrawings({ s1: [stroke], 's2-1': [stroke] })).toEqual({ s1: [stroke], 's2-1': [stroke] })
  expect(readRecords([record])).toEqual([record])
  expect(readChange({ id: 'x', change: { open: false } })).toEqual({ id: 'x', change: { open: false } })
  expect(readAsked({ id: 'q', text: 'Why?' })).toEqual({ id: 'q', text: 'Why?' })
  expect(readStates({ states: { q: 'passed' }, screen: 'q' })).toEqual({ states: { q: 'passed' }, screen: 'q' })
})

test.each(odd.map((value) => [JSON.stringify(value) ?? 'undefined', value]))('%s is nothing of it', (_, value) => {
  expect([readSentAction(value), readTimer(value), readChange(value), readAsked(value), readStates(value)]).toEqual(
    Array(5).fill(null),
  )
  expect(readDrawings(value)).toEqual({})
  expect(readRecords(value)).toEqual(Array.isArray(value) && value.length === 0 ? [] : null)
})

test.each([
  ['an action that pages may not send', { ...sent, action: { type: 'renew' } }],
  ['a page that is none', { ...sent, action: { ...go, page: '../x' } }],
  ['a step that is none', { ...sent, action: { ...go, step: 1e9 } }],
  ['no process', { ...sent, process: 1 }],
  ['an origin that is none', { ...sent, from: {} }],
  ['a place of the laser that is none', { ...sent, action: { type: 'laser', spot: { page: 's1', x: 'y', y: 0 } } }],
])('%s is refused', (_, value) => expect(readSentAction(value)).toBeNull())

test('of drawings, what is none or exceeds the limits is left out', () => {
  const bad = [
    { ...stroke, pen: 99 },
    { ...stroke, points: [1] },
    { ...stroke, points: [1, 1e9] },
    { ...stroke, points: [1, Number.NaN] },
    { ...stroke, points: Array(drawingLimits.numbers + 2).fill(0) },
    { ...stroke, id: 5 },
    null,
  ]
  const hostile = JSON.parse('{"__proto__": [{"id":"a","pen":0,"points":[1,2]}]}')
  expect(readDrawings({ s1: [...bad, stroke], ...hostile, 'a b': [stroke], s2: 'x' })).toEqual({ s1: [stroke] })
  expect(readDrawings(hostile)).toEqual({})
  expect(readDrawings({ s1: Array(9_999).fill(stroke) }).s1).toHaveLength(drawingLimits.strokes)
  const long = { ...stroke, points: Array(drawingLimits.numbers).fill(0) }
  expect(readDrawings({ s1: Array(drawingLimits.strokes).fill(long) })).toEqual({})
})

test('what is written into states of polls and questions by somebody else is refused as a whole', () => {
  for (const wrong of [
    { ...record, keys: 'k' },
    { ...record, keys: Array(999).fill('k') },
    { ...record, options: [['a'], 'b'] },
    { ...record, id: 'x'.repeat(999) },
    { ...record, slide: 1.5 },
    { ...record, open: 1 },
  ])
    expect(readRecords([record, wrong])).toBeNull()
  expect(readChange({ id: 'x', change: { open: 'yes', id: 'other', keys: [] } })).toEqual({ id: 'x', change: {} })
  expect(readStates({ states: { q: 'gone' }, screen: null })).toBeNull()
  expect(readStates(JSON.parse('{"states": {"__proto__": "passed"}, "screen": null}'))).toBeNull()
  expect(readAsked({ id: '__proto__', text: 'x' })).toBeNull()
})

test('all drawings together have a limit, which a long talk does not reach', () => {
  let drawings: Drawings = {}
  const points = Array(2_000).fill(1)
  for (let i = 0; i < 2_000; i++)
    drawings = applyDrawingEvent(drawings, { type: 'stroke', page: `s${i % 40}`, id: `${i}`, pen: 0, points })
  expect(sizeOfDrawings(drawings)).toBeLessThanOrEqual(drawingLimits.total)
  expect(sizeOfDrawings(drawings)).toBeGreaterThan(drawingLimits.total * 0.9)
  const first = Object.keys(drawings)[0]!
  const less = applyDrawingEvent(drawings, { type: 'clear', page: first })
  const more = applyDrawingEvent(less, { type: 'stroke', page: first, id: 'new', pen: 0, points })
  expect(more[first]).toHaveLength(1)
})

test('the process of the speaker tells the others how the talk stands, those that follow do not', async () => {
  const broadcast = makeMemoryBroadcast()
  const pages = ['s1', 's2', 's3'].map((id) => ({ id }))
  const onError = (error: unknown) => {
    throw error
  }
  const join = async (follows: boolean) => {
    const talk = makeTalkStore(pages, follows ? 0 : 2, () => 0)
    if (!follows) talk.apply({ type: 'stroke', page: 's1', ...stroke })
    await openSharedTalk({ broadcast, talk, follows, onAction: () => {}, onError })
    return talk
  }
  const early = await join(true)
  expect(await broadcast.latest('place')).toBeNull()
  await join(false)
  await new Promise((resolve) => setImmediate(resolve))
  expect(early.state().page).toBe('s3')
  expect((await join(true)).state()).toMatchObject({ page: 's3', drawings: { s1: [stroke] } })
})
