import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from '../../../src/documents/produce.ts'

const root = join(import.meta.dirname, '../../..')
const texts = (kazakh: string, russian: string, english: string) => ({ kk: kazakh, ru: russian, en: english })

/** Slides of every kind, in three languages. */
export const content = [
  {
    block: '1',
    title: texts('Көктем көрмесі', 'Весенняя выставка', 'Spring exhibition'),
    notes: texts('Сәлем', 'Привет', 'Hello'),
  },
  {
    title: texts('Мақсат', 'Цель', 'Purpose'),
    text: texts('• Табу\n• Қолдау', '• Найти\n• Помочь', '• Find\n• Help'),
    notes: texts('Екінші', 'Вторые', 'Second'),
  },
  { title: texts('Дала', 'Степь', 'Steppe'), img_path: '/img/dala.jpg', img_alt: texts('Дала', 'Степь', 'The steppe') },
  { title: texts('Қайда', 'Где', 'Where'), map: 'Алматы' },
  { title: texts('Бейне', 'Видео', 'Film'), video: { src: '/video/vp9.webm', title: texts('Бейне', 'Видео', 'Film') } },
  { title: texts('Кесте', 'Таблица', 'Table'), table: 'A\tB\n1\t2\n3\t4' },
  { title: texts('Сан', 'Число', 'Figures'), chart: 'A\t1\nB\t2\nC\t3' },
  ...[8, 9, 10, 11].map((n) => ({ title: texts(`${n}-кезең`, `Этап ${n}`, `Stage ${n}`), text: `${n * 1111}` })),
  { block: 'closing', title: texts('Рақмет!', 'Спасибо!', 'Thank you!') },
]

/** The built pages of the deck. */
export interface WalkedDeck {
  /** The address of the page in a language. */
  address(lang: string): string
  /** Writes a changed page next to the Kazakh one. Gives its address. */
  changed(name: string, change: (html: string) => string): string
  remove(): void
}

/** Builds the deck into a folder of its own. Errors: it has findings that are errors. */
export async function buildWalkedDeck(): Promise<WalkedDeck> {
  const folder = mkdtempSync(join(tmpdir(), 'korme-engines-'))
  for (const [from, to] of [
    ['static/img/dala.jpg', 'static/img/dala.jpg'],
    ['test/fixtures/video/vp9.webm', 'static/video/vp9.webm'],
  ] as const) {
    mkdirSync(join(folder, to, '..'), { recursive: true })
    copyFileSync(join(root, from), join(folder, to))
  }
  mkdirSync(join(folder, 'decks'))
  const deck = join(folder, 'decks/walk.json')
  writeFileSync(
    deck,
    JSON.stringify({ name: texts('Көрме', 'Выставка', 'Exhibition'), lang: 'kk', langs: ['kk', 'ru', 'en'], content }),
  )
  const { outputs, diagnostics } = await build(deck, { root: folder, out: folder, lang: 'all' })
  if (diagnostics.some(({ severity }) => severity === 'error')) throw new Error(JSON.stringify(diagnostics))
  const pages = new Map<string, string>(outputs.map(({ path, lang }) => [lang, path]))
  return {
    address: (lang) => pathToFileURL(pages.get(lang)!).href,
    changed: (name, change) => {
      const path = join(folder, `${name}.html`)
      writeFileSync(path, change(readFileSync(pages.get('kk')!, 'utf8')))
      return pathToFileURL(path).href
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
