import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { describe, test } from 'vitest'
import type { Lang } from '../../src/model/lang.ts'
import { heldTags } from '../axe.ts'
import { editDeck, openText, press, withoutSaving } from '../client/edit/editing-page.ts'
import { lookAt } from '../client/edit/looked-at.ts'

const film = await readFile(join(import.meta.dirname, '../fixtures/video/h264.mp4'))

const deck = (lang: Lang) => ({
  lang,
  langs: ['kk', 'ru', 'en'],
  name: { kk: 'Қала көктемі: аулалар мен саябақтар', ru: 'Весна в городе: дворы и парки', en: 'Spring in the city' },
  author: 'A. Sarsen',
  content: [
    {
      block: 'cover',
      title: { kk: 'Қала көктемі', ru: 'Весна в городе', en: 'Spring in the city' },
      text: { kk: 'Аулалар мен саябақтар', ru: 'Дворы и парки', en: 'Yards and parks' },
      notes: { kk: 'Сәлемдесу', ru: 'Поздороваться', en: 'Say hello' },
    },
    {
      title: { kk: 'Аулалар', ru: 'Дворы', en: 'Yards' },
      text: { kk: '• Алма ағашы\n• Қайың', ru: '• Яблоня\n• Берёза', en: '• Apple\n• Birch' },
      img_path: '/img/dala.jpg',
    },
    {
      title: { kk: 'Команда', ru: 'Команда', en: 'Team' },
      people: [{ name: 'Айгүл Сәрсен', role: 'Редактор' }, { name: 'Ерлан Ким' }],
    },
    {
      title: { kk: 'Күн тәртібі', ru: 'Программа дня', en: 'Day' },
      timeline: [
        ['11:00', 'Кофе'],
        ['09:00', 'Ашылу', 'А залы'],
        ['25:00', 'Баяндама'],
      ],
    },
    {
      title: { kk: 'Халық', ru: 'Население', en: 'People' },
      chart: [
        ['Астана', 1430],
        ['Алматы', 2228],
      ],
    },
    { title: { kk: 'Қайда', ru: 'Где', en: 'Where' }, map: ['Астана', 'Алматы'] },
    { title: { kk: 'Фильм', ru: 'Фильм', en: 'Film' }, video: '/video/film.mp4' },
    {
      title: { kk: 'Кесте', ru: 'Таблица', en: 'Table' },
      table: [
        ['Аула', 'Ағаш', 'Гүл'],
        ['Абай', '12', '40'],
        ['Жетісу', '30', '25'],
      ],
    },
    { title: { kk: 'Сауал', ru: 'Опрос', en: 'Poll' }, poll: ['Иә', 'Жоқ'] },
    {
      title: { kk: 'Ұзын мәтін', ru: 'Длинный текст', en: 'Long text' },
      text: Array.from({ length: 40 }, (_, i) => `• ${i + 1}-ші аула, саябақ және көше`).join('\n'),
      colour: 'red',
    },
  ],
})

const dala = await readFile(join(import.meta.dirname, '../../static/img/dala.jpg'))

const files = { 'static/video/film.mp4': film, 'static/img/dala.jpg': dala }

const settle = (page: Page) => page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)))

const goTo = async (page: Page, index: number, selector: string) => {
  await page.click(`.ui-edit-slide[data-index="${index}"]`)
  await page.waitForSelector(selector)
  await settle(page)
}

/** Looks at every state that one person meets. */
async function walk(page: Page, at: string, tags: readonly string[]): Promise<void> {
  const look = async (name: string) => {
    await settle(page)
    await lookAt(page, `${at} ${name}`, tags)
  }
  await look('01 opened')
  await page.click('#ui-edit-tab-deck')
  await look('02 deck fields')
  await page.evaluate(() => document.querySelector('.ui-edit-body')!.scrollTo(0, 700))
  await look('03 deck fields below')
  for (const details of await page.$$('.ui-edit-layout-pictures summary')) {
    await details.evaluate((one) => one.scrollIntoView())
    await details.click().catch(() => {})
  }
  await settle(page)
  await look('04 themes')
  await page.click('#ui-edit-tab-findings')
  await look('05 findings')
  await page.click('#ui-edit-tab-slide')
  await page.click('.ui-edit-adder button')
  await page.waitForSelector('.ui-edit-layouts')
  await look('06 layouts')
  await page.keyboard.press('Escape')
  await goTo(page, 1, '.ui-edit-focus')
  await look('07 picture')
  await page.evaluate(() => document.querySelector('.ui-edit-body')!.scrollTo(0, 500))
  await look('08 picture below')
  await goTo(page, 2, '[data-person]')
  await look('09 people')
  await goTo(page, 3, '.ui-edit-programme')
  await look('10 programme')
  await goTo(page, 4, '.ui-edit-kinds')
  await look('11 chart')
  await page.evaluate(() => document.querySelector('.ui-edit-body')!.scrollTo(0, 600))
  await look('12 chart below')
  await goTo(page, 5, '.ui-edit-map')
  await look('13 map')
  await page.focus('.ui-edit-map li:last-child input')
  await page.keyboard.type('Қараган')
  await page.waitForSelector('.ui-edit-suggestions [role=option]')
  await look('14 map suggestions')
  await page.keyboard.press('Escape')
  await page.focus('.ui-edit-slide[aria-current]')
  await goTo(page, 6, '.ui-edit-film video')
  await look('15 video')
  await goTo(page, 7, '.ui-edit-grid')
  await look('16 table')
  await goTo(page, 8, '[data-path$="/poll"]')
  await look('17 poll')
  await goTo(page, 9, '.ui-edit-pages')
  await look('18 several pages')
  await page.evaluate(() => document.querySelector('.ui-edit-body')!.scrollTo(0, 9999))
  await page.click('.ui-edit-settings summary')
  await page.evaluate(() => document.querySelector('.ui-edit-body')!.scrollTo(0, 9999))
  await look('19 settings')
  await goTo(page, 1, '.ui-edit-focus')
  await page.click('[data-path="content/1/text"] .ui-edit-hint summary').catch(() => {})
  await look('20 meaning')
  await page.evaluate(() => document.querySelector<HTMLElement>('.ui-edit-box')!.focus())
  await page.keyboard.press('Enter')
  await page.waitForSelector('.ui-edit-text')
  await page.keyboard.type(' — 2027')
  await look('21 text in place')
  await press(page, 'Control', 'Enter')
  await page.click('.ui-edit-slide[aria-current]')
  await press(page, 'Control', 'h')
  await page.waitForSelector('.ui-edit-replace')
  await page.keyboard.type('а')
  await look('22 replace')
  await page.keyboard.press('Escape')
  await page.click('.ui-edit-source-button')
  await page.waitForFunction(() => document.querySelector('.ui-edit-code')?.shadowRoot?.querySelector('.cm-content'))
  await look('23 source')
  await page.click('.ui-edit-source header button')
  await settle(page)
  await look('24 end')
}

