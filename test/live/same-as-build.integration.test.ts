import { relative } from 'node:path'
import { expect, test } from 'vitest'
import { decks, expectSameAfterEdits, expectSameAsBuild } from './same-as-build.ts'

test('there are fixture decks of every kind', () => {
  const folders = new Set(decks.map((path) => relative('.', path).split('/').slice(0, -2).join('/')))
  expect([...folders]).toEqual(expect.arrayContaining(['test/fixtures/parse', 'test/fixtures/validate']))
  expect(decks.filter((path) => path.startsWith('decks/')).length).toBeGreaterThan(2)
})

/** One of so many of our decks, the others in `npm run verify:live`. */
const sample = 8

test.each(decks.filter((path, i) => path.startsWith('decks/') || i % sample === 0))(
  '%s is the same in the live preview as in a build',
  expectSameAsBuild,
)

test.each(['decks/every-block.json', 'decks/priemnaya.json'])(
  '%s is the same as a build of the same bytes after each edit',
  expectSameAfterEdits,
)
