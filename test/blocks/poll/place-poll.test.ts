import { beforeAll, describe, expect, test } from 'vitest'
import type { PollView } from '../../../src/blocks/poll/place-poll.ts'
import type { LaidOutPage, PlacedBox } from '../../../src/model/laid-out.ts'
import { aspects, themes } from '../../gallery/editions.ts'
import { type LayoutFixture, loadFixture, set, setSlide, words } from '../../layout/fixture.ts'

const fixtures = new Map<string, LayoutFixture>()
beforeAll(async () => {
  for (const name of themes) fixtures.set(name, await loadFixture(name))
})

const polls = (pages: readonly LaidOutPage[]): PlacedBox[] =>
  pages.flatMap(({ boxes }) => boxes.filter(({ template }) => template === 'poll'))
const viewOf = (box: PlacedBox) => box.view as PollView
const options = (count: number, text = 'Нұсқа') => Array.from({ length: count }, (_, i) => `${text} ${i + 1}`)
const sentence = 'Мемлекеттік қызметтерді бір терезе қағидаты бойынша көрсету және құжаттарды қабылдау'

describe.each(themes.flatMap((theme) => aspects.map((aspect) => ({ theme, aspect }))))('$theme $aspect', (one) => {
  const fixture = () => fixtures.get(one.theme)!
  const place = (poll: unknown) => polls(setSlide({ title: 'Сұрақ', poll }, fixture(), 1, one.aspect))

  test.each([2, 3, 7, 12])('%i options stand on one page, and so do their results', (count) => {
    const boxes = place(options(count))
    expect(boxes).toHaveLength(1)
    const [box] = boxes as [PlacedBox]
    expect(words(box).split('\n')).toEqual(options(count))
    const { results } = viewOf(box)
    const bars = results!.marks.filter(({ tag, attributes }) => tag === 'path' && 'data-row' in attributes)
    expect(bars.map(({ attributes }) => attributes['data-row'])).toEqual([...Array(count).keys()])
    expect(results!.height).toBeLessThanOrEqual(box.height)
  })

  test('needs no layout of its own, so there is nothing to be told', () => {
    const content = [{ title: 'Сұрақ', poll: ['Иә', 'Жоқ'] }, { title: 'Я' }]
    const { found } = set({ aspect: one.aspect, content }, fixture())
    expect(found).not.toContainEqual(expect.objectContaining({ code: 'layout-missing' }))
  })

  test('long options are read from afar in the results, too', () => {
    const [box] = place(options(8, 'Ауылдағы жастардың жұмыспен қамтылуы')) as [PlacedBox]
    const results = viewOf(box).results!
    expect(results.marks.map(({ text = '' }) => text).join(' ')).not.toContain('…')
    expect(results.size).toBeGreaterThanOrEqual(18)
    expect(results.height).toBeLessThanOrEqual(box.height)
  })

  test('long options are shown whole, on further pages if they must, and have results', () => {
    const long = options(12, sentence)
    const boxes = place(long)
    expect(
      boxes
        .map(words)
        .join('\n')
        .replace(/\n(?=\S*[^0-9\s])/g, '\n'),
    ).toContain(`${sentence} 12`)
    expect(viewOf(boxes[0]!).results!.marks.length).toBeGreaterThan(24)
    expect(boxes.slice(1).every((box) => viewOf(box).results === null)).toBe(true)
    // Each page takes part in the poll.
    expect(boxes.every(({ poll }) => poll?.options.length === 12)).toBe(true)
  })
})

const official = () => fixtures.get('official')!

test('the question is the title, unless the poll has its own', () => {
  const [box] = polls(setSlide({ title: 'Қай **жерде**?', poll: ['A', 'B'] }, official()))
  expect(box!.poll).toMatchObject({ question: 'Қай жерде?', many: false, live: false })
  const own = { question: 'Қашан?', options: ['A', 'B'], many: true, show: 'live' }
  const [other] = polls(setSlide({ title: 'Кездесу', poll: own }, official()))
  expect(other!.poll).toMatchObject({ question: 'Қашан?', many: true, live: true })
  expect(words(other!).split('\n')).toEqual(['Қашан?', 'A', 'B'])
})

test('shipped themes show it in the layout of tables, which lacks nothing', () => {
  const { found, laidOut } = set({ content: [{ title: 'a' }, { title: 'b', poll: ['A', 'B'] }] }, official())
  expect(found.map(({ code }) => code)).not.toContain('layout-missing')
  expect(laidOut.pages.map(({ layout }) => layout)).toContain('table')
})

test.each([
  ['with texts', { text: 'Мәтін' }],
  ['in columns', { block: '6' }],
  ['beside a picture', { img_path: '/img/logo.png' }],
  ['below a table', { table: 'a\tb\nc\td' }],
])('each of several on a slide has a page of its own: %s', (_, fields) => {
  const polls = ['A B', 'C D', 'E F'].map((options) => ({ type: 'poll', question: 'Q?', options: options.split(' ') }))
  const pages = setSlide({ title: 'Сұрақтар', ...fields, blocks: polls }, official())
  const found = pages.map(({ boxes }) => boxes.filter(({ poll }) => poll !== undefined).length)
  expect(found.filter((count) => count > 0)).toEqual([1, 1, 1])
})

test('a poll without a title and a question is reported', () => {
  const { found } = set({ content: [{ title: 'a' }, { poll: ['A', 'B'] }] }, official())
  expect(found.map(({ code }) => code)).toContain('poll-question-missing')
})

test('an option has the same keys in all languages', () => {
  const deck = { langs: ['kk', 'ru'], content: [{ title: 'T', poll: [{ kk: 'Иә', ru: 'Да' }, 'B'] }] }
  const [kk, ru] = (['kk', 'ru'] as const).map((lang) => polls(set(deck, official(), lang).laidOut.pages)[0]!.poll!)
  expect(kk!.options[0]).toEqual({ ...ru!.options[0], text: 'Иә' })
})
