import { beforeAll, describe, expect, test } from 'vitest'
import { createFitter } from '../../src/fit/fitter.ts'
import type { Fitter } from '../../src/model/fitted.ts'
import { faces } from './faces.ts'
import { box, paragraph, prose, randomNumbers, request, slides } from './generate.ts'
import { expectGoodPages } from './page-figures.ts'

let fitter: Fitter
beforeAll(async () => {
  fitter = await createFitter(faces)
})

const random = randomNumbers(3)

test('1,000 generated slides are broken into pages well', () => {
  expectGoodPages(
    slides(1000).map((paragraphs) => fitter.fit(request(paragraphs))),
    box.height,
  )
})

describe('the size', () => {
  test('is the largest on the scale at which a short text fits', () => {
    expect(fitter.fit(request([paragraph('Жоба аяқталды.')])).size).toBe(40)
    const long = fitter.fit(request([paragraph(prose(900, random))]))
    expect(long.pages).toHaveLength(1)
    expect(long.size).toBeLessThan(40)
    const larger = fitter.fit(request([paragraph(prose(900, randomNumbers(3)))], { pages: 'one' }))
    expect(larger.pages[0]!.height).toBeLessThanOrEqual(box.height)
  })

  test('is the same on all pages, and no page is higher than its box', () => {
    const { pages, lineHeight, size } = fitter.fit(
      request(
        slides(1, 11)
          .flat()
          .concat(paragraph(prose(5000, random))),
      ),
    )
    expect(pages.length).toBeGreaterThan(1)
    expect(lineHeight).toBe(Math.round(size * 1.4))
    for (const page of pages) expect(page.height).toBeLessThanOrEqual(box.height)
  })

  test('never goes below the minimum: a text that may not be continued is reported as overflowing', () => {
    const fitted = fitter.fit(request([paragraph(prose(5000, random))], { pages: 'one' }))
    expect(fitted).toMatchObject({ size: 22, overflow: true })
    expect(fitted.pages).toHaveLength(1)
  })

  test('stays in the larger half of the scale for a text that is better continued', () => {
    const paragraphs = slides(1, 5)
      .flat()
      .concat(paragraph(prose(1500, random)))
    const [auto, split] = (['auto', 'split'] as const).map((pages) => fitter.fit(request(paragraphs, { pages })))
    expect(split!.size).toBeGreaterThanOrEqual(30)
    expect(split!.pages.length).toBeGreaterThan(auto!.pages.length)
  })

  test('gets smaller rather than breaking a word', () => {
    const narrow = { width: 440, height: 520 }
    const fitted = fitter.fit(request([paragraph('Қанағаттандырылмағандықтарыңыз')], { first: narrow, next: narrow }))
    expect(fitted.size).toBeLessThan(40)
    expect(fitted.pages[0]!.paragraphs[0]!.lines).toHaveLength(1)
  })
})

test('a heading moves to the next page with its paragraph', () => {
  for (let length = 300; length < 1800; length += 60) {
    const texts = [prose(length, random), prose(700, random)]
    const paragraphs = [paragraph(texts[0]!), paragraph('Келесі кезең', 'heading', '2.'), paragraph(texts[1]!)]
    const { pages } = fitter.fit(request(paragraphs))
    for (const page of pages) expect(page.paragraphs.at(-1)!.kind).not.toBe('heading')
  }
})

test.each(['item', 'numbered'] as const)('the first %s below a heading is not left behind alone', (kind) => {
  let split = 0
  for (let length = 200; length < 1600; length += 25) {
    const items = Array.from({ length: 8 }, (_, i) =>
      paragraph(`Тармақ ${i}`, kind, kind === 'numbered' ? `${i}.` : ''),
    )
    const heading = paragraph('Келесі кезең', 'heading', '2.')
    const { pages } = fitter.fit(request([paragraph(prose(length, randomNumbers(length))), heading, ...items]))
    const [last, before] = [...pages[0]!.paragraphs].reverse()
    if (pages.length > 1 && last!.kind === kind) split++
    expect([before?.kind, last!.kind], `${length}`).not.toEqual(['heading', kind])
  }
  expect(split).toBeGreaterThan(0)
})

test('a text next to a picture continues over the full width', () => {
  const first = { width: 540, height: 520 }
  const { pages, size } = fitter.fit(request([paragraph(prose(2500, random))], { first }))
  const widest = pages.map(({ paragraphs }) =>
    Math.max(...paragraphs.flatMap(({ lines }) => lines.map((l) => l.width))),
  )
  expect(size).toBeGreaterThanOrEqual(22)
  expect(widest[0]).toBeLessThanOrEqual(first.width)
  expect(widest[1]).toBeGreaterThan(first.width)
  expect(widest[1]).toBeLessThanOrEqual(box.width)
})
