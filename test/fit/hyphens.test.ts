import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { createFitter } from '../../src/fit/fitter.ts'
import { findHyphens, hyphensOf } from '../../src/fit/hyphens.ts'
import type { FitRequest, FittedLine, Fitter } from '../../src/model/fitted.ts'
import { hasSeeds, seedParagraphs } from './corpus.ts'
import { faces } from './faces.ts'
import { body, paragraph, request } from './generate.ts'

let fitter: Fitter
beforeAll(async () => {
  fitter = await createFitter(faces)
})

const divided = (word: string, lang: string) => {
  const points = hyphensOf(word, lang)
  return [...word].map((letter, i) => (points.includes(i) ? `-${letter}` : letter)).join('')
}

const listOf = (name: string) =>
  readFileSync(new URL(`../fixtures/fit/hyphens-${name}.txt`, import.meta.url), 'utf8')
    .split(/\s+/)
    .filter(Boolean)

describe.each(['kk', 'ru'])('a list of words that was checked by hand: %s', (lang) => {
  test('has three hundred words', () => {
    expect(new Set(listOf(lang)).size).toBeGreaterThanOrEqual(300)
  })

  test('is divided as it is there', () => {
    expect(listOf(lang).map((word) => divided(word.replaceAll('-', ''), lang))).toEqual(listOf(lang))
  })
})

test('no line begins with й, ь or ъ, two letters stay on each side, and each side has a vowel', () => {
  const letter = fc.constantFrom(...'абвгдежзийклмнопрстуфхцчшщъыьэюяёәғқңөұүһі')
  const vowel = /[аәеёиоөуұүыіэюя]/
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 16 }), fc.constantFrom('kk', 'ru'), (letters, lang) => {
      const word = letters.join('')
      for (const at of hyphensOf(word, lang)) {
        expect('йьъ').not.toContain(word[at])
        expect(at).toBeGreaterThanOrEqual(2)
        expect(word.length - at).toBeGreaterThanOrEqual(2)
        expect(word.slice(0, at)).toMatch(vowel)
        expect(word.slice(at)).toMatch(vowel)
      }
    }),
  )
})

test.each(['ҚазМұнайГаз', 'ҚАЗАҚСТАН', 'АИТВ', 'ауыл2бағдарлама', 'сайт.kz/бағдарлама', 'мектеп', 'алма', 'example'])(
  '%s has no hyphens, or only in its small words',
  (word) => {
    const known: Record<string, number[]> = { мектеп: [3] }
    expect(findHyphens(word, 'kk')).toEqual(known[word] ?? [])
  },
)

const textOf = ({ runs }: FittedLine) => runs.map((run) => run.text).join('')

function linesIn(
  text: string,
  width: number,
  size: number,
  change: Partial<FitRequest> = {},
  lang = 'kk',
): FittedLine[] {
  const narrow = { width, height: 100_000 }
  const style = { ...body, sizes: [size], measure: 0, pretty: false }
  const { pages } = fitter.fit({
    ...request([paragraph(text)], { style, first: narrow, next: narrow }),
    lang,
    hyphens: true,
    ...change,
  })
  return pages.flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines))
}

const sample =
  'Бағдарламаны жүргізілетін жұмыстарға байланысты ұйымдастырушылар мемлекеттік қызметкерлерге арналған жобалардың қорытындысын республикалық комиссияға ұсынады'

describe('lines', () => {
  test('take in a part of a word only where they would be rather empty', () => {
    for (let width = 200; width < 420; width += 10) {
      const lines = linesIn(sample, width, 30)
      for (const [i, { end, width: used }] of lines.entries()) {
        expect(used).toBeLessThanOrEqual(width)
        if (end !== 'hyphen') continue
        // Without the part of the word, the line would be rather empty, and more so below another hyphen.
        const text = textOf(lines[i]!)
        const before = text.slice(0, Math.max(0, text.lastIndexOf(' ')))
        const most = lines[i - 1]?.end === 'hyphen' ? 0.72 : 0.82
        expect(linesIn(before, 10_000, 30)[0]!.width).toBeLessThanOrEqual(most * width)
      }
      expect(lines.map((one) => textOf(one) + (one.end === 'space' ? ' ' : '')).join('')).toBe(sample)
    }
  })

  test('have none in wide boxes, titles, headings, and other languages', () => {
    const ends = (lines: readonly FittedLine[]) => lines.map(({ end }) => end)
    expect(ends(linesIn(sample, 300, 30))).toContain('hyphen')
    expect(ends(linesIn(sample, 640, 30))).not.toContain('hyphen')
    expect(ends(linesIn(sample, 300, 30, { hyphens: false }))).not.toContain('hyphen')
    expect(ends(linesIn(sample, 300, 30, { paragraphs: [paragraph(sample, 'heading')] }))).not.toContain('hyphen')
    expect(ends(linesIn(sample, 300, 30, {}, 'en'))).not.toContain('hyphen')
  })

  test('divide a word that is wider than the box at its syllables', () => {
    const lines = linesIn('(«ұйымдастырушыларымыздың»).', 300, 30)
    expect(lines.map((one) => textOf(one))).toEqual(['(«ұйымдастырушы', 'ларымыздың»).'])
    expect(lines[0]!.end).toBe('hyphen')
  })
})

test.skipIf(!hasSeeds)('few lines of real Kazakh texts in a column are rather empty (needs ../shared/seeds)', () => {
  const [width, size] = [352, 32]
  const texts = seedParagraphs().filter((text) => text.length > 60 && /[әғқңөұүһі]/.test(text))
  const count = (hyphens: boolean) => {
    const lines = texts.flatMap((text) => linesIn(text, width, size, { hyphens }).slice(0, -1))
    if (process.env.VERIFY) {
      const runs = lines
        .map(({ end }) => (end === 'hyphen' ? '-' : ' '))
        .join('')
        .split(/ +/)
        .map((run) => run.length)
      console.log(
        `${lines.length} lines, hyphens running:`,
        [1, 2, 3, 4, 5].map((n) => runs.filter((one) => one === n).length),
      )
    }
    return lines.filter((line) => line.width < 0.7 * width).length
  }
  const [without, with_] = [count(false), count(true)]
  if (process.env.VERIFY) console.log(`lines over 30 % empty: ${without} without hyphens, ${with_} with`)
  expect(with_).toBeLessThan(without / 20)
})
