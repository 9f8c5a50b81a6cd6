import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type BuildOptions, check } from '../../src/build.ts'
import { type HandoutPdfOptions, handoutPdf } from '../../src/documents/handout-pdf.ts'
import { checkStandards } from '../pdf/standards.ts'
import { readPdf } from '../pdf-file.ts'
import { lentPrinter, makeFirst } from '../printer.ts'
import { bilingualDeck, longText, picture } from './bilingual-deck.ts'

const lent = lentPrinter()
let path = ''
beforeAll(async () => {
  path = await lent.write(bilingualDeck)
  await writeFile(join(lent.folder, 'a.svg'), picture)
})

const print = async (options: HandoutPdfOptions, build: BuildOptions = {}, partPages?: number) =>
  makeFirst(handoutPdf({ bilingual: 'ru', ...options }), await check(path, build), lent.printer, partPages)

const cases: [string, HandoutPdfOptions, BuildOptions?, number?][] = [
  ['chosen by itself', {}],
  ['2 on a sheet, with notes', { perPage: 2, notes: true }],
  ['3 on letter paper, with lines, for both sides', { perPage: 3, paper: 'letter', lines: true, duplex: true }],
  ['6 on A5 in full colours', { perPage: 6, paper: 'a5', printMode: 'full' }],
  ['in parts', { perPage: 1, notes: true }, {}, 2],
  ['Cyrillic beside Latin letters', { bilingual: 'kk', notes: true }, { script: 'latn' }],
  ['Latin letters beside Russian', { bilingual: 'kk', script: 'latn' }, { lang: 'ru', script: 'latn' }],
]

describe('a handout in two languages', () => {
  test.each(cases)('%s: follows PDF/UA-1 and PDF/A-2a', async (_, options, build = {}, partPages) => {
    expect(await checkStandards(await print(options, build, partPages))).toEqual([])
  })

  test('says in the PDF what stands beside each slide, after the slide, in tables and lists', async () => {
    const { pages } = await readPdf(await print({ perPage: 2 }))
    const tags = pages.flatMap((page) => page.tags)
    const at = (word: string) => tags.findIndex((tag) => tag.includes(word))
    for (const [own, other] of [
      ['Тақырып', 'Заголовок'],
      ['Білім', 'Образование'],
      ['Тіркеу', 'Регистрация'],
    ] as const)
      expect(at(own)).toBeLessThan(at(other))
    expect(tags.filter((tag) => tag === '<Table>').length).toBeGreaterThanOrEqual(8)
    const text = pages.map((page) => page.text).join(' ')
    for (const word of longText) expect(text).toContain(word)
    expect(text).not.toContain('Описание')
  })
})

const htmlOf = async (options: HandoutPdfOptions, build: BuildOptions = {}) => {
  const checked = await check(path, build)
  const edition = checked.editions[0]!
  const kind = handoutPdf(options)
  const { layout } = await kind.layout(edition, checked)
  let html = ''
  for await (const part of kind.render([{ edition, layout }], checked)) html += part.html
  return html
}

test.each([
  ['kk', { bilingual: 'ru' }, {}, '<div lang="ru"><div class="box handout-notes', 'Заголовок'],
  ['kk-Latn', { bilingual: 'kk' }, { script: 'latn' }, '<div lang="kk"><div class="box handout-notes', 'Тақырып'],
  [
    'ru',
    { bilingual: 'kk', script: 'latn' },
    { lang: 'ru', script: 'latn' },
    '<div lang="kk-Latn"><div class="box handout-notes',
    'Taqyryp',
  ],
] as const)(
  'the document is tagged %s, the words beside it in their own language',
  async (lang, options, build, wrapper, word) => {
    const html = await htmlOf(options, build)
    expect(html).toContain(`<html lang="${lang}"`)
    const first = html.split(wrapper)[1]!
    expect(first.slice(0, first.indexOf('</div></div>'))).toContain(word)
  },
)
