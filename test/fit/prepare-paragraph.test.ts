import { beforeAll, expect, test } from 'vitest'
import { createFitter } from '../../src/fit/fitter.ts'
import type { FittedParagraph, Fitter } from '../../src/model/fitted.ts'
import type { Paragraph } from '../../src/model/text.ts'
import { faces } from './faces.ts'
import { body, paragraph, prose, randomNumbers, request, span } from './generate.ts'

let fitter: Fitter
beforeAll(async () => {
  fitter = await createFitter(faces)
})

const style = { ...body, sizes: [30] }
const set = (paragraphs: readonly Paragraph[], changes = {}): FittedParagraph[] =>
  fitter.fit(request(paragraphs, { style, ...changes })).pages.flatMap((page) => page.paragraphs)
const widthOf = (...spans: Paragraph['spans']) => set([{ kind: 'paragraph', marker: '', spans }])[0]!.lines[0]!.width

test('markers and numbers hang in one column, which a wide number widens', () => {
  const [item, numbered] = set([paragraph('бір', 'item'), paragraph('екі', 'numbered', '5.')])
  expect(item).toMatchObject({ indent: 41, markerX: 9, marker: '' })
  expect(numbered).toMatchObject({ indent: 41, markerX: 0, marker: '5.' })
  const wide = set([paragraph('бір', 'numbered', '5.'), paragraph('екі', 'numbered', '1234.')])
  expect(wide[0]!.indent).toBe(wide[1]!.indent)
  expect(wide[0]!.indent).toBeGreaterThan(80)
  expect(set([paragraph('бір', 'heading', '5.')])[0]!.indent).toBeLessThan(41)
  expect(set([paragraph('бір', 'heading')])[0]!.indent).toBe(0)
})

test('a numbered heading above items begins exactly where the items begin', () => {
  const indents = set([paragraph('бір', 'heading', '5.'), paragraph('екі', 'item')]).map(({ indent }) => indent)
  expect(indents).toEqual([41, 41])
})

test('an indent narrows the lines', () => {
  const text = prose(600, randomNumbers(1))
  const [plain, item] = [set([paragraph(text)])[0]!, set([paragraph(text, 'item')])[0]!]
  for (const { width } of item.lines) expect(width + item.indent).toBeLessThanOrEqual(1120)
  expect(Math.max(...plain.lines.map(({ width }) => width))).toBeGreaterThan(1120 - 41)
})

test('each face has its own width, and a heading is bold throughout', () => {
  const regular = widthOf(span('Қоғамдық кеңес'))
  const bold = widthOf({ ...span('Қоғамдық кеңес'), bold: true })
  expect(bold).toBeGreaterThan(regular)
  expect(set([paragraph('Қоғамдық кеңес', 'heading')])[0]!.lines[0]!.width).toBeCloseTo(bold)
  expect(widthOf({ ...span('Қоғамдық '), bold: true }, span('кеңес'))).toBeLessThan(bold)
})

test('a link in the same face is kerned with its neighbours', () => {
  const parts = [span('AV'), { ...span('AV'), href: 'https://example.org' }, span('AV')]
  expect(widthOf(...parts)).toBeCloseTo(widthOf(span('AVAVAV')))
})

test('italics use their own face if the family has one', () => {
  const noto = { style: { ...style, family: 'Noto Sans', italicWeight: 700 } }
  const italic = [{ kind: 'paragraph' as const, marker: '', spans: [{ ...span('Қоғамдық кеңес'), italic: true }] }]
  const width = set(italic, noto)[0]!.lines[0]!.width
  expect(width).not.toBeCloseTo(set([paragraph('Қоғамдық кеңес')], noto)[0]!.lines[0]!.width)
  // Golos Text has none: upright, in the weight that the style names.
  expect(set(italic)[0]!.lines[0]!.width).toBeCloseTo(widthOf({ ...span('Қоғамдық кеңес'), bold: true }))
})

test('letter spacing applies above 40 px only', () => {
  const at = (size: number, letterSpacing: number) =>
    set([paragraph('Қоғам')], { style: { ...style, sizes: [size], letterSpacing } })[0]!.lines[0]!.width
  expect(at(40, 0.1)).toBe(at(40, 0))
  expect(at(60, 0.1)).toBeCloseTo(at(60, 0) + 5 * 0.1 * 60)
})

test('balancing adds no line and makes the lines nearly equal', () => {
  const text = 'Жобалар байқауының қорытындысы және келесі жылға арналған қадамдар'
  const title = { ...style, sizes: [44] }
  const [greedy, even] = [false, true].map(
    (balance) => set([paragraph(text)], { style: { ...title, balance } })[0]!.lines,
  )
  expect(even).toHaveLength(greedy!.length)
  const spread = (lines: FittedParagraph['lines']) => {
    const widths = lines.map(({ width }) => width)
    return Math.max(...widths) - Math.min(...widths)
  }
  expect(spread(even!)).toBeLessThan(spread(greedy!) / 2)
})

test('a paragraph that ends on another page has no single word in its last line, if that adds no line', () => {
  const alone = (all: FittedParagraph[]) =>
    all.filter(({ lines }) => lines.length > 1 && lines.at(-1)!.end === 'last' && !/ /.test(textOf(lines.at(-1)!)))
  const textOf = ({ runs }: FittedParagraph['lines'][number]) => runs.map(({ text }) => text).join('')
  const random = randomNumbers(7)
  const texts = Array.from({ length: 60 }, () => paragraph(prose(200 + 200 * random(), random)))
  const [plain, better] = [false, true].map((pretty) => set(texts, { style: { ...style, pretty } }))
  expect(better!.map(({ lines }) => lines.length)).toEqual(plain!.map(({ lines }) => lines.length))
  expect(alone(better!).length).toBeLessThan(alone(plain!).length / 2)
})

test('each balanced line begins a sentence, if that adds no line', () => {
  const linesOf = (text: string, width: number) =>
    set([paragraph(text)], { style: { ...style, balance: true }, first: { width, height: 600 } })[0]!.lines.map(
      ({ runs }) =>
        runs
          .map((run) => run.text)
          .join('')
          .trim(),
    )
  expect(linesOf('Спасибо! Теперь ваша очередь', 380)).toEqual(['Спасибо!', 'Теперь ваша очередь'])
  expect(linesOf('Спасибо! Теперь ваша очередь', 600)).toEqual(['Спасибо! Теперь ваша очередь'])
  // A word alone beside a long line is worse than a sentence cut in two.
  expect(linesOf('Сөре жанындағы бір күн туралы әңгіме. Иә!', 560)).toHaveLength(2)
  expect(linesOf('Сөре жанындағы бір күн туралы әңгіме. Иә!', 560)[1]).not.toBe('Иә!')
})

test('a column too narrow for the characters per line of its style is set smaller, down to the smallest size', () => {
  const sizeIn = (width: number, measure?: number) => {
    const column = { width, height: 600 }
    const narrow = { ...style, sizes: [40, 30, 20], ...(measure ? { measure } : {}) }
    return fitter.fit(request([paragraph('Қоғамдық кеңес')], { style: narrow, first: column, next: column })).size
  }
  expect([sizeIn(600, 20), sizeIn(400, 20), sizeIn(250, 20), sizeIn(100, 20)]).toEqual([40, 30, 20, 20])
  expect(sizeIn(400)).toBe(40)
})

test('letters missing in the font are reported once each, and so are emoji', () => {
  const { missing } = fitter.fit(request([paragraph('中文 中 жоба 🙂🙂 ❤\ufe0f')]))
  expect(missing).toEqual(['中', '文', '🙂', '❤'])
})
