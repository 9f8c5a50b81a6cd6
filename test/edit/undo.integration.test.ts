import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyOps } from '../../src/edit/apply-ops.ts'
import type { JsonValue } from '../../src/model/source.ts'
import type { EditOp } from '../../src/model/wire/edit.ts'
import { applyEdits } from '../../src/text/apply-edits.ts'
import { editsBetween } from '../../src/text/edits-between.ts'
import { mapEdits } from '../../src/text/text-edits.ts'
import { deck, indent } from '../parse/decks.ts'
import { runs } from '../support/property-runs.ts'
import { opOf, opSeed } from './edit-scripts.ts'
import { changed } from './plain-model.ts'

test('undoing beside what others have changed since gives a sound file again', () => {
  const counts = { undone: 0, refused: 0 }
  const isJson = (text: string) => {
    try {
      JSON.parse(text)
      return true
    } catch {
      return false
    }
  }
  fc.assert(
    fc.property(deck, indent, opSeed, fc.array(opSeed, { minLength: 1, maxLength: 3 }), (value, space, seed, seeds) => {
      const start = JSON.stringify(value, null, space)
      const first = applyOps(start, [opOf(seed, JSON.parse(start))])
      if (!first.ok || !first.text.startsWith('{')) return
      const ops: EditOp[] = []
      let now = JSON.parse(first.text) as JsonValue
      for (const one of seeds) {
        ops.push(opOf(one, now))
        now = changed(JSON.parse(first.text), ops) ?? now
      }
      const second = applyOps(first.source, ops)
      if (!second.ok) return
      const mapped = mapEdits(first.inverse, editsBetween(first.text, second.text))
      counts[mapped ? 'undone' : 'refused']++
      if (!mapped) return
      const after = applyEdits(second.text, mapped)
      expect(isJson(after), `${start}\n${first.text}\n${second.text}\n${after}`).toBe(true)
    }),
    { numRuns: runs(2000) },
  )
  expect(counts.undone).toBeGreaterThan(runs(300))
})
