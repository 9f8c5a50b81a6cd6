import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeFrame } from '../../src/report/code-frame.ts'
import { columnWidth } from '../../src/report/printable.ts'
import { marked } from '../marked.ts'

const framed = (annotated: string, width?: number) => {
  const { text, range } = marked(annotated)
  return codeFrame(text, range, width === undefined ? {} : { width })
}

describe('a frame', () => {
  test('shows the line with its neighbours and marks the range', () => {
    expect(framed('{\n  "slides": [\n    { "type": «"imgae"» }\n  ]\n}')).toBe(
      ['2 |   "slides": [', '3 |     { "type": "imgae" }', '  |               ^^^^^^^', '4 |   ]'].join('\n'),
    )
  })

  test('marks one column where something is missing', () => {
    expect(framed('{\n  "name": "1"«»\n  "ID": "2"\n}')).toBe(
      ['1 | {', '2 |   "name": "1"', '  |              ^', '3 |   "ID": "2"'].join('\n'),
    )
  })

  test('marks a range over several lines on its first line only', () => {
    expect(framed('"a«b\nc»d"')).toBe(['1 | "ab', '  |   ^', '2 | cd"'].join('\n'))
  })

  test.each(['\n', '\r\n', '\r'])('recognizes the line break %j', (end) => {
    expect(framed(['one', 't«w»o', 'three'].join(end))).toBe(['1 | one', '2 | two', '  |  ^', '3 | three'].join('\n'))
  })

  test('keeps line numbers of different length under each other', () => {
    const lines = Array.from({ length: 10 }, (_, i) => (i === 8 ? '«x»' : 'y')).join('\n')
    expect(framed(lines)).toBe([' 8 | y', ' 9 | x', '   | ^', '10 | y'].join('\n'))
  })

  test('aligns marks under wide characters, combining characters and tabs', () => {
    expect(framed('\t"日本e\u0301😀«!»"')).toBe(['1 |  "日本e\u0301😀!"', '  |          ^'].join('\n'))
  })

  test('shows control and invisible characters by their numbers', () => {
    expect(framed('"\x1b[31m\u200b«\uf0b7»\u202e"')).toBe(
      ['1 | "‹U+001B›[31m‹U+200B›‹U+F0B7›‹U+202E›"', '  |                      ^^^^^^^^'].join('\n'),
    )
  })

  test('cuts a long line to a window around its marks', () => {
    const shown = framed(`"${'a'.repeat(2000)} «here» ${'b'.repeat(2000)}"`, 44)
    const [line, marks] = shown.split('\n')
    expect(line).toMatch(/^1 \| …a+ here b+…$/)
    expect(columnWidth(line!)).toBe(44)
    expect(marks!.indexOf('^')).toBe(line!.indexOf('here'))
    expect(marks!.trim().slice(2).trim()).toBe('^^^^')
  })

  test('cuts a long neighbouring line after its beginning', () => {
    const [before] = framed(`"key": "${'x'.repeat(500)}"\n«y»`, 40).split('\n')
    expect(before).toMatch(/^1 \| "key": "x+…$/)
  })

  test('shows a mark that is longer than the window from its start', () => {
    const [line, marks] = framed(`"ab«${'c'.repeat(300)}»"`, 40).split('\n')
    expect(line).toMatch(/"abc+…$/)
    expect(marks).toMatch(/^ {2}\| {4}\^+$/)
  })

  test('locates a range in a line of a million characters', () => {
    const text = `"${'x'.repeat(1_000_000)}"`
    const [line, marks] = codeFrame(text, { start: 500_000, end: 500_001 }, { width: 60 }).split('\n')
    expect(line).toMatch(/^1 \| …x+…$/)
    expect(marks).toMatch(/\^$/)
  })

  test('moves a range outside the text to its nearest end', () => {
    expect(codeFrame('ab', { start: 90, end: 99 })).toBe(['1 | ab', '  |   ^'].join('\n'))
    expect(codeFrame('', { start: 0, end: 0 })).toBe(['1 |', '  | ^'].join('\n'))
  })
})

test('every frame is safe, fits its width, and has marks', () => {
  const signs = fc.constantFrom(
    'a',
    'Қ',
    '日',
    '😀',
    'e\u0301',
    '\t',
    '\n',
    '\r\n',
    '\x1b',
    '\u200d',
    '👩‍👩‍👧',
    '\ud800',
    '\u202e',
  )
  const texts = fc.array(signs, { maxLength: 400 }).map((list) => list.join(''))
  fc.assert(
    fc.property(texts, fc.nat(900), fc.nat(900), fc.integer({ min: 30, max: 120 }), (text, a, b, width) => {
      const lines = codeFrame(text, { start: Math.min(a, b), end: Math.max(a, b) }, { width }).split('\n')
      expect(lines.filter((line) => /^ *\| *\^+$/.test(line))).toHaveLength(1)
      for (const line of lines) {
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
        expect(columnWidth(line)).toBeLessThanOrEqual(width)
      }
    }),
  )
})
