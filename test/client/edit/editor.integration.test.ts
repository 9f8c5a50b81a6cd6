import { readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { ElementHandle } from 'puppeteer-core'
import { describe, expect, test } from 'vitest'
import { axeFindings } from '../../axe.ts'
import { editDeck, openText, press, saved, slideNames, slidesAre, withoutSaving } from './editing-page.ts'

const three = {
  lang: 'en',
  content: [
    { title: 'Alpha', text: 'First text', notes: 'Say hello' },
    { title: 'Beta', text: 'Second text' },
    { title: 'Gamma', text: 'Third text' },
  ],
}

describe('a text where it stands', () => {
  test('is opened with Enter and applied with Ctrl+Enter, and nothing else in the file changes', async () => {
    const deck = await editDeck(three)
    const before = await deck.text()
    const page = await deck.open()
    await openText(page, 'First text')
    expect(await page.$eval('.ui-edit-text', (field) => (field as HTMLTextAreaElement).value)).toBe('First text')
    await page.keyboard.type(' and more')
    await press(page, 'Control', 'Enter')
    await page.waitForSelector('.ui-edit-box[aria-label="First text and more"]')
    await saved(page)
    expect(await deck.text()).toBe(before.replace('First text', 'First text and more'))
    expect(await page.$('.ui-edit-text')).toBeNull()
  })

  test('is opened with a double click, stands over its box, and is applied by leaving it', async () => {
    const deck = await editDeck(three)
    const page = await deck.open()
    const box = await page.waitForSelector('.ui-edit-box[aria-label="Alpha"]')
    const at = (await box!.boundingBox())!
    await box!.click({ count: 2 })
    const field = await page.waitForSelector('.ui-edit-text')
    const over = (await field!.boundingBox())!
    expect(Math.abs(over.x - at.x)).toBeLessThan(4)
    expect(Math.abs(over.y - at.y)).toBeLessThan(4)
    await page.waitForFunction(() => document.activeElement?.className === 'ui-edit-text')
    await page.keyboard.type(' one')
    await page.click('.ui-edit-state')
    await page.waitForSelector('.ui-edit-box[aria-label="Alpha one"]')
    await saved(page)
    expect((await deck.value()).content[0].title).toBe('Alpha one')
  })

  test('is laid out while it is typed, with the pages that it needs, and nothing of it is in the file', async () => {
    const deck = await editDeck(three)
    const before = await deck.text()
    const page = await deck.open()
    await page.click('.ui-edit-slide[data-index="1"]')
    await openText(page, 'Second text')
    await page.keyboard.sendCharacter(` ${'that takes more than one page '.repeat(120)}`)
    await page.waitForFunction(() => document.querySelectorAll('.ui-edit-page').length > 1)
    await page.waitForFunction(() => document.querySelector('.ui-edit-said')?.textContent !== '')
    expect(await deck.text()).toBe(before)
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.querySelectorAll('.ui-edit-page').length === 0)
    expect(await page.$$eval('.slides > section', (pages) => pages.length)).toBe(3)
  })

  test('stays as it was after Escape, in the file and on the slide', async () => {
    const deck = await editDeck(three)
    const before = await deck.text()
    const page = await deck.open()
    await openText(page, 'First text')
    await page.keyboard.type(' that nobody wants')
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => !document.querySelector('.ui-edit-text'))
    await page.waitForSelector('.ui-edit-box[aria-label="First text"]')
    expect(await deck.text()).toBe(before)
  })

  test('that was typed and not applied is offered again by the next page', async () => {
    const deck = await editDeck(three)
    const page = await deck.open()
    await withoutSaving(page, async () => {
      await openText(page, 'First text')
      await page.keyboard.type(' in danger')
      await press(page, 'Control', 'Enter')
      await page.waitForSelector('.ui-edit-message')
    })
    await page.reload()
    await page.waitForSelector('.ui-edit-kept-text')
    expect(await page.$eval('.ui-edit-kept-text blockquote', (text) => text.textContent)).toBe('First text in danger')
    await page.click('.ui-edit-kept-text button')
    await page.waitForSelector('.ui-edit-box[aria-label="First text in danger"]')
    await page.waitForFunction(() => !document.querySelector('.ui-edit-kept-text'))
    await saved(page)
    expect((await deck.value()).content[0].text).toBe('First text in danger')
  })
})

