import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
let make: { leftOut(path: string, source: string): string; usedStyles(css: string): string }

beforeAll(async () => {
  make = await import(pathToFileURL(join(root, 'scripts/make/reveal.mjs')).href)
})
describe('a part of reveal.js that is left out', () => {
  const fragments = readFileSync(join(root, 'node_modules/reveal.js/js/controllers/fragments.js'), 'utf8')

  test('has the methods of the part, which do nothing', () => {
    const code = make.leftOut('fragments.js', fragments)
    for (const method of ['sync', 'sortAll', 'goto']) expect(code).toContain(`${method}() {}`)
    expect(code).not.toContain('querySelector')
  })

  test('answers where reveal.js needs an answer', () => {
    expect(make.leftOut('fragments.js', fragments)).toContain('next() { return false }')
  })

  test.each([
    [
      'without a method that has an answer',
      'fragments',
      'export default class A {\n\tsync() {\n\t}\n\tgoto() {\n\t}\n}',
    ],
    ['that is a function', 'notes', 'export default function a() {\n\treturn { b() {}, c() {} }\n}'],
    ['without methods', 'notes', 'export default class A {}'],
  ])('is refused %s', (_, name, source) => {
    expect(() => make.leftOut(`${name}.js`, source)).toThrow('not as scripts/make/reveal.mjs expects')
  })
})

describe('the style sheet of reveal.js', () => {
  const all =
    '.reveal .slides>section.present{a:b}.past,.future{a:b}.reveal aside.notes{a:b}.paused .pause-overlay{a:b}' +
    '.no-transition *{a:b}.reveal-full-page{a:b}.reveal-viewport{a:b}'

  test.each([
    ['a name that no page has', '.reveal .controls{c:d}', ''],
    ['one of several selectors', '.reveal .controls,.reveal a{c:d}', '.reveal a{c:d}'],
    ['what is not the case', '.reveal section:not(.stack){c:d}', '.reveal section:not(.stack){c:d}'],
    ['what is never the case', 'html:not(.print-pdf) .reveal{c:d}', ''],
    ['an attribute', '.reveal[data-transition-speed=fast] .slides{c:d}', ''],
    [
      'a rule for a kind of screen',
      '@media print{.reveal .progress{c:d}.reveal p{c:d}}',
      '@media print{.reveal p{c:d}}',
    ],
    ['an animation', '@keyframes a{to{c:d}}', ''],
  ])('keeps only what can match: %s', (_, css, rest) => {
    expect(make.usedStyles(all + css)).toBe(all + rest)
  })

  test('is refused if it has lost a name that pages use', () => {
    expect(() => make.usedStyles(all.replace('pause-overlay', 'black'))).toThrow(/has no .*pause-overlay/)
  })
})
