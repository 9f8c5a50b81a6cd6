import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenPage, openPage } from '../../browser.ts'
import { builtDeck } from '../languages/multilingual-deck.ts'

/** Slides, and what is read aloud at each of their steps. */
const slides: readonly [slide: object, said: readonly string[]][] = [
  [
    { title: 'Рейтинг', table: { rank: true, rows: '1. Ан — 9\n2. Би — 8\n3. Ви — 7', unit: 'баллы', note: 'Итог' } },
    ['1, Ан, 9', '2, Би, 8', '3, Ви, 7, Итог'],
  ],
  [
    { title: 'Программа', timeline: '1 день, 5 мая\n09:00\tСбор\n10:00\tНачало\n2 день, 6 мая\n09:00\tРабота' },
    ['1 день, 5 мая, 09:00, Сбор', '10:00, Начало', '2 день, 6 мая, 09:00, Работа'],
  ],
  [
    {
      title: 'Части',
      chart: { kind: 'stack', data: 'Город\tдо\tпосле\nЮг\t1\t2\nСевер\t3\t4', source: 'Опрос' },
    },
    ['до, 1, 3', 'после, 2, 4, Источник: Опрос'],
  ],
  [
    { title: 'Годы', chart: { kind: 'line', data: 'Год\tА\tБ\n2021\t1\t5\n2022\t2\t4\n2023\t4\t3' } },
    ['А, 1, 2, 4', 'Б, 5, 4, 3'],
  ],
  [{ title: 'Без имён', img_path: ['mark.svg', 'mark.svg', 'mark.svg'] }, ['Шаг 1 из 3', 'Шаг 2 из 3', 'Шаг 3 из 3']],
  [{ title: 'Подписи', img_path: ['mark.svg', 'mark.svg'], img_caption: ['Юг', 'Север'] }, ['Юг', 'Север']],
  [
    { title: 'Ступени', text: '1. Раз\nТекст\n• Пункт\n2. Два\n3. Три\nЕщё' },
    ['1. Раз, Текст', 'Пункт', '2. Два', '3. Три, Ещё'],
  ],
  [{ title: 'Ролик', steps: 'all', video: 'https://youtu.be/dQw4w9WgXcQ' }, [expect.stringMatching(/^Воспроизвести/)]],
]

let opened: OpenPage
let page: Page
beforeAll(async () => {
  const content = [{ block: '1', title: 'Обложка' }, ...slides.map(([slide]) => slide)]
  const built = await builtDeck({ lang: 'ru', steps: true, content })
  const html = readFileSync(join(built.root, 'report.html'), 'utf8')
  built.remove()
  opened = await openPage(html)
  page = opened.page
  await page.waitForSelector('.reveal.ready')
})
afterAll(async () => {
  expect(opened.errors).toEqual([])
  await opened.close()
})

const said = () => page.$eval('[role=status]', ({ textContent }) => textContent ?? '')
const later = () => page.$$eval('.slides > .present [data-later]', (hidden) => hidden.length)

test.each(slides.map(([slide, texts], index) => ({ ...(slide as { title: string }), texts, index })))(
  '$title',
  async ({ texts, index }) => {
    const id = `s${index + 2}`
    await page.evaluate((hash) => {
      location.hash = hash
    }, `#/${id}/0`)
    await page.waitForSelector(`#${id}.present`)
    const heard: string[] = []
    while ((await later()) > 0) {
      await page.keyboard.press('ArrowRight')
      heard.push(await said())
    }
    expect(heard.map((text) => text.replaceAll('\u00a0', ' '))).toEqual(texts)
    if (texts.length < 2) return
    await page.keyboard.press('ArrowLeft')
    expect(await said()).toBe(`Шаг ${texts.length - 1} из ${texts.length}`)
  },
)
