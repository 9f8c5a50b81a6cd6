import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PeopleView } from '../../../src/blocks/people/place-people.ts'
import { portraitFocus } from '../../../src/blocks/people/portrait-crop.ts'
import type { ImageView, LaidOutPage, PlacedBox, TextView } from '../../../src/model/laid-out.ts'
import { aspects, themes } from '../../gallery/editions.ts'
import { box, type LayoutFixture, loadFixture, set, setSlide, words } from '../../layout/fixture.ts'
import { runs } from '../../support/property-runs.ts'

const fixtures = new Map<string, LayoutFixture>()
beforeAll(async () => {
  for (const name of themes) fixtures.set(name, await loadFixture(name))
})

const lines = [
  'Айгүл Сәрсенбаева, штаб жетекшісі',
  'Ерлан Турсынбеков — заместитель по работе с районами',
  'Дана Ахметова, тренер',
  'Наталья Ким, пресс-секретарь',
  'Ольга Пак, бухгалтер',
  'Сергей Цой, эксперт по чрезвычайным ситуациям',
  'Jane Smith, volunteer coordinator',
  'Гульнара Исина, модератор',
  'Бауыржан Момышұлы, үйлестіруші',
  'Алия Нұрмұхамедова, координатор городов',
  'Мадина Оспанова, SMM',
  'Тимур Ли, SMM',
  'Шаяхметова Бибігүл Қайратқызы, кеңесші',
]
const portraits = ['tall.jpg', 'photo.jpg', 'square.webp', 'wide.jpg', 'drawing.svg']

const grids = (pages: readonly LaidOutPage[]): PlacedBox[] =>
  pages.flatMap(({ boxes }) => boxes.filter(({ template }) => template === 'people'))
const peopleOn = (grid: PlacedBox) => (grid.view as PeopleView).people.map(({ boxes }) => boxes)
const textOf = (boxes: readonly PlacedBox[]) => boxes.find(({ region }) => region === 'person')!
const sizeOf = ({ view }: PlacedBox) => (view as TextView).size

/** What is wrong with a grid: overlaps, boxes outside of it, lines wider than their box. */
function faultsOf(grid: PlacedBox): string[] {
  const all = peopleOn(grid).flat()
  const outside = all.filter(
    ({ x, y, width, height }) => x < 0 || y < 0 || x + width > grid.width || y + height > grid.height,
  )
  const overlapping = all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height),
  )
  const wide = all.filter(({ template, view, width }) => {
    const { page } = view as TextView
    return template === 'text' && page.paragraphs.some((one) => one.lines.some((line) => line.width > width))
  })
  return [...outside, ...overlapping, ...wide].map(({ region }) => region)
}

const places = themes.flatMap((theme) => aspects.map((aspect) => ({ theme, aspect })))

describe.each(places)('$theme $aspect', ({ theme, aspect }) => {
  test.each([0, 1, 2])('one very long role costs its own row only, at place %i', (place) => {
    const long =
      'руководитель проекта по развитию сети уличных библиотек, координатор взаимодействия с акиматами районов и городов, член общественного совета при министерстве культуры и информации'
    const roles = ['мастер', 'бухгалтер', 'ведущая чтений'].map((role, i) => (i === place ? long : role))
    const people = roles.map((role, i) => ({ name: `Айгүл Сәрсен ${i + 1}`, role, img_path: portraits[i]! }))
    const pages = setSlide({ title: 'Штаб', people }, fixtures.get(theme)!, 1, aspect)
    expect(pages).toHaveLength(1)
    expect(grids(pages).flatMap(faultsOf)).toEqual([])
    expect(grids(pages).flatMap(peopleOn)).toHaveLength(3)
  })

  test.each(lines.map((_, i) => i + 1))('%i people', (count) => {
    const images = lines.slice(0, count).map((_, i) => portraits[i % portraits.length]!)
    const slide = { block: '13', title: 'Штаб', text: lines.slice(0, count).join('\n'), img_path: images }
    const pages = setSlide(slide, fixtures.get(theme)!, 1, aspect)
    const shown = grids(pages)
    expect(shown.flatMap(faultsOf)).toEqual([])
    expect(shown.flatMap(peopleOn)).toHaveLength(count)
    // The footer's rule is below.
    for (const grid of shown) expect(grid.y + grid.height).toBeLessThanOrEqual(640)
    const all = shown.flatMap((grid) => peopleOn(grid))
    const squares = new Set(all.map((boxes) => `${boxes[0]!.width}x${boxes[0]!.height}`))
    expect(squares.size).toBe(1)
    expect(new Set(all.map((boxes) => sizeOf(textOf(boxes)))).size).toBe(1)
    expect(Math.min(...all.map((boxes) => sizeOf(textOf(boxes))))).toBeGreaterThanOrEqual(
      theme === 'contrast' ? 28 : 18,
    )
    expect(pages.length).toBeLessThanOrEqual(aspect === '16:9' && count <= 12 && theme !== 'contrast' ? 1 : 7)
  })
})

