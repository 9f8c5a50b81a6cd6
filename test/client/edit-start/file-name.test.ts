import { describe, expect, test } from 'vitest'
import { fileNameFor } from '../../../src/client/edit-start/file-name.ts'
import { deckStem } from '../../../src/samples/create-deck.ts'

const names: [string, string][] = [
  ['Көктем 2026', 'Көктем 2026'],
  ['Есеп: көктем', 'Есеп көктем'],
  ['Весна: отчёт №1 / итоги', 'Весна отчёт 1 итоги'],
  ['Итоги 2025 - 2026', 'Итоги 2025 - 2026'],
  ['А/Б\\В?*"<>|', 'А-Б-В'],
  ['CON', 'CON-1'],
  ['nul.есеп', 'nul-1.есеп'],
  ['есеп.json', 'есеп'],
  ['есеп.deck.json', 'есеп'],
  ['..\\..\\etc', 'etc'],
  ['.жасырын', 'жасырын'],
  ['соңында нүкте.', 'соңында нүкте'],
  ['  бос  орын  ', 'бос орын'],
  ['«Итоги»', 'Итоги'],
  ['a\u0000b\u202Ec', 'a-b-c'],
  ['😀 есеп', 'есеп'],
  ['???', ''],
  ['', ''],
  ['ә'.repeat(300), 'ә'.repeat(98)],
  ['и\u0306од', 'йод'],
]

test.each(names)('%j becomes %j, which a deck may be called', (name, expected) => {
  const file = fileNameFor(name, [])
  expect(file).toBe(expected)
  if (file !== '') expect(deckStem(file)).toBe(file)
})

describe('a name that is taken', () => {
  test('gets the next number that is free, whatever its capitals', () => {
    expect(fileNameFor('Есеп', ['есеп', 'Есеп-2'])).toBe('Есеп-3')
    expect(fileNameFor('Есеп', ['басқа'])).toBe('Есеп')
  })
  test('is found in whatever way its letters are composed', () => {
    expect(fileNameFor('йод', ['и\u0306од'])).toBe('йод-2')
  })
})
