import { expect, test } from 'vitest'
import { applyOps } from '../../src/edit/apply-ops.ts'
import { readEditable } from '../../src/edit/editable-text.ts'
import { type JsonValue, toPlainValue } from '../../src/model/source.ts'
import type { EditOp } from '../../src/model/wire/edit.ts'
import { changed } from './plain-model.ts'

/** Files in which the closing brackets of one value or of several are missing. */
const texts = [
  '{\n  "content": [\n    { "title": "Бір" },\n    { "title": "Екі"\n  ]\n}\n',
  '{ "content": [ { "title": "Бір" }, { "title": "Екі" ] }',
  '{\n  "content": [\n    { "title": "Бір" },\n    { "title": "Екі", "rows": [["а", "б"], ["в", "г"\n',
  '{\n  "content": [\n    { "title": "Бір", "text": { "kk": "а", "ru": "б" }\n  ]\n}',
  '[{ "title": "Бір" }, { "title": "Екі", "text": ["а", "б"',
  '{ "content": [ { "title": "Бір" }, { "text": [ { "kk": "а" ] ] }',
]

test('a file that was cut inside a text is edited up to its end', () => {
  const cut = '{\n  "content": [ { "title": "Бір", "text": "үзілген мә'
  const result = applyOps(cut, [
    { op: 'remove', path: ['content', 0, 'text'] },
    { op: 'set', path: ['lang'], value: 'kk' },
  ])
  // Two changes at a place that nothing closes are refused rather than guessed.
  expect(result).toMatchObject({ ok: false, why: 'unsafe' })
  const removed = applyOps(cut, [{ op: 'remove', path: ['content', 0, 'text'] }])
  expect(removed.ok && removed.text).toBe('{\n  "content": [ { "title": "Бір"')
})

/** Operations on the last values of such a file, the values around them, and new ones behind them. */
const opsFor = (plain: JsonValue): EditOp[] => {
  const list = Array.isArray(plain) ? [] : ['content']
  const slides = (Array.isArray(plain) ? plain : (plain as { content: JsonValue[] }).content) as JsonValue[]
  const last = slides.length - 1
  const field = Object.keys(slides[last] as object).at(-1)!
  return [
    ...(list.length > 0 ? [{ op: 'set', path: list, value: null } as const] : []),
    ...(list.length > 0 ? [{ op: 'set', path: ['lang'], value: 'kk' } as const] : []),
    { op: 'set', path: [...list, last], value: { title: 'Жаңа' } },
    { op: 'set', path: [...list, last, field], value: ['а', 'в', 'г'] },
    { op: 'set', path: [...list, last, 'notes'], value: 'ж' },
    { op: 'remove', path: [...list, last] },
    { op: 'insert', path: [...list, last + 1], value: { title: 'Жаңа' } },
    { op: 'move', from: [...list, last], path: [...list, 0] },
    { op: 'move', from: [...list, 0], path: [...list, last] },
    { op: 'copy', from: [...list, last], path: [...list, last + 1] },
  ]
}

test.each(texts)('%j: any two edits of what is not closed give the wanted values', (text) => {
  const source = readEditable(text)
  const plain = toPlainValue(source.root!)
  const ops = opsFor(plain)
  let made = 0
  for (const first of ops)
    for (const second of ops) {
      const wanted = changed(plain, [first, second])
      const result = applyOps(source, [first, second])
      const said = JSON.stringify([first, second])
      if (wanted === undefined) expect(result.ok, said).toBe(false)
      else if (result.ok) expect(toPlainValue(result.source.root!), said).toEqual(wanted)
      // What cannot be closed for sure is refused rather than guessed, but seldom.
      if (result.ok) made++
      else if (wanted !== undefined) expect(result.why, said).toBe('unsafe')
    }
  expect(made).toBeGreaterThan((ops.length * ops.length) / 2)
})
