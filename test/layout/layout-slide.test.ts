import { beforeAll, describe, expect, test } from 'vitest'
import type { ImageView, TextView } from '../../src/model/laid-out.ts'
import { across, box, type LayoutFixture, loadOfficial, regions, set, setSlide, suffix, words } from './fixture.ts'

let ours: LayoutFixture
beforeAll(async () => {
  ours = await loadOfficial()
})

const sentence = 'Орталыққа күн сайын 120 адам келеді: дәрігер қарайды, ыстық ас беріледі. '
const long = sentence.repeat(40).trim()
const view = (page: Parameters<typeof box>[0], region: string) => box(page, region).view as TextView
const found = (slide: object, more: object = {}) => set({ ...more, content: [slide] }, ours).found

describe('a text', () => {
  test('that is short is large, slightly above the middle of its region, on the grid', () => {
    const [page] = setSlide({ title: 'Тақырып', text: sentence.repeat(2).trim() }, ours)
    const body = box(page!, 'body')
    const { body: region } = ours.theme.aspects['16:9']!.layouts.text!.regions
    // The largest size that leaves the lead to a title of 44 px.
    expect(view(page!, 'body').size).toBe(36)
    const above = body.y - (box(page!, 'title').y + box(page!, 'title').height)
    const under = region!.y + region!.height - (body.y + body.height)
    expect(above).toBeGreaterThan(24)
    expect(under).toBeGreaterThan(above)
    expect(body.y % 4).toBe(0)
  })

  test('begins below the title as it is, one line or three', () => {
    const gaps = ['Қысқа', 'Өте ұзын тақырып '.repeat(8).trim()].map((title) => {
      const [page] = setSlide({ title, text: long.slice(0, 900) }, ours)
      const { y, height } = box(page!, 'title')
      return box(page!, 'body').y - y - height
    })
    expect(gaps).toEqual([32, 32])
  })

  test('without a title begins where the title would', () => {
    const [page] = setSlide({ text: long.slice(0, 1400) }, ours)
    expect(box(page!, 'body').y).toBeLessThan(100)
  })

  test('with "shrink" that is still too long is reported at the smallest size, whatever size is used', () => {
    const { laidOut, found } = set({ content: [{ title: 'Т', text: long, fit: 'shrink' }] }, ours)
    expect(laidOut.pages.length).toBeGreaterThan(1)
    const smallest = ours.theme.styles.body!.sizes.at(-1)
    expect(found.filter(({ code }) => code === 'text-too-long')).toMatchObject([{ sizePx: smallest }])
  })

  test('that is too long continues at one size, each title with its page number', () => {
    const pages = setSlide({ title: 'Тақырып', text: long }, ours)
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.map((page) => suffix(box(page, 'title')))).toEqual(pages.map((_, i) => `(${i + 1}/${pages.length})`))
    expect(pages.map(({ layout }) => layout)).toEqual(['text', ...pages.slice(1).map(() => 'continued')])
    expect(new Set(pages.map((page) => view(page, 'body').size)).size).toBe(1)
    expect(across(pages, 'body')).toBe(long)
  })

  test('next to a picture continues over the whole width', () => {
    const pages = setSlide({ title: 'Тақырып', text: long, img_path: 'tall.jpg' }, ours)
    expect(pages.map(({ layout }) => layout).slice(0, 2)).toEqual(['text-image', 'continued'])
    expect(pages.slice(1).flatMap(regions)).not.toContain('image')
    expect(box(pages[1]!, 'body').width).toBeGreaterThan(box(pages[0]!, 'body').width)
    expect(across(pages, 'body')).toBe(long)
  })

  test('that continues is an info; one that must not is a warning, and still complete', () => {
    expect(found({ title: 'Т', text: long })).toMatchObject([{ code: 'text-continued', severity: 'info' }])
    const slide = { title: 'Т', text: long, fit: 'shrink' }
    expect(found(slide)).toMatchObject([{ code: 'text-too-long', severity: 'warning', characters: long.length }])
    const pages = setSlide(slide, ours)
    expect(across(pages, 'body')).toBe(long)
  })

  test('with a character that the font lacks is reported', () => {
    expect(found({ title: 'Т', text: 'Жапонша: 駅 және 駅' })).toMatchObject([
      {
        code: 'letter-missing',
        letters: ['駅'],
        family: 'Golos Text',
        style: 'lead',
        theme: null,
        severity: 'warning',
      },
    ])
  })
})

