import type { ImageAsset } from '../model/asset.ts'
import type { BlockContext } from '../model/block-type.ts'
import type { LocalizedDeck } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { FittedText } from '../model/fitted.ts'
import type { ImageView, LaidOutPage, PlacedBox } from '../model/laid-out.ts'
import { defaultLang, type LocalizedText } from '../model/lang.ts'
import type { Paragraph } from '../model/text.ts'
import type { Layout, Region } from '../model/theme.ts'
import { plainParagraph } from '../typeset/parse-paragraphs.ts'
import { textBox, typesetText } from '../typeset/typeset-text.ts'
import type { LayoutContext } from './layout-context.ts'

type TypesetTools = Pick<BlockContext, 'fitter' | 'theme'>
type FrameTools = TypesetTools & Pick<BlockContext, 'report'>

/** What a layout takes from the deck rather than from the slide: boxes read before the slide's own, and after them. */
export type PageFrame = (layout: Layout) => { before: PlacedBox[]; after: PlacedBox[] }

/** The frame of a slide; `section` is its ordinal among the sections, or null. */
export function createPageFrame(
  deck: LocalizedDeck,
  logo: ImageAsset | null,
  section: number | null,
  tools: FrameTools,
): PageFrame {
  return ({ regions }) => {
    const before: PlacedBox[] = []
    const after: PlacedBox[] = []
    const title = deck.logo.title?.text.trim() ? deck.logo.title : null
    if (logo && regions.logo) before.push(logoBox(logo, title, regions.logo))
    if (title && regions.logoTitle) {
      const boxes = textBoxes('logoTitle', title, logoTitleRegion(regions, logo), tools)
      if (boxes.length === 0) tools.report(fieldTooLong('logo_title', title, deck))
      before.push(...boxes)
    }
    if (section !== null && regions.number) {
      before.push(...textBoxes('number', { text: String(section), lang: deck.lang }, regions.number, tools))
    }
    if (regions.event) after.push(...eventBoxes(deck, regions.event, tools))
    return { before, after }
  }
}

/** The logo's title moves to the place of a logo that is not there. */
function logoTitleRegion({ logo, logoTitle }: Layout['regions'], shown: ImageAsset | null): Region {
  const region = logoTitle!
  if (!logo) return region
  if (!shown) return { ...region, x: logo.x, width: region.x + region.width - logo.x }
  const saved = logo.width - Math.min(logo.width, Math.ceil((logo.height * shown.width) / shown.height))
  return { ...region, x: region.x - saved, width: region.width + saved }
}

/** A logo stands whole at the left of its region. */
function logoBox(picture: ImageAsset, title: LocalizedText | null, { x, y, width, height }: Region): PlacedBox {
  const scale = Math.min(width / picture.width, height / picture.height)
  const size = { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) }
  const view: ImageView = {
    picture,
    alt: title ? '' : 'Logo',
    lang: title?.lang ?? defaultLang,
    fit: 'contain',
    focus: { x: 0.5, y: 0.5 },
  }
  return { x, y: y + Math.round((height - size.height) / 2), ...size, region: 'logo', template: 'image', view }
}

/** Who speaks; what the event is and when. */
function eventBoxes(deck: LocalizedDeck, region: Region, tools: FrameTools): PlacedBox[] {
  const { author, event, date } = deck
  const when = [event, date].filter((text) => text !== null)
  const lines = [author, joinTexts(when, ' · ')].filter((text) => text !== null)
  const eventText = joinTexts(lines, '\n')
  if (!eventText) return []
  const boxes = textBoxes('event', eventText, region, tools)
  if (boxes.length === 0) tools.report(fieldTooLong('event', eventText, deck))
  return boxes
}

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

/** Nothing where the text is too long for its place. */
function textBoxes(name: string, text: LocalizedText, region: Region, tools: TypesetTools): PlacedBox[] {
  const fitted = typesetText({ paragraphs: lineParagraphs(text.text), lang: text.lang, first: region }, tools)
  return fitted.overflow ? [] : [textBox(fitted, 0, region, { name, lang: text.lang, theme: tools.theme })]
}

/** Footers by their region: what they say, and the numbers of the pages. */
export interface FooterCache {
  lines: Map<Region, PlacedBox[]>
  numbers: Map<Region, Map<string, PlacedBox>>
}

export const emptyFooterCache = (): FooterCache => ({ lines: new Map(), numbers: new Map() })

/** Some of the pages of a deck: indexes, `to` not included. */
export interface PageRange {
  from: number
  to: number
}

/**
 * Adds the footer to every page that has one: logo title and deck title on one line, and the page's number. Those that
 * were set before are not set again.
 */
export function addFooters(
  pages: readonly LaidOutPage[],
  { deck, layouts, ...tools }: Pick<LayoutContext, 'deck' | 'layouts' | 'fitter' | 'theme'>,
  { lines, numbers }: FooterCache = emptyFooterCache(),
  { from, to }: PageRange = { from: 0, to: pages.length },
): void {
  pages.slice(from, to).forEach((page, i) => {
    const { footer, page: number } = layouts[page.layout]!.regions
    if (!page.footer || !footer) return
    const label = { text: `${from + i + 1} / ${pages.length}`, lang: deck.lang }
    const numberBox = cachedNumberBox(number ?? footer, label, numbers, tools)
    const region = number ? footer : { ...footer, width: numberBox.x - 16 - footer.x }
    const known = lines.get(footer) ?? footerBoxes(deck, region, tools)
    lines.set(footer, known)
    page.boxes.push(...known, numberBox)
  })
}

function cachedNumberBox(
  region: Region,
  label: LocalizedText,
  numbers: FooterCache['numbers'],
  tools: TypesetTools,
): PlacedBox {
  const known = numbers.get(region) ?? new Map<string, PlacedBox>()
  const box = known.get(label.text) ?? numberBox(region, label, tools)
  numbers.set(region, known.set(label.text, box))
  return box
}

/** The number stands at the right end of its region, in a box as wide as it is. */
function numberBox(region: Region, label: LocalizedText, tools: TypesetTools): PlacedBox {
  const fitted = typesetText({ paragraphs: [plainParagraph(label.text)], lang: label.lang, first: region }, tools)
  const box = textBox(fitted, 0, region, { name: 'page', lang: label.lang, theme: tools.theme })
  const width = Math.ceil(fitted.pages[0]!.paragraphs[0]!.lines[0]!.width) + 1
  return { ...box, x: region.x + region.width - width, width }
}

/** All of it on one line, else the shorter half, else nothing: a footer never has half a name. */
function footerBoxes(deck: LocalizedDeck, region: Region, tools: TypesetTools): PlacedBox[] {
  const { title } = deck.logo
  const both = [title, deck.title].filter((text) => text !== null)
  const choices = [joinTexts(both, ' · '), title ?? deck.title, deck.title].filter((text) => text !== null)
  for (const text of choices) {
    const paragraphs = [plainParagraph(text.text.replace(/\s*[\r\n]+\s*/g, ' '))]
    const fitted = typesetText({ paragraphs, lang: text.lang, first: region }, tools)
    if (isOneLine(fitted)) return [textBox(fitted, 0, region, { name: 'footer', lang: text.lang, theme: tools.theme })]
  }
  return []
}

const isOneLine = ({ overflow, pages }: FittedText) =>
  !overflow && pages.length === 1 && pages[0]!.paragraphs.length === 1 && pages[0]!.paragraphs[0]!.lines.length === 1
