import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { axeFindings } from '../../axe.ts'
import { editDeck, press, saved } from './editing-page.ts'

const film = await readFile(join(import.meta.dirname, '../../fixtures/video/h264.mp4'))

const deck = {
  lang: 'en',
  content: [
    { title: 'Team', people: [{ name: 'Aigul Sarsen', role: 'Lead' }] },
    {
      title: 'Day',
      timeline: [
        ['11:00', 'Break'],
        ['09:00', 'Opening', 'Hall A'],
        ['25:00', 'Talks'],
      ],
    },
    {
      title: 'People',
      chart: [
        ['Astana', 1430],
        ['Almaty', 2228],
      ],
    },
    { title: 'Where', map: 'Astana' },
    { title: 'Film', video: '/video/film.mp4' },
  ],
}

/** Pastes cells as a spreadsheet copies them, where the focus is. */
const paste = (page: Page, text: string) =>
  page.evaluate((text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  }, text)

/** Goes to a slide, and waits for an element of its panel. */
async function goTo(page: Page, index: number, selector: string): Promise<void> {
  await page.click(`.ui-edit-slide[data-index="${index}"]`)
  await page.waitForSelector(selector)
}

/** Waits until a slide of the file is as wanted. */
const slideIs = (value: () => Promise<{ content: unknown[] }>, index: number, wanted: object) =>
  expect.poll(async () => (await value()).content[index], { timeout: 30_000 }).toEqual(wanted)

test('people, a programme, a chart, a map and a video are edited without a line of JSON', async () => {
  const edited = await editDeck(deck, { 'static/video/film.mp4': film })
  const page = await edited.open()

  await goTo(page, 0, '[data-person="0"] textarea')
  await page.focus('[data-person="0"] textarea')
  await paste(page, 'Erlan Kim\tEditor\t+7 701\r\nMarat Tleu\tExpert\r\n')
  await page.waitForSelector('[data-person="2"]')
  expect(await axeFindings(page)).toEqual([])
  await page.click('[data-person="2"] .ui-edit-item-tools [title^="Move up"]')
  await slideIs(edited.value, 0, {
    title: 'Team',
    people: [
      { name: 'Aigul Sarsen', role: 'Lead' },
      { name: 'Marat Tleu', role: 'Expert' },
      { name: 'Erlan Kim', role: 'Editor', note: '+7 701' },
    ],
  })

  await goTo(page, 1, '[data-row="2"] [aria-invalid="true"]')
  expect(await axeFindings(page)).toEqual([])
  await page.click('.ui-edit-programme .ui-edit-fix')
  await page.waitForFunction(() => !document.querySelector('.ui-edit-programme .ui-edit-fix'))
  await page.focus('[data-row="0"] input:nth-of-type(2)')
  await paste(page, '10:00\tReport\tHall B')
  await slideIs(edited.value, 1, {
    title: 'Day',
    timeline: [
      ['09:00', 'Opening', 'Hall A'],
      ['10:00', 'Report', 'Hall B'],
      ['25:00', 'Talks'],
      ['11:00', 'Break'],
    ],
  })

  await goTo(page, 2, '.ui-edit-kinds')
  await page.click('.ui-edit-kinds button:nth-child(5)')
  await page.waitForSelector('.ui-edit-kinds button:nth-child(5)[aria-pressed="true"]')
  await page.click('.ui-edit-chart .ui-edit-chips button')
  expect(await axeFindings(page)).toEqual([])
  const data = deck.content[2]!.chart
  await slideIs(edited.value, 2, { title: 'People', chart: { kind: 'donut', data, highlight: ['Astana'] } })

  // Before the first place is typed, the server has read those that there are.
  const isReady = page.waitForResponse((answer) => /\/places\?q=&/.test(answer.url()) && answer.ok())
  await goTo(page, 3, '.ui-edit-pin')
  await isReady
  await page.focus('.ui-edit-map li:last-child input')
  await page.keyboard.type('Almat')
  await page.waitForSelector('.ui-edit-suggestions [role=option]')
  // The map shows the place before it is chosen.
  await page.waitForFunction(() => document.querySelector('.slides > .present svg.map')?.ariaLabel?.includes('Almaty'))
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Enter')
  await slideIs(edited.value, 3, { title: 'Where', map: ['Astana', 'Almaty'] })
  await saved(page)
  await page.focus('.ui-edit-map li:last-child input')
  await page.keyboard.type('Qaragandaa')
  await page.waitForSelector('.ui-edit-map .ui-edit-chips button')
  await page.keyboard.press('Escape')
  await page.waitForSelector('.ui-edit-pin[aria-label*="Almaty"]')
  await page.focus('.ui-edit-pin[aria-label*="Almaty"]')
  for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (await edited.value()).content[3].map[1], { timeout: 30_000 })
    .toMatch(/^Almaty 4[3-6]\.\d{4}, 7[67]\.\d{4}$/)

  await goTo(page, 4, '.ui-edit-film video')
  await page.waitForFunction(() => !document.querySelector<HTMLButtonElement>('.ui-edit-film-tools button')?.disabled)
  expect(await axeFindings(page)).toEqual([])
  await page.evaluate(() => {
    document.querySelector<HTMLVideoElement>('.ui-edit-film video')!.currentTime = 0.5
  })
  await page.click('.ui-edit-film-tools button')
  await slideIs(edited.value, 4, { title: 'Film', video: { src: '/video/film.mp4', start: 0.5 } })
})

