import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { growth } from './support/growth.ts'
import { builtInFunctions, expressions, nameOf } from './support/regular-expressions.ts'

/** What `npm run verify:limits` has checked, which takes a minute. Here, only what is new is checked. */
const checked = new Set(
  readFileSync(join(import.meta.dirname, 'fixtures/linear-expressions.txt'), 'utf8')
    .split('\n')
    .filter(Boolean),
)

test('every regular expression takes linear time on any text', async () => {
  const all = await expressions()
  expect(all.length).toBeGreaterThan(200)
  const fresh = all.filter((one) => !checked.has(nameOf(one)))
  expect(fresh.map(growth).filter((one) => one !== null)).toEqual([])
})

test.each(['\\s+$', '\\s*,\\s*', '^\\s*\\d*\\s*$', 'image-set\\([^)]*\\)', '^(?:a|a)*$', '<!ENTITY[^>]*>'])(
  'an expression that grows faster is found: %s',
  (source) => expect(growth({ source, flags: '', place: '' })).not.toBeNull(),
)

test('no regular expression is put together where these tests cannot see it', () => {
  expect(builtInFunctions()).toEqual([])
})
