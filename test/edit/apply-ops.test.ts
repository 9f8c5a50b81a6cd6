import { expect, test } from 'vitest'
import { applyOps } from '../../src/edit/apply-ops.ts'
import type { EditOp } from '../../src/model/wire/edit.ts'
import { applyEdits } from '../../src/parse/edits.ts'

const deck = `{
  "name": "Есеп",
  "content": [
    {
      "title": "Бір"
    },
    {
      "title": "Екі",
      "text": ["a", "b"]
    }
  ]
}
`

/** The text after some operations. What undoes them must give the text before. */
function edited(text: string, ...ops: EditOp[]): string {
  const result = applyOps(text, ops)
  if (!result.ok) return `${result.why} at ${result.path.join('/')}`
  expect(applyEdits(text, result.changes)).toBe(result.text)
  expect(applyEdits(result.text, result.inverse)).toBe(text)
  return result.text
}
const set = (path: (string | number)[], value: unknown): EditOp => ({ op: 'set', path, value: value as never })

test('a value changes where it stands, and a field is added with the indentation of its neighbours', () => {
  expect(edited(deck, set(['content', 0, 'title'], 'Жаңа "сөз"\nжол'), set(['content', 1, 'notes'], { kk: 'x' }))).toBe(
    deck
      .replace('"Бір"', '"Жаңа \\"сөз\\"\\nжол"')
      .replace('["a", "b"]', '["a", "b"],\n      "notes": {\n        "kk": "x"\n      }'),
  )
})

test('what is set to itself stays as it is written', () => {
  const text = '{ "content" : [ { "title" : "\\u041a", "rows": [[1.0,2e1],["a\u00ADb"]] } ] }'
  expect(edited(text, set([], { content: [{ rows: [[1, 20], ['ab']], title: 'К' }] }))).toBe(text)
})
