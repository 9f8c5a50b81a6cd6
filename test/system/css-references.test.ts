import { expect, test } from 'vitest'
import { cssReferences } from '../../src/system/css-references.ts'

test.each([
  ['a{b:url(x.png)}', ['url(x.png)', 'x.png']],
  ['a{b:URL( "x y.png" )}', ['URL( "x y.png" )', 'x y.png']],
  ['a{b:u\\72l(//a.example)}', ['u\\72l(//a.example)', '//a.example']],
  ['a{b:\\75\\52\\4c("//a.example")}', ['\\75\\52\\4c("//a.example")', '//a.example']],
  ['a{b:url(\\68ttp://a.example)}', ['url(\\68ttp://a.example)', 'http://a.example']],
  ['a{b:url("\\2f/a.example")}', ['url("\\2f/a.example")', '//a.example']],
  ['a{b:url(a\\)b)}', ['url(a\\)b)', 'a)b']],
  ['a{b:url(a b)}', ['url(a b)', null]],
  ['a{b:src("x.png")}', ['src("x.png")', 'x.png']],
  ['a{b:src(var(--x))}', ['src(var(--x))', null]],
  ['a{b:image-set("x.png" 1x, url(y.png) 2x)}', ['"x.png"', 'x.png'], ['url(y.png)', 'y.png']],
  ['a{b:-webkit-\\69mage-set("x.png" type("image/png"))}', ['"x.png"', 'x.png']],
  ['@import "x.css";a{b:c}', ['@import "x.css";', null]],
  ['@\\69mport url(x.css) screen', ['@\\69mport url(x.css) screen', null]],
  ['a{@import "x"}', ['@import "x"', null]],
  ['/* é😀\r\n */ a{b:url(x)}', ['url(x)', 'x']],
  ['a{b:url("x', ['url("x', 'x']],
  ['a{b:url(x', ['url(x', 'x']],
  ['@import', ['@import', null]],
  ['/* url(x) @import "y"; */a{content:"url(x)";b:curl(x)}'],
  ['@namespace svg url(http://www.w3.org/2000/svg);a{b:c}'],
  ['a{image:"x.png"}'],
  [''],
] as [string, ...[string, string | null][]][])('%s', (css, ...expected) => {
  const found = cssReferences(css).map(({ address, start, end }) => [css.slice(start, end), address])
  expect(found).toEqual(expected)
})

test.each(['url(', 'url("', '@import ', 'image-set(', '\\', '/*', 'src(', 'url(a b'])(
  'a text of many %s is read in one pass',
  (part) => expect(cssReferences(part.repeat(50_000)).length).toBeLessThanOrEqual(50_000),
)