describe('a title', () => {
  test('is the heading: h1 on the first slide, h2 on the others', () => {
    const { pages } = set(
      {
        content: [
          { title: 'Бір', text: long },
          { title: 'Екі', text: 'а' },
        ],
      },
      ours,
    ).laidOut
    expect(pages.map((page) => view(page, 'title').heading)).toEqual([1, ...pages.slice(1).map(() => 2)])
  })

  test('leaves space for its page number on the last line', () => {
    for (let n = 20; n < 60; n++) {
      const [page] = setSlide({ title: `${'Ж'.repeat(n)}`, text: long }, ours)
      const { size, page: set } = view(page!, 'title')
      const last = set.paragraphs.at(-1)!.lines.at(-1)!.width
      expect(last + size * 0.5 * 3).toBeLessThanOrEqual(box(page!, 'title').width)
    }
  })

  test('longer than three lines continues in the body without loss', () => {
    const title = 'Мемлекеттік әлеуметтік тапсырысты орналастыру қағидаларын бекіту туралы '.repeat(6).trim()
    for (const text of ['', sentence.trim(), long]) {
      const pages = setSlide({ title, text }, ours)
      const head = words(box(pages[0]!, 'title'))
      const whole = `${head} ${across(pages, 'body').replaceAll('\n', ' ')}`.trim()
      expect(whole).toBe(`${title} ${text}`.trim())
      expect(view(pages[0]!, 'title').page.paragraphs.flatMap(({ lines }) => lines).length).toBeLessThanOrEqual(3)
    }
    expect(found({ block: '2', title, text: 'а' })).toMatchObject([
      { code: 'title-too-long', characters: title.length },
    ])
  })

  test('that begins with a number is not a list heading', () => {
    const [page] = setSlide({ title: '5. Жобаның міндеттері', text: 'а' }, ours)
    expect(words(box(page!, 'title'))).toBe('5. Жобаның міндеттері')
  })
})

describe('columns', () => {
  test('are side by side at one size', () => {
    const [page] = setSlide({ title: 'Т', text: ['қысқа', long.slice(0, 600)] }, ours)
    expect(view(page!, 'body').size).toBe(view(page!, 'body2').size)
    expect(box(page!, 'body').y).toBe(box(page!, 'body2').y)
  })

  test('that are short are slightly above the middle, with level first lines', () => {
    const [page] = setSlide(
      { title: 'Т', text: ['**Бір**\nқысқа', 'қысқа', 'қысқа, бірақ бірнеше жолға созылған'] },
      ours,
    )
    const [first, ...others] = ['body', 'body2', 'body3'].map((name) => box(page!, name))
    expect(others.map(({ y }) => y)).toEqual([first!.y, first!.y])
    const top = box(page!, 'title').y + box(page!, 'title').height
    const bottom = Math.max(...[first!, ...others].map(({ y, height }) => y + height))
    const free = { above: first!.y - top, below: 632 - bottom }
    expect(free.above).toBeGreaterThan(100)
    expect(free.above).toBeLessThan(free.below)
  })

  test('the only one that continues takes the whole width', () => {
    const pages = setSlide({ title: 'Т', text: ['қысқа', long] }, ours)
    expect(pages.map(({ layout }) => layout).slice(0, 2)).toEqual(['columns', 'continued'])
    expect(box(pages[1]!, 'body').width).toBe(1120)
  })

  test('that both continue stay side by side', () => {
    const other = long.replaceAll('120', '340')
    const pages = setSlide({ title: 'Т', text: [long, other] }, ours)
    expect(pages.map(({ layout }) => layout).slice(0, 2)).toEqual(['columns', 'columns'])
    expect([across(pages, 'body'), across(pages, 'body2')]).toEqual([long, other])
  })

  test.each([
    [4, ['body', 'body2', 'body', 'body2']],
    [5, ['body', 'body2', 'body3', 'body', 'body2']],
    [6, ['body', 'body2', 'body3', 'body', 'body2', 'body3']],
    [7, ['body', 'body2', 'body3', 'body', 'body2', 'body3', 'body']],
  ])('%i texts read across, row by row', (count, regions) => {
    const text = ['бір', 'екі', 'үш', 'төрт', 'бес', 'алты', 'жеті'].slice(0, count)
    const [page] = setSlide({ title: 'Т', text }, ours)
    const boxes = page!.boxes.filter(({ region }) => region.startsWith('body'))
    expect(boxes.map(words)).toEqual(text)
    expect(boxes.map(({ region }) => region)).toEqual(regions)
    expect(boxes.map(({ sources }) => sources!.length)).toEqual(text.map(() => 1))
    const columns = new Set(regions).size
    for (const [i, { y }] of boxes.entries()) expect(y).toBe(boxes[i - (i % columns)]!.y)
    expect(boxes[columns]!.y).toBeGreaterThan(boxes[0]!.y + boxes[0]!.height)
  })

  test('of four texts whose rows do not fit one page read down, in this order', () => {
    const tall = Array.from({ length: 6 }, (_, i) => `жол ${i}`).join('\n')
    const [page, ...more] = setSlide({ title: 'Т', text: [tall, 'екі', 'үш', tall] }, ours)
    expect(more.length).toBe(0)
    const boxes = page!.boxes.filter(({ region }) => region.startsWith('body'))
    expect(boxes.map(words)).toEqual([`${tall}\nекі`, `үш\n${tall}`])
  })

  test('of four texts that are too long for one page read down', () => {
    const text = ['бір', 'екі', 'үш', 'төрт'].map((word) => `${word}: ${long}`)
    const pages = setSlide({ title: 'Т', text }, ours)
    expect(pages.length).toBeGreaterThan(1)
    expect(across(pages, 'body')).toBe(text.slice(0, 2).join('\n'))
    expect(across(pages, 'body2')).toBe(text.slice(2).join('\n'))
  })
})

