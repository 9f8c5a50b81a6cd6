import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FittedLine } from '../../src/model/fitted.ts'
import { linesHtml } from '../../src/render/lines-html.ts'

const line = (text: string, end: FittedLine['end'] = 'last', href: string | null = null): FittedLine => ({
  runs: [{ text, bold: false, italic: false, href }],
  end,
  width: 1,
})

test('the author’s text never becomes markup', () => {
  const entities: Record<string, string> = {
    '&lt;': '<',
    '&gt;': '>',
    '&amp;': '&',
    '&quot;': '"',
    '&#x27;': "'",
    '&#x60;': '`',
    '&#x3D;': '=',
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, href) => {
      const html = linesHtml({ lines: [line(text, 'last', href)], marker: '' }, null, { pageIds: [] })
      const inner = html
        .replace(/^<span class="ln">/, '')
        .replace(/<\/span>$/, '')
        .replace(/^<a [^<>]*>(.*)<\/a>$/s, '$1')
      expect(inner).not.toMatch(/[<>"]/)
      expect(inner.replace(/&[#\w]+;/g, (entity) => entities[entity] ?? entity)).toBe(text)
    }),
  )
})

test('only addresses that run no code become links', () => {
  const linked = (href: string) =>
    linesHtml({ lines: [line('x', 'last', href)], marker: '' }, null, { pageIds: ['s1', 's2', 's2-2'] })
  expect(linked('https://example.kz/?a="b"&c')).toContain(
    '<a href="https://example.kz/?a&#x3D;&quot;b&quot;&amp;c" target="_blank" rel="noopener noreferrer">x</a>',
  )
  expect(linked('#3')).toContain('<a href="#s2-2">x</a>')
  for (const href of [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '#9',
    '//x',
  ]) {
    expect(linked(href), href).toBe('<span class="ln">x</span>')
  }
})

test('lines of a paragraph are joined by the characters that the line breaks replaced', () => {
  expect(
    linesHtml({ lines: [line('бір', 'space'), line('екі-', 'inside'), line('үш')], marker: '5.' }, '(1/2)', {
      pageIds: [],
    }),
  ).toBe(
    '<span class="ln"><span class="marker">5. </span>бір</span> <span class="ln">екі-</span><wbr><span class="ln">үш<span class="suffix"> (1/2)</span></span>',
  )
})

test('what stays on one line on a phone is one piece, inside its emphasis and link', () => {
  const tied: FittedLine = {
    runs: [
      {
        text: 'до 5 км <б>',
        bold: true,
        italic: false,
        href: null,
        ties: [
          { start: 0, end: 4 },
          { start: 8, end: 11 },
        ],
      },
    ],
    end: 'last',
    width: 1,
  }
  expect(linesHtml({ lines: [tied], marker: '' }, null, { pageIds: [], isPaper: true })).not.toContain('tie')
  expect(linesHtml({ lines: [tied], marker: '' }, null, { pageIds: [] })).toBe(
    '<span class="ln"><strong><span class="tie">до 5</span> км <span class="tie">&lt;б&gt;</span></strong></span>',
  )
})
