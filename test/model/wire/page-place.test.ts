import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPlace, type PlacedPage, placeOf } from '../../../src/model/wire/page-place.ts'

const page = (id: string, at?: string): PlacedPage => ({ id, at })
const deck = [page('s1'), page('s2'), page('s2-2', '1.4.0'), page('s2-3', '1.4.60'), page('s2-4', '2.0.0'), page('s3')]

test.each([
  ['the page that begins there', page('s2-3', '1.4.60'), 's2-3'],
  ['the first page of the slide', page('s2'), 's2'],
  ['an earlier paragraph of the first page', page('s2-2', '1.3.0'), 's2'],
  ['the middle of a paragraph', page('s2-2', '1.4.30'), 's2-2'],
  ['a little before a page begins', page('s2-2', '1.4.55'), 's2-3'],
  ['a later paragraph', page('s2-9', '1.9.0'), 's2-3'],
  ['a block of which the slide has no page', page('s2-9', '7.0.0'), 's2-4'],
  ['another slide, in another language', page('s3_ru'), 's3'],
  ['a slide that the deck lacks', page('s9'), 's3'],
  ['a place that makes no sense', page('s2', 'x.%.-'), 's2'],
  ['a name that makes no sense', page('nowhere'), 's1'],
])('finds %s', (_, place, id) => {
  expect(deck[findPlace(deck, placeOf(place))]?.id).toBe(id)
})

test('every page is found at its own place, and a later place never gives an earlier page', () => {
  const begin = fc.tuple(fc.nat(4), fc.nat(9), fc.nat(99))
  fc.assert(
    fc.property(fc.uniqueArray(begin, { minLength: 1, maxLength: 12, selector: String }), (begins) => {
      const sorted = begins
        .filter((one) => one.some((part) => part > 0))
        .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
      const pages = [page('s1'), ...sorted.map((one, i) => page(`s1-${i + 2}`, one.join('.')))]
      const found = pages.map((one) => findPlace(pages, placeOf(one)))
      expect(found).toEqual([...pages.keys()])
    }),
  )
})
