import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeOptimisticValue, makeOutbox } from '../../../src/client/present/optimistic-value.ts'

test('while a confirmation is missing, values of others are ignored; later ones are followed', () => {
  const at = makeOptimisticValue('s1')
  at.set('s2')
  expect(at.isPending()).toBe(true)
  expect(at.receive('s9', false)).toBe(false)
  expect(at.receive('s2', true)).toBe(false)
  expect(at.isPending()).toBe(false)
  expect(at.value()).toBe('s2')
  expect(at.receive('s9', false)).toBe(true)
  expect(at.value()).toBe('s9')
})

test('pages that act at any moments end on the same slide', () => {
  // In each step a page sends a slide, the server handles a message, or a page receives one.
  const step = fc.record({ page: fc.nat(1), act: fc.constantFrom('want', 'serve', 'hear'), slide: fc.nat(9) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const pages = [0, 1].map(() => ({
        at: makeOptimisticValue(0),
        out: [] as number[],
        in: [] as [number, boolean][],
      }))
      let decided = 0
      const serve = (from: number) => {
        const wish = pages[from]!.out.shift()
        if (wish === undefined) return
        decided = wish
        for (const [index, page] of pages.entries()) page.in.push([wish, index === from])
      }
      const hear = (index: number) => {
        const answer = pages[index]!.in.shift()
        if (answer) pages[index]!.at.receive(...answer)
      }
      for (const { page, act, slide } of steps) {
        if (act === 'serve') serve(page)
        else if (act === 'hear') hear(page)
        else {
          pages[page]!.at.set(slide)
          pages[page]!.out.push(slide)
        }
      }
      for (const index of [0, 1]) while (pages[index]!.out.length > 0) serve(index)
      for (const index of [0, 1]) while (pages[index]!.in.length > 0) hear(index)
      expect(pages.map(({ at }) => at.value())).toEqual([decided, decided])
    }),
  )
})

test('of actions that were not sent, only the last slide is kept, and every stroke', () => {
  const outbox = makeOutbox()
  outbox.add({ type: 'go', page: 's2', step: null })
  outbox.add({ type: 'undo', page: 's2' })
  outbox.add({ type: 'laser', spot: null })
  outbox.add({ type: 'undo', page: 's2' })
  outbox.add({ type: 'go', page: 's3', step: null })
  expect(outbox.drain()).toEqual([
    { type: 'undo', page: 's2' },
    { type: 'undo', page: 's2' },
    { type: 'go', page: 's3', step: null },
  ])
  expect(outbox.drain()).toEqual([])
})