describe('slides', () => {
  test('are added, copied, moved and removed, and all of it is undone and redone', async () => {
    const deck = await editDeck(three)
    const before = await deck.text()
    const page = await deck.open()
    await page.click('.ui-edit-adder button')
    await page.waitForSelector('.ui-edit-layouts')
    await page.evaluate(() => document.querySelectorAll<HTMLElement>('.ui-edit-layouts button')[1]?.click())
    await slidesAre(page, 'Alpha', 'New slide', 'Beta', 'Gamma')
    await page.waitForSelector('.ui-edit-box[aria-label="New slide"]')
    await page.focus('.ui-edit-slide[aria-current]')
    await press(page, 'Alt', 'ArrowDown')
    await slidesAre(page, 'Alpha', 'Beta', 'New slide', 'Gamma')
    await saved(page)
    await press(page, 'Control', 'd')
    await slidesAre(page, 'Alpha', 'Beta', 'New slide', 'New slide', 'Gamma')
    await page.focus('.ui-edit-slide[aria-current]')
    await page.keyboard.press('Delete')
    await slidesAre(page, 'Alpha', 'Beta', 'New slide', 'Gamma')
    await saved(page)
    for (let i = 0; i < 4; i++) await press(page, 'Control', 'z')
    await slidesAre(page, 'Alpha', 'Beta', 'Gamma')
    await saved(page)
    expect(await deck.text()).toBe(before)
    for (let i = 0; i < 2; i++) await press(page, 'Control', 'Shift', 'z')
    await slidesAre(page, 'Alpha', 'Beta', 'New slide', 'Gamma')
    for (let i = 0; i < 2; i++) await press(page, 'Control', 'z')
    await slidesAre(page, 'Alpha', 'Beta', 'Gamma')
    await saved(page)
    // Slides that come back are selected and shown, wherever one is by then.
    await page.click('.ui-edit-slide[data-index="0"]')
    await press(page, 'Shift', 'ArrowDown')
    await page.keyboard.press('Delete')
    await slidesAre(page, 'Gamma')
    await press(page, 'Control', 'z')
    await slidesAre(page, 'Alpha', 'Beta', 'Gamma')
    await saved(page)
    const selected = await page.$$eval('.ui-edit-slide[aria-selected="true"]', (all) =>
      all.map((one) => one.getAttribute('data-index')),
    )
    expect(selected).toEqual(['0', '1'])
    await page.waitForSelector('.ui-edit-box[aria-label="Alpha"]')
    // What is undone on another slide is seen.
    await openText(page, 'Alpha')
    await page.keyboard.type(' 2')
    await press(page, 'Control', 'Enter')
    await page.waitForSelector('.ui-edit-box[aria-label="Alpha 2"]')
    await page.click('.ui-edit-slide[data-index="2"]')
    await page.waitForSelector('.ui-edit-box[aria-label="Gamma"]')
    await press(page, 'Control', 'z')
    await page.waitForSelector('.ui-edit-box[aria-label="Alpha"]')
    await saved(page)
    expect(await deck.text()).toBe(before)
  })

  test('are dragged, several at once', async () => {
    const deck = await editDeck(three)
    const page = await deck.open()
    const middle = async (index: number, share = 0.5) => {
      const { x, y, width, height } = (await (await page.$(`.ui-edit-slide[data-index="${index}"]`))!.boundingBox())!
      return [x + width / 2, y + height * share] as const
    }
    await page.mouse.click(...(await middle(0)))
    await page.keyboard.down('Control')
    await page.mouse.click(...(await middle(1)))
    await page.keyboard.up('Control')
    await page.mouse.move(...(await middle(1)))
    await page.mouse.down()
    await page.mouse.move(...(await middle(2, 0.9)), { steps: 5 })
    await page.mouse.up()
    await slidesAre(page, 'Gamma', 'Alpha', 'Beta')
    await saved(page)
    expect((await deck.value()).content.map(({ title }: { title: string }) => title)).toEqual([
      'Gamma',
      'Alpha',
      'Beta',
    ])
  })

  test('that another program moves are followed, and the current one stays current', async () => {
    const deck = await editDeck(three)
    const page = await deck.open()
    await page.click('.ui-edit-slide[data-index="1"]')
    await page.waitForSelector('.ui-edit-box[aria-label="Beta"]')
    const { hash } = await deck.server.source('talk')
    await deck.server.edit('talk', {
      base: hash,
      ops: [{ op: 'insert', path: ['content', 0], value: { title: 'Zero' } }],
    })
    await slidesAre(page, 'Zero', 'Alpha', 'Beta', 'Gamma')
    await page.waitForSelector('.ui-edit-slide[data-index="2"][aria-current]')
    expect(await page.$('.ui-edit-box[aria-label="Beta"]')).not.toBeNull()
  })
})

