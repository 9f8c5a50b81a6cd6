import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { editor } from '../../src/languages/kk/editor.ts'
import { openText, press } from '../client/edit/editing-page.ts'
import { onlineBrowser, openOnline } from '../online.ts'
import { readPdf } from '../pdf-file.ts'
import { openEditing } from '../serve/edit/editing-server.ts'

/** What somebody may need at most. Units: actions, milliseconds. */
const most = { actions: 60, totalMs: 60_000 }

const picture = join(import.meta.dirname, '../../static/img/dala.jpg')

/** Waits until everything is in the file. */
const saved = (page: Page) =>
  page.waitForFunction((word) => document.querySelector('.ui-edit-state')?.textContent === word, {}, editor.state.saved)

/** Counts what somebody does, and how long each effect takes to be seen. */
class Walk {
  actions = 0
  readonly effects: { name: string; ms: number }[] = []

  constructor(private readonly page: Page) {}

  /** Does one thing. Shape: `seen` is waited for; typing counts as one action however long the text is. */
  async do(name: string, act: () => Promise<unknown>, seen?: () => Promise<unknown>): Promise<void> {
    this.actions++
    await act()
    const start = performance.now()
    if (!seen) return
    await seen()
    this.effects.push({ name, ms: Math.round(performance.now() - start) })
  }

  click = (selector: string, seen?: () => Promise<unknown>) =>
    this.do(selector, async () => (await this.page.waitForSelector(selector, { visible: true }))!.click(), seen)

  type = (text: string) => this.do(text.slice(0, 20), () => this.page.keyboard.type(text))

  appears = (selector: string) => () => this.page.waitForSelector(selector)

  /** Waits until the slide that is shown says something. */
  shows = (words: string) => () =>
    this.page.waitForFunction(
      (words) =>
        document
          .querySelector('.slides > section.present')
          ?.textContent?.replace(/[\s\u00ad]+/g, ' ')
          .includes(words),
      {},
      words,
    )

  /** Opens a field that the slide does not have yet, by its name. */
  async openField(name: string, inside: string): Promise<void> {
    await this.do(
      name,
      async () => {
        const found = await this.page.waitForFunction(
          (name) =>
            [
              ...document.querySelectorAll<HTMLElement>('.ui-edit-add-grid button, .ui-edit-empty-field > summary'),
            ].find((one) => one.textContent.trim() === name),
          {},
          name,
        )
        await (found.asElement() as ElementHandle<HTMLElement>).click()
      },
      this.appears(inside),
    )
  }

  /** Pastes what a spreadsheet puts on the clipboard. */
  async paste(selector: string, rows: readonly (readonly string[])[], seen: () => Promise<unknown>): Promise<void> {
    const cells = rows.map((row) => row.join('\t')).join('\r\n')
    const html = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')
    await this.do(
      'paste',
      () =>
        this.page.$eval(
          selector,
          (cell, cells, html) => {
            const data = new DataTransfer()
            data.setData('text/html', `<html><body><table>${html}</table></body></html>`)
            data.setData('text/plain', cells)
            cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
          },
          cells,
          html,
        ),
      seen,
    )
  }

  /** Adds a slide of a layout behind the current one. */
  async addSlide(layout: string, title: string): Promise<void> {
    await this.click('.ui-edit-adder button', this.appears('.ui-edit-layouts'))
    await this.do(
      layout,
      async () => {
        const found = await this.page.waitForFunction(
          (layout) =>
            [...document.querySelectorAll<HTMLElement>('.ui-edit-layouts button')].find(
              (one) => one.textContent.trim() === layout,
            ),
          {},
          layout,
        )
        await (found.asElement() as ElementHandle<HTMLElement>).click()
      },
      this.appears('.ui-edit-box[aria-label^="Жаңа"]'),
    )
    await this.do('open the title', () => openText(this.page, 'Жаңа'))
    await this.do('choose all', () => press(this.page, 'Control', 'a'))
    await this.type(title)
    await this.do('apply', () => press(this.page, 'Control', 'Enter'), this.shows(title))
  }
}

