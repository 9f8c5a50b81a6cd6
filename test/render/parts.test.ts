import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ImageAsset } from '../../src/model/asset.ts'
import { isDark, isHexColor } from '../../src/model/color.ts'
import type { FittedLine, FittedPage } from '../../src/model/fitted.ts'
import { AtomicCss } from '../../src/render/atomic-css.ts'
import { cspHash, pagePolicy } from '../../src/render/csp.ts'
import { linesHtml } from '../../src/render/lines-html.ts'
import { groupParagraphs } from '../../src/render/paragraph-groups.ts'
import { Pictures } from '../../src/render/pictures.ts'

const line = (text: string, end: FittedLine['end'] = 'last', href: string | null = null): FittedLine => ({
  runs: [{ text, bold: false, italic: false, href }],
  end,
  width: 1,
})

test('a class of one declaration is the same for the same value, and stands in the style sheet once', () => {
  const atoms = new AtomicCss()
  expect([atoms.of('y', 132), atoms.of('y', 132), atoms.of('y', -8), atoms.of('k', -12.5)]).toEqual([
    'y132',
    'y132',
    'yn8',
    'kn12_5',
  ])
  expect(atoms.css().split('\n').sort()).toEqual([
    '.kn12_5{letter-spacing:-0.0125em}',
    '.y132{top:132px}',
    '.yn8{top:-8px}',
  ])
})

test('the style sheet does not depend on the order in which slides are rendered', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -2000, max: 2000 })), (values) => {
      const [forth, back] = [new AtomicCss(), new AtomicCss()]
      for (const value of values) forth.of('x', value)
      for (const value of [...values].reverse()) back.of('x', value)
      expect(forth.css()).toBe(back.css())
    }),
  )
})

test('no text of an author is markup, whatever it holds', () => {
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
      const html = linesHtml({ lines: [line(text, 'last', href)], marker: '' }, null, [])
      const inner = html
        .replace(/^<span class="ln">/, '')
        .replace(/<\/span>$/, '')
        .replace(/^<a [^<>]*>(.*)<\/a>$/s, '$1')
      expect(inner).not.toMatch(/[<>"]/)
      expect(inner.replace(/&[#\w]+;/g, (entity) => entities[entity] ?? entity)).toBe(text)
    }),
  )
})

test('only addresses that run nothing become links', () => {
  const linked = (href: string) =>
    linesHtml({ lines: [line('x', 'last', href)], marker: '' }, null, ['s1', 's2', 's2-2'])
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

test('lines of a paragraph are joined by what was between them', () => {
  expect(
    linesHtml({ lines: [line('бір', 'space'), line('екі-', 'inside'), line('үш')], marker: '5.' }, '(1/2)', []),
  ).toBe(
    '<span class="ln"><span class="marker">5. </span>бір</span> <span class="ln">екі-</span><wbr><span class="ln">үш<span class="suffix"> (1/2)</span></span>',
  )
})

test('neighbouring items are one list, and the space above its first item is that of the list', () => {
  const at = (kind: 'item' | 'heading' | 'paragraph', y: number, continued = false) => ({
    index: 0,
    kind,
    marker: '',
    indent: kind === 'item' ? 40 : 0,
    markerX: kind === 'item' ? 9 : 0,
    continued,
    y,
    lines: [line('x')],
  })
  const page: FittedPage = {
    paragraphs: [at('item', 0, true), at('item', 40), at('heading', 90), at('paragraph', 124), at('item', 160)],
    height: 190,
  }
  const shape = groupParagraphs(page, 30, new AtomicCss()).map(({ list, classes, paragraphs }) => [
    list,
    classes,
    paragraphs.map(({ tag, classes }) => `${tag} ${classes}`),
  ])
  expect(shape).toEqual([
    [true, '', ['li i40 continued', 'li m10 i40 j9']],
    [false, '', ['h3 m20']],
    [false, '', ['p m4']],
    [true, 'm6', ['li i40 j9']],
  ])
})

test('a policy allows what a page holds, by its hash, and nothing else', () => {
  expect(cspHash('')).toBe("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='")
  const policy = pagePolicy({ scripts: ['a'], styles: ['b', 'c'] })
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+' 'sha256-[^']+';/)
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  expect(pagePolicy({ scripts: [], styles: [] })).toContain("script-src 'none'")
})

test('a picture used once stands in its element, one used twice in the style sheet', () => {
  const asset = (hash: string): ImageAsset => ({
    kind: 'image',
    file: 'a.png',
    mime: 'image/png',
    bytes: new TextEncoder().encode(hash),
    width: 1,
    height: 1,
    hash,
  })
  const pictures = new Pictures()
  const sources = ['aa', 'bb', 'bb'].map((hash) => `<img src="${pictures.use(asset(hash))}">`)
  const html = pictures.inline(sources.join(''))
  expect(html).toMatch(
    /^<img src="data:image\/png;base64,YWE="><img src="data:image\/svg[^"]+"><img src="data:image\/svg[^"]+">$/,
  )
  expect(pictures.css()).toBe('.p-bb{background-image:url(data:image/png;base64,YmI=)}')
})

test('a background is a colour or nothing, and its lightness is told', () => {
  expect(['#fff', '#0b3a5b', 'red', '#12345', '#fff;}'].map(isHexColor)).toEqual([true, true, false, false, false])
  expect(['#fff', '#c99a2e', '#0b3a5b', '#000'].map(isDark)).toEqual([false, false, true, true])
})
