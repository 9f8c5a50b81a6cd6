import { describe, expect, test } from 'vitest'
import { createFitter } from '../../src/fit/fitter.ts'
import { breakDiscouraged, findLineBreaks } from '../../src/fit/line-breaks.ts'
import { sentenceStarts } from '../../src/fit/sentences.ts'
import type { TextStyle } from '../../src/model/theme.ts'
import { faces } from './faces.ts'
import { body, paragraph, request } from './generate.ts'

/** The text with `|` where a line may begin and `~` where it may only for want of a better place. */
function shown(text: string): string {
  const breaks = findLineBreaks(text, 'kk')
  return [...text].map((char, i) => (breaks[i] === 0 ? '' : breaks[i] === breakDiscouraged ? '~' : '|') + char).join('')
}

test.each([
  // One-letter words stay with the next.
  ['в доме и в саду', 'в ~доме |и ~в ~саду'],
  ['«О жизни» (а то)', '«О ~жизни» |(а ~то)'],
  // Numbers stay with their units, their groups, their sign.
  ['5 км, 100 % және 25 млн теңге', '5 ~км, |100 ~% |және |25 ~млн |теңге'],
  ['1 250 000 ₸, № 5, § 7', '1 ~250 ~000 ~₸, |№ ~5, |§ ~7'],
  ['2014 жыл, 2014 жылғы', '2014 ~жыл, |2014 |жылғы'],
  // A number stays with what it counts; a year may stand at the end of a line.
  ['12 алма, 8 400 кітап', '12 ~алма, |8 ~400 ~кітап'],
  ['2017 жылда, 12 Алма', '2017 |жылда, |12 |Алма'],
  // A dash stays behind its word, a range together.
  ['Астана — бас қала', 'Астана ~— |бас |қала'],
  ['2014–2020 жж., 250-300 дана', '2014–~2020 ~жж., |250-~300 ~дана'],
  ['Қазақстан – 2050', 'Қазақстан ~– |2050'],
  // Addresses break where Chromium breaks them.
  ['https://a.kz/b?c=d-e', 'https://a.kz/b?|c=d-|e'],
  // A soft hyphen would have to be shown.
  ['ба\u00adла', 'ба\u00adла'],
])('%s', (text, expected) => {
  expect(shown(text)).toBe(expected)
})

describe('words that belong together', () => {
  const linesAt = async (text: string, width: number, change: Partial<TextStyle> = {}, height = 500) => {
    const narrow = { width, height }
    const style = { ...body, sizes: [30], ...change }
    const fitter = await createFitter(faces)
    const { pages } = fitter.fit(request([paragraph(text)], { style, first: narrow, next: narrow }))
    return pages[0]!.paragraphs[0]!.lines.map(({ runs }) => runs.map((run) => run.text).join(''))
  }

  test('move to the next line together', async () => {
    expect(await linesAt('Мы встретимся с', 270)).toHaveLength(1)
    expect(await linesAt('Мы встретимся с ним завтра', 270)).toEqual(['Мы встретимся', 'с ним завтра'])
  })

  const apart = 'Аралығы 100 км ұзындықта'

  test('are separated rather than taking one more line', async () => {
    expect(await linesAt('100 км ұзындықта', 225)).toHaveLength(2)
    expect(await linesAt(apart, 225)).toEqual(['Аралығы 100', 'км ұзындықта'])
  })

  test('take one more line if the style asks for it and the page has space', async () => {
    const kept = ['Аралығы', '100 км', 'ұзындықта']
    expect(await linesAt(apart, 225, { pretty: true })).toEqual(kept)
    expect(await linesAt(apart, 225, { pretty: true }, 84)).toEqual(['Аралығы 100', 'км ұзындықта'])
  })
})

test('sentences begin after a full stop, but not after an abbreviation', () => {
  const text = 'Біз г. Алматы қаласындамыз. Олар ше? «Иә!» (Рас.) Ол А. Байтұрсынұлы еді… 2024 жыл. сол.'
  const starts = [...sentenceStarts(text)]
  expect(starts.map((at) => text.slice(at, at + 4))).toEqual(['Олар', '«Иә!', '(Рас', 'Ол А', '2024'])
})
