import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { limits } from '../../src/model/limits.ts'
import { findMember, nodeAt, type StringNode, sourceOffset, sourceRange } from '../../src/model/source.ts'
import { decode } from '../../src/parse/decode.ts'
import { parse } from '../../src/parse/parse.ts'
import { repair } from '../../src/parse/repair.ts'
import { applyEdits } from '../../src/text/apply-edits.ts'
import { marked } from '../marked.ts'

const codes = (text: string) => parse(text).diagnostics.map(({ code }) => code)

describe('places', () => {
  const cases = {
    'comma-trailing': '{ "name": "1"«,» }',
    'key-unquoted': '{ «name»: "1" }',
    'quote-missing': '{\n  "name": «"1,»\n  "map": ""\n}',
    'value-missing': '{ "name"«:» , "map": "" }',
    'value-unquoted': '{ "name": «атауы» }',
    'text-after-end': '{ "name": "1" } «мәтін»',
    'path-backslash': '{ "name": «"C:\\Users\\name"» }',
    'escape-unknown': '{ "name": "5«\\%»" }',
    'bracket-unclosed': '[{ "a": 1, «{» "a": 2 }]',
    'comment-unclosed': '{ "name": «/*» "1" }',
    'character-invisible': '{ "name": "сө«\u00AD»з" }',
    'number-torn': '{ "name": "1. А «2.» \\nБ" }',
  }
  for (const [code, annotated] of Object.entries(cases)) {
    test(code, () => {
      const { text, range } = marked(annotated)
      expect(parse(text).diagnostics).toMatchObject([{ code, range }])
    })
  }

  test('a missing comma is reported right after the value before it', () => {
    const { text, range } = marked('{ "name": "1"«»\n  "map": "" }')
    expect(parse(text)).toMatchObject({
      diagnostics: [{ code: 'comma-missing', range }],
      edits: [{ ...range, text: ',' }],
    })
  })
})

describe('places inside a text', () => {
  const source = '{"text": "а\\n\uF0B7б \\u0041\u00AD«я» \\"в\\" 1. Г 2.\nДо"}'
  const text = parse(source).root as never
  const node = findMember(text, 'text')!.value as StringNode

  test.each(['а', 'б', 'A', '«', 'я', '»', 'в', 'Г', 'До'])('the range of %s is its place in the source', (piece) => {
    const at = node.value.indexOf(piece)
    const written = piece === 'A' ? '\\u0041' : piece
    expect(sourceOffset(node, at)).toBe(source.indexOf(written))
  })

  test('a range never splits an escape', () => {
    const at = node.value.indexOf('A')
    const { start, end } = sourceRange(node, at, at + 1)
    expect(source.slice(start, end)).toContain('\\u0041')
  })

  test('an unquoted name has a range too', () => {
    const { key } = findMember(parse('{ name: 1 }').root, 'name')!
    expect(sourceRange(key, 1, 3)).toEqual({ start: 3, end: 5 })
  })
})

describe('the tree', () => {
  test('a duplicate name keeps both entries, and the last one wins', () => {
    const { root } = parse('{ "a": 1, "b": { "c": [5, 6] }, "a": 2 }')
    expect(root).toMatchObject({ members: [{ key: { value: 'a' } }, { key: { value: 'b' } }, { key: { value: 'a' } }] })
    expect(findMember(root, 'a')?.value).toMatchObject({ value: 2 })
    expect(nodeAt(root!, ['b', 'c', 1])).toMatchObject({ value: 6, range: { start: 26, end: 27 } })
    expect(nodeAt(root!, ['b', 'c', 2, 'd'])).toBeNull()
  })

  test('one run reports all errors and still reads everything else', () => {
    const text =
      '{ "name": "1" "block": ,\n "content": [\n { "title": "А },\n { "title": "Б", "text": yes },\n { "title": "В" }\n] }'
    const { root, diagnostics } = parse(text)
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'comma-missing',
      'value-missing',
      'quote-missing',
      'value-unquoted',
    ])
    expect(nodeAt(root!, ['content', 2, 'title'])).toMatchObject({ value: 'В' })
  })
})

