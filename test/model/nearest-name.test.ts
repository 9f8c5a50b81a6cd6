import { expect, test } from 'vitest'
import { nearestName } from '../../src/model/nearest-name.ts'

const known = ['title', 'text', 'official', 'img_path']

test.each([
  ['tilte', 'title'],
  ['Official', 'official'],
  ['ofcial', 'official'],
  ['img-path', 'img_path'],
  ['техт', 'text'], // Cyrillic letters
  ['colour', null],
  ['12', null],
  ['', null],
  ['title '.repeat(8), null],
])('%s: %s', (name, expected) => {
  expect(nearestName(name, known)).toBe(expected)
})