test('undoing leads beside what others have changed, and what they have written over is told and stays', async () => {
  const deck = await editDeck(three)
  const page = await deck.open()
  const change = async (words: string, more: string) => {
    await openText(page, words)
    await page.keyboard.type(more)
    await press(page, 'Control', 'Enter')
    await page.waitForSelector(`.ui-edit-box[aria-label="${words}${more}"]`)
    await saved(page)
  }
  await change('Alpha', ' one')
  await change('First text', ' two')
  const theirs = (await deck.text()).replace('First text two', 'Theirs').replace('Third text', 'Theirs, too')
  await writeFile(join(deck.server.folder, 'decks/talk.json'), theirs)
  await page.waitForSelector('.ui-edit-box[aria-label="Theirs"]')
  await page.focus('.ui-edit-slide[aria-current]')
  await press(page, 'Control', 'z')
  await page.waitForSelector('.ui-edit-box[aria-label="Alpha"]')
  await page.waitForSelector('.ui-edit-message')
  expect(await page.$eval('.ui-edit-message p', (sentence) => sentence.textContent)).toMatch(/not undone: 1, .*others/)
  await saved(page)
  expect(await deck.text()).toBe(theirs.replace('Alpha one', 'Alpha'))
  await press(page, 'Control', 'Shift', 'z')
  await page.waitForSelector('.ui-edit-box[aria-label="Alpha one"]')
  await saved(page)
  expect(await deck.text()).toBe(theirs)
  // Another page in the same tab knows the steps, and what has changed while there was none.
  await page.goto('about:blank')
  await writeFile(join(deck.server.folder, 'decks/talk.json'), theirs.replace('Beta', 'While away'))
  await page.goBack()
  await page.waitForSelector('.ui-edit-box[aria-label="Alpha one"]')
  await page.focus('.ui-edit-slide[aria-current]')
  await press(page, 'Control', 'z')
  await page.waitForSelector('.ui-edit-box[aria-label="Alpha"]')
  await saved(page)
  expect(await deck.text()).toBe(theirs.replace('Alpha one', 'Alpha').replace('Beta', 'While away'))
})

