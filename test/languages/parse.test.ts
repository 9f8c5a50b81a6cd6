import { describe, expect, test } from 'vitest'
import { parse as en } from '../../src/languages/en/parse.ts'
import { parse as kk } from '../../src/languages/kk/parse.ts'
import { parse as ru } from '../../src/languages/ru/parse.ts'
import type { ParseProblem } from '../../src/model/problems/parse.ts'

/** One problem of every code, and of every form that its sentence has; a code without one does not compile. */
const problems: { [C in ParseProblem['code']]: Omit<Extract<ParseProblem, { code: C }>, 'code'>[] } = {
  'deck-twin-unused': [{ other: 'koktem.json.txt' }],
  'file-empty': [{}],
  'deck-too-large': [{ sizeBytes: 200 * 1024 * 1024, limitBytes: 64 * 1024 * 1024 }],
  'file-binary': [{ format: null }, { format: 'office' }, { format: 'pdf' }, { format: 'rtf' }, { format: 'image' }],
  'file-cut': [{}],
  'bom-present': [{}],
  'encoding-utf16': [{}],
  'encoding-cp1251': [{}],
  'encoding-kz1048': [{ letters: 'Ќ ї', line: 3 }],
  'encoding-cyrillic': [{ encoding: 'CP866' }],
  'encoding-twice': [{ as: 'windows-1251', text: 'ТљР°Р·Р°Т›' }],
  'encoding-garbled': [{ as: 'windows-1252', text: 'ÒšÐ°Ð·', line: 3 }],
  'letters-lost': [
    { text: '?аза?стан', count: 1 },
    { text: '?аза?стан', count: 22 },
  ],
  'encoding-unknown': [{ line: 3 }],
  'json-missing': [{ line: null }, { line: 3 }],
  'depth-exceeded': [{ limit: 100 }],
  'comma-missing': [{}],
  'comma-trailing': [{ found: ',' }, { found: ';' }],
  'mark-after-end': [{ found: ';' }],
  'comma-extra': [{}],
  'comma-mistyped': [{ found: ';' }],
  'colon-missing': [{ key: 'title' }],
  'colon-mistyped': [{ found: '=>' }],
  'punctuation-full-width': [
    { found: ['：'], count: 1 },
    { found: ['：', '，'], count: 22 },
  ],
  'decimal-comma': [
    { written: '12,5', meant: '12.5', repaired: true },
    { written: '1,000', meant: '1.000', repaired: false },
  ],
  'number-impossible': [{ text: 'Infinity' }],
  'literal-foreign': [
    { found: 'None', meant: 'empty' },
    { found: 'True', meant: 'true' },
  ],
  'merge-conflict': [{ count: 1 }, { count: 3 }],
  'value-missing': [{ key: 'title' }, { key: null }],
  'value-unquoted': [{ text: 'cover' }],
  'value-foreign': [{ text: 'array( "title" => "Бір" )' }],
  'text-concatenated': [{ sign: '+' }],
  'number-malformed': [{ text: '012' }],
  'key-unquoted': [{ key: 'title' }],
  'bracket-missing': [{ brackets: ']}' }],
  'bracket-unclosed': [{ bracket: '{' }, { bracket: '[' }],
  'bracket-unopened': [{ bracket: '{' }],
  'bracket-extra': [
    { bracket: '}', removed: true },
    { bracket: '}', removed: false },
  ],
  'text-unexpected': [{ text: 'abc' }],
  'text-after-end': [{ text: 'abc' }],
  'text-around-deck': [{ text: 'Here is your deck:', first: 3, last: 12 }],
  'objects-unlisted': [{ count: 5 }],
  'deck-second': [{ last: 4, next: 5 }],
  'comment-present': [{ text: '// abc' }],
  'comment-unclosed': [{}],
  'space-special': [
    { codePoints: ['U+00A0'], count: 1 },
    { codePoints: ['U+00A0', 'U+200B'], count: 3 },
  ],
  'repair-uncertain': [{}],
  'mistakes-too-many': [{ limit: 50_000 }],
  'values-too-many': [{ limit: 2_000_000 }],
  'text-characters-too-many': [{ characters: 200_001, limit: 200_000 }],
  'quote-typographic': [{ quote: '“' }],
  'quote-single': [{}],
  'quote-missing': [{}],
  'quote-inside-text': [{ count: 2 }, { count: 21 }],
  'quote-ambiguous': [{}],
  'line-break-unescaped': [{ count: 1 }, { count: 13 }],
  'tab-unescaped': [{ count: 1 }, { count: 5 }],
  'escape-needless': [{ count: 1 }, { count: 2 }],
  'escape-unknown': [{ text: '\\%', count: 1 }],
  'path-backslash': [{ path: 'C:\\Users', count: 1 }],
  'bullet-private-use': [
    { codePoints: ['U+F0B7'], count: 1 },
    { codePoints: ['U+F0B7'], count: 8 },
  ],
  'bullet-letter': [
    { marks: ['§'], count: 1 },
    { marks: ['§', 'Ø'], count: 5 },
  ],
  'symbol-private-use': [
    { codePoints: ['U+F0E0'], signs: ['→'], count: 1 },
    { codePoints: ['U+F0E0', 'U+F0FC'], signs: ['→', '✓'], count: 5 },
  ],
  'character-encoded': [
    { found: ['&nbsp;'], count: 1 },
    { found: ['&nbsp;', '_x000D_'], count: 5 },
  ],
  'character-private-use': [
    { codePoints: ['U+F04A'], count: 1 },
    { codePoints: ['U+F04A', 'U+E000'], count: 2 },
  ],
  'character-invisible': [
    { codePoints: ['U+00AD'], count: 1 },
    { codePoints: ['U+00AD'], count: 22 },
  ],
  'character-ligature': [
    { codePoints: ['U+FB01'], count: 1 },
    { codePoints: ['U+FB01', 'U+FB03'], count: 5 },
  ],
  'character-control': [
    { codePoints: ['U+0007'], count: 1 },
    { codePoints: ['U+0007'], count: 2 },
  ],
  'line-break-special': [
    { codePoints: ['U+000B'], count: 1 },
    { codePoints: ['U+000B', 'U+2028'], count: 5 },
  ],
  'line-break-windows': [{ count: 1 }, { count: 2 }],
  'line-joined': [
    { words: ['үкі-⏎меттік'], count: 1 },
    { words: ['үкі-⏎меттік', 'қоғам⏎үшін'], count: 5 },
  ],
  'number-torn': [
    { numbers: [7], count: 1 },
    { numbers: [7, 8], count: 2 },
  ],
}

