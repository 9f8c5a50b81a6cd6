import { join } from 'node:path'
import { expect, test } from 'vitest'
import { growth } from '../support/growth.ts'
import { expressions, nameOf } from '../support/regular-expressions.ts'

test('every regular expression takes linear time on any text', async () => {
  const all = await expressions()
  expect(all.map(growth).filter((one) => one !== null)).toEqual([])
  const names = all.map(nameOf).sort()
  await expect(`${names.join('\n')}\n`).toMatchFileSnapshot(
    join(import.meta.dirname, '../fixtures/linear-expressions.txt'),
  )
})
