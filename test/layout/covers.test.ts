import { beforeAll, describe, expect, test } from 'vitest'
import { createFitter } from '../../src/fit/fitter.ts'
import { loadFaces } from '../../src/fonts/font-files.ts'
import type { TextView } from '../../src/model/laid-out.ts'
import { disk } from '../../src/system/disk.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'
import { box, type LayoutFixture, set, words } from './fixture.ts'

const names = ['official', 'calm', 'stage', 'contrast'] as const
const aspects = ['16:9', '4:3'] as const
const themes = new Map<string, LayoutFixture>()

beforeAll(async () => {
  for (const name of names) {
    const { theme } = await loadTheme(name, { files: disk, root: import.meta.dirname, out: import.meta.dirname })
    themes.set(name, { theme: theme!, fitter: await createFitter(await loadFaces(theme!)) })
  }
})

const titles = ['Қазақ жастары', 'Қазақ жастарының бірінші республикалық форумы: нәтиже мен жоспар']
const texts = [
  'Астана қаласы\n2026 жыл\nДайындаған: А. Сапарова',
  'Подготовила: А. Сапарова\nАстана, апрель 2026 года\nДля внутреннего пользования\nДокладчик: А. Сапарова',
  'Бірінші абзац.\nЕкінші абзац.\nҮшінші абзац.',
  '• Тіркелу және таныстыру\n• Пленарлық отырыс, 10:00\n• Топтық жұмыс, 14:00',
  'Бұл көктем көрмесі 2026 жылы 18 сәуірде өтеді.\n• Бірінші жоба (Astana IT)\n• Екінші жоба: 1 500 000 ₸',
  '1. бір\n2. екі\n3. үш',
  'Бір.\nЕкі.',
]

describe.each(names.flatMap((theme) => aspects.map((aspect) => ({ theme, aspect }))))('$theme $aspect', (one) => {
  const pagesOf = (slide: object, more: object = {}) =>
    set({ aspect: one.aspect, ...more, content: [slide, { title: 'Екінші', text: 'бір' }] }, themes.get(one.theme)!)
      .laidOut.pages

  test.each(titles)('two to four short lines stay on the cover "%s"', (title) => {
    for (const text of texts) {
      for (const block of ['', '1']) {
        const pages = pagesOf({ block, title, text })
        expect([text, pages.length, pages[0]!.layout]).toEqual([text, 2, 'cover'])
        const [above, below] = [box(pages[0]!, 'title'), box(pages[0]!, 'body')]
        expect(below.y - above.y - above.height).toBeGreaterThanOrEqual(20)
        expect(below.y + below.height).toBeLessThanOrEqual(656)
      }
    }
  })

  test('author, event and date keep their place below them', () => {
    const [first, ...others] = pagesOf(
      { title: titles[0], text: texts[1] },
      { author: 'А. Сапарова', event: 'Форум', date: '18.04.2026' },
    )
    expect(others).toHaveLength(1)
    const body = box(first!, 'body')
    expect(body.y + body.height).toBeLessThanOrEqual(box(first!, 'event').y)
  })

  test('of two headings in capitals on the first slide, the title stands small above the other', () => {
    const pair = { title: 'ӨҢІРЛЕРДІ ДАМЫТУ ЖОБАЛАРЫ', text: 'ЕҢ ҮЗДІК ӘЛЕУМЕТТІК ЖОБАЛАР' }
    for (const block of ['', '2']) {
      const [first] = pagesOf({ block, ...pair })
      const [above, below] = [box(first!, 'title'), box(first!, 'body')]
      const [small, large] = [above, below].map(({ view }) => (view as TextView).size)
      expect(large! / small!).toBeGreaterThanOrEqual(1.25)
      expect(below.y).toBeGreaterThan(above.y + above.height)
      expect((above.view as TextView).heading).toBe(1)
    }
    const [plain] = pagesOf({ title: 'Өңірлерді дамыту жобалары', text: pair.text })
    expect((box(plain!, 'title').view as TextView).size).toBeGreaterThan((box(plain!, 'body').view as TextView).size)
  })

  test('all footers say the same, whatever room they have', () => {
    const deck = {
      aspect: one.aspect,
      name: 'Қазақстан Республикасы өңірлерінің әлеуметтік жобалары туралы жылдық есеп',
      logo_title: 'Жастар қоры',
      content: [
        { title: 'Мәтін', text: 'бір' },
        { title: 'Сурет', text: 'бір', img_path: 'tall.jpg' },
        { title: 'Биік сурет', img_path: 'tall.jpg' },
        { title: 'Соңы', text: 'екі' },
      ],
    }
    const { pages } = set(deck, themes.get(one.theme)!).laidOut
    const footers = pages.flatMap((page) => page.boxes.filter(({ region }) => region === 'footer').map(words))
    expect(new Set(footers).size).toBe(1)
    expect(footers).toHaveLength(pages.filter(({ footer }) => footer).length)
  })
})

test('on the stage, titles of covers keep 48 px from the logo', () => {
  for (const aspect of aspects) {
    for (const layout of ['cover', 'closing'] as const) {
      const { logo, title } = themes.get('stage')!.theme.aspects[aspect]!.layouts[layout]!.regions
      expect(title!.y - logo!.y - logo!.height).toBeGreaterThanOrEqual(48)
    }
  }
})

test('in the high contrast theme, footers and captions have at least 28 px', () => {
  const { styles } = themes.get('contrast')!.theme
  expect(Math.min(...styles.footer!.sizes, ...styles.caption!.sizes)).toBeGreaterThanOrEqual(28)
})
