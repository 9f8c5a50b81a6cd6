import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyOps } from '../../src/edit/apply-ops.ts'
import type { RefusalReason } from '../../src/edit/edit-result.ts'
import { type EditableText, readEditable } from '../../src/edit/editable-text.ts'
import { type Edit, type JsonValue, type Range, type SourceNode, toPlainValue } from '../../src/model/source.ts'
import type { EditOp } from '../../src/model/wire/edit.ts'
import { parse } from '../../src/parse/parse.ts'
import { applyEdits } from '../../src/text/apply-edits.ts'
import { composeEdits } from '../../src/text/text-edits.ts'
import { runs } from '../support/property-runs.ts'
import { deckText, deckTexts, opOf, opSeed } from './edit-scripts.ts'
import { changed } from './plain-model.ts'

/** Why an edit may be refused that a plain value allows. */
const ofTheText: ReadonlySet<RefusalReason> = new Set(['text-unreadable', 'bracket-missing', 'unsafe'])

const errorsIn = (text: string) => parse(text).diagnostics.filter(({ severity }) => severity === 'error').length

const lacksBrackets = (text: string) => parse(text).diagnostics.some(({ code }) => code.startsWith('bracket-'))

/** A value without characters that nobody sees: setting such a text to what is seen of it changes nothing. */
const seen = (value: JsonValue) => JSON.parse(JSON.stringify(value).replace(/[\u00ad\u200b\ufeff]/g, '')) as JsonValue

const isJson = (text: string) => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const changedOr = (plain: JsonValue, ops: readonly EditOp[]): JsonValue => {
  const after = changed(plain, ops)
  return after === undefined ? plain : after
}

/** Slides that are the same before and after are written the same, too. Short ones may be the same by chance. */
function expectSameSlides(before: EditableText, after: EditableText, ops: readonly EditOp[]): void {
  const there = countsOf(after)
  const here = countsOf(before)
  const paths = ops.flatMap((op) => ('from' in op ? [op.from, op.path] : [op.path]))
  const depth = before.root?.type === 'array' ? 0 : 1
  // What was edited may read the same and be written anew. Where slides were moved as well, their numbers say nothing.
  const inside = new Set(paths.flatMap((path) => (path.length > depth + 1 ? [path[depth]] : [])))
  if (inside.size > 0 && paths.some((path) => path.length <= depth + 1)) return
  const slides = slidesOf(before)
  for (const [i, { range }] of slides.entries()) {
    // The last one may get closing brackets.
    if (inside.has(i) || (i === slides.length - 1 && lacksBrackets(before.text))) continue
    const written = before.text.slice(range.start, range.end)
    const key = keys.get(range)!
    if (key.length > 30 && here.get(key) === 1 && there.has(key)) expect(after.text).toContain(written)
  }
}

const keys = new WeakMap<Range, string>()

function slidesOf({ root }: EditableText): readonly SourceNode[] {
  const list = root?.type === 'object' ? root.members.find(({ value }) => value.type === 'array')?.value : root
  return list?.type === 'array' ? list.items : []
}

/** How often each slide is there. */
function countsOf(source: EditableText): Map<string, number> {
  const counts = new Map<string, number>()
  for (const slide of slidesOf(source)) {
    const key = JSON.stringify(toPlainValue(slide))
    keys.set(slide.range, key)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

test('scripts of edits give the wanted values, change no other byte, and can be undone', () => {
  const counts = { made: 0, valid: 0, refused: 0 }
  const scripts = fc.array(fc.array(opSeed, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 })
  fc.assert(
    fc.property(deckText, scripts, (start, script) => {
      let source = readEditable(start)
      let all: Edit[] = []
      let sound = errorsIn(start) === 0
      const undo: (readonly Edit[])[] = []
      for (const seeds of script) {
        if (!source.root) return
        const plain = toPlainValue(source.root)
        const ops: EditOp[] = []
        for (const seed of seeds) ops.push(opOf(seed, changedOr(plain, ops)))
        const wanted = changed(plain, ops)
        const said = JSON.stringify(ops)
        const result = applyOps(source, ops)
        if (!result.ok) {
          if (wanted === undefined) continue
          expect(ofTheText, `${result.why}: ${said}`).toContain(result.why)
          expect(isJson(source.text), `${result.why} in valid JSON: ${said}`).toBe(false)
          counts.refused++
          continue
        }
        expect(wanted, said).not.toBeUndefined()
        expect(seen(toPlainValue(readEditable(result.text).root!)), said).toEqual(seen(wanted!))
        expect(applyEdits(source.text, result.changes)).toBe(result.text)
        expectSameSlides(source, result.source, ops)
        if (isJson(source.text)) expect(isJson(result.text), said).toBe(true)
        else if (sound) expect((sound = errorsIn(result.text) === 0), said).toBe(true)
        counts.made++
        if (isJson(source.text)) counts.valid++
        all = composeEdits(start.length, all, result.changes)
        undo.push(result.inverse)
        source = result.source
      }
      expect(applyEdits(start, all)).toBe(source.text)
      expect(undo.reduceRight((text, inverse) => applyEdits(text, inverse), source.text)).toBe(start)
    }),
    { numRuns: runs(2000) },
  )
  expect(deckTexts.length).toBeGreaterThan(50)
  expect(counts.made).toBeGreaterThan(runs(1500))
  expect(counts.valid).toBeGreaterThan(runs(400))
  expect(counts.refused).toBeLessThan(counts.made / 20)
})
