import { expect, test } from 'vitest'
import { nearest } from '../../src/cli/nearest.ts'

const known = ['build', 'check', 'new', 'doctor', 'help']

test.each([
  ['chck', 'check'],
  ['CHECK', 'check'],
  ['buidl', 'build'],
  ['enw', 'new'],
  ['do', 'doctor'],
  ['туц', 'new'],
  ['игшдв', 'build'],
  ['serve', null],
  ['', null],
])('%s is near to %s', (word, expected) => {
  expect(nearest(word, known)).toBe(expected)
})
