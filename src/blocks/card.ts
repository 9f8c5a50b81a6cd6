import type { Placed, PlaceTools, Slot } from '../model/block.ts'
import type { CardView, PlacedBox, TextView } from '../model/laid-out.ts'
import type { Said } from '../model/lang.ts'
import type { Range } from '../model/source.ts'
import type { Paragraph } from '../model/text.ts'
import type { Region } from '../model/theme.ts'
import { reportMissing, setText, textBox } from './set.ts'
import { below } from './stand.ts'
import { paragraph, plainParagraphs } from './text/paragraphs.ts'

/** What a card tells of a video or a map that is not drawn. */
export interface Card {
  kind: CardView['kind']
  /** What the author calls it. */
  title: Said | null
  /** Its address or the words that stand for it, as written. */
  address: string
  /** Lines under the card. */
  captions: readonly Said[]
  range: Range
}

/** The padding inside a card, as its template has it. Units: px. */
const padding = { side: 48, top: 80, bottom: 48 }

/** What a browser may open. */
const openable = /^(?:https?:\/\/|mailto:|tel:|geo:)/i

/** A stand-in that names what the author put here and leads to it. */
export function placeCard(card: Card, slot: Slot, tools: PlaceTools): Placed {
  const { x, y, width, height } = slot.first
  const href = openable.test(card.address) ? card.address : null
  const view: CardView = { kind: card.kind, title: setTitle(card, href, slot.first, tools), href }
  const boxes: PlacedBox[] = [{ x, y, width, height, region: slot.name, template: 'card', view }]
  const place = slot.layout.regions.caption
  const captions = card.captions.filter(({ text }) => text)
  if (captions.length > 0) {
    const region = place ? (place.below === slot.name ? below(place, y + height) : place) : slot.first
    boxes.push(setCaption(captions, region, card.range, tools))
  }
  return { pages: [boxes], rest: [], size: null }
}

function setTitle(card: Card, href: string | null, region: Region, tools: PlaceTools): TextView | null {
  const named: Paragraph[] = card.title ? plainParagraphs(card.title.text) : []
  const paragraphs = card.address ? [...named, paragraph(card.address, href)] : named
  if (paragraphs.length === 0) return null
  const inside: Region = {
    ...region,
    style: 'body',
    align: 'top',
    width: region.width - 2 * padding.side,
    height: region.height - padding.top - padding.bottom,
  }
  const lang = card.title?.lang ?? 'en'
  const fitted = setText({ paragraphs, lang, first: inside }, tools)
  reportMissing(fitted, inside, card.range, tools)
  return textBox(fitted, 0, inside, { name: 'title', lang, theme: tools.theme }).view as TextView
}

function setCaption(captions: readonly Said[], region: Region, range: Range, tools: PlaceTools): PlacedBox {
  const { lang } = captions[0]!
  const paragraphs = captions.flatMap(({ text }) => plainParagraphs(text))
  const fitted = setText({ paragraphs, lang, first: region }, tools)
  reportMissing(fitted, region, range, tools)
  return textBox(fitted, 0, region, { name: 'caption', lang, theme: tools.theme })
}
