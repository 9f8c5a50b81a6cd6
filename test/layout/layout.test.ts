import { beforeAll, describe, expect, test } from 'vitest'
import type { ImageView, TextView } from '../../src/model/laid-out.ts'
import { box, type LayoutFixture, loadOfficial, regions, set, words } from './fixture.ts'

let ours: LayoutFixture
beforeAll(async () => {
  ours = await loadOfficial()
})

const long = 'Орталыққа күн сайын 120 адам келеді: дәрігер қарайды, ыстық ас беріледі. '.repeat(40).trim()

describe('the whole deck', () => {
  test('starts at the first page of the slide it names', () => {
    const content = [
      { title: 'Бір', text: long },
      { title: 'Екі', text: 'а' },
    ]
    const { pages, start } = set({ slide_now: 2, content }, ours).laidOut
    expect(start).toBeGreaterThan(1)
    expect(pages[start]).toMatchObject({ slide: 1, part: 1 })
  })

  test('links to slides lead to their first pages; a broken link becomes plain text', () => {
    const content = [
      { block: '2', title: 'Бір', text: '[екінші](#2), [жоқ](#9), [сайт](https://a.kz)' },
      { title: 'Екі', text: long },
      { title: 'Үш', text: '[екінші](#2), [үшінші](#3)' },
    ]
    const { laidOut, found } = set({ content }, ours)
    const hrefs = laidOut.pages
      .filter(({ slide }) => slide !== 1)
      .flatMap((page) => (box(page, 'body').view as TextView).page.paragraphs)
      .flatMap(({ lines }) => lines.flatMap(({ runs }) => runs.map(({ href }) => href)))
      .filter((href) => href !== null)
    const third = laidOut.pages.findIndex(({ slide }) => slide === 2) + 1
    expect(hrefs).toEqual(['#2', 'https://a.kz', '#2', `#${third}`])
    expect(found).toContainEqual(expect.objectContaining({ code: 'link-slide-missing', target: 9, slides: 3 }))
  })

  test('every page of a slide has its notes', () => {
    const { pages } = set({ content: [{ title: 'Т', text: long, notes: 'Баяу' }] }, ours).laidOut
    expect(new Set(pages.map(({ notes }) => notes?.text))).toEqual(new Set(['Баяу']))
  })

  test('sections are numbered if there are several, but not a title alone that is no section', () => {
    const one = set(
      {
        content: [
          { title: 'Т', text: long },
          { block: '7', title: 'Бөлім' },
        ],
      },
      ours,
    ).laidOut
    expect(one.pages.flatMap(regions)).not.toContain('number')
    const content = [
      { block: '7', title: 'А' },
      { title: 'Т', text: 'а' },
      { title: 'Сұрақтар?' },
      { block: '7', title: 'Ә' },
    ]
    const { pages } = set({ content }, ours).laidOut
    const numbers = pages
      .filter(({ layout }) => layout === 'section')
      .map((page) => (regions(page).includes('number') ? words(box(page, 'number')) : null))
    expect(numbers).toEqual(['1', null, '2'])
  })

  test('falls back to the other aspect ratio, and reports it, if the theme lacks one', () => {
    const content = [{ title: 'Т', text: long }]
    expect(set({ aspect: '4:3', content }, ours).laidOut).toMatchObject({ aspect: '4:3', stage: { width: 960 } })
    const wide = { ...ours.theme, aspects: { '16:9': ours.theme.aspects['16:9']! } }
    const { laidOut, found } = set({ aspect: '4:3', content }, { ...ours, theme: wide })
    expect(laidOut.aspect).toBe('16:9')
    expect(found).toContainEqual(expect.objectContaining({ code: 'aspect-missing', aspect: '4:3' }))
  })

  test('a theme with only two layouts shows everything', () => {
    const { text, continued } = ours.theme.aspects['16:9']!.layouts
    const { stage } = ours.theme.aspects['16:9']!
    const bare = { ...ours.theme, aspects: { '16:9': { stage, layouts: { text: text!, continued: continued! } } } }
    const content = [
      { block: '1', title: 'А', text: 'ә' },
      { block: '3', title: 'Б', img_path: 'photo.jpg', text: 'в' },
      { block: '6', text: ['г', 'ғ'] },
      { block: '9', title: '495', text: 'жоба' },
      { video: 'https://a.kz' },
    ]
    const { pages } = set({ content }, { ...ours, theme: bare }).laidOut
    const all = pages.flatMap(({ boxes }) => boxes.map(words)).join(' ')
    for (const word of ['А', 'ә', 'Б', 'в', 'г', 'ғ', '495', 'жоба', 'a.kz']) expect(all).toContain(word)
    expect(pages.flatMap(regions)).toContain('image')
    expect(new Set(pages.map(({ layout }) => layout))).toEqual(new Set(['text']))
  })
})

describe('the cover', () => {
  const cover = (deck: object) =>
    set({ ...deck, content: [{ block: '1', title: 'Байқау', text: 'Қорытынды' }] }, ours).laidOut.pages[0]!

  test('shows the logo and its title, the event, the date and the author', () => {
    const page = cover({
      logo_title: 'Орталық',
      logo_path: 'logo.png',
      author: 'А. Серік',
      event: 'Форум',
      date: '2017',
    })
    expect(regions(page)).toEqual(['logo', 'logoTitle', 'title', 'body', 'event'])
    expect(words(box(page, 'event'))).toBe('А. Серік\nФорум · 2017')
    expect((box(page, 'logo').view as ImageView).alt).toBe('')
  })

  test('without a logo, its title moves into its region', () => {
    const without = cover({ logo_title: 'Орталық', logo_path: 'жоқ.png' })
    const { logo } = ours.theme.aspects['16:9']!.layouts.cover!.regions
    expect(box(without, 'logoTitle').x).toBe(logo!.x)
  })
})

describe('the footer', () => {
  const footer = (deck: object) => {
    const content = [{ title: 'Т', text: long }]
    return set({ ...deck, content }, ours).laidOut.pages
  }

  test('names the logo title and the deck on one line, and counts pages', () => {
    const pages = footer({ name: 'Үздік жобалар', logo_title: 'Орталық' })
    expect(words(box(pages[0]!, 'footer'))).toBe('Орталық · Үздік жобалар')
    expect(pages.map((page) => words(box(page, 'page')))).toEqual(pages.map((_, i) => `${i + 1} / ${pages.length}`))
  })

  test('drops the deck title if both are too long for one line, and never breaks a line', () => {
    const pages = footer({ name: 'Үздік әлеуметтік жобалар '.repeat(10), logo_title: 'Орталық' })
    expect(words(box(pages[0]!, 'footer'))).toBe('Орталық')
    const none = footer({ name: 'Үздік әлеуметтік жобалар '.repeat(10), logo_title: 'Орталық '.repeat(40) })
    expect(regions(none[0]!)).not.toContain('footer')
  })
})
