import { expect, test } from 'vitest'
import { rulesOf } from '../../../src/client/source/shadow-styles.ts'

test.each([
  ['', []],
  ['.a {b: c}\n.d, .e {f: g;}', ['.a {b: c}', '.d, .e {f: g;}']],
  ['@keyframes x {from {a: b} to {c: d}}.a {b: c}', ['@keyframes x {from {a: b} to {c: d}}', '.a {b: c}']],
  ['.a {b: c', []],
])('the rules of %j', (css, rules) => {
  expect(rulesOf(css)).toEqual(rules)
})
