import { expect, test } from 'vitest'
import { formatTime } from '../../../src/client/edit-start/format-time.ts'

test.each([
  ['kk', /^30\.11\.2026, \d\d:44$/],
  ['ru', /^30 нояб\. 2026 г\., \d\d:44$/],
  ['en', /^30 Nov 2026, \d\d:44$/],
] as const)('a time in %s', (lang, written) => {
  expect(formatTime(new Date('2026-11-30T12:44:10'), lang)).toMatch(written)
})
