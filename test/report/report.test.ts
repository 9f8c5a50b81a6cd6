import { describe, expect, test } from 'vitest'
import { loadMessages } from '../../src/languages/languages.ts'
import { formatMessage } from '../../src/languages/messages.ts'
import type { LocatedDiagnostic, Severity } from '../../src/model/diagnostic.ts'
import { langs } from '../../src/model/lang.ts'
import { ansiColor, noColor, shouldColor } from '../../src/report/colors.ts'
import { countFindings, groupFindings } from '../../src/report/group-findings.ts'
import { reportJson } from '../../src/report/json.ts'
import { columnWidth, padColumns, printable } from '../../src/report/printable.ts'
import { mostSevere, type ReportedDeck, type ReportOptions, reportText } from '../../src/report/text.ts'
import { wrapText } from '../../src/report/wrap-text.ts'

const en = await loadMessages('en')
const look: ReportOptions = { say: (p) => formatMessage(en, p), words: en.cli, paint: noColor, width: 80, frames: true }

/** The report of all findings of a deck. */
const show = (one: ReportedDeck, options: Partial<ReportOptions> = {}) =>
  reportText(one, groupFindings(one.diagnostics, look.say), { ...look, ...options })

const finding = (start: number, end: number, rest: Partial<LocatedDiagnostic> = {}): LocatedDiagnostic =>
  ({
    code: 'text-continued',
    characters: 3461,
    pages: 4,
    sizePx: 24,
    severity: 'info',
    origin: 'decks/a.json',
    range: { start, end },
    slide: 2,
    count: 1,
    edits: [],
    ...rest,
  }) as LocatedDiagnostic

const deck = (
  diagnostics: LocatedDiagnostic[],
  name = 'decks/a.json',
  text = '{\n  "text": "long"\n}',
): ReportedDeck => ({
  file: { name },
  text,
  slides: 2,
  diagnostics: diagnostics,
})

test('a first line that is wider than the terminal keeps its place and severity together', () => {
  const name = `decks/${'long '.repeat(12)}name.json`
  expect(show(deck([finding(12, 18)], name)).split('\n', 3)).toEqual([
    `${name}:2:11: hint:`,
    '  Slide 2 [text-continued]',
    expect.stringMatching(/^ {2}This text/),
  ])
})

describe('equal findings', () => {
  const breaks = (start: number, count: number) =>
    finding(start, start + 1, { code: 'line-break-unescaped', severity: 'warning', count })

  test('are one, whose sentence has the sum of their counts, so that the first line needs none', () => {
    const one = deck([breaks(4, 1), breaks(11, 3)])
    expect(show(one)).toContain('decks/a.json:2:3: warning: Slide 2 [line-break-unescaped]\n  4 line breaks inside')
    expect(show(one).match(/line breaks?/g)).toHaveLength(1)
  })

  test('are counted on the first line if the sentence does not count them', () => {
    expect(show(deck([finding(4, 5), finding(11, 12)]))).toContain('Slide 2 · 2 places [text-continued]')
  })

  test('are one in the totals, too', () => {
    const one = deck([breaks(4, 1), breaks(11, 3), finding(4, 5), finding(11, 12), finding(13, 14, { pages: 5 })])
    expect(countFindings(one.diagnostics, look.say)).toEqual({ error: 0, warning: 1, info: 2 })
  })
})