describe('figures', () => {
  test('are in a row at one size, each above its label, the rest below', () => {
    const text = '495 жоба қатысты\n94 өңірлік жеңімпаз\n250 мың адам көмек алды\nДерек: министрлік'
    const [page] = setSlide({ block: '9', title: 'Нәтиже', text }, ours)
    expect(page!.boxes.map((one) => [one.region, words(one)]).slice(0, 8)).toEqual([
      ['title', 'Нәтиже'],
      ['figure', '495'],
      ['label', 'жоба қатысты'],
      ['figure', '94'],
      ['label', 'өңірлік жеңімпаз'],
      ['figure', '250 мың'],
      ['label', 'адам көмек алды'],
      ['caption', 'Дерек: министрлік'],
    ])
    const sizes = page!.boxes.filter(({ region }) => region === 'figure').map(({ view }) => (view as TextView).size)
    expect(new Set(sizes).size).toBe(1)
    const [a, b, c] = page!.boxes.filter(({ region }) => region === 'label')
    expect([a!.y, b!.y, c!.y]).toEqual([a!.y, a!.y, a!.y])
  })

  test('may be lines of their own or a list', () => {
    for (const text of ['495\nжоба', ['495 жоба'], '• 495 жоба']) {
      const [page] = setSlide({ block: '9', title: 'Т', text }, ours)
      expect([words(box(page!, 'figure')), words(box(page!, 'label'))]).toEqual(['495', 'жоба'])
    }
  })

  test('a title that is a figure is the figure, and the text its label', () => {
    const [page] = setSlide({ block: '9', title: '18,4 млн ₸', text: 'жоба бюджеті' }, ours)
    expect(regions(page!).slice(0, 2)).toEqual(['figure', 'label'])
    expect(view(page!, 'figure').heading).toBe(2)
  })

  test('labels may extend into the body if no text follows', () => {
    const label = 'балалар мен жасөспірімдерге арналған қосымша білім беру ұйымдарында'
    const text = ['112', label, '94', label, '61', label, '7', label].join('\n')
    const [alone] = setSlide({ block: '9', title: 'Т', text }, ours)
    expect(regions(alone!).filter((name) => name === 'figure')).toHaveLength(4)
    const last = alone!.boxes.filter(({ region }) => region === 'label').at(-1)!
    expect(last.y + last.height).toBeLessThanOrEqual(632)
  })

  test('a title that is a figure leaves as much space for its page number as other titles', () => {
    const figures = ours.theme.styles.figure!
    const pages = setSlide({ block: '9', title: '4 950 000', text: long }, ours)
    expect(pages.length).toBeGreaterThan(1)
    const first = box(pages[0]!, 'figure')
    expect([suffix(first), view(pages[0]!, 'figure').size]).toEqual([`(1/${pages.length})`, figures.sizes[0]])
  })

  test('a text without figures is a text', () => {
    const [page] = setSlide({ block: '9', title: 'Т', text: sentence.trim() }, ours)
    expect(words(box(page!, 'body'))).toBe(sentence.trim())
  })
})

describe('a quote', () => {
  test('has its mark, its text and its source', () => {
    const [page] = setSlide({ block: '8', text: 'Көмек ертең емес, бүгін керек.\n— Жоба үйлестірушісі' }, ours)
    expect(page!.boxes.map((one) => [one.region, words(one)]).slice(0, 3)).toEqual([
      ['mark', '«'],
      ['body', 'Көмек ертең емес, бүгін керек.'],
      ['source', 'Жоба үйлестірушісі'],
    ])
  })

  test('with quotation marks of its own gets no mark', () => {
    const [page] = setSlide({ block: '8', title: 'Үйлестіруші', text: '«Көмек бүгін керек»' }, ours)
    expect(regions(page!)).toEqual(['body', 'title'].sort((a) => (a === 'title' ? -1 : 1)))
  })
})

