import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { createFitter } from '../../src/fit/fitter.ts'
import type { FittedText, Fitter } from '../../src/model/fitted.ts'
import type { Paragraph } from '../../src/model/text.ts'
import { runs } from '../support/property-runs.ts'
import { heldOut } from './corpus.ts'
import { faces } from './faces.ts'
import { body, box, paragraph, request } from './generate.ts'

let fitter: Fitter
beforeAll(async () => {
  fitter = await createFitter(faces)
})

/** The text of each paragraph, put together from its lines on all pages. */
function textsOf({ pages }: FittedText): string[] {
  const texts: string[] = []
  for (const { continued, lines } of pages.flatMap(({ paragraphs }) => paragraphs)) {
    if (!continued) texts.push('')
    for (const { runs, end } of lines) {
      texts[texts.length - 1] += runs.map(({ text }) => text).join('') + (end === 'space' ? ' ' : '')
    }
  }
  return texts
}

const htmlText = ({ spans }: Paragraph) =>
  spans
    .map(({ text }) => text)
    .join('')
    .replace(/[ \t\n\r\f]+/g, ' ')
    .replace(/^ | $/g, '')

const someText = fc.oneof(
  fc.constantFrom(...heldOut),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.stringMatching(/^[а-яәғқңөұүһі .,–«»№-]{0,300}$/),
  fc.constantFrom(
    ' ',
    '  ',
    '\u00a0',
    '\n',
    '\t',
    '',
    '👩‍👩‍👧‍👦',
    '->',
    'ﬁ',
    'e\u0301',
    '\u200d',
    '\u00ad',
    '\u202e',
    '\ud800',
  ),
)
const someSpan = fc.record({
  text: someText,
  bold: fc.boolean(),
  italic: fc.boolean(),
  href: fc.constantFrom(null, 'https://example.org'),
})
const someParagraph: fc.Arbitrary<Paragraph> = fc.record({
  kind: fc.constantFrom('paragraph', 'heading', 'numbered', 'item'),
  marker: fc.constantFrom('', '5.', '12)'),
  spans: fc.array(someSpan, { minLength: 1, maxLength: 5 }),
})

test('every character is kept, in order, in its face, whatever the text and the box', () => {
  const property = fc.property(
    fc.array(someParagraph, { maxLength: 12 }),
    fc.record({ width: fc.integer({ min: 60, max: 1200 }), height: fc.integer({ min: 40, max: 600 }) }),
    fc.constantFrom('one', 'auto', 'split'),
    fc.constantFrom('Golos Text', 'Noto Sans'),
    fc.boolean(),
    (paragraphs, first, pages, family, balance) => {
      const fitted = fitter.fit(request(paragraphs, { first, pages, style: { ...body, family, balance } }))
      expect(textsOf(fitted)).toEqual(paragraphs.map(htmlText))
      const runs = fitted.pages.flatMap((page) => page.paragraphs).flatMap(({ lines }) => lines.flatMap((l) => l.runs))
      const marked = paragraphs.flatMap(({ spans }) => spans).filter(({ bold }) => bold)
      const boldLetters = (texts: readonly { text: string }[]) =>
        texts.map(({ text }) => text.replace(/\s/g, '')).join('')
      expect(boldLetters(runs.filter(({ bold }) => bold))).toBe(boldLetters(marked))
    },
  )
  fc.assert(property, { numRuns: runs(1500) })
})

test('no page is higher and no line wider than its box, unless a single line or letter is', () => {
  const property = fc.property(
    fc.array(someParagraph, { minLength: 1, maxLength: 12 }),
    fc.record({ width: fc.integer({ min: 200, max: 1200 }), height: fc.integer({ min: 60, max: 600 }) }),
    (paragraphs, first) => {
      const fitted = fitter.fit(request(paragraphs, { first, next: first }))
      expect(fitted.overflow).toBe(false)
      for (const page of fitted.pages) {
        expect(page.height).toBeLessThanOrEqual(first.height)
        for (const { lines, indent } of page.paragraphs) {
          for (const { width, runs } of lines) {
            const letters = [...new Intl.Segmenter().segment(runs.map(({ text }) => text).join(''))].length
            if (letters > 1) expect(width + indent).toBeLessThanOrEqual(first.width)
          }
        }
      }
    },
  )
  fc.assert(property, { numRuns: runs(1500) })
})

describe('extremes', () => {
  const lines = (texts: readonly string[], kind: Paragraph['kind'] = 'paragraph') => {
    const paragraphs = texts.map((text) => paragraph(text, kind))
    const fitted = fitter.fit(request(paragraphs))
    expect(textsOf(fitted)).toEqual(texts)
    for (const page of fitted.pages) expect(page.height).toBeLessThanOrEqual(box.height)
    return fitted
  }

  test('one word of 5,000 letters', () => lines(['ғ'.repeat(5000)]))
  test('15,000 characters with no full stop', () => lines(['әлеуметтік жоба '.repeat(940).trim()]))
  test('100,000 characters', () => lines(['Жобаның мақсаты айқын. '.repeat(4350).trim()]))
  test('500 items', () =>
    lines(
      Array.from({ length: 500 }, (_, i) => `Жоба ${i}: қолдау тапты`),
      'item',
    ))
  test('60 headings and nothing else', () =>
    lines(
      Array.from({ length: 60 }, (_, i) => `Кезең ${i}`),
      'heading',
    ))
  test('800 emoji', () => {
    expect(lines(['👩‍👩‍👧‍👦'.repeat(800)]).missing).toEqual(['👩', '👧', '👦'])
  })
  test('an address of 3,000 characters', () => lines([`https://example.org/${'a-b/c?d=e&f_g.'.repeat(213)}`]))
  test('nothing at all', () => {
    expect(fitter.fit(request([]))).toMatchObject({ pages: [{ paragraphs: [], height: 0 }], overflow: false })
    expect(lines(['']).pages).toHaveLength(1)
  })
})