describe('a second opinion', () => {
  test('a comment with a single quotation mark may be a text that lost the other mark', () => {
    expect(codes('{ "a": 2014//"\n}')).toContain('repair-uncertain')
    expect(codes('{ "a": 2014 // "жыл"\n}')).toEqual(['comment-present'])
  })

  test('large decks are compared slide by slide', () => {
    const slide = (i: number) => `{ "title": "${'Тақырып '.repeat(40)}${i}", "text": ['a', "b",] }`
    const text = `{ "content": [${Array.from({ length: 500 }, (_, i) => slide(i)).join('\n')}] `
    const { root, diagnostics, edits } = parse(text)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(diagnostics.filter(({ code }) => code === 'comma-missing')).toHaveLength(499)
    const value = JSON.parse(applyEdits(text, edits))
    expect(value.content).toHaveLength(500)
    expect(nodeAt(root!, ['content', 499, 'text', 1])).toMatchObject({ value: 'b' })
  })
})

describe('limits', () => {
  test('a file over 64 MB is refused unread', () => {
    expect(decode(new Uint8Array(limits.deckBytes + 1))).toMatchObject({
      text: null,
      diagnostics: [{ code: 'deck-too-large' }],
    })
  })

  test.each(['[', '{"a":', '[{"a":'])('depth 100,000 of %s is refused at once', (opening) => {
    expect(parse(opening.repeat(100_000))).toMatchObject({
      root: null,
      diagnostics: [{ code: 'depth-exceeded', limit: 100 }],
    })
  })

  test('a file of nothing but mistakes is refused', () => {
    const { diagnostics } = parse(`[${'1 '.repeat(60_000)}]`)
    expect(diagnostics.at(-1)).toMatchObject({ code: 'mistakes-too-many', severity: 'error' })
  })
})

describe('edits', () => {
  test('may come in any order, an insertion before a replacement', () => {
    const edits = [
      { start: 2, end: 3, text: 'C' },
      { start: 0, end: 1, text: '' },
      { start: 2, end: 2, text: '-' },
    ]
    expect(applyEdits('abcd', edits)).toBe('b-Cd')
  })

  test('never touch the same characters twice', () => {
    const edits = [
      { start: 0, end: 2, text: '' },
      { start: 1, end: 3, text: '' },
    ]
    expect(() => applyEdits('abcd', edits)).toThrow('overlap')
  })

  test('leave every other byte as it was', () => {
    const text = '{\r\n\t"name" :"\\u041a", \r\n"n":1.50e+1 ,}\r\n\r\n'
    const { bytes } = repair(new TextEncoder().encode(text))
    expect(new TextDecoder().decode(bytes!)).toBe(text.replace(' ,}', ' }'))
  })
})

const seed = join(import.meta.dirname, '../../../shared/seeds/nurotan.deck.json.txt')

describe.skipIf(!existsSync(seed))("the user's file (needs ../shared)", () => {
  test('has these mistakes, and has none after the repair', () => {
    const fixed = repair(readFileSync(seed))
    expect(fixed.diagnostics.map(({ code, count }) => [code, count])).toEqual([
      ['comma-missing', undefined],
      ['comma-trailing', undefined],
      ['line-break-unescaped', 13],
      ['bullet-private-use', 8],
      ['number-torn', 1],
      ['comma-trailing', undefined],
      ['comma-trailing', undefined],
    ])
    const text: string = JSON.parse(new TextDecoder().decode(fixed.bytes!)).content[1].text
    const heads = text.split('\n').map((line) => line.slice(0, 2))
    expect(heads.filter((head) => head === '• ')).toHaveLength(8)
    expect(heads.filter((head) => /^\d\.$/.test(head))).toEqual(['3.', '4.', '5.', '6.', '7.'])
    expect(repair(fixed.bytes!)).toMatchObject({ bytes: null, refused: false, diagnostics: [] })
  })
})
