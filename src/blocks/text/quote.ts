import type { Placed, PlaceTools, Slot } from '../../model/block.ts'
import type { TextBlock } from '../../model/deck.ts'
import type { PlacedBox } from '../../model/laid-out.ts'
import type { Said } from '../../model/lang.ts'
import type { Paragraph } from '../../model/text.ts'
import type { Region } from '../../model/theme.ts'
import { below } from '../../typeset/boxes.ts'
import { paragraph, plainText } from '../../typeset/paragraphs.ts'
import { setFixed, setText, textBox } from '../../typeset/set-text.ts'
import { placeProse } from './prose.ts'

/** The sign that opens a quote, where the quote does not bring its own. */
const opening = { kk: '«', ru: '«', en: '“' }
const quoted = /^["«“„]/

/** Sets a quote with its opening mark; a last line that begins with a dash says who said it. */
export function placeQuote(
  block: TextBlock<Said>,
  paragraphs: readonly Paragraph[],
  slot: Slot,
  tools: PlaceTools,
): Placed {
  const { regions } = slot.layout
  const { said, source } = regions.source ? split(block, paragraphs) : { said: paragraphs, source: [] }
  const placed = placeProse(block, said, slot, tools)
  const quote = placed.pages[0]?.[0]
  if (!quote || placed.pages.length > 1) return placeProse(block, paragraphs, slot, tools)

  const boxes = [quote]
  const mark = regions.mark
  if (mark && !quoted.test(plainText(said))) boxes.unshift(setMark(block.text, { ...mark, y: quote.y }, tools))
  if (source.length > 0 && regions.source) {
    const region = below(regions.source, quote.y + quote.height)
    const set = setFixed(source, block.text.lang, { region, name: 'source' }, slot, block.range, tools)
    return { ...placed, pages: [[...boxes, ...set.boxes], ...set.further] }
  }
  return { ...placed, pages: [boxes] }
}

function split({ text }: TextBlock<Said>, paragraphs: readonly Paragraph[]) {
  const last = paragraphs.at(-1)
  const signed = paragraphs.length > 1 && last?.kind === 'item' && /[\r\n][^\S\r\n]*[-–—][^\r\n]*\s*$/.test(text.text)
  if (!signed) return { said: paragraphs, source: [] }
  return { said: paragraphs.slice(0, -1), source: [{ ...last, kind: 'paragraph' as const }] }
}

function setMark({ lang }: Said, region: Region, tools: PlaceTools): PlacedBox {
  const fitted = setText({ paragraphs: [paragraph(opening[lang])], lang, first: region }, tools)
  return textBox(fitted, 0, region, { name: 'mark', lang, theme: tools.theme })
}
