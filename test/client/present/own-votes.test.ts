import { expect, test } from 'vitest'
import { makeOwnVotes } from '../../../src/client/present/own-votes.ts'

const voted = (...options: string[]) => ({ poll: 'p', options, refused: null })

test('a vote counts when the server has confirmed it, not when it was sent', () => {
  const votes = makeOwnVotes()
  votes.sent('p', ['a'])
  expect([votes.chosen('p'), votes.isCounted('p')]).toEqual([['a'], false])
  expect(votes.answered(voted('a'))).toBe(true)
  expect([votes.chosen('p'), votes.isCounted('p')]).toEqual([['a'], true])
  expect(votes.takeUnanswered()).toEqual([])
})

test('the answer to an earlier choice does not undo the last one', () => {
  const votes = makeOwnVotes()
  votes.sent('p', ['a'])
  votes.sent('p', ['b'])
  expect(votes.answered(voted('a'))).toBe(false)
  expect([votes.chosen('p'), votes.isCounted('p')]).toEqual([['b'], false])
  expect(votes.answered(voted('b'))).toBe(true)
  expect(votes.isCounted('p')).toBe(true)
})

test('a vote that got no answer is sent again after the connection was lost, and the older one that the server has waits', () => {
  const votes = makeOwnVotes()
  votes.sent('p', ['a'])
  votes.answered(voted('a'))
  votes.sent('p', ['b', 'c'])
  votes.sent('q', ['x'])
  expect(votes.takeUnanswered()).toEqual([
    { poll: 'p', options: ['b', 'c'] },
    { poll: 'q', options: ['x'] },
  ])
  expect(votes.answered(voted('a'))).toBe(false)
  expect(votes.answered(voted('c', 'b'))).toBe(true)
  expect([votes.isCounted('p'), votes.isCounted('q')]).toEqual([true, false])
  expect(votes.takeUnanswered()).toEqual([{ poll: 'q', options: ['x'] }])
})

test('a refused vote is what the server says', () => {
  const votes = makeOwnVotes()
  votes.sent('p', ['a'])
  votes.sent('p', ['b'])
  expect(votes.answered({ poll: 'p', options: ['a'], refused: 'closed' })).toBe(true)
  expect([votes.chosen('p'), votes.isCounted('p')]).toEqual([['a'], true])
})

test('a page that comes back learns its votes; a vote that was taken back counts no more', () => {
  const votes = makeOwnVotes()
  expect(votes.answered(voted('a'))).toBe(true)
  expect(votes.isCounted('p')).toBe(true)
  votes.sent('p', [])
  votes.answered(voted())
  expect([votes.chosen('p'), votes.isCounted('p')]).toEqual([[], false])
})
