import { expect, test } from 'vitest'
import { type Fault, KormeError } from '../../src/model/errors.ts'

const path = 'decks/a.json'

test.each<[Fault, string, number]>([
  [{ code: 'file-too-large', path, sizeBytes: 2, limitBytes: 1 }, 'deck', 1],
  [{ code: 'deck-unfit', deck: path, command: 'korme check' }, 'deck', 1],
  [{ code: 'file-missing', path }, 'usage', 2],
  [{ code: 'range-unreadable', value: '3-' }, 'usage', 2],
  [{ code: 'output-unwritable', path, reason: 'ENOSPC' }, 'machine', 3],
])('%j is a fault of the %s, exit code %i', (fault, kind, exitCode) => {
  expect(new KormeError(fault)).toMatchObject({ fault, kind, exitCode })
})
