import type { Placed, PlaceTools, Slot } from '../model/block.ts'
import type { CardView, PlacedBox, TextView } from '../model/laid-out.ts'
import type { Said } from '../model/lang.ts'
import type { Range } from '../model/source.ts'
import type { Paragraph } from '../model/text.ts'
import type { Region } from '../model/theme.ts'
import { below } from '../typeset/boxes.ts'
import { paragraph, plainParagraphs } from '../typeset/paragraphs.ts'
import { type Fixed, setFixed } from '../typeset/set-text.ts'

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
  /** Where nobody else gets to: the address is told, but does not lead there. */
  closed?: true
}

/** The padding inside a card, as its template has it. Units: px. */
const padding = { side: 48, top: 80, bottom: 48 }

/** What a browser may open. */
const openable = /^(?:https?:\/\/|mailto:|tel:|geo:)/i

/** A stand-in that names what the author put here and leads to it. What is too long for it follows on further pages. */
export function placeCard(card: Card, slot: Slot, tools: PlaceTools): Placed {
  const { x, y, width, height } = slot.first
  const href = !card.closed && openable.test(card.address) ? card.address : null
  const title = setTitle(card, href, slot, tools)
  const view: CardView = { kind: card.kind, title: (title.boxes[0]?.view as TextView | undefined) ?? null, href }
  const box: PlacedBox = { x, y, width, height, region: slot.name, template: 'card', view }
  const captions = setCaptions(card.captions, slot, card.range, tools)
  const further = [...title.further, ...captions.further]
  return { pages: [[box, ...captions.boxes], ...further], rest: [], size: null }
}

function setTitle(card: Card, href: string | null, slot: Slot, tools: PlaceTools): Fixed {
  const named: Paragraph[] = card.title ? plainParagraphs(card.title.text) : []
  const paragraphs = card.address ? [...named, paragraph(card.address, href)] : named
  if (paragraphs.length === 0) return nothing
  const region: Region = {
    ...slot.first,
    style: 'body',
    align: 'top',
    width: slot.first.width - 2 * padding.side,
    height: slot.first.height - padding.top - padding.bottom,
  }
  return setFixed(paragraphs, card.title?.lang ?? tools.lang, { region, name: 'title' }, slot, card.range, tools)
}

/** Captions and sources in the place that a layout has for them; what finds no room there follows on further pages. */
export function setCaptions(all: readonly Said[], slot: Slot, range: Range, tools: PlaceTools): Fixed {
  const captions = all.filter(({ text }) => text)
  const paragraphs = captions.flatMap(({ text }) => plainParagraphs(text))
  const [first] = captions
  if (!first || paragraphs.length === 0) return nothing
  const place = slot.layout.regions.caption
  if (!place) return setFixed(paragraphs, first.lang, { region: noRoom(slot.next), name: 'body' }, slot, range, tools)
  const region = place.below === slot.name ? below(place, slot.first.y + slot.first.height) : place
  return setFixed(paragraphs, first.lang, { region, name: 'caption' }, slot, range, tools)
}

const nothing: Fixed = { boxes: [], further: [] }

/** A place for nothing: what goes there goes to the next page. */
const noRoom = (region: Region): Region => ({ ...region, height: 0 })
