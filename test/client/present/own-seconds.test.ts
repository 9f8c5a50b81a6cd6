import { expect, test } from 'vitest'
import { makeOwnSeconds } from '../../../src/client/present/own-seconds.ts'

const shown = (seconds: ReturnType<typeof makeOwnSeconds>) => [...seconds.shown()].sort()

test('what is touched is shown at once, and stays when the server confirms it', () => {
  const seconds = makeOwnSeconds()
  seconds.set('q', true)
  expect(shown(seconds)).toEqual(['q'])
  seconds.answered({ question: 'q', on: true })
  expect([shown(seconds), seconds.takeUnanswered()]).toEqual([['q'], []])
  seconds.set('q', false)
  expect(shown(seconds)).toEqual([])
  seconds.answered({ question: 'q', on: false })
  expect([shown(seconds), seconds.takeUnanswered()]).toEqual([[], []])
})

test('what is refused looks as before', () => {
  const seconds = makeOwnSeconds()
  seconds.set('q', true)
  seconds.answered({ question: 'q', on: false })
  expect([shown(seconds), seconds.takeUnanswered()]).toEqual([[], []])
})

test('what got no answer is sent again, as it was wanted last, until there is one', () => {
  const seconds = makeOwnSeconds()
  seconds.set('q', true)
  seconds.set('q', false)
  seconds.set('q', true)
  seconds.set('r', false)
  const unanswered = [
    { question: 'q', on: true },
    { question: 'r', on: false },
  ]
  expect(seconds.takeUnanswered()).toEqual(unanswered)
  expect(seconds.takeUnanswered()).toEqual(unanswered)
  seconds.answered({ question: 'q', on: true })
  seconds.answered({ question: 'r', on: false })
  expect([shown(seconds), seconds.takeUnanswered()]).toEqual([['q'], []])
})

test('the answer to an earlier touch does not undo the last one', () => {
  const seconds = makeOwnSeconds()
  seconds.set('q', true)
  seconds.set('q', false)
  seconds.answered({ question: 'q', on: true })
  expect([shown(seconds), seconds.takeUnanswered()]).toEqual([[], [{ question: 'q', on: false }]])
  seconds.answered({ question: 'q', on: false })
  expect([shown(seconds), seconds.takeUnanswered()]).toEqual([[], []])
})

test('a page that joins learns what it has seconded; what was taken back meanwhile is not shown again', () => {
  const seconds = makeOwnSeconds()
  seconds.joined(['p', 'q'])
  seconds.set('q', false)
  seconds.takeUnanswered()
  seconds.joined(['p', 'q'])
  expect(shown(seconds)).toEqual(['p'])
  seconds.answered({ question: 'q', on: false })
  expect(shown(seconds)).toEqual(['p'])
})
