import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { recognize, recognizeText } from '../../../src/blocks/data/recognize-text.ts'
import { splitRows } from '../../../src/blocks/data/split-rows.ts'
import { type JsonValue, toPlainValue } from '../../../src/model/source.ts'
import { parse } from '../../../src/parse/parse.ts'
import { source } from '../../source.ts'
import { clipboardRules } from './clipboard.ts'

const root = join(import.meta.dirname, '../../..')
const fixture = <T>(name: string) => JSON.parse(readFileSync(join(root, 'test/fixtures/clipboard', name), 'utf8')) as T
const tables = fixture<string[][][]>('tables.json')
const others = fixture<string[]>('no-tables.json')

describe.each(Object.entries(clipboardRules))('copied from %s', (_, write) => {
  test.each(tables.map((rows) => [rows[0]!.join(', '), rows] as const))('%s', (_, rows) => {
    const text = write(rows)
    expect(recognize(text)).toEqual({ shown: 'table', rows: rows.length, columns: rows[0]!.length })
    const plain = (cells: readonly string[]) => cells.map((cell) => cell.replace(/\s+/g, ' '))
    expect(splitRows(text).map(({ cells }) => plain(cells))).toEqual(rows.map(plain))
  })
})

const copied = join(root, 'test/fixtures/clipboard/libreoffice')
const copies = readdirSync(copied).map((name) => [name, readFileSync(join(copied, name), 'utf8')] as const)

test.each(copies.filter(([name]) => name.startsWith('calc-')))('copied from LibreOffice: %s', (name, text) => {
  const found = recognize(text)
  const own = Number(/calc-(\d+)/.exec(name)?.[1] ?? Number.NaN)
  const rows = tables[own] ?? text.trimEnd().split('\n')
  expect(found).toMatchObject({ shown: 'table', rows: rows.length })
  // Each cell as it was copied, with its quotation marks.
  const cells = text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'))
  expect(splitRows(text).map((row) => row.cells)).toEqual(cells.map((row) => row.map((cell) => cell.trim())))
})

test.each(copies.filter(([name]) => name.startsWith('writer-')))('a table of Writer stays a text: %s', (_, text) => {
  expect(recognize(text)).toBeNull()
})

test.each(others)('is no table: %j', (text) => expect(recognize(text)).toBeNull())

/** The texts of several lines in a value, but those that are tables on purpose. */
function textsOf(value: JsonValue, field = ''): string[] {
  if (typeof value === 'string') return value.includes('\n') && field !== 'table' ? [value] : []
  if (Array.isArray(value)) return value.flatMap((item) => textsOf(item, field))
  return value && typeof value === 'object' ? Object.entries(value).flatMap(([key, item]) => textsOf(item, key)) : []
}

/** The texts of a deck, or the parts of a plain text. */
function textsIn(path: string): string[] {
  const text = readFileSync(path, 'utf8')
  const { root: tree } = parse(text)
  return tree ? textsOf(toPlainValue(tree)) : text.split(/\n\s*\n/)
}

/** The decks below a folder. */
const decksIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:json|txt)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))

/** What is shown as something else, of all texts of several lines in some decks. */
function recognizedIn(paths: readonly string[]): { texts: number; found: string[] } {
  const texts = paths.flatMap(textsIn)
  return { texts: texts.length, found: texts.filter((text) => recognize(text) !== null) }
}

test('no text of the examples and of decks that people edited is a table', () => {
  const { texts, found } = recognizedIn(
    ['decks', 'test/fixtures/hand-edited'].flatMap((name) => decksIn(join(root, name))),
  )
  expect(texts).toBeGreaterThan(20)
  expect(found).toEqual([])
})

const shared = join(root, '../shared')
test.skipIf(!existsSync(shared))('no text of decks of the staff is a table, but of those that show tables', () => {
  const paths = ['seeds', 'cases'].flatMap((name) => decksIn(join(shared, name)))
  const { texts, found } = recognizedIn(paths.filter((path) => !path.includes('030-excel-table')))
  expect(texts).toBeGreaterThan(50)
  expect(found).toEqual([])
})

test.each<[string, string, string]>([
  ['a line |---|', '| Облыс | Сома |\n|---|---:|\n| Абай | 48,5 |', 'table'],
  ['a line --- | ---', 'Облыс | Сома\n--- | ---\nАбай | 48,5', 'table'],
  ['bars at both ends', '| Облыс | Сома |\n| Абай | 48,5 |', 'table'],
  ['bars between blanks in three rows', 'Облыс | Сома\nАбай | 48,5\nЖетісу | 31', 'table'],
  ['empty cells between bars', '| а |  | б |\n| в | г |  |', 'table'],
  ['a list of contents with points', '1.\tБірінші\t12\n2.\tЕкінші\t15\n3.\tҮшінші\t9', 'table'],
  ['six places', Array.from({ length: 6 }, (_, i) => `${i + 1}. Аты ${i} — ${97 - i} ұпай`).join('\n'), 'ranking'],
  ['places that are equal', '1. А — 97\n2. Б — 95\n2. В — 95\n4. Г — 90\n5. Д — 88\n6. Е — 80', 'ranking'],
  [
    'places with brackets and hyphens',
    Array.from({ length: 7 }, (_, i) => `${i + 1}) Аты - ${9 - i},5 балла;`).join('\n'),
    'ranking',
  ],
  ['times and tabs', '09:00\tТіркеу\n10:00\tАшылу\n11:00\tҮзіліс', 'programme'],
  ['times and dashes', '09:00 — Регистрация\n10:00 — Открытие\n11:00 — Перерыв', 'programme'],
])('recognizes %s', (_, text, shown) => expect(recognize(text)?.shown).toBe(shown))

test('a text in several languages counts only if all are recognized alike', () => {
  const kk = 'Облыс\t2023\t2024\nАбай\t12\t13'
  const read = (value: object) => recognizeText(source(JSON.stringify(value)))?.shown ?? null
  expect(read({ kk, ru: kk.replace('Облыс', 'Область') })).toBe('table')
  expect(read({ kk, ru: 'Область\nАбай' })).toBeNull()
  expect(read({ kk, ru: `${kk}\nЖетісу\t1\t2` })).toBeNull()
  expect(read({ kk, ru: '' })).toBe('table')
})