test('people of any names and roles stand in their grid', () => {
  const word = fc.stringMatching(/^[А-ЯӘҚҢӨҰҮҺІа-яәқңөұүһі]{1,22}$/)
  const line = fc.tuple(fc.array(word, { minLength: 1, maxLength: 4 }), fc.array(word, { maxLength: 12 }))
  const list = fc.array(line, { minLength: 1, maxLength: 15 })
  fc.assert(
    fc.property(list, fc.constantFrom(...places), fc.boolean(), (people, { theme, aspect }, pictured) => {
      const text = people.map(([name, role]) => [name.join(' '), role.join(' ')].filter(Boolean).join(', '))
      const images = pictured ? { img_path: text.map((_, i) => portraits[i % portraits.length]!) } : {}
      const pages = setSlide({ title: 'Штаб', people: text, ...images }, fixtures.get(theme)!, 1, aspect)
      expect(grids(pages).flatMap(faultsOf)).toEqual([])
      const said = grids(pages).flatMap((grid) =>
        peopleOn(grid).map((boxes) => words(textOf(boxes)).replaceAll('\n', ' ')),
      )
      const prose = pages.flatMap(({ boxes }) => boxes.filter(({ region }) => region === 'body').map(words))
      const all = [...said, ...prose].join(' ').replace(/\s+/g, ' ')
      for (const [name, role] of people) for (const one of [...name, ...role]) expect(all).toContain(one)
    }),
    { numRuns: runs(600) },
  )
})

