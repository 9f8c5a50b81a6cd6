import { expect, test } from 'vitest'
import { slidePlaces, slidesChanged } from '../../../src/client/edit/slide-places.ts'

/** Slides are letters here: `B` is `b` after somebody has changed it. */
test.each<[string, string, string, (number | null)[]]>([
  ['nothing has changed', 'abc', 'abc', [0, 1, 2]],
  ['one was put before them', 'abc', 'xabc', [1, 2, 3]],
  ['one was put between them', 'abc', 'axbc', [0, 2, 3]],
  ['one is gone', 'abc', 'ac', [0, null, 1]],
  ['one was changed where it is', 'abc', 'aBc', [0, 1, 2]],
  ['all were changed', 'abc', 'ABC', [0, 1, 2]],
  ['one was put before one that was changed', 'abc', 'xaBc', [1, 2, 3]],
  ['one was moved to the end', 'abc', 'bca', [2, 0, 1]],
  ['two are the same', 'aab', 'xaab', [1, 2, 3]],
  ['one of two that are the same is gone', 'aba', 'ba', [null, 0, 1]],
  ['others stand there, nobody knows which', 'abc', 'xyzuc', [null, null, 4]],
  ['all are gone', 'ab', '', [null, null]],
  ['the list was empty', '', 'ab', []],
])('%s', (_, before, after, places) => {
  expect(slidePlaces([...before], [...after])).toEqual(places)
})

test.each<[string, string, string, number[], number[]]>([
  ['nothing', 'abc', 'abc', [], []],
  ['two that come back between others', 'ad', 'abcd', [1, 2], []],
  ['one that comes back at the end', 'ab', 'abc', [2], []],
  ['one that is removed', 'abc', 'ac', [], []],
  ['one that is moved', 'abc', 'cab', [], []],
  ['two that are changed', 'abcd', 'aBcD', [], [1, 3]],
  ['one that comes back and one that is changed', 'ac', 'abC', [1, 2], []],
])('%s is what a step has brought or changed', (_, before, after, added, changed) => {
  expect(slidesChanged([...before], [...after])).toEqual({ added, changed })
})