describe('the report for people', () => {
  test('begins every finding with place, severity, slide and code; the sentence and a frame follow', () => {
    const one = deck([finding(12, 18, { count: 3 })])
    const message = formatMessage(en, one.diagnostics[0]!)
    expect(show(one)).toBe(
      [
        'decks/a.json:2:11: hint: Slide 2 · 3 places [text-continued]',
        ...wrapText(message, 78)
          .split('\n')
          .map((line) => `  ${line}`),
        '  1 | {',
        '  2 |   "text": "long"',
        '    |           ^^^^^^',
        '  3 | }',
        '',
      ].join('\n'),
    )
  })

  test('prints no source if frames are off', () => {
    const one = deck([finding(0, 1), finding(12, 18, { pages: 5 })])
    expect(show(one, { frames: false }).match(/\[text-continued\]$/gm)).toHaveLength(2)
    expect(show(one, { frames: false })).not.toContain(' | ')
  })

  test('counts equal findings together, with their lines', () => {
    const text = `{\n${'"text": "long",\n'.repeat(20)}}`
    const at = (line: number) => finding(2 + 16 * line, 8 + 16 * line, { slide: line })
    const lines = Array.from({ length: 20 }, (_, i) => at(i))
    expect(show(deck(lines.slice(0, 2), 'a.json', text))).toContain('\n  Also in line 3\n')
    expect(show(deck(lines.slice(0, 3), 'a.json', text))).toContain('\n  Also in lines 3 and 4\n')
    const all = show(deck(lines, 'a.json', text))
    expect(all).toMatch(/^a\.json:2:1: hint: Slide 0 · 20 places \[text-continued\]\n/)
    expect(all).toContain('\n  Also in lines 3, 4, 5, 6, 7, 8, 9, 10 and 11 more\n')
    expect(all.match(/\[text-continued\]$/gm)).toHaveLength(1)
    const sameLine = show(deck([finding(0, 1), finding(1, 2)], 'a.json', 'xx'))
    expect([sameLine.includes('2 places'), sameLine.includes('Also')]).toEqual([true, false])
  })

  test.each(langs)('wraps at words within 80 columns (%s)', async (lang) => {
    const messages = await loadMessages(lang)
    const say: ReportOptions['say'] = (p) => formatMessage(messages, p)
    for (const width of [60, 80, 120]) {
      const lines = show(deck([finding(12, 18)]), { say, words: messages.cli, width }).split('\n')
      expect(Math.max(...lines.map(columnWidth))).toBeLessThanOrEqual(width)
    }
  })

  test('names no slide outside the slides, and prints no frame without a source text', () => {
    const one = deck([finding(0, 0, { slide: null })], 'a.json', '')
    expect(show(one)).toMatch(/^a\.json:1:1: hint: \[text-continued\]\n {2}[^|]*\n$/)
  })

  test('passes no control character of a name or a text to the terminal', () => {
    const one = deck([finding(1, 2)], 'a\x1b[2J\nb.json', '"\x1b]0;title\x07\u202e"')
    const report = show(one)
    expect(report).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/)
    expect(report).toContain('a‹U+001B›[2J↵b.json:1:2:')
  })

  test('colours by severity', () => {
    const one = deck([finding(12, 18, { severity: 'error' })])
    expect(show(one, { paint: ansiColor })).toContain('\x1b[31merror:\x1b[39m')
  })

  test('prints the most severe findings if there are too many, in the order of the file', () => {
    const severities: Severity[] = ['info', 'warning', 'error', 'warning', 'info', 'error']
    const list = severities.map((severity, i) => finding(i, i, { severity }))
    expect(mostSevere(list, 3).map(({ range }) => range.start)).toEqual([1, 2, 5])
    expect(mostSevere(list, 6)).toBe(list)
  })
})

test('the report for programs has the promised shape and every finding', () => {
  const edits = [{ start: 12, end: 18, text: '""' }]
  const many = Array.from({ length: 150 }, () => finding(12, 18, { edits }))
  const report = reportJson([deck(many)], [], (p) => formatMessage(en, p))
  expect(Object.keys(report)).toEqual(['version', 'files', 'errors'])
  expect(report.files[0]!.findings).toHaveLength(150)
  expect(JSON.parse(JSON.stringify(report)).files[0].findings[0]).toEqual({
    code: 'text-continued',
    severity: 'info',
    message: formatMessage(en, many[0]!),
    slide: 2,
    range: { start: 12, end: 18 },
    line: 2,
    column: 11,
    count: 1,
    edits,
  })
})

test('printable text keeps letters and emoji, and shows the rest by number', () => {
  expect(printable('Қазақстан – «2050» 👩‍👩‍👧 ❤️')).toBe('Қазақстан – «2050» 👩👩👧 ❤')
  expect(printable('a\tb\r\nc\u00add\u009b')).toBe('a b↵c‹U+00AD›d‹U+009B›')
  expect(columnWidth('Қ日😀e\u0301')).toBe(6)
  expect(padColumns('日', 4)).toBe('日  ')
})

test.each([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  [{ TERM: 'dumb' }, true, false],
])('with %j and a terminal: %s, colour is %s', (env, terminal, expected) => {
  expect(shouldColor(env, terminal)).toBe(expected)
})
