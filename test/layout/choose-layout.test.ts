import { beforeAll, describe, expect, test } from 'vitest'
import { box, type LayoutFixture, loadOfficial, regions, set, setSlide, words } from './fixture.ts'

let ours: LayoutFixture
beforeAll(async () => {
  ours = await loadOfficial()
})

const text =
  'Орталыққа күн сайын 120 адам келеді: дәрігер қарайды, ыстық ас беріледі, балалар сабақ оқиды, үлкендер шахмат ойнайды.'
const layoutOf = (slide: object, before = 1, aspect?: string) =>
  setSlide(slide, ours, before, aspect).map(({ layout }) => layout)

describe('chosen from the content', () => {
  test.each([
    [{ title: 'Т', text }, ['text']],
    [{ text }, ['text']],
    [{ title: 'Т', text: 'Үзіліс: 14:30-ға дейін' }, ['statement']],
    [
      { title: 'Т', text: 'Оқыдың ба — келесі адамға қалдыр. Жоғалтсаң, орнына өзіңе ұнаған кітапты қой.' },
      ['statement'],
    ],
    [{ text: 'Сұрақтар?' }, ['statement']],
    [{ title: 'Т', text: '• бір\n• екі' }, ['text']],
    [{ title: 'Т', text: 'бір\nекі\nүш' }, ['text']],
    [{ title: 'Т' }, ['section']],
    [{ title: 'Т', text: ['бір', 'екі'] }, ['columns']],
    [{ title: 'Т', text: ['бір', 'екі', 'үш'] }, ['columns-3']],
    [{ title: 'Т', text: ['бір', 'екі', 'үш', 'төрт'] }, ['columns']],
    [{ title: 'Т', text, img_path: 'tall.jpg' }, ['text-image']],
    [{ title: 'Т', text, img_path: 'wide.jpg' }, ['text-image-wide']],
    [
      {
        title: 'Т',
        blocks: [
          { type: 'image', src: 'tall.jpg' },
          { type: 'text', text },
        ],
      },
      ['text-image-left'],
    ],
    [{ title: 'Т', img_path: 'photo.jpg' }, ['image-full']],
    [{ title: 'Т', img_path: 'drawing.svg' }, ['image']],
    [{ title: 'Т', img_path: 'tall.jpg' }, ['image-tall']],
    [{ title: 'Т', img_path: 'table.png' }, ['image-tall']],
    [{ title: 'Т', img_path: 'wide.jpg' }, ['image']],
    [{ title: 'Т', img_path: ['tall.jpg', 'tall.jpg'] }, ['image']],
    [{ img_path: 'tall.jpg' }, ['image']],
    [{ img_path: 'photo.jpg' }, ['image-full']],
    [{ title: 'Т', video: 'https://example.kz/a' }, ['video']],
    [{ title: 'Т', map: 'Астана' }, ['map']],
    [{ title: 'Т', text, map: 'Астана' }, ['media-text']],
    // A few words stand below a map or a video; a list, and more words, beside it.
    [{ title: 'Т', text: 'Үш қала.', map: 'Астана' }, ['media-text-wide']],
    [{ title: 'Т', text: 'Үш қала.', video: 'https://example.kz/a' }, ['media-text-wide']],
    [{ title: 'Т', text: '- Бір\n- Екі', map: 'Астана' }, ['media-text']],
  ])('%j is %j', (slide, expected) => expect(layoutOf(slide)).toEqual(expected))

  test.each([
    // On a narrow stage an upright picture stands in a column, a wide one above or below the text.
    [{ title: 'Т', text, img_path: 'tall.jpg' }, ['text-image-tall']],
    [
      {
        title: 'Т',
        blocks: [
          { type: 'image', src: 'tall.jpg' },
          { type: 'text', text },
        ],
      },
      ['text-image-tall-left'],
    ],
    [{ title: 'Т', text, img_path: 'table.png' }, ['text-image-tall']],
    [{ title: 'Т', text, img_path: 'photo.jpg' }, ['text-image']],
    [{ title: 'Т', text, map: 'Астана' }, ['media-text']],
    [{ title: 'Т', text: 'Үш қала.', map: 'Астана' }, ['media-text-wide']],
    // A text that is too long to stand below has a page of its own, and so has the map.
    [{ title: 'Т', text: Array(9).fill('Алматы облысы, он екі кездесу').join('\n'), map: 'Астана' }, ['text', 'map']],
  ])('in 4:3, %j is %j', (slide, expected) => expect(layoutOf(slide, 1, '4:3')).toEqual(expected))

  test('a first slide of a title and a few words is a cover; a last one of a title alone is the closing', () => {
    const content = [{ title: 'Байқау', text: 'Қорытынды' }, { title: 'Т', text }, { title: 'Рақмет!' }]
    expect(set({ content }, ours).laidOut.pages.map(({ layout }) => layout)).toEqual(['cover', 'text', 'closing'])
  })

  test('a first slide of a long text, or of many lines, is no cover', () => {
    expect(layoutOf({ title: 'Т', text: text.repeat(4) }, 0)).toEqual(['text'])
    expect(layoutOf({ title: 'Т', text: '1. Бір\nмәтін\n2. Екі\nмәтін' }, 0)).toEqual(['text'])
  })
})

