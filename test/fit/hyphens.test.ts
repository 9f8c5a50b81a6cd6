import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { createFitter } from '../../src/fit/fitter.ts'
import { findHyphens, hyphensOf } from '../../src/fit/hyphens.ts'
import type { FitRequest, FittedLine, Fitter } from '../../src/model/fitted.ts'
import { runs } from '../support/property-runs.ts'
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

/**
 * Further words, divided by hand by the rules of school grammars, with every permitted division: in Russian, a group of
 * consonants may be divided in several places.
 */
const permitted = {
  kk: `ай-мақ ал-ғыс ар-ман аң-шы-лар әде-би әжет-ха-на бай-лық бал-мұз-дақ бас-тық без-гек бе-рік біл-гір бүр-кіт
    дас-тар-қан до-ла-на дос-тық дом-бы-ра ер-лік жай-лау жап-сар жар-на-ма жас-тық жел-кен жет-кін-шек жұл-дыз
    зер-гер қай-мақ қал-қан қар-лы-ғаш қас-қыр қой-ма құл-пы-най құм-ды құс-тар-дың мал-шы-лар мақ-та-ныш мей-рам
    на-ным ой-лан-ды ор-ман-шы өз-ге-ріс өр-кен-дей са-бын-дық сал-мақ сан-дық сұң-қар таң-да-ды тал-да-ды
    тең-гер-ме тор-ғай түл-кі-лер үй-рен-шік-ті үл-гер-ді шай-нек шар-шау-лы ын-та-лы сырт-қы серт-тес қант-тар
    құрт-тар ер-тең-гі жыл-дам-дық көр-пе-ше мей-лін-ше сыр-най-шы бұй-ра-лан-ды дүй-сен-бі`,
  ru: `ап-те-ка бе-ре-за би-ле-ты вай-лок вол-на го-лу-би гор-ный де-ре-во за-бор-чик зай-чик зо-ло-то ка-ран-даш
    ко-ра-б-ли ла-дья-ми ла-в-ка лас-точ-ка мас-те-ра мо-ло-ток на-род-ный пал-ка-ми пе-с-ня пись-мо
    по-друж-ка пти-ца ра-бо-та са-мо-лет се-с-т-ра сер-д-це со-ба-ка сол-н-це сто-ли-ца те-а-т-раль-ный ту-ман-ный
    учеб-ник фо-нарь хо-ло-диль-ник цве-ты чер-ни-ла ша-ри-ки ще-нок эки-паж юби-лей яб-ло-ко разъ-езд объ-яс-нить
    подъ-ем май-ский рай-он-ный бой-кий вой-на пье-са се-мья-ми вьюж-ный класс-ный рус-ский ван-на кол-лек-тив
    про-грам-ма груп-па кор-рек-тор жуж-жать дро-ж-жи мас-са суб-бо-та`,
}

test('a line ends only where school grammars permit it', () => {
  for (const lang of ['kk', 'ru'] as const) {
    const words = permitted[lang].split(/\s+/)
    expect(new Set(words).size).toBeGreaterThanOrEqual(60)
    const marked = (word: string) => [...word.matchAll(/-/g)].map(({ index }, i) => index - i)
    const wrong = words.filter((word) =>
      hyphensOf(word.replaceAll('-', ''), lang).some((at) => !marked(word).includes(at)),
    )
    expect(wrong.map((word) => `${word}: ${divided(word.replaceAll('-', ''), lang)}`)).toEqual([])
  }
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

/** The lines that end with a hyphen below another one. */
const running = (lines: readonly FittedLine[]) =>
  lines.filter(({ end }, i) => end === 'hyphen' && lines[i - 1]?.end === 'hyphen').map(textOf)

describe('lines', () => {
  test('have no hyphens on two lines running, unless a word is wider than two of them', () => {
    const syllables = [
      'бағ',
      'дар',
      'ла',
      'ма',
      'ны',
      'жүр',
      'гі',
      'зі',
      'ле',
      'тін',
      'қа',
      'ұй',
      'ым',
      'дас',
      'ты',
      'ру',
    ]
    const word = fc.array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 5, maxLength: 60 }),
        fc.integer({ min: 300, max: 420 }),
        (words, width) => {
          const text = words.join(' ')
          const lines = linesIn(text, width, 30)
          expect(running(lines)).toEqual([])
          expect(lines.length).toBeLessThanOrEqual(linesIn(text, width, 30, { hyphens: false }).length)
          expect(lines.map((one) => textOf(one) + (one.end === 'space' ? ' ' : '')).join('')).toBe(text)
        },
      ),
      { numRuns: runs(200) },
    )
  })

  test('stay whole in labels, unless a hyphen saves a line', () => {
    for (const [text, width] of [
      ['жартылай финал', 200],
      ['өңірлік іріктеу', 190],
      ['4-кезең. Марапаттау', 250],
    ] as const) {
      const lines = linesIn(text, width, 30)
      expect(lines.map((one) => textOf(one))).toHaveLength(2)
      expect(lines.map(({ end }) => end)).not.toContain('hyphen')
    }
    expect(linesIn('ұйымдастырушыларымыз шақырады', 280, 30).map(({ end }) => end)).toContain('hyphen')
  })

  test('divide a word of three lines on both', () => {
    const lines = linesIn('ұйымдастырушыларымыздың', 120, 30)
    expect(lines.slice(0, -1).every(({ end }) => end === 'hyphen')).toBe(true)
  })

  test('leave bold paragraphs whole if only regular ones may be divided', () => {
    const [regular, bold] = [paragraph(sample), paragraph(sample)]
    for (const span of bold.spans) span.bold = true
    const change = { hyphens: 'regular' } as const
    expect(linesIn('', 300, 30, { ...change, paragraphs: [regular] }).map(({ end }) => end)).toContain('hyphen')
    expect(linesIn('', 300, 30, { ...change, paragraphs: [bold] }).map(({ end }) => end)).not.toContain('hyphen')
  })

  test('take in a part of a word only where they would be rather empty', () => {
    for (let width = 200; width < 420; width += 10) {
      const lines = linesIn(sample, width, 30)
      for (const [i, { end, width: used }] of lines.entries()) {
        expect(used).toBeLessThanOrEqual(width)
        if (end !== 'hyphen') continue
        // Without the part of the word, the line would be rather empty.
        const text = textOf(lines[i]!)
        const before = text.slice(0, Math.max(0, text.lastIndexOf(' ')))
        expect(linesIn(before, 10_000, 30)[0]!.width).toBeLessThanOrEqual(0.82 * width)
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
    const lines = texts.flatMap((text) => {
      const own = linesIn(text, width, size, { hyphens })
      expect(running(own)).toEqual([])
      return own.slice(0, -1)
    })
    if (process.env.VERIFY) {
      console.log(`${lines.length} lines, ${lines.filter(({ end }) => end === 'hyphen').length} hyphens`)
    }
    return lines.filter((line) => line.width < 0.7 * width).length
  }
  const [without, with_] = [count(false), count(true)]
  if (process.env.VERIFY) console.log(`lines over 30 % empty: ${without} without hyphens, ${with_} with`)
  expect(with_).toBeLessThan(without / 10)
})