describe('portraits', () => {
  const fixture = () => fixtures.get('official')!
  const slideOf = (slide: object) => set({ content: [{ title: 'А' }, slide, { title: 'Я' }] }, fixture())

  test('the pictures of the slide are portraits, and no picture block takes them', () => {
    const pages = setSlide({ block: '13', text: 'А Б, в\nГ Д, е', img_path: ['tall.jpg', 'photo.jpg'] }, fixture())
    expect(pages.map(({ layout, boxes }) => [layout, ...boxes.map(({ region }) => region)])).toEqual([
      ['people', 'data', 'footer', 'page'],
    ])
  })

  test('an empty path keeps its place, and the person has initials', () => {
    const pages = setSlide(
      { people: ['Айгүл Сәрсен', 'Ерлан Ким', 'Дана Ахмет'], img_path: ['tall.jpg', '', 'photo.jpg'] },
      fixture(),
    )
    expect(peopleOn(grids(pages)[0]!).map(([portrait]) => portrait!.template)).toEqual(['image', 'initials', 'image'])
  })

  test.each([
    [['tall.jpg'], { people: 2, pictures: 1 }],
    [['tall.jpg', 'photo.jpg', 'wide.jpg'], { people: 2, pictures: 3 }],
  ])('another number than that of the people is told: %j', (img_path, facts) => {
    const { found, laidOut } = slideOf({ people: 'А Б, в\nГ Д, е', img_path })
    expect(found.filter(({ code }) => code === 'portraits-unequal')).toMatchObject([facts])
    const shown = grids(laidOut.pages).flatMap((grid) => peopleOn(grid).flat())
    expect(shown.filter(({ template }) => template === 'image')).toHaveLength(img_path.length)
  })

  test('people with portraits of their own leave the pictures of the slide alone', () => {
    const { laidOut, found } = slideOf({ people: [{ name: 'А Б', img_path: 'tall.jpg' }], img_path: 'photo.jpg' })
    expect(laidOut.pages.flatMap(({ boxes }) => boxes.map(({ region }) => region))).toContain('image')
    expect(found.map(({ code }) => code)).not.toContain('portraits-unequal')
  })

  test('words above people are no person', () => {
    const { laidOut, found } = slideOf({
      people: 'Төраға: Айгүл Сәрсен\nМүшелері:\nЕрлан Ким, режиссёр',
      img_path: ['tall.jpg', 'photo.jpg'],
    })
    const cells = grids(laidOut.pages).flatMap(peopleOn)
    expect(cells.map((boxes) => boxes.map(({ template }) => template))).toEqual([
      ['image', 'text'],
      ['text'],
      ['image', 'text'],
    ])
    expect(found.map(({ code }) => code)).not.toContain('portraits-unequal')
  })

  test('markup is no part of the initials', () => {
    const [grid] = grids(setSlide({ people: ['[Айгүл Сәрсен](https://example.kz), редактор'] }, fixture()))
    expect(grid!.characters).toBe('АС')
  })

  test('a portrait needs no description, since the name stands beside it', () => {
    const { found } = slideOf({ people: [{ name: 'А Б', img_path: 'tall.jpg' }] })
    expect(found.map(({ code }) => code)).not.toContain('alt-missing')
  })

  test('more than twelve people take further pages in one grid, told', () => {
    const { laidOut, found } = slideOf({ people: lines })
    const shown = grids(laidOut.pages)
    expect(shown.map((grid) => peopleOn(grid).length)).toEqual([7, 6])
    expect(found).toContainEqual(expect.objectContaining({ code: 'people-continued', people: 13, pages: 2, onPage: 7 }))
  })

  test('a text that no page holds continues', () => {
    const note = 'Ұзақ сипаттама, көп сөз. '.repeat(200)
    const { laidOut } = slideOf({ people: [{ name: 'Айгүл Сәрсен', note, img_path: 'tall.jpg' }, 'Ерлан Ким'] })
    const all = laidOut.pages.flatMap(({ boxes }) => boxes)
    expect(
      all
        .filter(({ region }) => region === 'body')
        .map(words)
        .join(' '),
    ).toContain('көп сөз.')
    expect(grids(laidOut.pages).flatMap(peopleOn)).toHaveLength(2)
  })

  test('the focus of the author counts, otherwise faces do', () => {
    const focus = (person: object) => {
      const [portrait] = peopleOn(grids(setSlide({ people: [person] }, fixture()))[0]!)[0]!
      return (portrait!.view as ImageView).focus
    }
    expect(focus({ name: 'А', img_path: 'tall.jpg', img_focus: 'bottom' })).toEqual({ x: 0.5, y: 1 })
    expect(focus({ name: 'А', img_path: 'tall.jpg' })).toEqual({ x: 0.5, y: 0 })
  })
})

/** The part of a picture that a square shows. Units: parts of its height, from the top. */
function shownPart(ratio: number): [top: number, bottom: number] {
  const visible = Math.min(1, ratio)
  const top = portraitFocus(ratio, 1).y * (1 - visible)
  return [top, top + visible]
}

test('a head in the upper third of an upright picture is whole', () => {
  for (const ratio of [0.4, 0.5, 0.5625, 0.6667, 0.75, 0.8, 1, 1.5]) {
    const [top, bottom] = shownPart(ratio)
    expect(top).toBeLessThanOrEqual(0.14)
    expect(bottom).toBeGreaterThanOrEqual(0.5)
    expect(bottom).toBeLessThanOrEqual(1.000001)
  }
})

test('each box of people leads back to their lines', () => {
  const pages = setSlide({ people: 'А Б, в\nГ Д, е' }, fixtures.get('official')!)
  expect(box(pages[0]!, 'data').sources).toMatchObject([{ items: [0, 1] }])
})
