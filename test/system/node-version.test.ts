import { expect, test } from 'vitest'
import { isOlder } from '../../src/system/node-version.ts'

test.each([
  ['20.9.0', '20.19', true],
  ['18.20.8', '20.19', true],
  ['20.19.0', '20.19', false],
  ['20.19', '20.19.1', true],
  ['24.1.0-nightly', '20.19', false],
  ['100.0.0', '20.19', false],
])('%s is older than %s: %s', (version, needed, older) => {
  expect(isOlder(version, needed)).toBe(older)
})
