import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type OpenOptions, type OpenPage, openPage, windowOpenedBy } from '../../browser.ts'
import { builtDeck } from '../languages/multilingual-deck.ts'

const deck = {
  lang: 'ru',
  steps: true,
  content: [
    { block: '1', title: 'Обложка', text: 'Подзаголовок' },
    { title: 'Пункты', text: 'Вступление\n• Первый\n• Второй\n  – Внутри второго\n• Третий' },
    { title: 'Таблица', table: 'Город\t2024\t2025\nСевер\t1\t2\nЮг\t3\t4' },
    { title: 'Ряды', chart: 'Год\tАлматы\tАстана\n2023\t10\t20\n2024\t15\t18\n2025\t20\t25' },
    { title: 'Снимки', img_path: ['mark.svg', 'mark.svg'], img_caption: ['Один', 'Два'], img_alt: ['раз', 'два'] },
    { title: 'Рядом', img_path: 'mark.svg', img_alt: 'знак', text: '• Раз\n• Два' },
    { title: 'Всё', img_path: 'mark.svg', img_alt: 'знак', text: '• Раз\n• Два', steps: 'all' },
    { title: 'Сразу', text: '• Раз\n• Два', steps: false },
    { title: 'Люди', people: 'Айгуль Сарсен, руководитель\nЕрлан Ким, редактор' },
    { title: 'Числа', block: 9, text: '14 проектов\n3 мастерские' },
    { title: 'Длинный', text: Array.from({ length: 30 }, (_, i) => `• Пункт ${i + 1} длинного списка`).join('\n') },
  ],
}

let built: Awaited<ReturnType<typeof builtDeck>>
let html: string
let opened: OpenPage | undefined

beforeAll(async () => {
  built = await builtDeck(deck)
  html = readFileSync(join(built.root, 'report.html'), 'utf8')
})
afterAll(() => built.remove())
afterEach(async () => {
  expect(opened?.errors ?? []).toEqual([])
  await opened?.close()
  opened = undefined
})

async function show(options: OpenOptions = {}, page = html): Promise<Page> {
  opened = await openPage(page, options)
  await opened.page.waitForSelector('.reveal.ready')
  return opened.page
}

/** The id of the slide, how many parts of it are hidden, and what is read aloud. */
const state = (page: Page) =>
  page.evaluate(() => {
    const slide = document.querySelector('.slides > .present')!
    const hidden = [...slide.querySelectorAll('[data-later]')].filter((part) => part.matches('li, p, tr, .box'))
    if (hidden.some((part) => getComputedStyle(part).visibility !== 'hidden')) throw new Error('a later step is seen')
    return [slide.id, hidden.length, document.querySelector('[role=status]')?.textContent]
  })
