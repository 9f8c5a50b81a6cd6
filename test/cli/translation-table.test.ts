import { describe, expect, test } from 'vitest'
import { translationTable } from '../../src/cli/print-translations.ts'
import { loadAllMessages } from '../../src/languages/languages.ts'
import { langs } from '../../src/model/lang.ts'
import type { SlideTranslations } from '../../src/model/translation.ts'
import { noColor } from '../../src/report/colors.ts'
import { columnWidth } from '../../src/report/printable.ts'
import { folder, runKorme } from './run-korme.ts'

const messages = await loadAllMessages()
const slide = (n: number, ru: number, en: number, title = 'Тақырып'): SlideTranslations => ({
  slide: n,
  title,
  texts: 4,
  missing: { kk: 0, ru, en },
})
const tableIn = (lang: (typeof langs)[number], slides: readonly SlideTranslations[], width = 80) =>
  translationTable({ file: 'decks/a.json', langs, slides }, messages[lang], { width, paint: noColor })

const slides = [
  { slide: null, title: null, texts: 2, missing: { kk: 0, ru: 1, en: 2 } },
  slide(1, 1, 4, 'Қысқа тақырып'),
  slide(2, 0, 0),
  slide(
    3,
    0,
    4,
    '📈 Көрсеткіштер 日本語 ұзын тақырып, ол бағанға сыймайды, сондықтан соңы кесіледі де, көп нүкте қойылады',
  ),
  ...[5, 6, 7].map((n) => slide(n, 4, 4)),
  slide(9, 1, 4),
  slide(10, 1, 4),
]

describe.each(langs)('in %s', (lang) => {
  test('rows are aligned and no wider than 80 columns; equal slides in a row are one', async () => {
    const text = tableIn(lang, slides)
    const lines = text.trimEnd().split('\n')
    expect(Math.max(...lines.map(columnWidth))).toBeLessThanOrEqual(80)
    const at = lines.findIndex((line) => /^\s+kk {2}ru {3}en/.test(line))
    const column = columnWidth(lines[at]!.slice(0, lines[at]!.indexOf('kk')))
    const rows = lines.slice(at + 1, at + 7)
    expect(rows.map((row) => row[column])).toEqual(Array(6).fill('✓'))
    await expect(text).toMatchFileSnapshot(`../fixtures/messages/translations.${lang}.txt`)
  })

  test('a deck that lacks nothing is told in a sentence, and one in one language not at all', () => {
    expect(tableIn(lang, [slide(1, 0, 0)])).toMatch(/^decks\/a\.json: .+\(kk, ru, en\)\.\n$/)
    expect(
      translationTable({ file: 'a', langs: ['kk'], slides: [] }, messages[lang], { width: 80, paint: noColor }),
    ).toBe('')
  })
})

test('more than 30 rows are counted', () => {
  const many = Array.from({ length: 100 }, (_, i) => slide(i + 1, (i % 2) + 1, 3))
  expect(tableIn('en', many).split('\n')).toHaveLength(1 + 1 + 30 + 1 + 2 + 1)
  expect(tableIn('en', many)).toContain('\nand 70 more\n')
})

test('check prints the table, and gives the same to programs', async () => {
  const deck = {
    langs: ['kk', 'ru'],
    content: [{ title: { kk: 'Есеп', ru: 'Отчёт' } }, { title: { kk: 'Ән' }, text: { kk: 'а', ru: 'б' } }],
  }
  const cwd = await folder({ 'a.json': JSON.stringify(deck) })
  const { stdout } = await runKorme(cwd, ['check', 'a.json'])
  expect(stdout).toContain('         kk  ru\nSlide 2  ✓   1/2  Ән\n')
  const { files } = JSON.parse((await runKorme(cwd, ['check', '--json', 'a.json'])).stdout)
  expect(files[0].translations).toEqual([{ slide: 2, lang: 'ru', texts: 2, missing: 1 }])
  expect((await runKorme(cwd, ['check', '--quiet', 'a.json'])).stdout).toBe('')
})
