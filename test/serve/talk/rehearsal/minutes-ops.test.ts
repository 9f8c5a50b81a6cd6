import { describe, expect, test } from 'vitest'
import { applyOps } from '../../../../src/edit/apply-ops.ts'
import { opsInFile } from '../../../../src/edit/ops-in-file.ts'
import { minutesEdit } from '../../../../src/serve/talk/rehearsal/minutes-ops.ts'

/** The text after a rehearsal in which the slides took so many seconds. */
function written(text: string, ...seconds: readonly number[]): string | null {
  const times = seconds.flatMap((one, i) => (one === 0 ? [] : [{ slide: i + 1, ms: one * 1000 }]))
  const edit = minutesEdit(text, times)
  if (!edit) return null
  const applied = applyOps(text, edit.ops, opsInFile)
  if (!applied.ok) throw new Error(applied.why)
  return applied.text
}

describe('only the planned times change', () => {
  test.each([
    [
      'a field is added as the author writes',
      '{ "content": [\n  { "title": "A" },\n  { "title": "B", "text": "b" }\n] }',
      [60, 90],
      '{ "content": [\n  { "title": "A", "minutes": 1 },\n  { "title": "B", "text": "b", "minutes": 1.5 }\n] }',
    ],
    [
      'on lines of their own',
      '{\r\n\t"content": [\r\n\t\t{\r\n\t\t\t"title": "A"\r\n\t\t}\r\n\t]\r\n}\r\n',
      [60],
      '{\r\n\t"content": [\r\n\t\t{\r\n\t\t\t"title": "A",\r\n\t\t\t"minutes": 1\r\n\t\t}\r\n\t]\r\n}\r\n',
    ],
    [
      'a number is replaced',
      '{"content":[{"minutes":3 ,"title":"A"}]}',
      [60],
      '{"content":[{"minutes":1 ,"title":"A"}]}',
    ],
    [
      'a number in quotes',
      '{"content":[{"title":"A","minutes":"2,5"}]}',
      [60],
      '{"content":[{"title":"A","minutes":1}]}',
    ],
    ['a name in Russian', '{"content":[{"title":"A","минуты":3}]}', [60], '{"content":[{"title":"A","минуты":1}]}'],
    [
      'a name in Kazakh, misspelt',
      '{"content":[{"title":"A","Минут":3}]}',
      [60],
      '{"content":[{"title":"A","Минут":1}]}',
    ],
    ['an empty one', '{"content":[{"title":"A","minutes":null}]}', [60], '{"content":[{"title":"A","minutes":1}]}'],
    ['a word', '{"content":[{"title":"A","minutes":"екі"}]}', [60], '{"content":[{"title":"A","minutes":1}]}'],
    [
      'a name that stands twice',
      '{"content":[{"minutes":2,"title":"A","minutes":2}]}',
      [60],
      '{"content":[{"title":"A","minutes":1}]}',
    ],
    [
      'a list of slides without a deck',
      '[{"title":"A"},{"title":"B"}]',
      [0, 60],
      '[{"title":"A"},{"title":"B","minutes":1}]',
    ],
    ['another name for the list', '{"слайды":[{"title":"A"}]}', [60], '{"слайды":[{"title":"A","minutes":1}]}'],
    [
      'a deck inside another object',
      '{"deck":{"content":[{"title":"A"}]}}',
      [60],
      '{"deck":{"content":[{"title":"A","minutes":1}]}}',
    ],
    [
      'repaired commas stay as they are',
      '{"content":[{"title":"A",},{"title":"B"},]}',
      [0, 60],
      '{"content":[{"title":"A",},{"title":"B","minutes":1},]}',
    ],
    [
      'comments stay',
      '{"content":[ // A\n{"title":"A" /* a */}]}',
      [60],
      '{"content":[ // A\n{"title":"A", /* a */"minutes":1}]}',
    ],
    [
      'what is no slide does not count',
      '{"content":[{"title":"A"}, null, {"title":"B"}]}',
      [0, 60],
      '{"content":[{"title":"A"}, null, {"title":"B","minutes":1}]}',
    ],
    [
      'a section with a slide that was not shown',
      '{"content":[{"block":7,"title":"S","minutes":8},{"title":"A"},{"title":"B"}]}',
      [0, 120],
      '{"content":[{"block":7,"title":"S","minutes":6},{"title":"A"},{"title":"B"}]}',
    ],
    [
      'names in Kazakh, of all fields',
      '{"слайдтар":[{"тақырып":"A","мәтін":"b"}]}',
      [60],
      '{"слайдтар":[{"тақырып":"A","мәтін":"b","минут":1}]}',
    ],
    [
      'a deck with nothing to change',
      '{"content":[{"title":"A","minutes":1}]}',
      [60],
      '{"content":[{"title":"A","minutes":1}]}',
    ],
  ] as const)('%s', (_, text, seconds, wanted) => {
    expect(written(text, ...seconds)).toBe(wanted)
  })
})

test.each([
  ['a deck with errors', '{"content":[{"title":"A" "b":}]'],
  ['no deck', '"A"'],
  ['nothing', ''],
])('%s cannot be planned', (_, text) => {
  expect(minutesEdit(text, [{ slide: 1, ms: 60_000 }])).toBeNull()
})

test('slides that the deck does not have are left out', () => {
  expect(minutesEdit('{"content":[{"title":"A"}]}', [{ slide: 7, ms: 60_000 }])).toMatchObject({ changes: [], ops: [] })
})

test('a talk that becomes longer than planned is told, and its time stays', () => {
  const text = '{"minutes":2,"content":[{"title":"A"},{"title":"B"}]}'
  const edit = minutesEdit(text, [
    { slide: 1, ms: 90_000 },
    { slide: 2, ms: 120_000 },
  ])
  expect(edit!.longer).toEqual({ minutes: 3.5, planned: 2 })
  expect(written(text, 90, 120)).toBe('{"minutes":2,"content":[{"title":"A","minutes":1.5},{"title":"B","minutes":2}]}')
  expect(minutesEdit(text, [{ slide: 1, ms: 60_000 }])!.longer).toBeNull()
})
