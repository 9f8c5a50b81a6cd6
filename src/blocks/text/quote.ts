import { languages } from '../../languages/languages.ts'

import type { BlockContext, BlockSlot, PlacedBlock } from '../../model/block-type.ts'

import type { PlacedBox } from '../../model/laid-out.ts'
import type { LocalizedText } from '../../model/lang.ts'
import type { Paragraph } from '../../model/text.ts'
import type { Region } from '../../model/theme.ts'
import { regionBelow } from '../../typeset/box-geometry.ts'
import { plainParagraph, plainText } from '../../typeset/parse-paragraphs.ts'
import { textBox, typesetFixed, typesetText } from '../../typeset/typeset-text.ts'
import { placeProse } from './prose.ts'
import type { TextBlock } from './types.ts'

const startsWithQuote = /^["«“„]/

/**
 * Sets a quote with its opening mark. A last line names the source of the quote if it begins with a dash, or if all lines
 * above it stand in quotation marks.
 */
export function placeQuote(
  block: TextBlock<LocalizedText>,
  paragraphs: readonly Paragraph[],
  slot: BlockSlot,
  context: BlockContext,
): PlacedBlock {
  const { regions } = slot.layout
  const { quoted, source } = regions.source ? splitAttribution(block, paragraphs) : { quoted: paragraphs, source: [] }
  const placed = placeProse(block, quoted, slot, context)
  const quote = placed.pages[0]?.[0]
  if (!quote || placed.pages.length > 1) return placeProse(block, paragraphs, slot, context)

  const boxes = [quote]
  const mark = regions.mark
  if (mark && !startsWithQuote.test(plainText(quoted)))
    boxes.unshift(typesetMark(block.text, { ...mark, y: quote.y }, context))
  if (source.length > 0 && regions.source) {
    const region = regionBelow(regions.source, quote.y + quote.height)
    const set = typesetFixed(source, block.text.lang, { region, name: 'source' }, slot, block.range, context)
    return { ...placed, pages: [[...boxes, ...set.boxes], ...set.overflowPages] }
  }
  return { ...placed, pages: [boxes] }
}

function splitAttribution({ text }: TextBlock<LocalizedText>, paragraphs: readonly Paragraph[]) {
  const last = paragraphs.at(-1)
  const lastLine = text.text
    .trimEnd()
    .split(/[\r\n]/)
    .at(-1)!
  const isSigned = last?.kind === 'item' && /^\s*[-–—]/.test(lastLine)
  if (paragraphs.length < 2 || !last || !(isSigned || isQuoted(paragraphs.slice(0, -1), last)))
    return { quoted: paragraphs, source: [] }
  return { quoted: paragraphs.slice(0, -1), source: [{ ...last, kind: 'paragraph' as const }] }
}

/** Whether the paragraphs above the last one are in one pair of quotation marks from end to end, and it is in none. */
function isQuoted(above: readonly Paragraph[], last: Paragraph): boolean {
  const text = plainText(above).trim()
  let end = text.length - 1
  while (end > 0 && '.,!?…'.includes(text[end]!)) end--
  const closing = closingOf[text[0] ?? ''] ?? ''
  const isClosing = (character: string) => closing.includes(character)
  const isPair = end > 0 && isClosing(text[end]!) && ![...text.slice(1, end)].some(isClosing)
  return isPair && !startsWithQuote.test(plainText([last]))
}

const closingOf: Readonly<Record<string, string>> = { '"': '"', '«': '»', '“': '”', '„': '“”' }

function typesetMark({ lang }: LocalizedText, region: Region, context: BlockContext): PlacedBox {
  const fitted = typesetText(
    { paragraphs: [plainParagraph(languages[lang].quotes.opening)], lang, first: region },
    context,
  )
  return textBox(fitted, 0, region, { name: 'mark', lang, theme: context.theme })
}