/** Without what is read aloud. */
const place = async (page: Page) => (await state(page)).slice(0, 2)
const later = async (page: Page) => (await state(page))[1]
const press = async (page: Page, ...keys: ('ArrowRight' | 'ArrowLeft' | 'Home' | 'End' | 'PageDown')[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

describe('going on and back', () => {
  test('items and paragraphs appear one by one, and each is announced', async () => {
    const page = await show()
    const seen = []
    for (let i = 0; i < 7; i++) {
      await press(page, 'ArrowRight')
      seen.push(await state(page))
    }
    expect(seen).toEqual([
      ['s2', 5, 'Слайд 2 из 13: Пункты'],
      ['s2', 4, 'Вступление'],
      ['s2', 3, 'Первый'],
      ['s2', 2, 'Второй'],
      ['s2', 1, 'Внутри второго'],
      ['s2', 0, 'Третий'],
      ['s3', 2, 'Слайд 3 из 13: Таблица'],
    ])
  })

  test('back hides step by step, and enters the page before as a whole', async () => {
    const page = await show({ suffix: '#/3/1' })
    expect(await later(page)).toBe(1)
    await press(page, 'ArrowLeft')
    expect(await place(page)).toEqual(['s3', 2])
    await press(page, 'ArrowLeft')
    expect(await place(page)).toEqual(['s2', 0])
    await press(page, 'ArrowLeft')
    expect(await place(page)).toEqual(['s2', 1])
  })

  test('an address, the overview and a number lead to the whole slide', async () => {
    const page = await show({ suffix: '#/2' })
    expect(await place(page)).toEqual(['s2', 0])
    await press(page, 'ArrowRight', 'ArrowRight')
    expect(await later(page)).toBe(1)
    await page.keyboard.press('o')
    await page.waitForSelector('.ui-overview[open] .ui-tile:nth-child(3) .ui-thumb')
    expect(await page.$$eval('.ui-overview [data-later]', (hidden) => hidden.length)).toBe(0)
    await page.click('.ui-tile:nth-child(2)')
    expect(await place(page)).toEqual(['s2', 0])
    await page.keyboard.press('4')
    await page.keyboard.press('Enter')
    expect(await place(page)).toEqual(['s4', 0])
  })

  test('a page that is loaded again is as far as it was', async () => {
    const page = await show({ suffix: '#/s2' })
    await press(page, 'ArrowLeft', 'ArrowLeft')
    await page.waitForFunction(() => location.hash === '#/s2/3')
    // By the page itself: the browser may not know yet which address the page has.
    await Promise.all([page.waitForNavigation(), page.evaluate(() => location.reload())])
    await page.waitForSelector('.reveal.ready')
    expect(await later(page)).toBe(2)
  })

  test('a page that continues a slide begins without its steps', async () => {
    const page = await show({ suffix: '#/s11' })
    await press(page, 'ArrowRight')
    const [id, hidden] = await state(page)
    expect(id).toBe('s11-2')
    expect(hidden).toBe(await page.$$eval('#s11-2 li', (items) => items.length))
    await press(page, 'ArrowLeft')
    expect(await place(page)).toEqual(['s11', 0])
  })

  test('at both ends nothing changes', async () => {
    const page = await show()
    await press(page, 'ArrowLeft')
    expect(await place(page)).toEqual(['s1', 0])
    await press(page, 'End', 'ArrowRight', 'ArrowRight')
    expect(await later(page)).toBe(0)
    await press(page, 'ArrowLeft')
    expect(await later(page)).toBe(1)
    await press(page, 'ArrowRight')
    expect(await later(page)).toBe(0)
  })

  test('a swipe goes step by step too, on the last page as well', async () => {
    const page = await show({ viewport: { width: 800, height: 450, hasTouch: true, isMobile: true } })
    await page.waitForSelector('.reveal[data-navigation-mode]')
    await press(page, 'End', 'ArrowLeft')
    const before = await page.$eval('.slides > .present', ({ id }) => id)
    const swipe = async (from: number, to: number) => {
      const touch = await page.touchscreen.touchStart(from, 200)
      await touch.move((from + to) / 2, 200)
      await touch.move(to, 200)
      await touch.end()
    }
    await swipe(600, 200)
    await page.waitForFunction(() => !document.querySelector('.slides > .present [data-later]'))
    await swipe(200, 600)
    await page.waitForSelector('.slides > .present [data-later]')
    expect(await page.$eval('.slides > .present', ({ id }) => id)).toBe(before)
  })
})

describe('what is a step', () => {
  const steps = async (page: Page, slide: number) => {
    await page.evaluate((n) => {
      location.hash = `#/${n}/0`
    }, slide)
    await page.waitForFunction((n) => document.querySelector('.slides > .present')?.id === `s${n}`, {}, slide)
    const seen: string[] = []
    for (let i = 0; i < 9; i++) {
      await page.keyboard.press('ArrowRight')
      if ((await page.$eval('.slides > .present', ({ id }) => id)) !== `s${slide}`) return seen
      seen.push(await page.$eval('[role=status]', ({ textContent }) => textContent ?? ''))
    }
    return seen
  }

  test.each([
    [3, ['Север, 1, 2', 'Юг, 3, 4']],
    [5, ['раз, Один', 'два, Два']],
    [6, ['Раз', 'Два']],
    [7, ['Раз', 'Два', 'знак']],
    [8, []],
    [9, ['Айгуль Сарсен, руководитель', 'Ерлан Ким, редактор']],
    [10, ['14, проектов', '3, мастерские']],
  ])('slide %i', async (slide, expected) => {
    const page = await show()
    expect((await steps(page, slide)).map((text) => text.replace(/ (?=руководитель|редактор)/, ', '))).toEqual(
      expected.map((text) => text.replace(/,(?= (?:руководитель|редактор))/, ',')),
    )
  })

  test('the series of a chart, for eyes and for screen readers', async () => {
    const page = await show({ suffix: '#/4/1' })
    const seen = () =>
      page.evaluate(() => {
        const isSeen = (part: Element) => getComputedStyle(part).visibility === 'visible'
        const of = (series: number) => [...document.querySelectorAll(`#s4 [data-series="${series}"]`)]
        const column = (n: number) => [...document.querySelectorAll(`#s4 .unseen tr > :nth-child(${n})`)]
        return {
          first: of(0).length > 2 && of(0).every(isSeen) && column(2).every(isSeen),
          second: of(1).length > 2 && of(1).every(isSeen) && column(3).every(isSeen),
          names: column(1).every(isSeen),
          named: document.querySelector('#s4 svg')?.getAttribute('aria-hidden'),
        }
      })
    expect(await seen()).toEqual({ first: true, second: false, names: true, named: 'true' })
    await press(page, 'ArrowRight')
    expect(await seen()).toEqual({ first: true, second: true, names: true, named: null })
  })
})

describe('a chart with one thing for each row', () => {
  const charts = {
    lang: 'ru',
    steps: true,
    content: [
      { title: 'Столбики', chart: 'Город\tЖители\nСевер\t10\nЮг\t0\nВосток\t-4\nЗапад\t7' },
      {
        title: 'Доли',
        chart: {
          kind: 'donut',
          data: `Часть\tДоля\n${[40, 1, 20, 1, 15, 2, 12, 9].map((n, i) => `П${i + 1}\t${n}`).join('\n')}`,
        },
      },
      { title: 'Линия', chart: { kind: 'line', data: 'Год\tЧисло\n2021\t1\n2022\t2\n2023\t4' } },
    ],
  }
  let chartHtml: string
  let remove: () => void
  beforeAll(async () => {
    const deckOfCharts = await builtDeck(charts)
    remove = deckOfCharts.remove
    chartHtml = readFileSync(join(deckOfCharts.root, 'report.html'), 'utf8')
  })
  afterAll(() => remove())

  /** What each step adds: what is read aloud, and how many drawn parts and rows of the table are still hidden. */
  async function walk(slide: number) {
    const page = await show({ suffix: `#/${slide}/0` }, chartHtml)
    const seen: [string, number, number][] = []
    for (;;) {
      await page.keyboard.press('ArrowRight')
      const [id, said, rows, drawn] = await page.evaluate(() => {
        const now = document.querySelector('.slides > .present')!
        const later = [...now.querySelectorAll('[data-later]')]
        if (later.some((part) => getComputedStyle(part).visibility !== 'hidden'))
          throw new Error('a later step is seen')
        const rowsLater = later.filter((part) => part.matches('tr')).length
        const text = document.querySelector('[role=status]')?.textContent ?? ''
        return [now.id, text, rowsLater, later.length - rowsLater] as const
      })
      if (id !== `s${slide}` || seen.length > 9) return seen
      seen.push([said, rows, drawn])
      if (rows + drawn === 0) return seen
    }
  }

  test('bars appear one by one, also of 0 and below; their names are there from the start', async () => {
    // The title of the slide may still be read aloud at the first one.
    expect(await walk(1)).toEqual([
      [expect.any(String), 3, 5],
      ['Юг, 0', 2, 4],
      ['Восток, -4', 1, 2],
      ['Запад, 7', 0, 0],
    ])
  })

  test('parts of a ring appear one by one, those that were joined at the end', async () => {
    const seen = await walk(2)
    expect(seen.slice(1).map(([said]) => said)).toEqual(['П3, 20', 'П5, 15', 'П7, 12', 'П8, 9', 'П2, 1, П4, 1, П6, 2'])
    expect(seen.map(([, rows]) => rows)).toEqual([7, 6, 5, 4, 3, 0])
    expect(seen.at(-1)![2]).toBe(0)
  })

  test('a line is one step', async () => expect((await walk(3)).length).toBe(1))
})

describe('everything is shown', () => {
  const isAllSeen = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('.slides li, .slides tr, .slides .prose > p')].every(
        (part) => getComputedStyle(part).visibility === 'visible',
      ),
    )

  test('in the reading view, on paper and without a script', async () => {
    opened = await openPage(html, { viewport: { width: 390, height: 844, isMobile: true } })
    const narrow = opened.page
    await narrow.waitForSelector('.ui-reading')
    expect(await isAllSeen(narrow)).toBe(true)
    await opened.close()
    opened = await openPage(html, { scripts: false })
    expect(await opened.page.$$eval('[data-later]', (hidden) => hidden.length)).toBe(0)
    await opened.close()
    const printed = await show({ suffix: '#/2/1' })
    await printed.emulateMediaType('print')
    expect(await isAllSeen(printed)).toBe(true)
  })

  test('and found by the search', async () => {
    const page = await show({ suffix: '#/2/0' })
    await page.keyboard.press('/')
    await page.keyboard.type('Внутри второго')
    await page.waitForSelector('.ui-search [data-slide], .ui-search li, .ui-search button')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => !document.querySelector('.slides > .present [data-later]'))
    expect(await place(page)).toEqual(['s2', 0])
  })

  test('a deck without steps has no trace of them', async () => {
    const { steps: _, ...rest } = deck
    const plain = await builtDeck({ ...rest, content: rest.content.map(({ steps: __, ...slide }) => slide) })
    const slides = readFileSync(join(plain.root, 'report.html'), 'utf8').split('</script>').slice(2).join('')
    plain.remove()
    expect(slides).not.toMatch(/data-(?:steps|series|later)/)
    expect(html).toMatch(/data-steps="parts"/)
  })
})

test('the speaker sees how far the slide is, and what comes', async () => {
  const page = await show({ suffix: '#/2/1' })
  const speaker = await windowOpenedBy(() => page.keyboard.press('s'))
  await speaker.waitForSelector('.ui-current .ui-thumb')
  const seen = () =>
    speaker.evaluate(() =>
      ['.ui-current', '.ui-next'].map((part) => [
        document.querySelector(`${part} .ui-step`)?.textContent,
        document.querySelector(`${part} h2.t-title`)?.textContent,
        document.querySelectorAll(`${part} [data-later]`).length,
      ]),
    )
  expect(await seen()).toEqual([
    ['Шаг 1 из 5', 'Пункты', 4],
    ['Шаг 2 из 5', 'Пункты', 3],
  ])
  for (let i = 0; i < 4; i++) await speaker.keyboard.press('ArrowRight')
  expect(await seen()).toEqual([
    ['Шаг 5 из 5', 'Пункты', 0],
    ['Шаг 0 из 2', 'Таблица', 2],
  ])
})
