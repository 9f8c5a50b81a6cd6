import { expect, test } from 'vitest'
import { isDark, isHexColor } from '../../src/model/color.ts'

test('tells hex colours from other strings, and dark colours from light ones', () => {
  expect(['#fff', '#0b3a5b', 'red', '#12345', '#fff;}'].map(isHexColor)).toEqual([true, true, false, false, false])
  expect(['#fff', '#c99a2e', '#0b3a5b', '#000'].map(isDark)).toEqual([false, false, true, true])
})
