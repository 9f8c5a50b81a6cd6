import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { check } from '../../src/build.ts'
import { handoutExtension } from '../../src/documents/file-extensions.ts'
import { handoutPdf } from '../../src/documents/handout-pdf.ts'
import type { TextView } from '../../src/model/laid-out.ts'

const long = Array.from({ length: 800 }, (_, i) => `слово${i}`)
const deck = {
  lang: 'kk',
  langs: ['kk', 'ru'],
  content: [
    {
      title: { kk: 'Тақырып', ru: 'Заголовок' },
      text: { kk: 'Мәтін', ru: 'Текст' },
      notes: { kk: 'Жазба', ru: 'Заметка' },
    },
    { title: { kk: 'Ұзын', ru: 'Длинный' }, text: { kk: 'Қысқа', ru: long.join(' ') } },
    { title: { kk: 'Тек қазақша' }, text: { kk: 'Бір', ru: 'Один' } },
  ],
}

let path = ''
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bilingual-'))
  path = join(folder, 'deck.json')
  await writeFile(path, JSON.stringify(deck))
})
afterAll(() => rm(join(path, '..'), { recursive: true }))

const linesOf = ({ page }: TextView) =>
  page.paragraphs.map(({ lines }) => lines.map(({ runs }) => runs.map(({ text }) => text).join('')).join(' '))

describe('a handout in two languages', () => {
  test.each([1, 2, 3, 4, 6, 9] as const)(
    'has each slide with its text in the other one, %i on a sheet',
    async (perPage) => {
      const checked = await check(path)
      const { layout, diagnostics } = await handoutPdf({ bilingual: 'ru', perPage }).layout(
        checked.editions[0]!,
        checked,
      )
      const boxes = layout.sheets.flatMap(({ cells, rest }) => [...cells.flatMap(({ notes }) => notes ?? []), ...rest])
      const texts = boxes.map(({ view }) => view as TextView).filter(({ lang }) => lang === 'ru')
      const words = texts.flatMap(linesOf).join(' ').split(/\s+/)
      expect(words).toEqual(expect.arrayContaining(['Заголовок', 'Текст', 'Длинный', 'Один', 'Тек', ...long]))
      expect(words).not.toContain('Заметка')
      expect(diagnostics.filter(({ code }) => code === 'translation-missing')).toHaveLength(1)
    },
  )

  test('has a name of its own', () => {
    expect(handoutExtension({ bilingual: 'ru' })).toBe('with-ru.handout.pdf')
  })
})
