import { expect, test } from 'vitest'
import { suggestWord } from '../../src/cli/suggest-word.ts'

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
  expect(suggestWord(word, known)).toBe(expected)
})
