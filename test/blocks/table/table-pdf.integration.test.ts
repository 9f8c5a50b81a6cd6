import { describe, expect, test } from 'vitest'
import { check } from '../../../src/build.ts'
import { slidesPdf } from '../../../src/documents/slides-pdf.ts'
import { type Lang, langs } from '../../../src/model/lang.ts'
import { themes } from '../../gallery/editions.ts'
import { type PdfPage, readPdf } from '../../pdf-file.ts'
import { lentPrinter, makeFirst } from '../../printer.ts'

const lent = lentPrinter()

const words: Record<Lang, string[]> = {
  kk: ['аудан', 'әкімдік', 'мектептердің', 'құрылысы', 'қаржыландыру', 'жөндеу', 'өңір', 'Ұлытау', 'шағымдары'],
  ru: ['район', 'строительство', 'финансирование', 'школ', 'ремонт', 'ответственный', 'Жетісу', 'заявления', 'план'],
  en: ['district', 'construction', 'funding', 'of', 'schools', 'repairs', 'responsible', 'applications', 'plan'],
}
const heads: Record<Lang, string[]> = {
  kk: ['Жол', 'Атауы', 'Сомасы', 'Ескертпе'],
  ru: ['Строка', 'Название', 'Сумма', 'Примечание'],
  en: ['Row', 'Name', 'Sum', 'Remark'],
}

/** Random numbers below 1 that are the same in each run. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) / 2 ** 24
  }
}

/** Rows that begin and end with their own numbers: `R7`, `E7`. Cells are empty, short, or several lines long. */
function randomRows(lang: Lang, seed: number): string[][] {
  const random = randomFrom(seed)
  const phrase = (most: number) =>
    Array.from({ length: Math.floor(random() * most) }, () => words[lang][Math.floor(random() * 9)]!).join(' ')
  return Array.from({ length: 24 + Math.floor(random() * 20) }, (_, i) => [
    `R${i}`,
    phrase(9),
    random() < 0.1 ? '' : `${Math.floor(random() * 900_000)},${Math.floor(random() * 9) + 1}`,
    `${phrase(6)} E${i}`.trim(),
  ])
}

/** A text without white space and hyphens, which lines may add and take. */
const bare = (text: string) => text.replace(/[\s\u00ad\u2010-]+/gu, '')

/** The text of some tags, in the order in which it is read. */
const textIn = (tags: readonly string[]) => bare(tags.filter((tag) => !/^<\p{Lu}\w*>$/u.test(tag)).join(''))

const title = 'Кесте'
const isTablePage = (page: PdfPage) => page.tags.includes('<Table>')

describe.each(themes.flatMap((theme) => langs.map((lang) => [theme, lang] as const)))('%s, %s', (theme, lang) => {
  test('the cells of a table of several pages are tagged, in order, whole and inside', async () => {
    const rows = randomRows(lang, 7 * themes.indexOf(theme) + langs.indexOf(lang) + 1)
    const deck = { name: 'T', lang, theme, content: [{ title, table: [heads[lang], ...rows] }] }
    const checked = await check(await lent.write(deck), {})
    const file = await readPdf(await makeFirst(slidesPdf(), checked, lent.printer))
    const pages = file.pages.filter(isTablePage)
    expect(pages.length).toBe(file.pages.length)
    expect(pages.length).toBeGreaterThan(1)
    let shown = ''
    for (const page of pages) {
      for (const tag of ['<TR>', '<TH>', '<TD>']) expect(page.tags).toContain(tag)
      expect(page.tags.filter((tag) => tag === '<Table>')).toHaveLength(1)
      expect(textIn(page.tags.slice(page.tags.indexOf('<Caption>'), page.tags.indexOf('<TR>')))).toBe(title)
      const cells = textIn(page.tags.slice(page.tags.indexOf('<TR>')))
      const head = bare(heads[lang].join(''))
      expect(cells.startsWith(head)).toBe(true)
      shown += cells.slice(head.length)
      for (const { x, width, baseline, size } of page.texts) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x + width).toBeLessThanOrEqual(page.width)
        expect(baseline - size).toBeGreaterThanOrEqual(0)
        expect(baseline).toBeLessThanOrEqual(page.height)
      }
    }
    let at = 0
    for (const cell of rows.flat()) {
      const found = shown.indexOf(bare(cell), at)
      expect(found, `${cell} behind the cells before it`).toBeGreaterThanOrEqual(0)
      at = found + bare(cell).length
    }
    for (const [i] of rows.entries()) {
      const has = (mark: string) =>
        pages.findIndex((page) => new RegExp(`(?:^|[^\\p{L}\\d])${mark}(?!\\d)`, 'u').test(page.text))
      expect(has(`R${i}`), `row ${i} begins on the page`).toBe(has(`E${i}`))
    }
  })
})
