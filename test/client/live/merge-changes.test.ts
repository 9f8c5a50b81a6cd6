import { expect, test } from 'vitest'
import { coalesceChanges, mergeChanges } from '../../../src/client/live/merge-changes.ts'
import type { LiveChange, LivePage } from '../../../src/model/wire/live.ts'

const page = (id: string, html = id): LivePage => ({ id, html, notes: '' })
const change = (version: number, more: Partial<LiveChange> = {}): LiveChange => ({
  version,
  tag: 'kk',
  pages: [],
  order: null,
  css: null,
  symbols: null,
  data: null,
  ...more,
})

test('of a page in two changes, the second version is kept; of all other parts, the newest', () => {
  const first = change(2, { pages: [page('s1', 'old'), page('s2')], css: 'a', symbols: 'x' })
  const then = change(3, { pages: [page('s1', 'new')], css: 'b' })
  expect(mergeChanges(first, then)).toEqual(
    change(3, { pages: [page('s2'), page('s1', 'new')], css: 'b', symbols: 'x' }),
  )
})

test('a page that was added and removed is left out', () => {
  const came = change(2, { pages: [page('s2')], order: ['s1', 's2'] })
  expect(mergeChanges(came, change(3, { order: ['s1'] }))).toEqual(change(3, { order: ['s1'] }))
  const edited = change(3, { pages: [page('s1', 'new')] })
  expect(mergeChanges(came, edited)).toEqual(change(3, { pages: [page('s2'), page('s1', 'new')], order: ['s1', 's2'] }))
})

test('changes that arrive before the page is idle are applied together, later ones afterwards', async () => {
  const brought: number[] = []
  let tell = () => {}
  const take = coalesceChanges(({ version }) => {
    brought.push(version)
    tell()
  })
  const next = () =>
    new Promise<void>((resolve) => {
      tell = resolve
    })
  const first = next()
  for (const version of [2, 3, 4]) take(change(version))
  expect(brought).toEqual([])
  await first
  const second = next()
  take(change(5))
  await second
  expect(brought).toEqual([4, 5])
})
