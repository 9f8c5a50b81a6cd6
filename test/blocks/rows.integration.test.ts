import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build } from '../../src/documents/produce.ts'
import { faultsOf, violationsOf } from '../accessible.ts'
import { openPage } from '../browser.ts'
import { aspects, galleryDeck, themes } from '../gallery/editions.ts'

let out: string
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'korme-rows-'))
})
afterAll(() => rm(out, { recursive: true, force: true }))

const htmlOf = async (theme: (typeof themes)[number], aspect: (typeof aspects)[number]) => {
  const { outputs } = await build(galleryDeck, { theme, aspect, lang: 'kk', out: join(out, theme + aspect[0]) })
  return outputs[0]!.path
}

interface Seen {
  tables: number
  lists: number
  /** Texts that a browser draws outside of their cell, of their slide, or lower than the row. */
  faults: string[]
}

/** Each theme on one of the stages. */
const editions = themes.map((theme, i) => ({ theme, aspect: aspects[i % aspects.length]! }))

describe.each(editions)('$theme $aspect', (one) => {
  test('people, programmes and stages stand in a browser as they were set', async () => {
    const path = await htmlOf(one.theme, one.aspect)
    const { page, errors, close } = await openPage(pathToFileURL(path).href, { scripts: false })
    const seen: Seen = await page.evaluate(() => {
      const faults: string[] = []
      const boxOf = (element: Element) => element.getBoundingClientRect()
      const scale = (slide: Element) => boxOf(slide).width / (slide as HTMLElement).offsetWidth
      const data = [...document.querySelectorAll('.programme, ul.people, .stages')]
      for (const drawn of data) {
        const slide = drawn.closest('.slide')!
        // Slides that are not shown have no boxes.
        for (const other of document.querySelectorAll('.slide')) (other as HTMLElement).style.display = 'none'
        ;(slide as HTMLElement).style.display = 'block'
        const frame = boxOf(slide)
        for (const line of drawn.querySelectorAll('.ln')) {
          const box = boxOf(line)
          const cell = line.closest('td, th, .person, .stage-label, .stage-text, .initials')!
          const around = boxOf(cell)
          const slack = scale(slide)
          if (box.right > around.right + slack || box.bottom > around.bottom + 4 * slack)
            faults.push(line.textContent ?? '')
          if (box.left < frame.left || box.right > frame.right || box.bottom > frame.bottom)
            faults.push(line.textContent ?? '')
        }
        for (const row of drawn.querySelectorAll('tr')) {
          const height = Number(/\bh(\d+)\b/.exec(row.className)![1])
          if (Math.abs(boxOf(row).height / scale(slide) - height) > 0.6) faults.push(row.textContent ?? '')
        }
      }
      return {
        tables: document.querySelectorAll('table.programme').length,
        lists: document.querySelectorAll('ol.stages, ul.people').length,
        faults,
      }
    })
    await close()
    expect(errors).toEqual([])
    expect(seen.faults).toEqual([])
    expect([seen.tables > 0, seen.lists]).toEqual([true, 4])
  })
})

const deck = {
  lang: 'kk',
  content: [
    { title: 'Форум', text: 'Бағдарлама' },
    {
      title: 'Бағдарлама',
      timeline: 'Уақыты\tНе\tҚайда\n1-күн\n09:00\tТіркеу\tФойе\n10:00\tҮзіліс\tФойе\n11:00\tДәріс\tЗал',
    },
    { title: 'Кезеңдер', timeline: '2021: бастау\n2022: өсу\n2023: қорытынды' },
    { title: 'Штаб', people: ['Айгүл Сәрсен, жетекші', 'Ерлан Ким, редактор'] },
  ],
}

test('they are tables and lists for people who use screen readers', async () => {
  const path = join(out, 'rows.json')
  await writeFile(path, JSON.stringify(deck))
  const { outputs } = await build(path, { out })
  const address = pathToFileURL(outputs[0]!.path).href
  expect(await violationsOf(address)).toEqual([])
  expect(await faultsOf(await readFile(outputs[0]!.path, 'utf8'))).toEqual([])
  const { page, close } = await openPage(address, { scripts: false })
  const shown = await page.evaluate(() => ({
    heads: [...document.querySelectorAll('th')].map((head) => `${head.scope} ${head.innerText.trim()}`),
    stages: [...document.querySelectorAll('ol.stages > li')].map((item) => item.textContent),
    people: [...document.querySelectorAll('ul.people > li')].map((item) => item.querySelector('.person')?.textContent),
    hidden: [...document.querySelectorAll('.plate')].every((plate) => plate.ariaHidden === 'true'),
  }))
  await close()
  expect(shown).toEqual({
    heads: ['col Уақыты', 'col Не', 'col Қайда', 'rowgroup 1-күн', 'row 09:00', 'row 10:00', 'row 11:00'],
    stages: ['2021бастау', '2022өсу', '2023қорытынды'],
    people: ['Айгүл Сәрсенжетекші', 'Ерлан Кимредактор'],
    hidden: true,
  })
})
