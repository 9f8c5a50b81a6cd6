import { beforeAll, expect, test } from 'vitest'
import type { LaidOutPage, TextView } from '../../src/model/laid-out.ts'
import { box, type LayoutFixture, loadOfficial, setSlide, words } from './fixture.ts'

let ours: LayoutFixture
beforeAll(async () => {
  ours = await loadOfficial()
})

/** The tops of the paragraphs of each column. Units: px of the stage. */
const tops = (page: LaidOutPage, columns: readonly string[]) =>
  columns.map((name) => {
    const { y, view } = box(page, name)
    return (view as TextView).page.paragraphs.map((one) => y + one.y)
  })

const columnsOf = (text: readonly string[], aspect?: string) =>
  setSlide({ title: 'Салыстыру', block: 6, text }, ours, 1, aspect)[0]!

test.each(['16:9', '4:3'])('columns with equally many paragraphs have level rows in %s', (aspect) => {
  const names = ['Облыс', 'Абай', 'Солтүстік Қазақстан облысы және аудандары', 'Ұлытау', 'Барлығы']
  const page = columnsOf(
    [`**${names[0]}**\n${names.slice(1).join('\n')}`, '**Жоба**\n12\n4\n9\n25', '**Сома**\n48,5\n9\n12\n69,5'],
    aspect,
  )
  const [first, second, third] = tops(page, ['body', 'body2', 'body3'])
  expect(first).toHaveLength(5)
  expect(second).toEqual(first)
  expect(third).toEqual(first)
  // The long name takes several lines, so the rows are not level by themselves.
  expect(first![3]! - first![2]!).toBeGreaterThan(first![2]! - first![1]!)
})

test('rows need a smaller size rather than a further page', () => {
  const long = 'Ұзын жол, оның ішінде көп сөз бар және ол бірнеше жолға жайылып тұрады деп күтіледі'
  const pages = setSlide(
    { block: 6, text: [`${long}\nа\n${long}\nб\n${long}\nв`, `а\n${long}\nб\n${long}\nв\n${long}`] },
    ours,
  )
  expect(pages).toHaveLength(1)
  const [left, right] = tops(pages[0]!, ['body', 'body2'])
  expect(left).toEqual(right)
  for (const name of ['body', 'body2']) {
    const { y, height } = box(pages[0]!, name)
    expect(y + height).toBeLessThanOrEqual(632)
  }
})

test('four texts stand two by two, and the lower two are level', () => {
  const page = columnsOf([
    '**А**\nБір.',
    '**Ә**\nЕкі.',
    '**Б**\nҮш. Бұл мәтін бірнеше жолға созылады, өйткені оның ішінде сөз өте көп.',
    '**В**\nТөрт.',
  ])
  const texts = page.boxes.filter(({ region }) => region.startsWith('body'))
  expect(texts.map((one) => words(one).split('\n')[0])).toEqual(['А', 'Ә', 'Б', 'В'])
  const [a, b, c, d] = texts.map(({ y, view }) => (view as TextView).page.paragraphs.map((one) => y + one.y))
  expect(b).toEqual(a)
  expect(d).toEqual(c)
  expect(c![0]! - a![1]!).toBeGreaterThan(a![1]! - a![0]!)
})

test('headings of texts side by side begin level, and so do the texts below them', () => {
  const page = columnsOf([
    '**Тақырып**\nБір.\nЕкі.',
    '**Бірнеше жолға созылатын ұзын тақырып, өйткені ол көп нәрсе туралы**\nҮш.',
    '**Б**\nТөрт.',
    '**В**\nБес.',
  ])
  const [a, b] = page.boxes.filter(({ region }) => region.startsWith('body'))
  const [left, right] = [a!, b!].map(({ y, view }) => (view as TextView).page.paragraphs.map((one) => y + one.y))
  expect(left!.slice(0, 2)).toEqual(right)
  expect((b!.view as TextView).page.paragraphs[0]!.lines.length).toBeGreaterThan(1)
})

test('columns of unequal length start level and keep their own lines', () => {
  const [left, right] = tops(columnsOf(['Бір\nЕкі\nҮш', 'Бір\nЕкі']), ['body', 'body2'])
  expect(left).toHaveLength(3)
  expect(left!.slice(0, 2)).toEqual(right)
})

test('footnotes stand at the foot of the page on which their text ends, in small letters', () => {
  const notes = '* 15–34 жас\n** алдын ала дерек'
  const [page] = setSlide({ title: 'Жұмыс', text: `Жастар* арасында 3,5 %**.\nТағы бір жол.\n${notes}` }, ours)
  const [body, note] = [box(page!, 'body'), box(page!, 'note')]
  expect(words(body)).not.toContain('15–34')
  expect(words(note)).toContain('* 15–34 жас')
  expect((note.view as TextView).size).toBeLessThan((body.view as TextView).size)
  expect(note.y).toBeGreaterThanOrEqual(body.y + body.height)
  expect(note.y + note.height).toBe(632)

  const long = Array.from(
    { length: 60 },
    (_, i) => `Жастар* арасында ${i} адам жұмыс іздейді, олардың көбі қалада.`,
  ).join('\n')
  const pages = setSlide({ title: 'Жұмыс', text: `${long}\n* 15–34 жас` }, ours)
  expect(pages.length).toBeGreaterThan(1)
  expect(pages.map((one) => one.boxes.some(({ region }) => region === 'note'))).toEqual(
    pages.map((_, i) => i === pages.length - 1),
  )
})

test('items of further levels begin where the text above them does', () => {
  const [page] = setSlide({ title: 'Тізім', text: '1. Бір\n1.1. Екі\n1.1.1. Үш\n2. Төрт\n– бес\n• алты' }, ours)
  const { page: set, size } = box(page!, 'body').view as TextView
  const indents = set.paragraphs.map(({ indent }) => indent)
  expect(indents[1]).toBeGreaterThan(indents[0]!)
  expect(indents[2]).toBeGreaterThan(indents[1]!)
  expect(indents[3]).toBe(indents[0])
  expect(indents[0]).toBeGreaterThanOrEqual(size)
})