test('cards, rows and items are dragged by their grips, and moved with Alt and the arrows', async () => {
  const names = ['Aigul', 'Erlan', 'Marat']
  const edited = await editDeck({
    lang: 'en',
    content: [
      { title: 'Team', people: names.map((name) => ({ name })) },
      {
        title: 'Day',
        timeline: [
          ['09:00', 'Opening'],
          ['10:00', 'Report'],
        ],
      },
      { title: 'Vote', poll: ['Astana', 'Almaty', 'Oral'] },
    ],
  })
  const page = await edited.open()
  const middle = async (selector: string) => {
    const { x, y, width, height } = (await (await page.waitForSelector(selector))!.boundingBox())!
    return [x + width / 2, y + height / 2] as const
  }
  const peopleAre = (...wanted: string[]) =>
    slideIs(edited.value, 0, { title: 'Team', people: wanted.map((name) => ({ name })) })

  await goTo(page, 0, '[data-person="2"]')
  // The panel scrolls while the pointer is at its edge: the last card is out of sight when the first one is taken.
  await page.mouse.move(...(await middle('[data-person="0"] .ui-edit-grip')))
  await page.mouse.down()
  const bottom = await page.$eval('.ui-edit-body', (body) => body.getBoundingClientRect().bottom)
  await page.mouse.move(1100, bottom - 10, { steps: 4 })
  await page.waitForSelector('[data-person="2"].ui-edit-after')
  await page.mouse.up()
  await peopleAre('Erlan', 'Marat', 'Aigul')
  expect(await page.$('.ui-edit-dragged, .ui-edit-before, .ui-edit-after')).toBeNull()
  await saved(page)
  // Escape lets go of it.
  await page.$eval('.ui-edit-body', (body) => body.scrollTo(0, 0))
  await page.mouse.move(...(await middle('[data-person="0"] .ui-edit-grip')))
  await page.mouse.down()
  await page.mouse.move(1100, 700, { steps: 4 })
  await page.waitForSelector('[data-person="0"].ui-edit-dragged')
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await page.focus('[data-person="2"] .ui-edit-grip')
  await page.keyboard.press('ArrowUp')
  await peopleAre('Erlan', 'Aigul', 'Marat')
  expect(await page.evaluate(() => document.activeElement?.matches('[data-person="1"] .ui-edit-grip'))).toBe(true)

  await goTo(page, 1, '[data-row="1"]')
  await page.focus('[data-row="1"] > input')
  await page.keyboard.press('End')
  await page.keyboard.type('s')
  await press(page, 'Alt', 'ArrowUp')
  await slideIs(edited.value, 1, {
    title: 'Day',
    timeline: [
      ['10:00', 'Reports'],
      ['09:00', 'Opening'],
    ],
  })
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('Reports')
  // At the end of the list nothing moves.
  await press(page, 'Alt', 'ArrowUp')
  await saved(page)
  expect((await edited.value()).content[1].timeline[0][1]).toBe('Reports')

  await goTo(page, 2, '[data-path$="poll"] .ui-edit-grip')
  expect(await axeFindings(page)).toEqual([])
  await page.focus('[data-path$="poll/0"] textarea')
  await press(page, 'Alt', 'ArrowDown')
  await slideIs(edited.value, 2, { title: 'Vote', poll: ['Almaty', 'Astana', 'Oral'] })
})

test('what is added to a slide is seen at once, is replaced by what is pasted, and is taken away again', async () => {
  const edited = await editDeck({ lang: 'en', content: [{ title: 'Cover' }, { title: 'Alpha' }] })
  const page = await edited.open()
  await goTo(page, 1, '.ui-edit-slide[data-index="1"][aria-current]')
  const settings = () => page.$$eval('.ui-edit-settings summary', (all) => all.map(({ textContent }) => textContent))
  // Nothing is offered that describes a picture which is not there.
  expect(await settings()).not.toContainEqual(expect.stringContaining('icture'))
  await page.click('[data-field="table"]')
  await page.waitForSelector('.slides > section.present table')
  await page.waitForFunction(() => document.activeElement?.matches('.ui-edit-grid textarea'))
  await paste(page, 'Year\tVisitors\r\n2026\t310')
  const rows = [
    ['Year', 'Visitors'],
    ['2026', '310'],
  ]
  await slideIs(edited.value, 1, { title: 'Alpha', table: rows })
  expect(await axeFindings(page)).toEqual([])
  await page.click('.ui-edit-remove-field button')
  await slideIs(edited.value, 1, { title: 'Alpha' })

  await page.waitForSelector('[data-field="blocks"]')
  await page.click('[data-field="blocks"]')
  await page.waitForSelector('.ui-edit-opened-field .ui-edit-add-grid')
  expect(await axeFindings(page)).toEqual([])
  await page.click('.ui-edit-opened-field .ui-edit-add-grid button:nth-child(2)')
  await slideIs(edited.value, 1, { title: 'Alpha', blocks: [{ type: 'text', text: 'Text' }] })
  await page.waitForSelector('.ui-edit-box[aria-label="Text"]')
})
