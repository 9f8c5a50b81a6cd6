import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { applyOps } from '../../src/edit/apply-ops.ts'
import type { RefusalReason } from '../../src/edit/edit-result.ts'
import { readEditable } from '../../src/edit/editable-text.ts'
import { limits } from '../../src/model/limits.ts'
import type { JsonValue, NodePath } from '../../src/model/source.ts'
import type { EditOp } from '../../src/model/wire/edit.ts'
import { applyEdits } from '../../src/text/apply-edits.ts'

const fixtures = join(import.meta.dirname, '../fixtures/edit')
const set = (path: NodePath, value: JsonValue): EditOp => ({ op: 'set', path, value })

/** The text after some operations, or why they are refused. What undoes them must give the text before. */
function edited(text: string, ops: readonly EditOp[]): string {
  const result = applyOps(text, ops)
  if (!result.ok) return `refused: ${result.why}\n`
  expect(applyEdits(text, result.changes)).toBe(result.text)
  expect(applyEdits(result.text, result.inverse)).toBe(text)
  expect(result.ranges.map(({ start, end }) => result.text.slice(start, end))).toEqual(
    result.changes.map((change) => change.text),
  )
  return result.text
}

test.each(readdirSync(fixtures))('%s', async (name) => {
  const folder = join(fixtures, name)
  const ops: EditOp[] = JSON.parse(readFileSync(join(folder, 'ops.json'), 'utf8'))
  const after = edited(readFileSync(join(folder, 'before.txt'), 'utf8'), ops)
  await expect(after).toMatchFileSnapshot(join(folder, 'after.txt'))
})

test('what is set to itself stays as it is written, also if the parser cleans it', () => {
  const text =
    '{ "content" : [ { "title" : "\\u041a", "rows": [[1.0,2e1],["a\u00ADb", "a", "a"]] } ], "content": [] , }'
  expect(edited(text, [set(['content'], [])])).toBe(text)
  const rows = '{ "title" : "\\u041a", "rows": [[1.0,2e1],["a\u00ADb"]], "rows" : [] }'
  expect(edited(rows, [set([], { rows: [], title: 'К' })])).toBe(rows)
  const cleaned = '{ "rows": [[1.0,2e1],["a\u00ADb", "c"]] }'
  expect(
    edited(cleaned, [
      set(
        ['rows'],
        [
          [1, 20],
          ['ab', 'd'],
        ],
      ),
    ]),
  ).toBe(cleaned.replace('"c"', '"d"'))
})

const deck = '{ "name": "x", "content": [ { "title": "a" } ] }'
const refused: [string, EditOp, RefusalReason, NodePath][] = [
  [deck, set(['content', 1, 'title'], 'b'), 'index-outside', ['content', 1]],
  [deck, set(['content', 1], 'b'), 'index-outside', ['content']],
  [deck, set(['slides', 0], 'b'), 'path-missing', ['slides']],
  [deck, set(['name', 'kk'], 'b'), 'path-missing', ['name']],
  [deck, { op: 'remove', path: ['nobody'] }, 'path-missing', []],
  [deck, { op: 'remove', path: [] }, 'path-missing', []],
  [deck, { op: 'insert', path: ['content', -1], value: 1 }, 'index-outside', ['content']],
  [deck, { op: 'insert', path: ['content', 0.5], value: 1 }, 'index-outside', ['content']],
  [deck, { op: 'insert', path: ['author'], value: 1 }, 'not-a-list', []],
  [deck, { op: 'move', from: ['name'], path: ['content', 0] }, 'not-a-list', ['name']],
  [deck, { op: 'move', from: ['content', 0], path: ['content', 0, 'title'] }, 'inside-itself', ['content', 0, 'title']],
  [deck, { op: 'copy', from: ['content', 3], path: ['content', 0] }, 'index-outside', ['content', 3]],
  [deck, set(['name'], Number.NaN), 'value-not-json', ['name']],
  ['', set(['name'], 'x'), 'text-unreadable', []],
  ['<<<<<<< a\n{}\n=======\n{}\n>>>>>>> b\n', set(['name'], 'x'), 'text-unreadable', []],
]

test.each(refused)('%s: %j is refused as %s', (text, op, why, path) => {
  expect(applyOps(text, [op])).toMatchObject({ ok: false, code: 'not-editable', why, index: 0, path })
})

test('a file does not become larger than a deck may be', () => {
  const long = 'а'.repeat(limits.deckBytes / 2)
  expect(applyOps(deck, [set(['name'], long)])).toMatchObject({ ok: false, why: 'too-large' })
})

test('a value nested deeper than a deck may be is refused', () => {
  let deep: JsonValue = 'x'
  for (let i = 0; i < 100_000; i++) deep = [deep]
  expect(applyOps(deck, [set(['name'], deep)])).toMatchObject({ ok: false, why: 'value-not-json' })
})

test('an item of a copy can be moved into the list that was copied', () => {
  const lists = '{ "rows": [["а", "б"]] }'
  const copy: EditOp = { op: 'copy', from: ['rows', 0], path: ['rows', 0] }
  const move: EditOp = { op: 'move', from: ['rows', 1, 0], path: ['rows', 0, 1] }
  const after = applyOps(lists, [set(['rows', 0, 1], 'в'), copy, move])
  expect(JSON.parse(after.ok ? after.text : '')).toEqual({ rows: [['а', 'а', 'в'], ['в']] })
})

test('all operations are made, or none', () => {
  const ops = [set(['name'], 'y'), set(['content', 5, 'title'], 'z')]
  expect(applyOps(deck, ops)).toMatchObject({ ok: false, index: 1 })
})

test('one edit goes on from what another one read', () => {
  const first = applyOps(readEditable(deck), [set(['name'], 'y')])
  const second = first.ok ? applyOps(first.source, [set(['name'], 'x')]) : first
  expect(second).toMatchObject({ ok: true, text: deck })
})
