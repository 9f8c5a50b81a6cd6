import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyOps } from '../../src/edit/apply-ops.ts'
import { readEditable } from '../../src/edit/editable-text.ts'
import { opsInFile } from '../../src/edit/ops-in-file.ts'
import type { Edit, JsonValue, NodePath } from '../../src/model/source.ts'
import type { EditOp } from '../../src/model/wire/edit.ts'
import { parse } from '../../src/parse/parse.ts'
import { applyEdits } from '../../src/text/apply-edits.ts'
import { composeEdits } from '../../src/text/text-edits.ts'
import { valueAsRead, wholeFile } from '../../src/validate/value-reading.ts'
import { runs } from '../support/property-runs.ts'
import { opOf, opSeed } from './edit-scripts.ts'
import { changed } from './plain-model.ts'
import { fullDeck, renamed } from './renamed-decks.ts'

const asRead = (text: string) => valueAsRead(parse(text).root!, wholeFile)
const normal = (value: JsonValue) => asRead(JSON.stringify(value))

/** The field of a list. Items go only to lists of the same kind: elsewhere, their names mean something else. */
const listName = (path: NodePath) => path.slice(0, -1).findLast((step) => typeof step === 'string')

/** Fields that decide which others an object may have: without rows, a table is none. */
const deciding: ReadonlySet<string | number> = new Set(['rows', 'type'])

test('scripts of edits on decks with names in three languages give what was wanted, and can be undone', () => {
  const counts = { made: 0, renamed: 0, refused: 0 }
  const seeds = fc.array(fc.nat(), { minLength: 40, maxLength: 40 })
  const scripts = fc.array(fc.array(opSeed, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 })
  fc.assert(
    fc.property(fullDeck, seeds, scripts, (deck, names, script) => {
      const plain = JSON.parse(JSON.stringify(deck)) as JsonValue
      const start = JSON.stringify(renamed(plain, names), null, 2)
      // Some words mean something else beside others: such a deck is another one.
      if (isDeepStrictEqual(asRead(start), normal(plain))) counts.renamed++
      let source = readEditable(start)
      let all: Edit[] = []
      const undo: (readonly Edit[])[] = []
      for (const seedsOfOps of script) {
        const before = asRead(source.text)
        const ops: EditOp[] = []
        for (const seed of seedsOfOps) {
          const op = opOf(seed, changed(before, ops) ?? before)
          const isSameKind = !('from' in op) || listName(op.from) === listName(op.path)
          if (isSameKind && !deciding.has(op.path.at(-1)!)) ops.push(op)
        }
        const wanted = changed(before, ops)
        const said = `${source.text}\n${JSON.stringify(ops)}`
        const result = applyOps(source, ops, opsInFile)
        if (!result.ok) {
          if (wanted !== undefined) counts.refused++
          continue
        }
        expect(wanted, said).not.toBeUndefined()
        expect(asRead(result.text), said).toEqual(normal(wanted!))
        expect(applyEdits(source.text, result.changes)).toBe(result.text)
        counts.made++
        all = composeEdits(start.length, all, result.changes)
        undo.push(result.inverse)
        source = result.source
      }
      expect(applyEdits(start, all)).toBe(source.text)
      expect(undo.reduceRight((text, inverse) => applyEdits(text, inverse), source.text)).toBe(start)
    }),
    { numRuns: runs(1000) },
  )
  expect(counts.made).toBeGreaterThan(runs(1000))
  expect(counts.renamed).toBeGreaterThan(runs(100))
  expect(counts.refused).toBeLessThan(counts.made / 20)
})
