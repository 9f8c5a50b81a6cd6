import type { ImageAsset } from '../model/asset.ts'
import type { BlockContext } from '../model/block-type.ts'
import { isHexColor } from '../model/color.ts'
import type { LocalizedDeck } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { ImageView, PlacedBox } from '../model/laid-out.ts'
import { defaultLang, type LocalizedText } from '../model/lang.ts'
import { unseenOn } from '../model/picture-contrast.ts'
import type { Paragraph } from '../model/text.ts'
import type { Layout, Region } from '../model/theme.ts'
import { plainParagraph } from '../typeset/parse-paragraphs.ts'
import { textBox, typesetText } from '../typeset/typeset-text.ts'
import { joinTexts } from './join-texts.ts'

import { latinNote } from './latin-note.ts'

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

function fieldTooLong(field: 'logo_title' | 'event', { text }: LocalizedText, { logo }: LocalizedDeck): Diagnostic {
  return { code: 'field-too-long', field, characters: text.length, severity: 'warning', range: logo.range }
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