describe('the panel', () => {
  test('cells copied from a spreadsheet become rows of the table', async () => {
    const deck = await editDeck({
      lang: 'en',
      content: [
        {
          title: 'Table',
          table: [
            ['a', 'b'],
            ['1', '2'],
          ],
        },
      ],
    })
    const page = await deck.open()
    await page.waitForSelector('.ui-edit-grid textarea')
    await page.evaluate(() => {
      const data = new DataTransfer()
      // As Excel and Word write them: lines in a cell, and a cell over two rows.
      const rows =
        '<tr><td>x<br>\n   below</td><td rowspan="2">0</td></tr><tr><td><p>y</p><p><b>un</b>der</p></td></tr><tr><td>z\n  w</td><td>2</td></tr>'
      data.setData('text/html', `<html><body><table>${rows}</table></body></html>`)
      data.setData('text/plain', 'x 0')
      const cell = document.querySelectorAll('.ui-edit-grid textarea')[2]
      cell?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    })
    await page.waitForFunction(() => document.querySelectorAll('[data-path="content/0/table"] tr').length === 4)
    await saved(page)
    expect((await deck.value()).content[0].table).toEqual([
      ['a', 'b'],
      ['x\nbelow', '0'],
      ['y\nunder', ''],
      ['z w', '2'],
    ])
    // Of one copied cell, the words are taken without the line break that ends its row.
    await page.focus('.ui-edit-grid tr:nth-child(3) td:nth-child(2) textarea')
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.setData('text/plain', '"one\ntwo"\r\n')
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    })
    await page.keyboard.press('Tab')
    await saved(page)
    expect((await deck.value()).content[0].table[2]).toEqual(['y\nunder', 'one\ntwo'])
  })

  test('a picture that is chosen goes into the project and onto the slide', async () => {
    const picture = join(import.meta.dirname, '../../../static/img/dala.jpg')
    const deck = await editDeck({ lang: 'en', content: [{ title: 'Picture', text: 'Words', img_path: '' }] })
    const page = await deck.open()
    await page.click('[data-field="img_path"]')
    const input = await page.waitForSelector('.ui-edit-drop input[type="file"]')
    await (input as ElementHandle<HTMLInputElement>).uploadFile(picture)
    await page.waitForSelector('.slides > section.present .box img')
    await page.waitForSelector('.ui-edit-focus')
    await saved(page)
    const { img_path: path } = (await deck.value()).content[0]
    expect(path).toMatch(/^\/img\/dala/)
  })

  test('a text gets a second language, and becomes an object', async () => {
    const deck = await editDeck(three)
    const page = await deck.open()
    await page.click('.ui-edit-langs [data-lang="ru"]')
    const field = await page.waitForSelector('[data-path="content/0/title"] textarea[lang="ru"]')
    await field!.type('Альфа')
    await page.keyboard.press('Tab')
    await saved(page)
    expect((await deck.value()).content[0].title).toEqual({ en: 'Alpha', ru: 'Альфа' })
  })

  test('layouts that change the slide are shown as pictures of it, and a click takes one', async () => {
    const deck = await editDeck(three)
    const page = await deck.open()
    await page.click('.ui-edit-slide[data-index="1"]')
    await page.waitForSelector('.ui-edit-box[aria-label="Beta"]')
    await page.click('.ui-edit-layout-pictures summary')
    const shown = async () => {
      await page.waitForSelector('.ui-edit-layout-grid[aria-busy="false"]')
      return page.$$eval('.ui-edit-layout-grid button > :last-child', (all) => all.map((one) => one.textContent))
    }
    // Nothing of a text alone changes in those for pictures, videos and maps.
    const names = await shown()
    for (const name of ['Cover', 'Section header', 'Quote']) expect(names).toContain(name)
    for (const name of ['Title and text', 'Video', 'Map']) expect(names).not.toContain(name)
    expect(await page.$$('.ui-edit-layout-grid .ui-thumb .slide')).toHaveLength(names.length)
    await page.click('.ui-edit-layout-grid button::-p-text(Quote)')
    await page.waitForSelector('.slides > section.present.quote')
    await saved(page)
    expect((await deck.value()).content[1].block).toBe('8')
    await page.waitForSelector('.ui-edit-layout-grid [aria-pressed="true"]::-p-text(Quote)')
    expect(await shown()).toContain('Title and text')
  })

  test('a colour is shown on the slides while it is chosen, and saved when it is', async () => {
    const deck = await editDeck(three)
    const page = await deck.open()
    await page.click('#ui-edit-tab-deck')
    const accent = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent').trim())
    const choose = (event: string) =>
      page.$eval(
        '.ui-edit-colors input',
        (input, type) => {
          ;(input as HTMLInputElement).value = '#7a1f5c'
          input.dispatchEvent(new Event(type, { bubbles: true }))
        },
        event,
      )
    await choose('input')
    expect(await accent()).toBe('#7a1f5c')
    expect(await deck.value()).not.toHaveProperty('colors')
    await choose('change')
    await page.waitForSelector('.ui-edit-colors button')
    await saved(page)
    expect((await deck.value()).colors).toEqual({ accent: '#7a1f5c' })
    await page.waitForFunction(() => document.documentElement.style.getPropertyValue('--accent') === '')
    expect(await accent()).toBe('#7a1f5c')
  })

  test('a finding that can be repaired is repaired by its button, and the repair can be undone', async () => {
    const broken = '{ "lang": "en", "content": [ { "title": "Alpha" }, { "title": "Beta", } ] }'
    const deck = await editDeck(broken)
    const page = await deck.open()
    await page.click('#ui-edit-tab-findings')
    await page.waitForSelector('.ui-edit-fix')
    await page.click('.ui-edit-fix')
    await page.waitForFunction(() => !document.querySelector('.ui-edit-fix'))
    await saved(page)
    expect(JSON.parse(await deck.text()).content).toHaveLength(2)
    await page.click('#ui-edit-tab-slide')
    await press(page, 'Control', 'z')
    await page.waitForFunction(() => document.querySelector('[title^="Redo"]:not([aria-disabled])'))
    expect(await deck.text()).toBe(broken)
  })
})

test('the keys of the show type and select while the deck is edited, and work again in the show', async () => {
  const deck = await editDeck(three)
  const page = await deck.open()
  await page.keyboard.press('End')
  await page.keyboard.press('b')
  expect(await page.$('.reveal.paused')).toBeNull()
  expect(await page.$eval('.slides > section.present', (slide) => slide.id)).toBe('s1')
  await page.evaluate(() => document.querySelector<HTMLElement>('.ui-edit-tools > :last-child')?.click())
  await page.waitForFunction(() => !document.body.classList.contains('ui-editing'))
  await page.keyboard.press('End')
  await page.waitForSelector('#s3.present')
  await page.evaluate(() => document.querySelector<HTMLElement>('.ui-edit-back')?.click())
  await page.waitForSelector('.ui-edit-slide[data-index="2"][aria-current]')
})