test('somebody who never sees JSON makes a deck, from a sample to the PDF', async () => {
  const other = '{ "lang": "kk", "content": [{ "title": "Басқа" }] }'
  const editing = await openEditing({ 'decks/other.json': other }, { messages: 'kk' })
  const context = await (await onlineBrowser()).browser().createBrowserContext()
  const { page, errors } = await openOnline('about:blank', {
    context,
    lang: 'kk',
    viewport: { width: 1280, height: 720 },
  })
  await page.goto(`${editing.server.url}#edit=${editing.token}`)
  const walk = new Walk(page)
  const start = performance.now()

  await walk.click('.new-deck', walk.appears('dialog[open]'))
  await walk.type('Көктем есебі')
  await walk.do('create', () => page.keyboard.press('Enter'), walk.appears('.ui-edit-box'))
  const file = join(editing.folder, 'decks/Көктем есебі.json')
  const value = async () => JSON.parse(await readFile(file, 'utf8'))

  const [{ title: first }] = (await value()).content
  await walk.do('open the title', () => openText(page, (typeof first === 'string' ? first : first.kk).slice(0, 8)))
  await walk.do('choose all', () => press(page, 'Control', 'a'))
  await walk.type('Көктемгі жұмыс')
  await walk.do('apply', () => press(page, 'Control', 'Enter'), walk.shows('Көктемгі жұмыс'))

  await walk.addSlide('Тақырып пен мәтін', 'Аулалар')
  await walk.click('[data-path$="/text"] textarea')
  await walk.do('choose all', () => press(page, 'Control', 'a'))
  await walk.type('• Алма ағашы\n• Қайың')
  await walk.do('leave', () => page.keyboard.press('Tab'), walk.shows('Қайың'))
  await walk.openField('Сурет', '.ui-edit-drop')
  const bytes = (await readFile(picture)).toString('base64')
  await walk.do(
    'drop a picture',
    () =>
      page.$eval(
        '.ui-edit-drop',
        async (target, data) => {
          const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0))
          const files = new DataTransfer()
          files.items.add(new File([bytes], 'дала.jpg', { type: 'image/jpeg' }))
          for (const type of ['dragenter', 'dragover', 'drop'])
            target.dispatchEvent(new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true }))
        },
        bytes,
      ),
    walk.appears('.slides > section.present .box img'),
  )

  await walk.addSlide('Кесте', 'Кесте')
  const rows = [
    ['Аула', 'Ағаш'],
    ['Абай', '12'],
    ['Жетісу', '30'],
  ]
  await walk.paste('.ui-edit-grid textarea', rows, walk.shows('Жетісу'))

  await walk.addSlide('Диаграмма', 'Диаграмма')
  await walk.paste('.ui-edit-grid textarea', rows, walk.appears('.slides > section.present svg.chart'))

  await walk.addSlide('Карта', 'Карта')
  await walk.click('[data-path$="/map"] :is(textarea, input)')
  await walk.do('choose all', () => press(page, 'Control', 'a'))
  await walk.type('Өскемен')
  await walk.do('leave', () => page.keyboard.press('Tab'), walk.appears('.slides > section.present svg.map'))

  await walk.do('choose the slide', () => page.focus('.ui-edit-slide[aria-current]'))
  const titles = async () => (await value()).content.map(({ title }: { title: string }) => title).join()
  const before = await titles()
  await walk.do(
    'move it up',
    () => press(page, 'Alt', 'ArrowUp'),
    () => saved(page),
  )
  expect(await titles()).not.toBe(before)
  await walk.do(
    'undo',
    () => press(page, 'Control', 'z'),
    () => saved(page),
  )
  await expect.poll(titles).toBe(before)

  await walk.click('.ui-edit-langs [data-lang="ru"]', walk.appears('[data-path$="/title"] textarea[lang="ru"]'))
  await walk.click('[data-path$="/title"] textarea[lang="ru"]')
  await walk.type('Карта города')
  await walk.do(
    'leave',
    () => page.keyboard.press('Tab'),
    () => saved(page),
  )
  await expect.poll(async () => (await value()).content.at(-1).title ?? '').toBeTruthy()

  await walk.click('.ui-edit-tools a', walk.appears('.deck'))
  await walk.do('make the PDF', async () => {
    const found = await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLElement>('.deck')]
        .filter((one) => one.textContent.includes('Көктем'))
        .flatMap((one) => [...one.querySelectorAll<HTMLElement>('button')])
        .find((one) => one.textContent.trim() === 'PDF жасау'),
    )
    await (found.asElement() as ElementHandle<HTMLElement>).click()
  })
  const link = await page.waitForSelector('.jobs a')
  const pdf = await page.evaluate(async (a) => [...new Uint8Array(await (await fetch(a.href)).arrayBuffer())], link!)
  const totalMs = Math.round(performance.now() - start)

  const text = (await readPdf(Uint8Array.from(pdf))).pages.map((one) => one.text).join(' ')
  for (const words of ['Көктемгі жұмыс', 'Қайың', 'Жетісу', 'Диаграмма', 'Өскемен']) expect(text).toContain(words)
  const slowest = walk.effects.toSorted((a, b) => b.ms - a.ms).slice(0, 5)
  console.log({ actions: walk.actions, totalMs, slowest })
  expect(errors).toEqual([])
  expect(walk.actions).toBeLessThanOrEqual(most.actions)
  expect(totalMs).toBeLessThan(most.totalMs)
  await context.close()
})
