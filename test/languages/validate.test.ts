import { describe, expect, test } from 'vitest'
import { validate as en } from '../../src/languages/en/validate.ts'
import { validate as kk } from '../../src/languages/kk/validate.ts'
import { validate as ru } from '../../src/languages/ru/validate.ts'
import type { ValidateProblem } from '../../src/model/problems/validate.ts'

/** One problem of every code, and of every form that its sentence has; a code without one does not compile. */
const problems: { [C in ValidateProblem['code']]: Omit<Extract<ValidateProblem, { code: C }>, 'code'>[] } = {
  'deck-not-object': [{ actual: 'list' }],
  'deck-wrapped': [{ field: 'presentation' }],
  'content-missing': [{}],
  'content-bare': [{ slides: 1 }, { slides: 3 }],
  'content-not-list': [{ slides: 1 }, { slides: 3 }],
  'slides-too-many': [{ slides: 20_001, limit: 20_000 }],
  'slide-lines-too-many': [{ lines: 100_000, limit: 50_000 }],
  'slide-characters-too-many': [{ characters: 2_300_000, limit: 200_000 }],
  'field-unknown': [
    { field: 'tittle', nearest: 'title', text: null, known: ['title'] },
    { field: 'wat', nearest: null, text: null, known: ['title'] },
    { field: 'tittle', nearest: 'title', text: 'Көктем', known: ['title'] },
    { field: 'wat', nearest: null, text: 'Көктем', known: ['title', 'text', 'notes'] },
    { field: 'text', nearest: null, text: 'Көктем', known: ['kk', 'ru', 'en'] },
  ],
  'field-misspelt': [
    { field: 'Title', meant: 'title', fault: 'other' },
    { field: 'tеxt', meant: 'text', fault: 'cyrillic' },
    { field: 'title', meant: 'title', fault: 'blank' },
  ],
  'field-annotation': [{ field: 'todo' }],
  'text-wrapped': [{ field: 'text' }],
  'languages-outside': [
    { field: 'table', langs: ['kk', 'ru'], merging: 'items' },
    { field: 'text', langs: ['kk', 'ru', 'en'], merging: 'lines' },
  ],
  'rows-reshaped': [
    { field: 'data', kind: 'rows', rows: 1, sample: '["Abai", 5]' },
    { field: 'people', kind: 'people', rows: 2, sample: '{ "name": "A. Smith", "role": "editor" }' },
  ],
  'rows-unclear': (['lengths', 'kinds', 'direction', 'names'] as const).map((reason) => ({ field: 'data', reason })),
  'languages-unmatched': [
    { field: 'people', langs: ['kk', 'ru'], inner: 'people', reason: 'items' },
    { field: 'blocks', langs: ['kk', 'ru'], inner: 'img_alt', reason: 'items' },
    { field: 'text', langs: ['kk', 'ru'], inner: 'text', reason: 'kinds' },
    { field: 'chart', langs: ['kk', 'ru'], inner: 'data', reason: 'kinds' },
    { field: 'img_path', langs: ['kk', 'ru'], inner: 'img_path', reason: 'values' },
    { field: 'people', langs: ['kk', 'ru'], inner: 'img_path', reason: 'values' },
  ],
  'field-repeated': [{ field: 'title' }],
  'field-duplicate': [
    { field: 'title', inSlide: true },
    { field: 'name', inSlide: false },
  ],
  'value-wrong': [
    { field: 'title', expected: ['text'], actual: 'list', value: null },
    { field: 'content', expected: ['slides', 'list'], actual: 'number', value: '5' },
  ],
  'decimals-split': [{ field: 'markers', numbers: [51, 16, 71, 43] }],
  'setting-wrong': [{ field: 'qr', expected: ['flag'], actual: 'text', value: 'maybe' }],
  'value-unknown': [
    { field: 'img_fit', value: 'covr', nearest: 'cover', known: ['cover', 'contain'] },
    { field: 'img_fit', value: '?', nearest: null, known: ['cover', 'contain'] },
  ],
  'value-misspelt': [{ field: 'block', value: 'мұқаба', meant: 'cover' }],
  'value-out-of-range': [
    { field: 'zoom', value: 40, min: 1, max: 18 },
    { field: 'start', value: -1, min: 0, max: null },
  ],
  'number-inexact': [{ field: 'title' }],
  'lang-unknown': [{ lang: 'de', known: ['kk', 'ru', 'en'] }],
  'lang-misspelt': [{ lang: 'kz', meant: 'kk' }],
  'block-type-missing': [{ known: ['title', 'text'] }],
  'block-type-unknown': [
    { type: 'imgae', nearest: 'image', known: ['title', 'image'] },
    { type: 'quiz', nearest: null, known: ['title', 'image'] },
  ],
  'slide-empty': [{}],
  'slide-max-wrong': [
    { given: 2, slides: 1 },
    { given: 1, slides: 22 },
  ],
  'slide-now-later': [{ given: 3, slides: 12 }],
  'slide-now-outside': [
    { given: 9, slides: 1 },
    { given: 0, slides: 5 },
  ],
  'minutes-exceeded': [
    { planned: 12.5, minutes: 10, inSection: false },
    { planned: 4, minutes: 2.5, inSection: true },
  ],
  'image-placeholder': [{ path: '???' }],
  'video-placeholder': [{ path: '???' }],
  'map-placeholder': [{ place: '???' }],
  'path-control-character': [{ path: 'a b.png' }],
  'path-missing': [{ field: 'img_path', because: 'img_caption' }],
  'translation-same': [
    { lang: 'ru', other: 'kk' },
    { lang: 'kk', other: 'en' },
  ],
  'translation-wrong': [
    { lang: 'kk', seen: 'ru', text: 'Наши цели на год' },
    { lang: 'en', seen: null, text: 'Отчёт за год' },
  ],
  'digits-in-words': [
    { words: ['қа[3]ақ'], count: 1 },
    { words: ['қа[3]ақ', 'ж[0]ба'], count: 7 },
  ],
  'letters-mixed': [
    { words: ['қ[a]ла'], script: 'Cyrillic', repaired: true, count: 1 },
    { words: ['Ex[с]el', '[М]icrosoft'], script: 'Latin', repaired: true, count: 3 },
    { words: ['[I]Т'], script: 'Cyrillic', repaired: false, count: 1 },
  ],
  'list-longer': [{ field: 'img_alt', items: 5, pictures: 1 }],
}

