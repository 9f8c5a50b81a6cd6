import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { createFitter } from '../../src/fit/fitter.ts'
import type { FitRequest, FittedParagraph, FittedText, Fitter } from '../../src/model/fitted.ts'
import type { Paragraph } from '../../src/model/text.ts'
import { faces } from './faces.ts'
import { body, paragraph, request } from './generate.ts'

let fitter: Fitter
beforeAll(async () => {
  fitter = await createFitter(faces)
})

const box = { width: 700, height: 400 }
const style = { ...body, sizes: [24], measure: 0 }

const set = (paragraphs: readonly Paragraph[], change: Partial<FitRequest> = {}) =>
  fitter.fit({
    ...request([...paragraphs], { style, first: box, next: box }),
    pages: 'auto',
    lang: 'kk',
    headingSuffix: '(жалғасы)',
    ...change,
  })

const textOf = ({ lines }: FittedParagraph) =>
  lines.map(({ runs, end }) => runs.map(({ text }) => text).join('') + (end === 'space' ? ' ' : '')).join('')

/** The first paragraph of each further page. */
const tops = ({ pages }: FittedText) => pages.slice(1).map(({ paragraphs }) => textOf(paragraphs[0]!))

const long = (n: number) => Array.from({ length: n }, () => 'Өтінімдер маусымға дейін қабылданады.').join(' ')
const items = (n: number) => Array.from({ length: n }, (_, i) => paragraph(`${long(2)} ${i}`, 'item'))

test('each further page repeats the heading of what goes on', () => {
  const fitted = set([paragraph('Талаптар', 'heading'), ...items(24)])
  expect(fitted.pages.length).toBeGreaterThan(2)
  expect(new Set(tops(fitted))).toEqual(new Set(['Талаптар (жалғасы)']))
})

test('it is the last heading above, and it has its number', () => {
  const second = { ...paragraph('Мерзімі', 'heading'), marker: '2.' }
  const fitted = set([paragraph('Талаптар', 'heading'), paragraph(long(3)), second, ...items(20)])
  const [top] = fitted.pages.at(-1)!.paragraphs
  expect(top).toMatchObject({ index: 2, marker: '2.', kind: 'heading', repeated: true, continued: false, y: 0 })
  expect(textOf(top!)).toBe('Мерзімі (жалғасы)')
})

test('the words stand before a colon at its end', () => {
  expect(tops(set([paragraph('Қажетті құжаттар:', 'heading'), ...items(26)]))[0]).toBe('Қажетті құжаттар (жалғасы)')
})

test('nothing is repeated above a heading, below none, without words, and where it would take half a page', () => {
  const repeated = (fitted: FittedText) =>
    fitted.pages.flatMap(({ paragraphs }) => paragraphs).filter((one) => one.repeated)
  expect(repeated(set(items(20)))).toEqual([])
  expect(repeated(set([paragraph('Талаптар', 'heading'), ...items(20)], { headingSuffix: '' }))).toEqual([])
  expect(repeated(set([paragraph(long(6), 'heading'), ...items(20)]))).toEqual([])
  const sections = ['а', 'ә', 'б', 'в'].flatMap((name) => [paragraph(name, 'heading'), paragraph(long(18))])
  const { pages } = set(sections)
  for (const { paragraphs } of pages) expect(paragraphs.slice(1).some((one) => one.repeated)).toBe(false)
})

test('pages stay within their boxes, two stay two, and nothing is lost', () => {
  const kind = fc.constantFrom<Paragraph['kind']>('heading', 'item', 'paragraph', 'numbered')
  const one = fc.tuple(kind, fc.integer({ min: 1, max: 12 })).map(([kind, n]) => {
    return paragraph(kind === 'heading' ? long(1) : long(n), kind)
  })
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 14 }), (paragraphs) => {
      const [repeating, plain] = [set(paragraphs), set(paragraphs, { headingSuffix: '' })]
      if (plain.pages.length < 3) expect(repeating.pages).toHaveLength(plain.pages.length)
      expect(repeating.pages.length).toBeLessThanOrEqual(1.5 * plain.pages.length)
      for (const { height } of repeating.pages) expect(height).toBeLessThanOrEqual(box.height)
      const own = repeating.pages.flatMap((page) => page.paragraphs.filter((shown) => !shown.repeated))
      const joined = paragraphs.map((_, i) =>
        own
          .filter(({ index }) => index === i)
          .map(textOf)
          .join(' ')
          .replaceAll('  ', ' ')
          .trim(),
      )
      expect(joined).toEqual(paragraphs.map(({ spans }) => spans.map(({ text }) => text).join('')))
    }),
    { numRuns: 100 },
  )
})
