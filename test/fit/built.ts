import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { build } from '../../src/documents/produce.ts'
import type { FittedPage } from '../../src/model/fitted.ts'
import type { LaidOutDeck, TextView } from '../../src/model/laid-out.ts'
import type { Paragraph } from '../../src/model/text.ts'
import { prose, randomNumbers } from './generate.ts'

/** A deck of generated slides, built by the whole pipeline. */
export interface BuiltDeck {
  /** The text of each slide as it was written, white space and list marks aside. */
  sources: string[]
  deck: LaidOutDeck
  /** All slides one below the other, as a browser without JavaScript shows them. */
  html: string
}

export async function buildDeck(slides: readonly Paragraph[][]): Promise<BuiltDeck> {
  const folder = await mkdtemp(join(tmpdir(), 'korme-fit-'))
  try {
    await mkdir(join(folder, 'static'))
    const random = randomNumbers(1)
    const titles = slides.map(() =>
      prose(20, random)
        .slice(0, 20 + random() * 60)
        .trim(),
    )
    const content = slides.map((paragraphs, i) => ({ title: titles[i], text: paragraphs.map(lineOf).join('\n') }))
    const path = join(folder, 'deck.json')
    await writeFile(path, JSON.stringify({ name: 'Сынақ', lang: 'kk', content }))
    const built = await build(path)
    const { deck } = built.editions[0]!
    const html = await readFile(built.outputs[0]!.path, 'utf8')
    return { sources: slides.map((all) => all.map(textOf).join(' ')), deck, html: asDocument(html) }
  } finally {
    await rm(folder, { recursive: true })
  }
}

const asDocument = (html: string) => html.replace(/<script[\s\S]*?<\/script>|<\/?noscript>/g, '')
const textOf = ({ marker, spans }: Paragraph) => `${marker && `${marker} `}${spans[0]!.text}`
const lineOf = (paragraph: Paragraph) => `${paragraph.kind === 'item' ? '• ' : ''}${textOf(paragraph)}`

/** The bodies of the deck's pages, as they were set. */
export function bodies({ pages }: LaidOutDeck): { slide: number; body: FittedPage }[] {
  return pages.flatMap(({ slide, boxes }) => {
    const box = boxes.find(({ region }) => region === 'body')
    return box ? [{ slide, body: (box.view as TextView).page }] : []
  })
}

/** What a browser shows of each slide. Units: px. */
export interface Shown {
  slide: string
  /** How far the texts reach below their boxes, and to the right of them. */
  below: number
  beyond: number
  /** Lines that a browser broke again. */
  torn: number
  /** Height of the body, without its margin, and its text paragraph by paragraph. */
  height: number
  texts: string[]
}

/** Reads each slide out of a browser; `spacing` puts its letters further apart. */
export function readSlides(page: Page, spacing: string): Promise<Shown[]> {
  return page.evaluate((spacing) => {
    // A style element would be refused by the page's policy.
    const sheet = new CSSStyleSheet()
    if (spacing !== '') sheet.insertRule(`.slide .box * { letter-spacing: ${spacing} !important }`)
    document.adoptedStyleSheets = [sheet]
    const shown = [...document.querySelectorAll('.slide')].map((slide) => {
      let [below, beyond, torn] = [0, 0, 0]
      for (const box of slide.querySelectorAll('div.box')) {
        const text = box.firstElementChild
        const lines = [...box.querySelectorAll('.ln')]
        if (!text || lines.length === 0) continue
        const outer = box.getBoundingClientRect()
        below = Math.max(below, text.getBoundingClientRect().bottom - outer.bottom)
        for (const line of lines) {
          const rects = [...line.getClientRects()]
          torn += new Set(rects.map(({ top }) => Math.round(top))).size > 1 ? 1 : 0
          beyond = Math.max(beyond, ...rects.map(({ right }) => right - outer.right))
        }
      }
      const body = slide.querySelector('.prose')
      const texts = [...(body?.querySelectorAll(':is(p, h2, h3, li):not(.repeated)') ?? [])].map((one) =>
        (one.textContent ?? '').trim(),
      )
      const height = body?.getBoundingClientRect().height ?? 0
      return { slide: slide.id, below, beyond, torn, height, texts }
    })
    document.adoptedStyleSheets = []
    return shown
  }, spacing)
}

/** The pieces put together at their page breaks, where a space may stand or not, as far as they are the source's text. */
export function rejoined(source: string, pieces: readonly string[]): string {
  let at = 0
  for (const piece of pieces) {
    if (source[at] === ' ') at++
    if (!source.startsWith(piece, at)) return `${source.slice(0, at)} | ${piece}`
    at += piece.length
  }
  return source.slice(0, at)
}