const sizes = {
  desk: { width: 1366, height: 768 },
  small: { width: 1024, height: 768 },
  large: { width: 1920, height: 1080 },
  hall: { width: 1280, height: 720 },
  zoomed: { width: 640, height: 360 },
}

describe('every state of the editor', () => {
  test.each(
    (['kk', 'ru', 'en'] as const).flatMap((lang) =>
      Object.keys(sizes).map((size) => [lang, size as keyof typeof sizes] as const),
    ),
  )('in %s, %s', async (lang, size) => {
    const edited = await editDeck(deck(lang), files, { messages: lang })
    const page = await edited.open({ lang, ...sizes[size], ready: '.ui-edit' })
    // The frames over a slide are as small as its boxes; the same can be reached in the panel.
    const tags = size === 'zoomed' ? heldTags.filter((tag) => tag !== 'wcag22aa') : heldTags
    await walk(page, `${lang} ${size}`, tags)
  })

  test('in forced colours, with 100 slides', async () => {
    const one = deck('en')
    const content = Array.from({ length: 10 }, () => one.content).flat()
    const edited = await editDeck({ ...one, content }, files)
    const page = await edited.open()
    await lookAt(page, '40 100 slides')
    // Puppeteer's list of media features lacks this one, and axe does not see the colours that the browser puts.
    const tools = await page.createCDPSession()
    await tools.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] })
    await page.click('.ui-edit-slide[data-index="3"]')
    await page.waitForSelector('.ui-edit-programme')
    await settle(page)
    await lookAt(page, '41 forced colours', [])
    await page.click('.ui-edit-adder button')
    await page.waitForSelector('.ui-edit-layouts')
    await lookAt(page, '42 forced colours layouts', [])
  })

  test.each(['en', 'kk', 'ru'] as const)('what goes wrong, and who else is there, in %s', async (lang) => {
    const edited = await editDeck(deck(lang), files, { messages: lang })
    const [page, other] = [await edited.open({ lang }), await edited.open({ lang })]
    const look = (name: string) => settle(page).then(() => lookAt(page, `${lang} ${name}`))
    await goTo(other, 2, '[data-person]')
    await look('30 presence')
    await goTo(other, 0, '.ui-edit-box')
    const first = await page.$eval('.ui-edit-box', (one) => one.getAttribute('aria-label') ?? '')
    await openText(other, first)
    await openText(page, first)
    await page.waitForSelector('.ui-edit-shared')
    await look('31 same text')
    await other.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    const path = join(edited.server.folder, 'decks/talk.json')
    const text = await edited.text()
    await rm(path)
    await settle(page)
    await openText(page, first)
    await page.keyboard.type(' 1')
    await press(page, 'Control', 'Enter')
    await page.waitForSelector('.ui-edit-message')
    await look('32 gone')
    await writeFile(path, text)
    await page.waitForFunction(() => document.querySelector('.ui-edit-state')?.getAttribute('data-state') === 'saved')
    const { hash } = await edited.server.source('talk')
    const theirs = { op: 'set', path: ['content', 0, 'text', lang], value: 'A text of theirs' } as const
    const second = await page.$$eval('.ui-edit-box', (all) => all[1]!.getAttribute('aria-label') ?? '')
    await withoutSaving(page, async () => {
      await openText(page, second)
      await page.keyboard.type(' mine')
      await press(page, 'Control', 'Enter')
      await page.waitForSelector('.ui-edit-message')
      await look('33 lost')
      await edited.server.edit('talk', { base: hash, ops: [theirs] })
    })
    await page.waitForSelector('.ui-edit-conflict')
    await look('34 conflict')
    await page.click('.ui-edit-conflict .ui-edit-primary')
  })
})
