import { expect, test } from 'vitest'
import { keyBindings } from '../../../src/client/show/key-bindings.ts'

test('no key gives two commands', () => {
  const keys = Object.values(keyBindings).flatMap(({ keys, unlisted = [] }) => [...keys, ...unlisted])
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
})
