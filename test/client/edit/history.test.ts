import { expect, test } from 'vitest'
import { openHistory } from '../../../src/client/edit/history.ts'

const answer = (hash: string) => ({ hash, inverse: [{ start: 0, end: 1, text: hash }] })

test('changes are undone and redone in turn, without a limit', () => {
  const history = openHistory('a')
  for (let i = 1; i <= 500; i++) history.note('edit', answer(`h${i}`))
  for (let i = 500; i > 0; i--) {
    const step = history.next('undo', `h${i}`)
    expect(step?.changes).toEqual(answer(`h${i}`).inverse)
    history.note('undo', { hash: `h${i - 1}`, inverse: [{ start: 0, end: 0, text: `redo ${i}` }] })
  }
  expect(history.next('undo', 'h0')).toBeNull()
  expect(history.next('redo', 'h0')?.changes[0]?.text).toBe('redo 1')
})

test('a new change ends what could be redone', () => {
  const history = openHistory('b')
  history.note('edit', answer('h1'))
  history.note('undo', answer('h0'))
  history.note('edit', answer('h2'))
  expect(history.next('redo', 'h2')).toBeNull()
  expect(history.next('undo', 'h2')).not.toBeNull()
})

test('a file that others have changed since is not undone', () => {
  const history = openHistory('c')
  history.note('edit', answer('h1'))
  expect(history.next('undo', 'of another')).toBeNull()
})
