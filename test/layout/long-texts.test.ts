import { beforeAll, expect, test } from 'vitest'
import { limits } from '../../src/model/limits.ts'
import { type LayoutFixture, loadOfficial, set } from './fixture.ts'

let ours: LayoutFixture
beforeAll(async () => {
  ours = await loadOfficial()
})

/** How many paragraphs a slide gives to the fitter, all requests together. */
function countFitted(slide: object): number {
  let count = 0
  const fit: LayoutFixture['fitter']['fit'] = (request) => {
    count += request.paragraphs.length
    return ours.fitter.fit(request)
  }
  set({ content: [{ title: 'Б' }, slide] }, { ...ours, fitter: { fit } })
  return count
}

const lines = (n: number) => Array.from({ length: n }, (_, i) => `жол ${i}`).join('\n')

test('a title of thousands of lines is not set again for each size', () => {
  const [short, long] = [countFitted({ title: lines(500), text: 'б' }), countFitted({ title: lines(5_000), text: 'б' })]
  expect((long - short) / 4_500).toBeLessThan(3)
})

test('a text of thousands of lines is set at most twice', () => {
  const [short, long] = [countFitted({ title: 'Т', text: lines(500) }), countFitted({ title: 'Т', text: lines(5_000) })]
  expect((long - short) / 4_500).toBeLessThan(3)
})

test('pages are counted after texts are continued, and the longest slide is named', () => {
  const long = { title: 'Т', text: lines(400) }
  const before = { ...limits }
  const most = set({ content: [{ title: 'Б' }, long, { title: 'С' }] }, ours).laidOut.pages.length
  expect(most).toBeGreaterThan(20)
  try {
    Object.assign(limits, { pages: most })
    expect(set({ content: [{ title: 'Б' }, long, { title: 'С' }] }, ours).found).not.toContainEqual(
      expect.objectContaining({ code: 'pages-too-many' }),
    )
    Object.assign(limits, { pages: most - 1 })
    const { found } = set({ content: [{ title: 'Б' }, long, { title: 'С' }] }, ours)
    const facts = { longest: 2, pages: most - 2, limit: most - 1, severity: 'error' }
    expect(found.find(({ code }) => code === 'pages-too-many')).toMatchObject(facts)
  } finally {
    Object.assign(limits, before)
  }
})
