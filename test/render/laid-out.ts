import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createFitter } from '../../src/fit/fitter.ts'
import type { ImageAsset } from '../../src/model/asset.ts'
import type { Fitter } from '../../src/model/fitted.ts'
import type { ImageView, LaidOutDeck, LaidOutPage, PlacedBox, TextView } from '../../src/model/laid-out.ts'
import type { Lang } from '../../src/model/lang.ts'
import type { Paragraph } from '../../src/model/text.ts'
import type { Face, LayoutVariant, Theme } from '../../src/model/theme.ts'

const root = join(import.meta.dirname, '../..')

/** The official theme as it lies in the repository. */
export function officialTheme(): Theme {
  const folder = join(root, 'themes/official')
  const { $schema: _, ...file } = JSON.parse(readFileSync(join(folder, 'theme.json'), 'utf8'))
  return { ...file, id: 'official', css: readFileSync(join(folder, 'theme.css'), 'utf8') }
}

export const fontFiles = (theme: Theme): { face: Face; ttf: Uint8Array; woff2: Uint8Array }[] =>
  theme.faces.map((face) => ({
    face,
    ttf: readFileSync(join(root, 'static/fonts', face.ttf)),
    woff2: readFileSync(join(root, 'static/fonts', face.woff2)),
  }))

/** Lines of a text as paragraphs: `* ` begins an item, `5. ` a numbered heading, `5) ` a numbered paragraph. */
export function paragraphs(text: string): Paragraph[] {
  return text.split('\n').map((line): Paragraph => {
    const [, sign = '', rest = ''] = /^(\* |\d+\. |\d+\) |)(.*)$/.exec(line) ?? []
    const kind = sign === '' ? 'paragraph' : sign === '* ' ? 'item' : sign.endsWith('. ') ? 'heading' : 'numbered'
    const marker = kind === 'heading' || kind === 'numbered' ? sign.trim() : ''
    const spans = rest.split(/(\*\*.+?\*\*|__.+?__|\[.+?\]\(.+?\))/).filter(Boolean)
    return {
      kind,
      marker,
      spans: spans.map((span) => {
        const link = /^\[(.+)\]\((.+)\)$/.exec(span)
        const bold = span.startsWith('**')
        const italic = span.startsWith('__')
        return {
          text: link ? link[1]! : bold || italic ? span.slice(2, -2) : span,
          bold,
          italic,
          href: link?.[2] ?? null,
        }
      }),
    }
  })
}

type Content = Record<string, string | ImageAsset | { asset: ImageAsset; alt: string }>

/** Lays out pages by hand: each region of a layout gets the text or picture of its name, at the place the theme gives it. */
export async function handMade(
  pages: {
    layout: LayoutVariant
    lang?: Lang
    content: Content
    notes?: string
    suffix?: string
    more?: Partial<LaidOutPage>
  }[],
  deck: Partial<LaidOutDeck> = {},
): Promise<LaidOutDeck> {
  const theme = deck.theme ?? officialTheme()
  const aspect = deck.aspect ?? '16:9'
  const fitter = await createFitter(fontFiles(theme))
  const lang = deck.lang ?? 'kk'
  const { stage, layouts } = theme.aspects[aspect]!
  return {
    title: 'Үздік әлеуметтік жобалар байқауы',
    lang,
    theme,
    aspect,
    stage,
    colors: theme.colors,
    logoTitle: null,
    logo: null,
    author: null,
    event: null,
    date: null,
    minutes: null,
    start: 0,
    assets: new Map(),
    ...deck,
    pages: pages.map(({ layout, lang: own = lang, content, notes, suffix = null, more }, slide): LaidOutPage => {
      const { ground, footer, ornament } = layouts[layout]!
      return {
        slide,
        part: 1,
        parts: 1,
        layout,
        lang: own,
        backgroundName: ground,
        footer,
        ornament,
        background: null,
        boxes: boxes(layout, content, own, slide, { theme, aspect, fitter, suffix }),
        notes: notes ? { text: notes, lang: own } : null,
        ...more,
      }
    }),
  }
}

interface Tools {
  theme: Theme
  aspect: '16:9' | '4:3'
  fitter: Fitter
  suffix: string | null
}

function boxes(layout: LayoutVariant, content: Content, lang: Lang, slide: number, tools: Tools): PlacedBox[] {
  const { regions } = tools.theme.aspects[tools.aspect]!.layouts[layout]!
  const placed = new Map<string, PlacedBox>()
  const place = (name: string): PlacedBox => {
    const region = regions[name]
    if (!region) throw new Error(`no region ${name} in ${layout}`)
    const { x, width, style = 'body' } = region
    const item = content[name]!
    if (typeof item !== 'string') {
      const { asset, alt } = 'asset' in item ? item : { asset: item, alt: '' }
      const view: ImageView = { picture: asset, alt, lang, fit: 'cover', focus: { x: 0.5, y: 0.5 } }
      return { x, y: region.y, width, height: region.height, region: name, template: 'image', view }
    }
    const above = region.below ? placed.get(region.below) : undefined
    const y = above ? above.y + above.height + (region.gap ?? 0) : region.y
    const height = region.y + region.height - y
    const box = { width, height }
    const request = { paragraphs: paragraphs(item), first: box, next: box, pages: 'one' as const, lang }
    const fitted = tools.fitter.fit({ ...request, style: tools.theme.styles[style]! })
    const page = fitted.pages[0]!
    const free = Math.max(0, height - page.height)
    const shift =
      region.align === 'bottom' ? free : region.align === 'middle' && page.height < 0.6 * height ? free * 0.4 : 0
    const heading = name === 'title' ? (slide === 0 ? 1 : 2) : null
    const { size, lineHeight } = fitted
    const view: TextView = { style, heading, lang, size, lineHeight, page, suffix: heading ? tools.suffix : null }
    return {
      x,
      y: y + Math.floor(shift / 4) * 4,
      width,
      height: Math.ceil(page.height),
      region: name,
      template: 'text',
      view,
    }
  }
  for (const name of Object.keys(content)) placed.set(name, place(name))
  return [...placed.values()]
}
