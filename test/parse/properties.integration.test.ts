import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toPlainValue } from '../../src/model/source.ts'
import { type ParseResult, parse } from '../../src/parse/parse.ts'
import { repair } from '../../src/parse/repair.ts'
import { scan } from '../../src/parse/scan.ts'
import { applyEdits } from '../../src/text/apply-edits.ts'
import { runs } from '../support/property-runs.ts'
import { deck, indent } from './decks.ts'
import { breakText, faults, tokens } from './faults.ts'

const refused = ({ diagnostics }: ParseResult) => diagnostics.some(({ severity }) => severity === 'error')

/** Where a parse is not refused, its edits must give JSON of the same value, and nothing more to mend. */
function expectProved(source: string, parsed: ParseResult): void {
  const fixed = applyEdits(source, parsed.edits)
  expect(JSON.parse(fixed)).toEqual(toPlainValue(parsed.root!))
  expect(parse(fixed).diagnostics).toEqual([])
}

/** The value of a deck without faults of its form. Words of it that are torn are joined even so. */
const soundValue = (source: string) => toPlainValue(parse(source).root!)

/** The offsets of brackets, commas, colons, and of the quotation marks round texts. */
function structureOf(source: string): number[] {
  const places: number[] = []
  let at = 0
  for (const token of tokens(source)) {
    if (/^["{}[\],:]/.test(token)) places.push(at)
    if (token.startsWith('"')) places.push(at + token.length - 1)
    at += token.length
  }
  return places
}

/** Letters and digits, in order, without comments: what no repair may lose. */
function lettersOf(source: string, parsed: ParseResult): string {
  const comments = parsed.diagnostics.filter(({ code }) => code === 'comment-present')
  const cut = applyEdits(
    source,
    comments.flatMap(({ edits = [] }) => edits),
  )
  return cut.replace(/\\[bfnrt]|[^\p{L}\p{N}]/gu, '')
}

test('valid JSON has the value that JSON.parse reads, and no diagnostics', () => {
  fc.assert(
    fc.property(fc.json({ stringUnit: 'binary' }), fc.constantFrom(0, 2, '\t'), (json, space) => {
      const source = JSON.stringify(JSON.parse(json), null, space)
      const { root, diagnostics } = scan(source)
      expect(diagnostics).toEqual([])
      expect(toPlainValue(root!)).toStrictEqual(JSON.parse(source))
    }),
    { numRuns: runs(2000) },
  )
})

test('a deck broken by known faults is repaired to the same value, or refused', () => {
  let repaired = 0
  fc.assert(
    fc.property(
      deck,
      indent,
      fc.array(fc.tuple(faults, fc.nat()), { minLength: 1, maxLength: 4 }),
      (value, space, plan) => {
        const sound = JSON.stringify(value, null, space)
        const source = breakText(sound, plan)
        const parsed = parse(source)
        if (refused(parsed)) return
        repaired++
        expect(toPlainValue(parsed.root!)).toEqual(soundValue(sound))
        expectProved(source, parsed)
      },
    ),
    { numRuns: runs(3000) },
  )
  expect(repaired).toBeGreaterThan(runs(1000))
})

test('a deck that lost one structural character is never read as another deck without a diagnostic', () => {
  fc.assert(
    fc.property(deck, indent, fc.nat(), (value, space, seed) => {
      const source = JSON.stringify(value, null, space)
      const places = structureOf(source)
      const at = places[seed % places.length]!
      const broken = source.slice(0, at) + source.slice(at + 1)
      const parsed = parse(broken)
      if (refused(parsed)) return
      expectProved(broken, parsed)
      if (parsed.diagnostics.length > 0) expect(toPlainValue(parsed.root!)).toEqual(soundValue(source))
      else expect(toPlainValue(parsed.root!)).toEqual(JSON.parse(broken))
    }),
    { numRuns: runs(5000) },
  )
})

test('no change to a deck makes the parser throw, and an accepted deck has lost no letter', () => {
  const scrap = fc.constantFrom(
    '"',
    '“',
    '”',
    '«',
    '»',
    "'",
    ',',
    ';',
    ':',
    '{',
    '}',
    '[',
    ']',
    '\\',
    '\n',
    '#',
    '//',
    '/*',
    'a',
    '7',
    ' ',
  )
  const change = fc.record({ at: fc.nat(), remove: fc.nat({ max: 3 }), insert: scrap })
  fc.assert(
    fc.property(deck, indent, fc.array(change, { minLength: 1, maxLength: 4 }), (value, space, changes) => {
      const source = changes.reduce(
        (text, { at, remove, insert }) => {
          const place = at % (text.length + 1)
          return text.slice(0, place) + insert + text.slice(place + remove)
        },
        JSON.stringify(value, null, space),
      )
      const parsed = parse(source)
      if (refused(parsed)) return
      expectProved(source, parsed)
      const fixed = applyEdits(source, parsed.edits)
      expect([...lettersOf(fixed, parse(fixed))].sort()).toEqual([...lettersOf(source, parsed)].sort())
    }),
    { numRuns: runs(5000) },
  )
})

test('parsing never throws, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('', '{', '[', '{"a":"'), (tail, head) => {
      const source = head + tail
      const parsed = parse(source)
      if (!refused(parsed)) expectProved(source, parsed)
    }),
    { numRuns: runs(3000) },
  )
})

test('any mixture of line breaks, codes and hyphens is repaired in one run', () => {
  const pieces = [
    ...[
      'үкі',
      'метт',
      'ік',
      'сөз',
      'Сөз',
      ' ',
      ', ',
      '. ',
      '1. ',
      '7.',
      '-',
      '¬',
      '\u00AD',
      '\u200B',
      '•',
      '\uF0B7',
      '\uF0E0',
    ],
    ...[
      '\n',
      '\r\n',
      '\\n',
      '\\r\\n',
      '\\u000a',
      '\\\\n',
      '\\\\u049b',
      'ﬁ',
      '\v',
      '&#10;',
      '&nbsp;',
      '&amp;',
      'nbsp;',
      '_x000D_',
      '_x000B_',
      '\t',
      '\\t',
    ],
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
      const source = `{ "content": [ { "text": "${parts.join('')}" } ] }`
      const fixed = repair(new TextEncoder().encode(source))
      expect(fixed.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      if (fixed.bytes) expect(repair(fixed.bytes)).toMatchObject({ bytes: null, refused: false, diagnostics: [] })
    }),
    { numRuns: runs(3000) },
  )
})
