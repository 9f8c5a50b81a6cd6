import { beforeAll, expect, test } from 'vitest'
import { smallestTexts } from '../../src/layout/handout/legibility.ts'
import { textsIn } from '../../src/layout/texts-in-view.ts'
import { type LayoutFixture, loadOfficial, set } from './fixture.ts'

let fixture: LayoutFixture
beforeAll(async () => {
  fixture = await loadOfficial()
})

const rows = ['09:00\tСм. [план](#1)\tЗал', '10:00\tБ\tЗал'].join('\n')
const people = ['Айгүл Сәрсен, [бөлім](#1)', 'Ерлан Ким, редактор']
const stages = ['2021 — [бөлім](#1)', '2022 — форум']

test.each([
  ['a programme', { timeline: rows }],
  ['people', { people }],
  ['stages', { timeline: stages }],
])('links to slides in %s lead to the page of the slide', (_, slide) => {
  // The first slide takes several pages, so that slide 2 is another page than page 2.
  const text = 'Бір сөйлем, екі сөйлем, тағы да бір ұзақ сөйлем.\n'.repeat(60)
  const linked = JSON.parse(JSON.stringify(slide).replaceAll('#1', '#2'))
  const { laidOut } = set({ content: [{ title: 'Кіріспе', text }, { title: 'Бөлім' }, linked] }, fixture)
  const page = laidOut.pages.findIndex((one) => one.slide === 1) + 1
  expect(page).toBeGreaterThan(2)
  const hrefs = laidOut.pages
    .flatMap(({ boxes }) => boxes.flatMap(({ view }) => textsIn(view)))
    .flatMap((one) =>
      one.page.paragraphs.flatMap(({ lines }) => lines.flatMap(({ runs }) => runs.map(({ href }) => href))),
    )
  expect(hrefs.filter((href) => href !== null)).toEqual([`#${page}`])
})

test('the smallest text of a handout may be that of a cell', () => {
  const slide = { block: '14', title: 'Бағдарлама', text: rows.replaceAll('\n', `\n${rows}\n`.repeat(8)) }
  const { laidOut } = set({ content: [{ title: 'А' }, slide, { title: 'Я' }] }, fixture)
  const pages = laidOut.pages.map((_, i) => i).filter((i) => laidOut.pages[i]!.slide === 1)
  const sizes = pages.flatMap((i) =>
    laidOut.pages[i]!.boxes.flatMap(({ view, region }) => (region === 'data' ? textsIn(view) : [])),
  )
  const smallest = smallestTexts(laidOut, pages, { header: true })
  expect(smallest.any?.px).toBe(Math.min(...sizes.map(({ size }) => size)))
})
