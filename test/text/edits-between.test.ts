import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits } from '../../src/text/apply-edits.ts'
import { editsBetween } from '../../src/text/edits-between.ts'
import { applyTextEdits, mapEdits } from '../../src/text/text-edits.ts'
import { runs } from '../support/property-runs.ts'

const lines = fc
  .array(fc.constantFrom('бір', 'екі', '{', '}', '', '😀', '😁', 'үш', 'төрт'), { maxLength: 12 })
  .map((all) => all.join('\n'))

test('the edits between two texts turn one into the other', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const edits = editsBetween(before, after)
      expect(applyEdits(before, edits)).toBe(after)
      for (const { text } of edits) expect(text).not.toMatch(/\p{Surrogate}/u)
    }),
    { numRuns: runs(2000) },
  )
})

test('what stands between two changes can still be undone', () => {
  const first = 'бір\nекі\nүш\nтөрт\nбес\n'
  const mine = applyTextEdits(first, [{ start: 8, end: 10, text: 'ҮШ' }])
  const theirs = `жаңа\n${mine.text.replace('бес', 'алты')}`
  const inverse = mapEdits(mine.inverse, editsBetween(mine.text, theirs))
  expect(applyEdits(theirs, inverse!)).toBe('жаңа\nбір\nекі\nүш\nтөрт\nалты\n')
})