const every = Object.entries(problems).flatMap(([code, facts]) =>
  facts.map((of) => ({ code, ...of }) as ValidateProblem),
)

describe.each(Object.entries({ en, ru, kk }))('%s', (lang, sentences) => {
  const say = (problem: ValidateProblem) => (sentences[problem.code] as (p: ValidateProblem) => string)(problem)

  test('says every mistake in whole sentences on one line, with its facts', async () => {
    const said = every.map(say)
    for (const [i, sentence] of said.entries()) {
      expect(sentence).toMatch(/^["«{\p{Lu}\d][^\n]+[.?]$/u)
      expect(sentence).not.toMatch(/undefined|null|\[object|NaN/)
      const { field } = every[i] as { field?: string }
      if (field) expect(sentence).toContain(field)
    }
    await expect(`${said.join('\n')}\n`).toMatchFileSnapshot(`../fixtures/messages/validate.${lang}.txt`)
  })
})

test('Russian counts as Russian does', () => {
  const slides = (n: number) => ru['slide-max-wrong']({ code: 'slide-max-wrong', given: 0, slides: n })
  expect([1, 3, 5, 21, 22].map((n) => slides(n).match(/\d+ слайд\p{L}*/u)?.[0])).toEqual([
    '1 слайд',
    '3 слайда',
    '5 слайдов',
    '21 слайд',
    '22 слайда',
  ])
})
