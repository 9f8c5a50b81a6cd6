import { expect, test } from 'vitest'
import { createThemeFinder, nameThemes } from '../../src/deck/theme-with-letters.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { disk } from '../../src/system/disk.ts'

const find = createThemeFinder({ root: import.meta.dirname, out: import.meta.dirname, files: disk })

test('a theme is named whose font for the style has every letter', async () => {
  // Greek is in the titles of `calm`, which are set in Noto Serif, but not in its texts.
  expect(await find(['α', 'ω'], 'title', 'official')).toBe('calm')
  expect(await find(['α'], 'body', 'official')).toBeNull()
  expect(await find(['α', '駅'], 'title', 'official')).toBeNull()
  expect(await find(['α'], 'title', 'calm')).toBeNull()
  expect(await find(['🙂'], 'title', 'official')).toBeNull()
})

test('only findings about letters are changed', async () => {
  const range = { start: 0, end: 1 }
  const letter = { code: 'letter-missing', letters: ['α'], family: 'Golos Text', style: 'title', theme: null } as const
  const other: Diagnostic = { code: 'dash-hyphen', severity: 'info', range }
  const all = await nameThemes([other, { ...letter, severity: 'warning', range }], find, 'official')
  expect(all).toMatchObject([other, { ...letter, theme: 'calm' }])
  const none: Diagnostic[] = [other]
  expect(await nameThemes(none, find, 'official')).toBe(none)
})