test('two who change the same text are shown both, and choose', async () => {
  const deck = await editDeck(three)
  const page = await deck.open()
  const { hash } = await deck.server.source('talk')
  const theirs = { op: 'set', path: ['content', 0, 'text'], value: 'A text of theirs' } as const
  await withoutSaving(page, async () => {
    await openText(page, 'First text')
    await page.keyboard.type(' of mine')
    await press(page, 'Control', 'Enter')
    await page.waitForSelector('.ui-edit-message')
    await deck.server.edit('talk', { base: hash, ops: [theirs] })
  })
  await page.waitForSelector('.ui-edit-conflict')
  expect(await page.$$eval('.ui-edit-versions pre', (all) => all.map((one) => one.textContent))).toEqual([
    'First text of mine',
    'A text of theirs',
  ])
  expect((await deck.value()).content[0].text).toBe('A text of theirs')
  await page.click('.ui-edit-conflict .ui-edit-primary')
  await page.waitForSelector('.ui-edit-box[aria-label="First text of mine"]')
  await saved(page)
  expect((await deck.value()).content[0].text).toBe('First text of mine')
})

/** The others are looked at by `npm run verify:themes`. */
const langsInTests = process.env.VERIFY ? ['en', 'ru', 'kk'] : ['kk']

test.each(langsInTests)('in %s every state passes the rules of accessibility', async (lang) => {
  const deck = await editDeck({
    lang,
    langs: ['kk', 'ru'],
    content: [
      { title: 'Alpha', text: 'First text', colour: 'red' },
      {
        title: 'Table',
        table: [
          ['a', 'b'],
          ['1', '2'],
        ],
      },
    ],
  })
  const page = await deck.open({ lang })
  expect(await axeFindings(page)).toEqual([])
  for (const tab of ['deck', 'findings', 'slide']) {
    await page.click(`#ui-edit-tab-${tab}`)
    expect(await axeFindings(page)).toEqual([])
  }
  await page.click('.ui-edit-adder button')
  await page.waitForSelector('.ui-edit-layouts')
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.click('.ui-edit-slide[data-index="1"]')
  await page.waitForSelector('.ui-edit-grid')
  expect(await axeFindings(page)).toEqual([])
  await page.click('.ui-edit-slide[data-index="0"]')
  await openText(page, 'First text')
  expect(await axeFindings(page)).toEqual([])
})

test('two see where the other is, and that both have the same text open', async () => {
  const deck = await editDeck(three)
  const [one, two] = [await deck.open(), await deck.open()]
  await two.click('.ui-edit-slide[data-index="2"]')
  await one.waitForSelector('.ui-edit-slide[data-index="2"] .ui-edit-other')
  await one.click('.ui-edit-slide[data-index="2"]')
  await openText(two, 'Third text')
  await openText(one, 'Third text')
  await one.waitForSelector('.ui-edit-shared')
  await two.waitForSelector('.ui-edit-shared')
  await two.keyboard.press('Escape')
  await one.waitForFunction(() => !document.querySelector('.ui-edit-shared'))
})

test('a file that cannot be written says so, and what was typed is saved once it can', async () => {
  const deck = await editDeck(three)
  const page = await deck.open()
  const path = join(deck.server.folder, 'decks/talk.json')
  const text = await deck.text()
  await rm(path)
  await openText(page, 'First text')
  await page.keyboard.type(' again')
  await press(page, 'Control', 'Enter')
  await page.waitForSelector('.ui-edit-message')
  expect(await page.$eval('.ui-edit-state', (state) => state.textContent)).toBe('Kept here, not saved')
  await writeFile(path, text)
  await saved(page)
  expect(await deck.text()).toContain('First text again')
})

test('a page without a token is the plain preview', async () => {
  const deck = await editDeck(three)
  const page = await deck.open()
  await page.evaluate(() => sessionStorage.clear())
  await page.reload()
  await page.waitForSelector('.reveal.ready')
  expect(await page.$('.ui-edit')).toBeNull()
  expect(await slideNames(page)).toEqual([])
})

test('the editor adds at most 60 kB to the page of the preview, and nothing to built decks', () => {
  const client = join(import.meta.dirname, '../../../build/client')
  const size = (name: string) => gzipSync(readFileSync(join(client, name)), { level: 9 }).length
  const added = size('edit.js') + size('edit.css') - size('serve.js') - size('serve.css')
  expect(added).toBeLessThan(60_000)
  for (const name of ['deck.js', 'deck-languages.js', 'deck.css', 'deck-languages.css']) {
    expect(readFileSync(join(client, name), 'utf8')).not.toContain('ui-edit-')
  }
})