const every = Object.entries(problems).flatMap(([code, facts]) => facts.map((of) => ({ code, ...of }) as ParseProblem))

/** A sentence with its long numbers as plain digits. */
const withoutGroups = (sentence: string) => sentence.replace(/(?<=\d)[,\u00a0\u202f](?=\d{3})/g, '')

describe.each(Object.entries({ en, ru, kk }))('%s', (lang, sentences) => {
  const say = (problem: ParseProblem) => (sentences[problem.code] as (p: ParseProblem) => string)(problem)

  test('says every mistake in whole sentences on one line, with its facts', async () => {
    for (const problem of every) {
      const sentence = say(problem)
      expect(sentence).not.toMatch(/undefined|null|\[object|NaN|\n/)
      for (const [name, fact] of Object.entries(problem)) {
        const shown = ['text', 'key', 'path', 'quote', 'line', 'limit', 'letters', 'brackets'].includes(name)
        if (shown && fact !== null) expect(withoutGroups(sentence)).toContain(String(fact))
        if (name === 'codePoints') for (const code of fact as string[]) expect(sentence).toContain(code)
      }
    }
    const said = every.map(say)
    expect(new Set(said).size).toBe(said.length)
    await expect(`${said.join('\n')}\n`).toMatchFileSnapshot(`../fixtures/messages/parse.${lang}.txt`)
  })
})

test('Russian counts as Russian does', () => {
  const breaks = (count: number) => ru['line-break-unescaped']({ code: 'line-break-unescaped', count })
  expect([1, 3, 13, 21].map((n) => breaks(n).match(/\d+ перенос\p{L}*/u)?.[0])).toEqual([
    '1 перенос',
    '3 переноса',
    '13 переносов',
    '21 перенос',
  ])
})
