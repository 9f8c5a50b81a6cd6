import { expect, test } from 'vitest'
import { limits } from '../../src/model/limits.ts'
import { parse } from '../../src/parse/parse.ts'
import { validate } from '../../src/validate/validate.ts'

const most = limits.characters
const check = (deck: object) => validate(parse(JSON.stringify(deck)).root!).diagnostics

test('the texts of a slide may have as many characters as the limit says', () => {
  expect(check({ content: [{ title: 'Т', text: 'а'.repeat(most - 1) }] })).toEqual([])
})

test('texts with more together are refused, at the longest of them', () => {
  const slide = { title: 'Т', text: ['а'.repeat(most / 2), 'б'.repeat(most / 2 + 1)], notes: 'Н' }
  const start = JSON.stringify({ content: [{ title: 'Т' }, slide] }).indexOf('"б')
  expect(check({ content: [{ title: 'Т' }, slide] })).toEqual([
    {
      code: 'slide-characters-too-many',
      characters: most + 3,
      limit: most,
      severity: 'error',
      range: { start, end: start + 1 },
    },
  ])
})

test('a slide may have as many lines as the limit says, empty ones included', () => {
  const lines = (n: number) => Array(n).fill('').join('\n')
  expect(check({ content: [{ title: 'Т', notes: lines(limits.lines - 1) }] })).toEqual([])
  expect(check({ content: [{ title: 'Т', notes: lines(limits.lines) }] })).toMatchObject([
    { code: 'slide-lines-too-many', lines: limits.lines + 1, limit: limits.lines, severity: 'error' },
  ])
})

test.each(['name', 'author', 'unknown'])('so is the field "%s" of a deck', (field) => {
  const found = check({ [field]: 'а'.repeat(most + 1), content: [{ title: 'Т' }] })
  expect(found.map(({ code }) => code)).toEqual(['slide-characters-too-many'])
})

test('slides in an object are slides', () => {
  const content = { a: { text: 'а'.repeat(most - 1) }, b: { text: 'а'.repeat(most - 1) } }
  expect(check({ content }).map(({ code }) => code)).toEqual(['content-not-list'])
})

test('the bytes of a picture are no text', () => {
  const codes = check({ content: [{ text: 'Т', img_path: `data:image/png;base64,${'A'.repeat(most)}` }] })
  expect(codes.filter(({ code }) => code === 'slide-characters-too-many')).toEqual([])
})

test('a table of 10,000 rows is taken, since its cells are counted apart; a text as long is not', () => {
  const rows = Array.from({ length: 10_000 }, (_, i) => [`${i}`, 'а'.repeat(40), 'б'])
  expect(check({ content: [{ title: 'Т', table: rows }] })).toEqual([])
  expect(check({ content: [{ title: 'Т', table: { rows } }] })).toEqual([])
  const text = [0, 1, 2, 3].map((part) =>
    rows
      .slice(2500 * part, 2500 * (part + 1))
      .map((row) => row.join('\t'))
      .join('\n'),
  )
  expect(check({ content: [{ title: 'Т', text }] })).toMatchObject([{ code: 'slide-characters-too-many' }])
})

test('more cells than the limit, and long cells, are refused', () => {
  const cells = Array.from({ length: limits.cellCharacters / 400 + 1 }, () => ['а'.repeat(400)])
  expect(check({ content: [{ title: 'Т', table: cells }] })).toMatchObject([
    { code: 'slide-characters-too-many', limit: limits.cellCharacters },
  ])
  expect(check({ content: [{ title: 'Т', table: [['а'.repeat(most + 1)]] }] })).toMatchObject([
    { code: 'slide-characters-too-many', limit: most },
  ])
})
