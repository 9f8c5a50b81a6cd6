import type { BlockContext, BlockSlot, PlacedBlock } from '../model/block-type.ts'
import type { CardView, PlacedBox, TextView } from '../model/laid-out.ts'
import type { LocalizedText } from '../model/lang.ts'
import type { Range } from '../model/source.ts'
import type { Paragraph } from '../model/text.ts'
import type { Region } from '../model/theme.ts'
import { parseAddress } from '../model/web-address.ts'
import { regionBelow } from '../typeset/box-geometry.ts'
import { withoutScheme } from '../typeset/find-addresses.ts'
import { parsePlainParagraphs, plainParagraph } from '../typeset/parse-paragraphs.ts'
import { type FixedText, typesetFixed } from '../typeset/typeset-text.ts'

/** The content of a card, which replaces a video or a map that cannot be drawn. */
export interface CardContent {
  kind: CardView['kind']
  /** The author's title. */
  title: LocalizedText | null
  /** The address, or the author's words if there is none. */
  address: string
  /** Lines below the card. */
  captions: readonly LocalizedText[]
  range: Range
  /** Shows the address without a link, because the audience cannot reach it. */
  unlinked?: true
}

/** The padding inside a card, as in the themes' style sheets. Units: px. */
export const cardPadding = { side: 48, top: 80, bottom: 48 }

/** Addresses of pages, which are shown without their scheme as other links are. */
const isWeb = /^https?:\/\//i

/** Addresses that a browser may open. */
const openable = /^(?:https?:\/\/|mailto:|tel:|geo:)/i

/**
 * Sets a card with the author's title and a link to the content. A text that is too long continues on further pages.
 */
export function placeCardBox(card: CardContent, slot: BlockSlot, context: BlockContext): PlacedBlock {
  const { x, y, width, height } = slot.first
  const isOpenable = openable.test(card.address) && parseAddress(card.address) !== null
  const href = isOpenable && !card.unlinked ? card.address : null
  const title = typesetTitle(card, href, slot, context)
  const view: CardView = { kind: card.kind, title: (title.boxes[0]?.view as TextView | undefined) ?? null, href }
  const box: PlacedBox = { x, y, width, height, region: slot.regionName, template: 'card', view }
  const captions = typesetCaptions(card.captions, slot, card.range, context)
  const further = [...title.overflowPages, ...captions.overflowPages]
  return { pages: [[box, ...captions.boxes], ...further], overflow: [], size: null }
}

function typesetTitle(card: CardContent, href: string | null, slot: BlockSlot, context: BlockContext): FixedText {
  const named: Paragraph[] = card.title ? parsePlainParagraphs(card.title.text) : []
  const shown = href !== null && isWeb.test(href) ? withoutScheme(card.address) : card.address
  const paragraphs = card.address ? [...named, plainParagraph(shown, href)] : named
  if (paragraphs.length === 0) return noText
  const region: Region = {
    ...slot.first,
    style: 'body',
    align: 'top',
    width: slot.first.width - 2 * cardPadding.side,
    height: slot.first.height - cardPadding.top - cardPadding.bottom,
  }
  return typesetFixed(
    paragraphs,
    card.title?.lang ?? context.lang,
    { region, name: 'title' },
    slot,
    card.range,
    context,
  )
}

/** Sets captions and sources in the caption region of the layout, or on further pages if they do not fit. */
export function typesetCaptions(
  all: readonly LocalizedText[],
  slot: BlockSlot,
  range: Range,
  context: BlockContext,
): FixedText {
  const captions = all.filter(({ text }) => text)
  const paragraphs = captions.flatMap(({ text }) => parsePlainParagraphs(text))
  const [first] = captions
  if (!first || paragraphs.length === 0) return noText
  const place = slot.layout.regions.caption
  if (!place)
    return typesetFixed(paragraphs, first.lang, { region: withoutRoom(slot.next), name: 'body' }, slot, range, context)
  const region = place.below === slot.regionName ? regionBelow(place, slot.first.y + slot.first.height) : place
  return typesetFixed(paragraphs, first.lang, { region, name: 'caption' }, slot, range, context)
}

const noText: FixedText = { boxes: [], overflowPages: [] }

/** A region without height: its content moves to the next page. */
const withoutRoom = (region: Region): Region => ({ ...region, height: 0 })
