import { latinWords } from '../languages/kk/latin-words.ts'
import type { ImageAsset } from '../model/asset.ts'
import type { BlockContext } from '../model/block-type.ts'
import { isHexColor } from '../model/color.ts'
import type { LocalizedDeck } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { FittedText } from '../model/fitted.ts'
import type { ImageView, LaidOutPage, PlacedBox } from '../model/laid-out.ts'
import { defaultLang, type LocalizedText } from '../model/lang.ts'
import { unseenOn } from '../model/picture-contrast.ts'
import type { Paragraph } from '../model/text.ts'
import type { Layout, Region } from '../model/theme.ts'
import { plainParagraph } from '../typeset/parse-paragraphs.ts'
import { textBox, typesetText } from '../typeset/typeset-text.ts'
import type { LayoutContext } from './layout-context.ts'

type TypesetContext = Pick<BlockContext, 'fitter' | 'theme'>
type PageFrameContext = TypesetContext &
  Pick<BlockContext, 'report' | 'colors' | 'background'> & {
    /** Whether the page says that its letters are Latin ones, put in by Korme. */
    latin: boolean
  }

/**
 * Returns the boxes that a layout takes from the deck: those read before the blocks of the slide, and those after them.
 */
export type PageFrame = (layout: Layout) => { before: PlacedBox[]; after: PlacedBox[] }

/** Creates the frame of a slide. `section` is the number of the section, or null. */
export function createPageFrame(
  deck: LocalizedDeck,
  logo: ImageAsset | null,
  section: number | null,
  context: PageFrameContext,
): PageFrame {
  return ({ regions, ground }) => {
    const before: PlacedBox[] = []
    const after: PlacedBox[] = []
    const title = deck.logo.title?.text.trim() ? deck.logo.title : null
    if (logo && regions.logo) {
      before.push(logoBox(logo, title, regions.logo))
      reportUnseenLogo(deck, logo, ground, context)
    }
    if (title && regions.logoTitle) {
      const boxes = textBoxes('logoTitle', title, logoTitleRegion(regions, logo), context)
      if (boxes.length === 0) context.report(fieldTooLong('logo_title', title, deck))
      before.push(...boxes)
    }
    if (section !== null && regions.number) {
      before.push(...textBoxes('number', { text: String(section), lang: deck.lang }, regions.number, context))
    }
    if (regions.event) after.push(...eventBoxes(deck, regions.event, context))
    return { before, after }
  }
}

/** Reports a logo in the colour of its ground. Behind a logo on a picture is a veil in the colour of a deep ground. */
function reportUnseenLogo(
  { logo: { path, range } }: LocalizedDeck,
  logo: ImageAsset,
  ground: Layout['ground'],
  { colors, background, report }: PageFrameContext,
): void {
  const own = background !== null && isHexColor(background) ? background : null
  const behind = own ?? colors[background === null ? ground : 'deep']
  const unseen = behind && path !== null && unseenOn(behind, logo)
  if (unseen) report({ code: 'image-invisible', path, ...unseen, severity: 'warning', range })
}

/** Without a logo, its title moves into the logo's region. */
function logoTitleRegion({ logo, logoTitle }: Layout['regions'], shown: ImageAsset | null): Region {
  const region = logoTitle!
  if (!logo) return region
  if (!shown) return { ...region, x: logo.x, width: region.x + region.width - logo.x }
  const saved = logo.width - Math.ceil(logoSize(shown, logo).width)
  return { ...region, x: region.x - saved, width: region.width + saved }
}

/** A wide logo, such as a strip of donors, may be this many times as wide as its region. */
const maxLogoWidening = 5

/** The size of an uncropped logo. One wider than its region grows to the right, up to the full height of the region. */
function logoSize(picture: ImageAsset, { width, height }: Region) {
  const scale = Math.min((width * maxLogoWidening) / picture.width, height / picture.height)
  return { width: picture.width * scale, height: picture.height * scale }
}

/** The logo is aligned to the left of its region. */
function logoBox(picture: ImageAsset, title: LocalizedText | null, region: Region): PlacedBox {
  const { x, y, height } = region
  const exact = logoSize(picture, region)
  const size = { width: Math.round(exact.width), height: Math.round(exact.height) }
  const view: ImageView = {
    picture,
    alt: title ? '' : 'Logo',
    lang: title?.lang ?? defaultLang,
    fit: 'contain',
    focus: { x: 0.5, y: 0.5 },
  }
  return { x, y: y + Math.round((height - size.height) / 2), ...size, region: 'logo', template: 'image', view }
}

/** The author, the event and the date, above the line on Latin letters. */
function eventBoxes(deck: LocalizedDeck, region: Region, context: PageFrameContext): PlacedBox[] {
  const { author, event, date } = deck
  const when = [event, date].filter((text) => text !== null)
  const lines = [author, joinTexts(when, ' · ')].filter((text) => text !== null)
  const eventText = joinTexts(lines, '\n')
  const marked = context.latin ? withLatinNote(lines, region, context) : []
  if (!eventText || marked.length > 0) return marked
  const boxes = textBoxes('event', eventText, region, context)
  if (boxes.length === 0) context.report(fieldTooLong('event', eventText, deck))
  return boxes
}

/** Adds that the letters are Latin ones automatically: on a line of its own, or behind the last one, or not at all. */
function withLatinNote(lines: readonly LocalizedText[], region: Region, context: PageFrameContext): PlacedBox[] {
  for (const between of ['\n', ' · ']) {
    const text = joinTexts(
      [joinTexts(lines, '\n'), latinNote].filter((one) => one !== null),
      between,
    )
    const boxes = text ? textBoxes('event', text, region, context) : []
    if (boxes.length > 0) return boxes
  }
  return []
}

const latinNote: LocalizedText = { text: latinWords.note, lang: 'kk' }

function fieldTooLong(field: 'logo_title' | 'event', { text }: LocalizedText, { logo }: LocalizedDeck): Diagnostic {
  return { code: 'field-too-long', field, characters: text.length, severity: 'warning', range: logo.range }
}

function joinTexts(texts: readonly LocalizedText[], between: string): LocalizedText | null {
  const [first] = texts
  return first ? { text: texts.map(({ text }) => text).join(between), lang: first.lang } : null
}

const lineParagraphs = (text: string): Paragraph[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => plainParagraph(line))

/** Returns no box if the text is too long for its region. */
function textBoxes(name: string, text: LocalizedText, region: Region, context: TypesetContext): PlacedBox[] {
  const fitted = typesetText({ paragraphs: lineParagraphs(text.text), lang: text.lang, first: region }, context)
  return fitted.overflow ? [] : [textBox(fitted, 0, region, { name, lang: text.lang, theme: context.theme })]
}

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

type FooterContext = Pick<LayoutContext, 'deck' | 'layouts' | 'fitter' | 'theme'>

/**
 * Adds the footer to every page that has one: the same text on all pages, and the page number. Footers in the cache are not
 * set again.
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
    const box = text && footerBox(text, layouts[page.layout]!, pages.length, context, cache)
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
  const { title } = deck.logo
  const both = [title, deck.title].filter((text) => text !== null)
  const choices = [joinTexts(both, ' · '), title, deck.title].filter((text) => text !== null)
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
