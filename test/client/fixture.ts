import { createFitter } from '../../src/fit/fitter.ts'
import { loadFaces } from '../../src/fonts/font-files.ts'
import { page as en } from '../../src/languages/en/page.ts'
import { page as kk } from '../../src/languages/kk/page.ts'
import { page as ru } from '../../src/languages/ru/page.ts'
import type { Fitter } from '../../src/model/fitted.ts'
import type { LaidOutDeck, LaidOutPage, PlacedBox, TextView } from '../../src/model/laid-out.ts'
import type { Lang } from '../../src/model/lang.ts'
import type { Theme } from '../../src/model/theme.ts'
import { renderHtml } from '../../src/render/render-html.ts'
import { disk } from '../../src/system/disk.ts'
import { readClientFile } from '../../src/system/package-root.ts'
import { loadTheme } from '../../src/theme/load-theme.ts'

export const words = { en, ru, kk }

/** A slide of a test: its title, the lines of its text (`- ` starts an item), its notes. */
export interface TestSlide {
  title: string
  text?: string[]
  notes?: string
}

export interface TestDeck {
  slides: TestSlide[]
  lang?: Lang
  minutes?: number | null
  start?: number
  /** The text of the footer. */
  footer?: string
}

const root = new URL('../..', import.meta.url).pathname
let ready: Promise<{ theme: Theme; fitter: Fitter; faces: Awaited<ReturnType<typeof loadFaces>> }> | undefined

async function load() {
  const { theme } = await loadTheme('official', { files: disk, root, out: root })
  if (!theme) throw new Error('the official theme is missing')
  const faces = await loadFaces(theme)
  return { theme, faces, fitter: await createFitter(faces) }
}

/** Builds a page as `korme build` does, without a deck file. */
export async function pageOf({ slides, lang = 'en', minutes = null, start = 0, footer }: TestDeck): Promise<string> {
  ready ??= load()
  const { theme, fitter, faces } = await ready
  const stage = theme.aspects['16:9']!.stage
  const deck: LaidOutDeck = {
    title: slides[0]!.title,
    lang,
    theme,
    aspect: '16:9',
    stage,
    colors: theme.colors,
    logoTitle: null,
    logo: null,
    author: null,
    event: null,
    date: null,
    minutes,
    pages: slides.map((slide, index) => layOut(slide, index, { theme, fitter, lang, footer })),
    start,
    assets: new Map(),
  }
  const [script, style] = await Promise.all([readClientFile('deck.js'), readClientFile('deck.css')])
  return renderHtml(deck, { script, style, fonts: faces, notes: true, words: words[lang], languages: words })
}

interface Tools {
  theme: Theme
  fitter: Fitter
  lang: Lang
  footer?: string | undefined
}

function layOut({ title, text, notes }: TestSlide, index: number, tools: Tools): LaidOutPage {
  const { lang, theme, footer } = tools
  const name = index === 0 ? 'cover' : 'text'
  const layout = theme.aspects['16:9']!.layouts[name]!
  const head = textBox('title', [title], index === 0 ? 1 : 2, name, tools)
  const body = text ? [textBox('body', text, null, 'text', tools)] : []
  const number = layout.footer ? [textBox('page', [`${index + 1}`], null, name, tools)] : []
  const line = layout.footer && footer ? [textBox('footer', [footer], null, name, tools)] : []
  return {
    slide: index,
    part: 1,
    parts: 1,
    layout: name,
    lang,
    backgroundName: layout.ground,
    footer: layout.footer,
    ornament: layout.ornament,
    background: null,
    boxes: [head, ...body, ...line, ...number],
    notes: notes === undefined ? null : { text: notes, lang },
  }
}

function textBox(
  region: string,
  lines: string[],
  heading: TextView['heading'],
  layout: 'cover' | 'text',
  { theme, fitter, lang }: Tools,
): PlacedBox {
  const place = theme.aspects['16:9']!.layouts[layout]!.regions[region]!
  const paragraphs = lines.map((line) => ({
    kind: line.startsWith('- ') ? ('item' as const) : ('paragraph' as const),
    marker: '',
    spans: [{ text: line.replace(/^- /, ''), bold: false, italic: false, href: null }],
  }))
  const style = theme.styles[place.style!]!
  const fitted = fitter.fit({ paragraphs, style, first: place, next: place, pages: 'one', lang })
  const page = fitted.pages[0]!
  const view: TextView = { ...fitted, style: place.style!, heading, lang, page, suffix: null }
  return { x: place.x, y: place.y, width: place.width, height: page.height, region, template: 'text', view }
}

/** Twelve slides in Kazakh, with notes on the first ones. */
export const contest: TestDeck = {
  lang: 'kk',
  minutes: 15,
  slides: [
    { title: 'Үздік әлеуметтік жобалар байқауы', notes: 'Қонақтармен амандасу.\nҰйымдастырушыларға алғыс айту.' },
    {
      title: 'Байқаудың мақсаты',
      text: [
        'Ел өңірлеріндегі үздік әлеуметтік жобаларды табу және қолдау.',
        '- Тәжірибе алмасу',
        '- Жаңа серіктестер',
      ],
      notes: 'Былтыр 495 жоба қатысты. Биыл одан көп болады деп күтеміз, себебі өтінім мерзімі ұзартылды.',
    },
    { title: 'Кімдер қатыса алады', text: ['- Қоғамдық бірлестіктер', '- Қорлар', '- Мекемелер мен кәсіпкерлер'] },
    ...Array.from({ length: 9 }, (_, i) => ({
      title: `${i + 4}-кезең`,
      text: ['Өтінімдер маусымның 30-ына дейін қабылданады, қорытынды қыркүйекте шығады.'],
    })),
  ],
}
