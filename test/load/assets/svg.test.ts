import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type SanitizedSvg, sanitizeSvg } from '../../../src/load/assets/svg.ts'

const ns = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
const clean = (text: string | Uint8Array): SanitizedSvg => sanitizeSvg(Buffer.from(text))
const svg = (inside: string, attributes = 'viewBox="0 0 10 10"') => `<svg ${ns} ${attributes}>${inside}</svg>`

/** The cleaned text and what was removed; fails where the drawing was refused. */
function cleaned(text: string | Uint8Array) {
  const result = clean(text)
  if (result === 'broken' || 'unsafe' in result) throw new Error(JSON.stringify(result))
  return { text: Buffer.from(result.bytes).toString(), removed: result.removed }
}

test('a drawing without anything unwanted keeps its bytes', () => {
  const text = `\ufeff<?xml version="1.0" encoding="UTF-8"?>
<!-- Inkscape --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
${svg(`<defs><linearGradient id='a'><stop offset="0"/></linearGradient><style><![CDATA[ .b > .c { fill: url(#a) } ]]></style></defs>
  <path class='b' d="M0 0h9" style="fill:url('#a');stroke:#000"/><use xlink:href="#a"/><text>Қ &amp; &#1178; &lt;</text>
  <image href="data:image/png;base64,AAAA"/><a href="#a"><circle r="1"/></a>`)}`
  expect(cleaned(text)).toEqual({ text, removed: [] })
})

test.each([
  ['<script>alert(1)</script><g/>', '<g/>', ['script']],
  ['<script href="https://a.example/x.js"/><g/>', '<g/>', ['script']],
  ['<svg:script xmlns:svg="http://www.w3.org/2000/svg"><![CDATA[<g/>]]></svg:script><g/>', '<g/>', ['script']],
  ['<foreignObject><p>x<b/></p></foreignObject><g/>', '<g/>', ['foreignobject']],
  ['<foreignObject><img src="data:image/png,x"/></foreignObject><g/>', '<g/>', ['foreignobject']],
  ['<switch><foreignObject width="1"> </foreignObject><g/></switch>', '<switch><g/></switch>', []],
  ['<switch><a href="https://a.example"><text>?</text></a></switch>', '<switch><a><text>?</text></a></switch>', []],
  ['<iframe src="x"/><g/>', '<g/>', ['iframe']],
  ['<g onload="alert(1)" id="x"/>', '<g id="x"/>', ['onload']],
  ['<g ONCLICK = \'a("b")\'/>', '<g/>', ['ONCLICK']],
  ['<image href="https://a.example/a.png" x="1"/>', '<image x="1"/>', ['href']],
  ['<image xlink:href="../secret.png"/>', '<image/>', ['xlink:href']],
  ['<use href="//a.example/a.svg#x"/>', '<use/>', ['href']],
  ['<a href="javascript:alert(1)"><g/></a>', '<a><g/></a>', ['href']],
  ['<a href="&#x6a;ava&#115;cript:alert(1)"><g/></a>', '<a><g/></a>', ['href']],
  ['<image href="data:image/svg+xml,%3Csvg/%3E"/>', '<image/>', ['href']],
  ['<a><set attributeName="href" to="javascript:alert(1)"/></a>', '<a></a>', ['set']],
  ['<a><animate attributeName=" xlink:href " values="a;b"></animate></a>', '<a></a>', ['animate']],
  ['<g style="fill: url(https://a.example/a#b); x: 1"/>', '<g style="fill: none; x: 1"/>', ['style']],
  ['<g fill="url( \'a.svg#b\' )"/>', '<g fill="none"/>', ['fill']],
  ['<style>@import url(https://a.example/a.css); .a { x: 1 }</style>', '<style> .a { x: 1 }</style>', ['style']],
  [
    '<style><![CDATA[.a { fill: u\\72l(//a.example) }]]></style>',
    '<style><![CDATA[.a { fill: none }]]></style>',
    ['style'],
  ],
  ['<style>&#64;import "a.css";.a{x:1}</style>', '<style>.a{x:1}</style>', ['style']],
  ['<style>.a{fill:u<!-- -->rl(//a.example)}</style>', '<style>.a{fill:none}</style>', ['style']],
  ['<style>.a{fill:u<g/>rl(//a.example)}</style>', '<style>.a{fill:none}</style>', ['g', 'style']],
  ['<style>.a{fill:u<![CDATA[r]]>l(//a.example)}</style>', '<style>.a{fill:none}</style>', ['style']],
  ['<style>@\\69mport "a.css";.a{x:1}</style>', '<style>.a{x:1}</style>', ['style']],
  ['<g style="fill:\\75 rl(\\68ttps://a.example)"/>', '<g style="fill:none"/>', ['style']],
  ['<g fill="url(&quot;\\2f/a.example&quot;)"/>', '<g fill="none"/>', ['fill']],
  ['<g style="x:image-set(&quot;a.png&quot; 1x)"/>', '<g style="x:image-set(none 1x)"/>', ['style']],
  ['<?xml-stylesheet href="https://a.example/a.css"?><g/>', '<g/>', ['xml-stylesheet']],
])('%s becomes %s', (inside, expected, removed) => {
  expect(cleaned(svg(inside))).toEqual({ text: svg(expected), removed })
})

test("Illustrator's namespace entities are resolved", () => {
  const text = `<!DOCTYPE svg PUBLIC "a" "b" [ <!ENTITY ns_svg "http://www.w3.org/2000/svg"> <!ENTITY e "http://e.example/"> ]>
<svg xmlns="&ns_svg;" xmlns:e="&e;"><g/></svg>`
  expect(cleaned(text).text.trim()).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:e="http://e.example/"><g/></svg>',
  )
})

test('entities that hold entities, or come from outside, are refused', () => {
  const bomb = Array.from({ length: 10 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('')
  for (const declared of [
    `<!ENTITY e0 "ha">${bomb}`,
    '<!ENTITY e SYSTEM "file:///etc/passwd">',
    '<!ENTITY % p "x"> %p;',
  ]) {
    expect(clean(`<!DOCTYPE svg [${declared}]>${svg('<text>&e;&e10;</text>')}`)).toEqual({ unsafe: 'entities' })
  }
})

test.each([
  ['url(', (parts: string) => svg(`<style>${parts}</style>`)],
  ['url(', (parts: string) => svg(`<g style="${parts}"/>`)],
  ['@import ', (parts: string) => svg(`<style>${parts}</style>`)],
  ['<!ENTITY a ', (parts: string) => `<!DOCTYPE svg [${parts}]>${svg('')}`],
  ['<?', (parts: string) => `${parts}${svg('')}`],
  ['<!--', (parts: string) => `${parts}${svg('')}`],
  ['&a;', (parts: string) => svg(parts)],
])('a drawing with 50,000 times %s is answered at once', (part, around) => {
  expect(clean(around(part.repeat(50_000)))).toBeDefined()
})

test('an entity used a million times is refused before it fills the memory', () => {
  const text = `<!DOCTYPE svg [<!ENTITY a "${'x'.repeat(1000)}">]>${svg(`<text>${'&a;'.repeat(1e6)}</text>`)}`
  expect(clean(text)).toEqual({ unsafe: 'entities' })
})

test('nested `use` elements are counted, and millions of copies are refused', () => {
  const groups = (each: number) =>
    Array.from({ length: 10 }, (_, i) => `<g id="g${i + 1}">${`<use href="#g${i}"/>`.repeat(each)}</g>`).join('')
  expect(clean(svg(`<defs><path id="g0"/>${groups(10)}</defs><use href="#g10"/>`))).toEqual({ unsafe: 'copies' })
  expect(cleaned(svg(`<defs><path id="g0"/>${groups(2)}</defs><use href="#g10"/>`)).removed).toEqual([])
  const chain = Array.from({ length: 50_000 }, (_, i) => `<g id="g${i + 1}"><use href="#g${i}"/></g>`).join('')
  expect(clean(svg(`<path id="g0"/>${chain}`))).toEqual({ unsafe: 'copies' })
  expect(cleaned(svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>')).removed).toEqual([])
})

test.each([
  '<svg',
  '<svg>',
  '<svg></g>',
  '<svg a=b/>',
  '<svg a="<"/>',
  '<html><svg/></html>',
  '<svg x="&nbsp;"/>',
  `<svg>${'<g>'.repeat(300)}${'</g>'.repeat(300)}</svg>`,
  '',
])('%s is broken', (text) => expect(clean(text)).toBe('broken'))

test('other encodings become UTF-8', () => {
  const wide = Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${svg('<text>Көрме</text>')}`, 'utf16le')
  expect(cleaned(wide).text).toBe(svg('<text>Көрме</text>'))
  const cyrillic = Buffer.concat([
    Buffer.from('<?xml version="1.0" encoding="windows-1251"?><svg><text>'),
    Buffer.from([0xcf, 0xf0, 0xe8]),
    Buffer.from('</text></svg>'),
  ])
  expect(cleaned(cyrillic).text).toBe('<svg><text>При</text></svg>')
})

test.each([
  ['width="200" height="100"', 200, 100],
  ['width="200px" height="1in" viewBox="0 0 1 1"', 200, 96],
  ['width="100%" height="100%" viewBox="0 0 640 480"', 640, 480],
  ['viewBox="10, 10, 640, 480"', 640, 480],
  ['width="320" viewBox="0 0 640 480"', 320, 240],
  ['height="240" viewBox="0 0 640 480"', 320, 240],
  ['width="-5" height="1e400"', 300, 150],
  ['viewBox="none"', 300, 150],
])('%s is %i x %i', (attributes, width, height) => {
  expect(clean(svg('', attributes))).toMatchObject({ width, height })
})

test('a hostile file takes time linear in its length', () => {
  for (const text of ['<svg a="1" '.repeat(1e5), '<!--'.repeat(3e5), `<svg ${' a="1"'.repeat(2e5)}`, '<'.repeat(1e6)]) {
    expect(clean(text)).toBe('broken')
  }
})

test('cleaning is idempotent', () => {
  const piece = fc.constantFrom(
    '<g>',
    '</g>',
    '<script>',
    '</script>',
    '<path onload="x" d=\'M0 0\'/>',
    'a',
    '<!-- b -->',
    '<style>url(x)</style>',
    '<a href="x">',
    '</a>',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const once = clean(svg(pieces.join('')))
      if (once === 'broken' || 'unsafe' in once) return
      const twice = clean(once.bytes)
      expect(twice).toEqual({ ...once, removed: [] })
      expect(Buffer.from(once.bytes).toString()).not.toMatch(/script|onload|url\(x|href/)
    }),
  )
})

test.each([
  [
    'Өтінім<br/>қабылдау',
    'Өтінім қабы...',
    '<tspan x="7" dy="-0.6em">Өтінім</tspan><tspan x="7" dy="1.2em">қабылдау</tspan>',
  ],
  ['A &amp; &lt;b&gt; c', 'A &amp; &lt;b…', '<tspan x="7" dy="0.0em">A &amp; &lt;b&gt; c</tspan>'],
  ['Марапаттау', 'Марапаттау', 'Марапаттау'],
  ['Басқа сөз', 'Өтінім қабы...', 'Өтінім қабы...'],
  ['', 'Өтінім...', 'Өтінім...'],
])('a label of draw.io that was cut is whole again: %s', (html, plain, expected) => {
  const label = (inside: string) => svg(`<switch>${inside}</switch><g/>`)
  const object = `<foreignObject><div style="width:138px;">${html}</div></foreignObject>`
  expect(cleaned(label(`${object}<text x="7">${plain}</text>`)).text).toBe(label(`<text x="7">${expected}</text>`))
})

test('a long label of draw.io is broken into lines of the width of its shape', () => {
  const words = 'Мемлекеттік тапсырыс аясындағы гранттар'
  const object = `<foreignObject><div style="width:138px;">${words}</div></foreignObject>`
  const { text } = cleaned(svg(`<switch>${object}<text x="7" font-size="12px">Мемлекеттік...</text></switch>`))
  expect(text.match(/<tspan/g)).toHaveLength(2)
})
