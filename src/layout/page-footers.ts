import type { BlockContext } from '../model/block-type.ts'
import type { FittedText } from '../model/fitted.ts'
import type { LaidOutPage, PlacedBox } from '../model/laid-out.ts'
import type { LocalizedText } from '../model/lang.ts'
import type { Layout, Region } from '../model/theme.ts'
import { plainParagraph } from '../typeset/parse-paragraphs.ts'
import { textBox, typesetText } from '../typeset/typeset-text.ts'
import { withoutMarkup } from '../typeset/without-markup.ts'
import { joinTexts } from './join-texts.ts'
import { latinNote, saysLatin } from './latin-note.ts'
import type { LayoutContext } from './layout-context.ts'

type TypesetContext = Pick<BlockContext, 'fitter' | 'theme'>

/** The footers of a deck by their region, and the page numbers. */
export interface FooterCache {
  /** The text that all footers show; null before there is any. */
  text: string | null
  /** For each region and text: its box, or null if it takes more than a line. */
  lines: Map<Region, Map<string, PlacedBox | null>>
  numbers: Map<Region, Map<string, PlacedBox>>
}

/** Creates an empty cache. */
export const emptyFooterCache = (): FooterCache => ({ text: null, lines: new Map(), numbers: new Map() })

/** A range of pages. `to` is not included. */
export interface PageRange {
  from: number
  to: number
}

type FooterContext = Pick<LayoutContext, 'deck' | 'layouts' | 'fitter' | 'theme' | 'latin'>

/**
 * Adds the footer to every page that has one: the same text on all pages, and the page number. The first page says there that
 * its letters are Latin ones if it has no other place for that. Footers in the cache are not set again.
 */
export function addFooters(
  pages: readonly LaidOutPage[],
  context: FooterContext,
  cache: FooterCache = emptyFooterCache(),
  { from, to }: PageRange = { from: 0, to: pages.length },
): void {
  const { deck, layouts } = context
  const text = footerText(pages, context, cache)
  cache.text = text?.text ?? null
  pages.slice(from, to).forEach((page, i) => {
    const { footer, page: number } = layouts[page.layout]!.regions
    if (!page.footer || !footer) return
    const label = { text: `${from + i + 1} / ${pages.length}`, lang: deck.lang }
    const numberBox = cachedNumberBox(number ?? footer, label, cache.numbers, context)
    const isNoted = !context.latin || from + i > 0 || saysLatin(page)
    const choices = isNoted ? [text] : [text && joinTexts([text, latinNote], ' · '), latinNote, text]
    const layout = layouts[page.layout]!
    const box = firstOf(choices, (one) => one && footerBox(one, layout, pages.length, context, cache))
    page.boxes.push(...(box ? [box] : []), numberBox)
  })
}

/**
 * Returns the text of all footers of a deck: its logo title and its title, or one of them if both do not fit on one line in
 * every footer; null if there is none. If none fits everywhere, some pages have no footer: none shows half a title.
 */
export function footerText(
  pages: readonly LaidOutPage[],
  context: FooterContext,
  cache: FooterCache,
): LocalizedText | null {
  const { deck, layouts } = context
  const names = [deck.logo.title, deck.title].map((text) => text && withoutMarkup(text))
  const choices = [
    joinTexts(
      names.filter((text) => text !== null),
      ' · ',
    ),
    ...names,
  ].filter((text) => text !== null)
  const used = [...new Set(pages.map(({ layout }) => layouts[layout]!))].filter(({ footer }) => footer)
  const fits = choices.map((text) => used.filter((one) => footerBox(text, one, pages.length, context, cache)).length)
  return choices[fits.indexOf(Math.max(...fits))] ?? null
}

/** The text of a footer on one line; null if it is too long for that. */
function footerBox(
  { text, lang }: LocalizedText,
  { regions: { footer, page } }: Layout,
  pages: number,
  context: FooterContext,
  { lines, numbers }: FooterCache,
): PlacedBox | null {
  if (!footer) return null
  const known = lines.get(footer) ?? new Map<string, PlacedBox | null>()
  lines.set(footer, known)
  const found = known.get(text)
  if (found !== undefined) return found
  const longest = { text: `${pages} / ${pages}`, lang: context.deck.lang }
  const room = page ? footer.width : cachedNumberBox(footer, longest, numbers, context).x - 16 - footer.x
  const region = { ...footer, width: room }
  const paragraphs = [plainParagraph(text.replace(/(?<!\s)\s*[\r\n]\s*/g, ' '))]
  const fitted = typesetText({ paragraphs, lang, first: region }, context)
  const box = isOneLine(fitted) ? textBox(fitted, 0, region, { name: 'footer', lang, theme: context.theme }) : null
  known.set(text, box)
  return box
}

function cachedNumberBox(
  region: Region,
  label: LocalizedText,
  numbers: FooterCache['numbers'],
  context: TypesetContext,
): PlacedBox {
  const known = numbers.get(region) ?? new Map<string, PlacedBox>()
  const box = known.get(label.text) ?? numberBox(region, label, context)
  numbers.set(region, known.set(label.text, box))
  return box
}

/** The page number, in a box as wide as its text, at the right end of its region. */
function numberBox(region: Region, label: LocalizedText, context: TypesetContext): PlacedBox {
  const fitted = typesetText({ paragraphs: [plainParagraph(label.text)], lang: label.lang, first: region }, context)
  const box = textBox(fitted, 0, region, { name: 'page', lang: label.lang, theme: context.theme })
  const width = Math.ceil(fitted.pages[0]!.paragraphs[0]!.lines[0]!.width) + 1
  return { ...box, x: region.x + region.width - width, width }
}

const isOneLine = ({ overflow, pages }: FittedText) =>
  !overflow && pages.length === 1 && pages[0]!.paragraphs.length === 1 && pages[0]!.paragraphs[0]!.lines.length === 1

/** The first result that is not null. */
function firstOf<T, R>(items: readonly T[], make: (item: T) => R | null): R | null {
  for (const item of items) {
    const made = make(item)
    if (made !== null) return made
  }
  return null
}
