import { expect, test } from 'vitest'
import { toPlainValue } from '../../src/model/source.ts'
import { parse } from '../../src/parse/parse.ts'
import { conform } from '../../src/validate/conform.ts'

/** What is left of a slide's field, and the codes that were reported. */
function left(field: string, value: unknown) {
  const { root, diagnostics } = conform(parse(JSON.stringify({ content: [{ title: 'Т', [field]: value }] })).root!)
  const deck = toPlainValue(root!) as { content: Record<string, unknown>[] }
  return { value: deck.content[0]![field], codes: diagnostics.map(({ code }) => code) }
}

const rows = [['а', '1']]

test.each<[string, unknown, unknown]>([
  ['table', { rows, align: ['center', 'right'] }, { rows, align: [null, 'right'] }],
  ['table', { rows, align: 'center' }, { rows }],
  ['table', { rows, head: 'ия-жоқ' }, { rows }],
  ['chart', { data: rows, kind: 'pyramid' }, { data: rows }],
  ['timeline', { rows: ['2021 — А'], kind: 'spiral' }, { rows: ['2021 — А'] }],
])('of "%s", only the wrong setting of %j is removed', (field, value, expected) => {
  const found = left(field, value)
  expect(found.value).toEqual(expected)
  expect(found.codes).toHaveLength(1)
})
