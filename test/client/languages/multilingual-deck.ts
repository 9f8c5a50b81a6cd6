import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../../../src/documents/produce.ts'

/** Paragraphs that say which one they are; a Russian one is twice as long, so that its text takes more pages. */
const paragraphs = (word: string, filler: string, times: number) =>
  Array.from({ length: 24 }, (_, i) => `${word} ${i + 1}. ${`${filler} `.repeat(times).trim()}.`).join('\n')

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="#268"/><path d="M0 480L640 0" stroke="#fff" stroke-width="9"/></svg>'

/** A deck in three languages with a text of several pages, a table, a picture that two slides show, links, and notes. */
export const multilingualDeck = {
  name: { kk: 'Жылдық есеп', ru: 'Годовой отчёт', en: 'Annual report' },
  lang: 'kk',
  langs: ['kk', 'ru', 'en'],
  event: { kk: 'Астана форумы', ru: 'Форум в Астане', en: 'Astana Forum' },
  content: [
    {
      block: '1',
      title: { kk: 'Жылдық есеп', ru: 'Годовой отчёт', en: 'Annual report' },
      notes: { kk: 'Қонақтармен амандасу', ru: 'Поздороваться с гостями', en: 'Greet the guests' },
    },
    {
      title: { kk: 'Ұзақ мәтін', ru: 'Длинный текст', en: 'A long text' },
      text: {
        kk: paragraphs('Тармақ', 'жобалар байқауына өтінім қабылданады', 3),
        ru: paragraphs('Пункт', 'заявки на конкурс проектов принимаются до конца месяца', 6),
        en: paragraphs('Point', 'applications are accepted', 2),
      },
      notes: { kk: 'Ұзақ мәтін туралы', ru: 'О длинном тексте', en: 'About the long text' },
    },
    {
      title: { kk: 'Сурет', ru: 'Рисунок', en: 'A picture' },
      img_path: 'mark.svg',
      text: { kk: 'Бірінші слайдқа: [оралу](#1)', ru: 'К началу: [вернуться](#1)', en: 'To the start: [back](#1)' },
    },
    {
      title: { kk: 'Сурет тағы', ru: 'Рисунок ещё раз', en: 'The picture again' },
      img_path: 'mark.svg',
      text: { kk: 'Қысқа', ru: 'Кратко', en: 'Short' },
    },
    {
      block: '10',
      title: { kk: 'Рақмет', ru: 'Спасибо', en: 'Thank you' },
    },
  ],
}

/** Builds a deck into a folder that goes when `remove` is called. Returns its HTML files by their names. */
export async function builtDeck(deck: object = multilingualDeck, options: Parameters<typeof build>[1] = {}) {
  const root = mkdtempSync(join(tmpdir(), 'korme-languages-'))
  mkdirSync(join(root, 'static'))
  writeFileSync(join(root, 'report.json'), JSON.stringify(deck))
  writeFileSync(join(root, 'mark.svg'), picture)
  const result = await build(join(root, 'report.json'), { root, out: root, ...options })
  return { ...result, root, remove: () => rmSync(root, { recursive: true, force: true }) }
}