describe('pictures', () => {
  const image = (page: Parameters<typeof box>[0]) => box(page, 'image').view as ImageView

  test('a photograph fills its region, a drawing stays uncropped, and `fit` overrides both', () => {
    const fitOf = (slide: object) => image(setSlide({ title: 'Т', text: 'а', ...slide }, ours)[0]!).fit
    expect(fitOf({ img_path: 'photo.jpg' })).toBe('cover')
    expect(fitOf({ img_path: 'drawing.svg' })).toBe('contain')
    expect(fitOf({ img_path: 'drawing.svg', img_fit: 'cover' })).toBe('cover')
    expect(fitOf({ img_path: 'tall.jpg', img_fit: 'contain' })).toBe('contain')
  })

  test('several share the region without overlapping', () => {
    const [page] = setSlide({ title: 'Т', img_path: ['photo.jpg', 'tall.jpg', 'drawing.svg', 'square.webp'] }, ours)
    const boxes = page!.boxes.filter(({ region }) => region === 'image')
    expect(boxes).toHaveLength(4)
    expect(new Set(boxes.map(({ x, y }) => `${x},${y}`)).size).toBe(4)
  })

  test('each of several has its own caption below it', () => {
    const images = ['photo.jpg', 'tall.jpg'].map((src) => ({ src, caption: `Сурет ${src}` }))
    const [page] = setSlide({ title: 'Т', img_path: images }, ours)
    expect(regions(page!).slice(1, 5)).toEqual(['image', 'legend', 'image', 'legend'])
  })

  test('a drawing next to a text keeps clear of the edge, with its caption below it', () => {
    const [page] = setSlide({ title: 'Т', text: 'а', img_path: 'drawing.svg', img_caption: 'Сызба' }, ours)
    const { x, y, width, height } = box(page!, 'image')
    expect(width / height).toBeCloseTo(1000 / 700, 1)
    expect(x + width).toBeLessThan(1280)
    expect(box(page!, 'legend').y).toBeGreaterThanOrEqual(y + height)
  })

  test('a caption is in its region', () => {
    const [page] = setSlide({ title: 'Т', text: 'а', img_path: 'tall.jpg', img_caption: 'Орталық' }, ours)
    expect(words(box(page!, 'caption'))).toBe('Орталық')
  })
})

describe('videos and maps', () => {
  test('are titled cards that link to their address', () => {
    const [page] = setSlide({ title: 'Т', video: 'https://example.kz/v?a=1' }, ours)
    const card = box(page!, 'media')
    expect(card).toMatchObject({ template: 'card', view: { kind: 'video', href: 'https://example.kz/v?a=1' } })
    expect(words(card)).toBe('example.kz/v?a=1')
  })

  test('no card links to a script', () => {
    const [page] = setSlide({ title: 'Т', map: 'javascript:alert(1)' }, ours)
    expect(box(page!, 'media').view).toMatchObject({ kind: 'map', href: null })
  })
})

test.each([
  ['«Аула — ол да үй.»\nАйгүл Сәрсен, жазушы', 'Айгүл Сәрсен, жазушы'],
  ['“Words\nmatter”.\nA person', 'A person'],
  ['Аула — ол да үй.\n— Айгүл Сәрсен', 'Айгүл Сәрсен'],
  ['Аула — ол да үй.\nАйгүл Сәрсен', null],
  ['«Аула» — ол «үй»\nАйгүл Сәрсен', null],
  ['«Аула — ол да үй.»\n«Үй»', null],
])('the source of a quote: %j', (text, source) => {
  const [page] = setSlide({ block: '8', text }, ours)
  expect(regions(page!).includes('source') ? words(box(page!, 'source')) : null).toBe(source)
})

test('a quote with a title that is too long is set as a text, after the rest of the title', () => {
  const many = 'Облыстық кеңестің отырысында сөйлеген сөзінен үзінді '.repeat(8)
  const said = 'Аула — ол да үй.'
  const layouts = [100, 160, 200, 300].map((length) => {
    const title = many.slice(0, length).trim()
    const { laidOut } = set({ content: [{ block: '8', title, text: said }] }, ours)
    const [page] = laidOut.pages
    const whole = `${words(box(page!, 'title'))} ${words(box(page!, 'body'))}`.replaceAll('\n', ' ')
    expect(laidOut.pages).toHaveLength(1)
    expect(whole).toBe(`${title} ${said}`)
    return page!.layout
  })
  expect(layouts).toEqual(['quote', 'quote', 'text', 'text'])
})

test('a title that is too long everywhere is reported once, and its rest precedes the text', () => {
  const title = 'Облыстық қоғамдық кеңестің кеңейтілген отырысында сөйлеген сөзінен үзінді, '.repeat(5).trim()
  for (const block of ['2', '8', '9']) {
    const { laidOut, found } = set({ content: [{ block, title, text: '12\nаула' }] }, ours)
    expect(found.filter(({ code }) => code === 'title-too-long')).toHaveLength(1)
    expect(laidOut.pages[0]!.layout).toBe({ '2': 'text', '8': 'text', '9': 'number' }[block])
  }
})
