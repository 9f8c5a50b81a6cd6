import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decode } from '../../src/parse/decode.ts'
import { parse } from '../../src/parse/parse.ts'
import { slideNumberAt } from '../../src/validate/slide-numbers.ts'
import { validate } from '../../src/validate/validate.ts'
import { marked } from '../marked.ts'
import { source } from '../source.ts'

const fixtures = join(import.meta.dirname, '../fixtures/validate')

/** One line a finding: severity, code, slide, the marked source, the facts. */
function report(text: string): string {
  const root = source(text)
  const lines = validate(root).diagnostics.map(({ code, severity, range, edits, ...facts }) => {
    const place = text.slice(range.start, range.end).replace(/\s+/g, ' ')
    const shown = place.length > 40 ? `${place.slice(0, 39)}…` : place
    const { known, ...rest } = facts as { known?: readonly string[] }
    const mends = edits?.map(({ start, end, text: to }) => ` «${text.slice(start, end)}» -> «${to}»`).join('') ?? ''
    return `${severity} ${code} (slide ${slideNumberAt(root, range) ?? '-'}) ${shown} ${JSON.stringify(rest)}${mends}`
  })
  return `${lines.join('\n')}\n`
}

describe('decks', () => {
  for (const name of readdirSync(fixtures)) {
    test(name, async () => {
      const text = readFileSync(join(fixtures, name, 'deck.json'), 'utf8')
      await expect(report(text)).toMatchFileSnapshot(join(fixtures, name, 'expected.txt'))
    })
  }
})

const find = (annotated: string) => {
  const { text, range } = marked(annotated)
  return { diagnostics: validate(source(text)).diagnostics, range }
}

test('an unknown name is reported at its key, with the nearest known one', () => {
  const { diagnostics, range } = find('{ "content": [{ «"img_paht"»: "a.png", "title": "t" }] }')
  expect(diagnostics).toMatchObject([{ code: 'field-unknown', field: 'img_paht', nearest: 'img_path', range }])
})

test('an unknown block type is reported at its value, and its fields are not', () => {
  const { diagnostics, range } = find('{ "content": [{ "blocks": [{ "type": «"imgae"», "src": 5, "wat": 1 }] }] }')
  expect(diagnostics).toMatchObject([{ code: 'block-type-unknown', nearest: 'image', severity: 'error', range }])
})

test('a duplicate name is an error at the second name, since its first value would be lost', () => {
  const { diagnostics, range } = find('{ "content": [{ "text": "one", «"text"»: "two" }] }')
  expect(diagnostics).toMatchObject([
    { code: 'field-duplicate', field: 'text', inSlide: true, severity: 'error', range },
  ])
})

test('a wrong slide_max is repaired inside its quotes', () => {
  const { diagnostics, range } = find('{ "slide_max": "«12»", "content": [{ "title": "t" }] }')
  expect(diagnostics).toMatchObject([
    { code: 'slide-max-wrong', severity: 'warning', edits: [{ ...range, text: '1' }] },
  ])
})

test('20,000 slides are accepted, one more is refused with one finding', () => {
  const deck = (n: number) => source(`{ "content": [${Array(n).fill('{ "title": "t" }').join(',')}] }`)
  expect(validate(deck(20_000)).diagnostics).toEqual([])
  expect(validate(deck(20_001)).diagnostics).toMatchObject([
    { code: 'slides-too-many', slides: 20_001, limit: 20_000, severity: 'error' },
  ])
})

test('a field may have the name of a JavaScript property', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
  const slide = names.map((name) => `"${name}": "x"`).join(',')
  const text = `{ "colors": { ${slide} }, "content": [{ "title": "t", ${slide}, "map": { "regions": { ${slide} } } }] }`
  const codes = validate(source(text)).diagnostics.map(({ code }) => code)
  const unknown = ['field-annotation', ...Array(3).fill('field-unknown')]
  expect(codes).toEqual([...unknown, ...Array(4).fill('setting-wrong')])
})

const users = join(import.meta.dirname, '../../../shared/seeds/nurotan.deck.json.txt')
test.skipIf(!existsSync(users))(
  'the deck this began with: two placeholders and a wrong slide_max (needs ../shared)',
  () => {
    const { text } = decode(readFileSync(users))
    const { root } = parse(text!)
    const diagnostics = validate(root!).diagnostics.map(({ code, severity, range }) => [
      code,
      severity,
      slideNumberAt(root!, range),
    ])
    expect(diagnostics).toEqual([
      ['slide-max-wrong', 'warning', null],
      ['image-placeholder', 'warning', 1],
      ['image-placeholder', 'warning', 2],
    ])
  },
)
