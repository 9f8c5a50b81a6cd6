import type { ImageAsset } from '../model/asset.ts'
import type { PlaceTools } from '../model/block.ts'
import type { LocalDeck } from '../model/deck.ts'
import type { Found } from '../model/diagnostic.ts'
import type { FittedText } from '../model/fitted.ts'
import type { ImageView, Page, PlacedBox } from '../model/laid-out.ts'
import type { Said } from '../model/lang.ts'
import type { Paragraph } from '../model/text.ts'
import type { Layout, Region } from '../model/theme.ts'
import { paragraph } from '../typeset/paragraphs.ts'
import { setText, textBox } from '../typeset/set-text.ts'
import type { House } from './house.ts'

type Tools = Pick<PlaceTools, 'fitter' | 'theme'>
type ReportingTools = Tools & Pick<PlaceTools, 'report'>

/** What a layout takes from the deck rather than from the slide: boxes read before the slide's own, and after them. */
export type Frame = (layout: Layout) => { before: PlacedBox[]; after: PlacedBox[] }

/** The frame of a slide; `section` is its ordinal among the sections, or null. */
export function frameOf(
  deck: LocalDeck,
  logo: ImageAsset | null,
  section: number | null,
  tools: ReportingTools,
): Frame {
  return ({ regions }) => {
    const before: PlacedBox[] = []
    const after: PlacedBox[] = []
    const title = deck.logo.title?.text.trim() ? deck.logo.title : null
    if (logo && regions.logo) before.push(logoBox(logo, title, regions.logo))
    if (title && regions.logoTitle) {
      const boxes = textIn('logoTitle', title, beside(regions, logo), tools)
      if (boxes.length === 0) tools.report(tooLong('logo_title', title, deck))
      before.push(...boxes)
    }
    if (section !== null && regions.number) {
      before.push(...textIn('number', { text: String(section), lang: deck.lang }, regions.number, tools))
    }
    if (regions.event) after.push(...eventBoxes(deck, regions.event, tools))
    return { before, after }
  }
}

/** The logo's title moves to the place of a logo that is not there. */
function beside({ logo, logoTitle }: Layout['regions'], shown: ImageAsset | null): Region {
  const region = logoTitle!
  if (!logo) return region
  if (!shown) return { ...region, x: logo.x, width: region.x + region.width - logo.x }
  const saved = logo.width - Math.min(logo.width, Math.ceil((logo.height * shown.width) / shown.height))
  return { ...region, x: region.x - saved, width: region.width + saved }
}

/** A logo stands whole at the left of its region. */
function logoBox(picture: ImageAsset, title: Said | null, { x, y, width, height }: Region): PlacedBox {
  const scale = Math.min(width / picture.width, height / picture.height)
  const size = { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) }
  const view: ImageView = {
    picture,
    alt: title ? '' : 'Logo',
    lang: title?.lang ?? 'en',
    fit: 'contain',
    focus: { x: 0.5, y: 0.5 },
  }
  return { x, y: y + Math.round((height - size.height) / 2), ...size, region: 'logo', template: 'image', view }
}

/** Who speaks; what the event is and when. */
function eventBoxes(deck: LocalDeck, region: Region, tools: ReportingTools): PlacedBox[] {
  const { author, event, date } = deck
  const when = [event, date].filter((said) => said !== null)
  const lines = [author, joined(when, ' · ')].filter((said) => said !== null)
  const whole = joined(lines, '\n')
  if (!whole) return []
  const boxes = textIn('event', whole, region, tools)
  if (boxes.length === 0) tools.report(tooLong('event', whole, deck))
  return boxes
}

function tooLong(field: 'logo_title' | 'event', { text }: Said, { logo }: LocalDeck): Found {
  return { code: 'field-too-long', field, characters: text.length, severity: 'warning', range: logo.range }
}

function joined(texts: readonly Said[], between: string): Said | null {
  const [first] = texts
  return first ? { text: texts.map(({ text }) => text).join(between), lang: first.lang } : null
}

const linesOf = (text: string): Paragraph[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => paragraph(line))

/** Nothing where the text is too long for its place. */
function textIn(name: string, said: Said, region: Region, tools: Tools): PlacedBox[] {
  const fitted = setText({ paragraphs: linesOf(said.text), lang: said.lang, first: region }, tools)
  return fitted.overflow ? [] : [textBox(fitted, 0, region, { name, lang: said.lang, theme: tools.theme })]
}

/** Footers by their region: what they say, and the numbers of the pages. */
export interface Footers {
  lines: Map<Region, PlacedBox[]>
  numbers: Map<Region, Map<string, PlacedBox>>
}

export const noFooters = (): Footers => ({ lines: new Map(), numbers: new Map() })

/** Some of the pages of a deck: indexes, `to` not included. */
export interface Span {
  from: number
  to: number
}

/**
 * Adds the footer to every page that has one: logo title and deck title on one line, and the page's number. Those that
 * were set before are not set again.
 */
export function addFooters(
  pages: readonly Page[],
  { deck, layouts, ...tools }: Pick<House, 'deck' | 'layouts' | 'fitter' | 'theme'>,
  { lines, numbers }: Footers = noFooters(),
  { from, to }: Span = { from: 0, to: pages.length },
): void {
  pages.slice(from, to).forEach((page, i) => {
    const { footer, page: number } = layouts[page.layout]!.regions
    if (!page.footer || !footer) return
    const label = { text: `${from + i + 1} / ${pages.length}`, lang: deck.lang }
    const numberBox = numberOnce(number ?? footer, label, numbers, tools)
    const region = number ? footer : { ...footer, width: numberBox.x - 16 - footer.x }
    const known = lines.get(footer) ?? footerBoxes(deck, region, tools)
    lines.set(footer, known)
    page.boxes.push(...known, numberBox)
  })
}

function numberOnce(region: Region, label: Said, numbers: Footers['numbers'], tools: Tools): PlacedBox {
  const known = numbers.get(region) ?? new Map<string, PlacedBox>()
  const box = known.get(label.text) ?? numberIn(region, label, tools)
  numbers.set(region, known.set(label.text, box))
  return box
}

/** The number stands at the right end of its region, in a box as wide as it is. */
function numberIn(region: Region, label: Said, tools: Tools): PlacedBox {
  const fitted = setText({ paragraphs: [paragraph(label.text)], lang: label.lang, first: region }, tools)
  const box = textBox(fitted, 0, region, { name: 'page', lang: label.lang, theme: tools.theme })
  const width = Math.ceil(fitted.pages[0]!.paragraphs[0]!.lines[0]!.width) + 1
  return { ...box, x: region.x + region.width - width, width }
}

/** All of it on one line, else the shorter half, else nothing: a footer never has half a name. */
function footerBoxes(deck: LocalDeck, region: Region, tools: Tools): PlacedBox[] {
  const { title } = deck.logo
  const both = [title, deck.title].filter((said) => said !== null)
  const choices = [joined(both, ' · '), title ?? deck.title, deck.title].filter((said) => said !== null)
  for (const said of choices) {
    const paragraphs = [paragraph(said.text.replace(/\s*[\r\n]+\s*/g, ' '))]
    const fitted = setText({ paragraphs, lang: said.lang, first: region }, tools)
    if (onOneLine(fitted)) return [textBox(fitted, 0, region, { name: 'footer', lang: said.lang, theme: tools.theme })]
  }
  return []
}

const onOneLine = ({ overflow, pages }: FittedText) =>
  !overflow && pages.length === 1 && pages[0]!.paragraphs.length === 1 && pages[0]!.paragraphs[0]!.lines.length === 1
