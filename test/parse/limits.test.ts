import { expect, test } from 'vitest'
import { limits } from '../../src/model/limits.ts'
import { parse } from '../../src/parse/parse.ts'

const most = limits.characters
const textOf = (contents: string) => parse(`{"content":[{"text":"${contents}"}]}`)

test('a text with as many characters as a slide may have is repaired', () => {
  const { diagnostics } = textOf(`${'а'.repeat(most - 2)}\nб`)
  expect(diagnostics).toMatchObject([{ code: 'line-break-unescaped', count: 1 }])
})

test('a longer text is not searched for what could be repaired in it', () => {
  const { root, diagnostics } = textOf('а\n'.repeat(most / 2 + 1))
  const facts = { characters: most + 2, limit: most, severity: 'error', range: { start: 20, end: 21 } }
  expect(diagnostics).toEqual([{ code: 'text-characters-too-many', ...facts }])
  expect(root).toMatchObject({ members: [{ value: { items: [{ members: [{ value: { value: '' } }] }] } }] })
})

test.each([
  ['an escape', '\\n', 1],
  ['a code', '\\u0430', 1],
  ['the two characters of a line break', '\r\n', 1],
])('%s counts as one character', (_, written) => {
  expect(textOf(written.repeat(most)).diagnostics.map(({ code }) => code)).not.toContain('text-characters-too-many')
  expect(textOf(written.repeat(most + 1)).diagnostics).toMatchObject([{ characters: most + 1 }])
})

test('the bytes of a picture are no text', () => {
  const { diagnostics } = textOf(`data:image/png;base64,${'A'.repeat(most)}`)
  expect(diagnostics).toEqual([])
})

test('more comments than are reported one by one are counted, and all are removed', () => {
  const { root, edits, diagnostics } = parse(`{${'/* а */'.repeat(60_000)}"content":[]}`)
  expect(root).toMatchObject({ members: [{ key: { value: 'content' } }] })
  expect(new Set(diagnostics.map(({ code, severity }) => `${severity}: ${code}`))).toEqual(
    new Set(['warning: comment-present']),
  )
  expect(diagnostics.length).toBe(1_000)
  expect(diagnostics.reduce((sum, { count = 1 }) => sum + count, 0)).toBe(60_000)
  expect(edits.length).toBe(60_000)
})
