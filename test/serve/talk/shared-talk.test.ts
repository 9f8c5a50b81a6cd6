import { expect, test } from 'vitest'
import type { TalkAction } from '../../../src/model/wire/talk.ts'
import type { Broadcast } from '../../../src/serve/talk/broadcast.ts'
import { makeMemoryBroadcast } from '../../../src/serve/talk/memory-broadcast.ts'
import { openSharedTalk } from '../../../src/serve/talk/shared-talk.ts'
import { makeTalkStore } from '../../../src/serve/talk/talk-store.ts'

const arrive = () => new Promise<void>((resolve) => setImmediate(resolve))
const placed = (...ids: string[]) => ids.map((id) => ({ id }))
const stroke = (id: string): TalkAction => ({ type: 'stroke', page: 's1', id, pen: 0, points: [1, 2] })

/** A process of a talk. */
async function join(broadcast: Broadcast, pages = placed('s1', 's2', 's3'), wallTime = () => 0) {
  const talk = makeTalkStore(pages, 0, () => 0)
  const seen: string[] = []
  const onAction = (action: TalkAction, from: string) => seen.push(`${action.type} ${from}`)
  const onError = (error: unknown) => {
    throw error
  }
  const shared = await openSharedTalk({ broadcast, talk, onAction, onError, wallTime })
  return { talk, seen, shared }
}

test('all processes show what one of them was told, in the same order', async () => {
  const broadcast = makeMemoryBroadcast()
  const [one, two] = [await join(broadcast), await join(broadcast)]
  one.shared.act({ type: 'go', page: 's2', step: null }, 'a')
  two.shared.act({ type: 'go', page: 's3', step: 1 }, 'b')
  one.shared.act({ type: 'black', on: true }, 'a')
  await arrive()
  expect(one.seen).toEqual(['go a', 'go b', 'black a'])
  expect(two.seen).toEqual(one.seen)
  expect(two.talk.state()).toEqual(one.talk.state())
  expect(one.talk.state()).toMatchObject({ page: 's3', step: 1, black: true })
})

test('a process that comes late, or comes back, has all of it', async () => {
  const broadcast = makeMemoryBroadcast()
  const one = await join(broadcast, undefined, () => 1_000)
  one.shared.act(stroke('a'), 'x')
  one.shared.act(stroke('b'), 'x')
  one.shared.act({ type: 'undo', page: 's1' }, 'x')
  one.shared.act({ type: 'go', page: 's2', step: 2 }, 'x')
  one.shared.act({ type: 'timer', elapsedMs: 500, running: true }, 'x')
  await arrive()
  one.shared.close()
  const two = await join(broadcast, undefined, () => 4_000)
  expect(two.talk.state()).toMatchObject({ page: 's2', step: 2, drawings: { s1: [{ id: 'a' }] } })
  expect(two.talk.state().drawings).toEqual(one.talk.state().drawings)
  expect(two.talk.timer()).toEqual({ elapsedMs: 3_500, running: true })
})

test('what makes no sense is refused and reaches nobody', async () => {
  const one = await join(makeMemoryBroadcast())
  expect(one.shared.act({ type: 'go', page: 's9', step: null }, 'x')).toBe(false)
  expect(one.shared.act({ type: 'undo', page: 's1' }, 'x')).toBe(false)
  expect(one.shared.act({ ...stroke('a'), page: 's9' } as TalkAction, 'x')).toBe(false)
  await arrive()
  expect(one.seen).toEqual([])
})

test('a process whose deck lacks the page shows it as soon as the deck has it', async () => {
  const broadcast = makeMemoryBroadcast()
  const [one, late] = [await join(broadcast), await join(broadcast, placed('s1'))]
  one.shared.act({ type: 'go', page: 's3', step: null }, 'x')
  await arrive()
  expect(late.talk.state().page).toBe('s1')
  expect(late.shared.setPages(placed('s1', 's2', 's3'))).toBe(true)
  expect(late.talk.state().page).toBe('s3')
})

test('a page that is removed is left in all processes', async () => {
  const broadcast = makeMemoryBroadcast()
  const [one, two] = [await join(broadcast), await join(broadcast)]
  one.shared.act({ type: 'go', page: 's3', step: null }, 'x')
  await arrive()
  expect(one.shared.setPages(placed('s1', 's2'))).toBe(true)
  await arrive()
  expect(one.seen).toEqual(['go x'])
  expect(two.seen).toEqual(['go x', 'go '])
  expect(two.talk.state().page).toBe('s2')
})
