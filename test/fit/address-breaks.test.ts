import { beforeAll, expect, test } from 'vitest'
import { createFitter } from '../../src/fit/fitter.ts'
import type { Fitter } from '../../src/model/fitted.ts'
import type { Paragraph } from '../../src/model/text.ts'
import { parseInline } from '../../src/typeset/parse-inline.ts'
import { faces } from './faces.ts'
import { body, request } from './generate.ts'

let fitter: Fitter
beforeAll(async () => {
  fitter = await createFitter(faces)
})

const long =
  'https://docs.google.com/forms/d/e/1FAIpQLSfQ2wQ0b7k3mXo9yTqWcXz8aLr5Jp_mNQkUe-3ZrS4tYvG1hA/viewform?usp=sf_link&entry.1234567=%D0%90%D0%BB%D0%BC%D0%B0'

const paragraph = (text: string): Paragraph => ({ kind: 'paragraph', marker: '', spans: parseInline(text) })

function linesAt(text: string, width: number, sizes: readonly number[] = [30]): { size: number; lines: string[] } {
  const narrow = { width, height: 900 }
  const { size, pages } = fitter.fit(
    request([paragraph(text)], { style: { ...body, sizes }, first: narrow, next: narrow }),
  )
  const lines = pages.flatMap(({ paragraphs }) => paragraphs.flatMap((one) => one.lines))
  return { size, lines: lines.map(({ runs }) => runs.map((run) => run.text).join('')) }
}

test('a long address breaks at its signs', () => {
  const { lines } = linesAt(`Тіркелу: ${long}`, 1000)
  expect(lines).toEqual([
    'Тіркелу: docs.google.com/forms/d/e/',
    '1FAIpQLSfQ2wQ0b7k3mXo9yTqWcXz8aLr5Jp_',
    'mNQkUe-3ZrS4tYvG1hA/viewform?usp=sf_link&entry.1234567=%D0',
    '%90%D0%BB%D0%BC%D0%B0',
  ])
})

test('an address is complete in any column, with nothing added, and no line begins with a mark that closes', () => {
  for (let width = 90; width < 1100; width += 11) {
    const { lines } = linesAt(long, width)
    expect(lines.join('')).toBe(long.replace('https://', ''))
    for (const line of lines) expect(line).not.toMatch(/^[.,:;?!)]|%.?$/)
  }
})

test('an address never makes its text smaller', () => {
  for (const width of [300, 520, 1120]) {
    expect(linesAt(`Тіркелу: ${long}`, width, [40, 36, 30, 26, 22]).size).toBe(40)
  }
})

test('a short address stays whole if that takes no further line', () => {
  expect(linesAt('Сайт: www.example.kz/жобалар ашық', 360).lines).toEqual(['Сайт: www.example.kz/', 'жобалар ашық'])
  expect(linesAt('Біздің сайтта: example.kz/kk', 340).lines).toEqual(['Біздің сайтта:', 'example.kz/kk'])
})

test('a link with words of its own is broken as words are', () => {
  const { lines } = linesAt('[Ұйымдастырушылармен келісім](https://example.kz/келісім)', 420)
  expect(lines).toEqual(['Ұйымдастырушылармен', 'келісім'])
})