describe('thanks at the end', () => {
  const lastLayout = (slide: object) =>
    set({ content: [{ title: 'Т' }, { title: 'Т', text }, slide] }, ours)
      .laidOut.pages.slice(2)
      .map(({ layout }) => layout)

  test.each([
    'Спасибо',
    'Спасибо за внимание!',
    'Назарларыңызға рақмет!',
    'Рақмет',
    'Thank you!',
    'Благодарим за внимание',
  ])('%s closes the deck, with an address or without', (title) => {
    expect(lastLayout({ title, text: 'a@example.org' })).toEqual(['closing'])
    expect(lastLayout({ title })).toEqual(['closing'])
  })

  test('but not in the middle, nor with much to say', () => {
    expect(layoutOf({ title: 'Спасибо', text: 'a@example.org' })).not.toEqual(['closing'])
    expect(lastLayout({ title: 'Спасибо', text: text.repeat(4) })).not.toEqual(['closing'])
    expect(lastLayout({ title: 'Thankless work', text: 'a' })).not.toEqual(['closing'])
  })
})

describe('asked for', () => {
  test.each([
    [{ block: '1', title: 'Т', text }, ['cover']],
    [{ block: '2', title: 'Т', text }, ['text']],
    [{ block: '2', title: 'Т', text, img_path: 'tall.jpg' }, ['text-image']],
    [{ block: '6', title: 'Т', text: ['а', 'б'] }, ['columns']],
    [{ block: 'columns', title: 'Т', text }, ['text']],
    [{ block: '7', title: 'Т', text }, ['section']],
    [{ block: '8', title: 'Т', text }, ['quote']],
    [{ block: '9', title: 'Т', text: '495 жоба' }, ['number']],
    [{ block: '10', title: 'Т', text }, ['closing']],
  ])('%j is %j', (slide, expected) => expect(layoutOf(slide)).toEqual(expected))

  test.each(['2', '3'])('block %s is set without a missing picture', (block) => {
    expect(layoutOf({ block, title: 'Т', text, img_path: '//static/img/???.png//' })).toEqual(['text'])
    expect(layoutOf({ block, title: 'Т', text: '', img_path: 'жоқ.png' })).toEqual(['section'])
  })

  test('a first slide keeps its requested layout', () => {
    expect(layoutOf({ block: '2', title: 'Т', text }, 0)).toEqual(['text'])
  })
})

describe('nothing is dropped', () => {
  test('blocks without a region follow on pages of their own', () => {
    const pages = setSlide({ block: '8', title: 'Т', text, img_path: 'photo.jpg', video: 'https://a.kz/v' }, ours)
    expect(pages.map(({ layout }) => layout)).toEqual(['quote', 'image', 'video'])
    expect(pages.every((page) => words(box(page, 'title')) === 'Т')).toBe(true)
    expect(pages.map(({ part, parts }) => [part, parts])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ])
  })

  test('the caption of a missing picture becomes a text', () => {
    const [page] = setSlide({ title: 'Т', text, img_path: 'жоқ.png', img_caption: 'Сурет: орталық мұрағаты' }, ours)
    const all = page!.boxes.map(words).join('\n')
    expect(all).toContain('Сурет: орталық мұрағаты')
    expect(all).toContain(text)
  })

  test('an empty slide is a page', () => {
    const pages = setSlide({ title: '', text: '' }, ours)
    expect(pages).toHaveLength(1)
    expect(regions(pages[0]!)).toEqual(['footer', 'page'])
  })
})
