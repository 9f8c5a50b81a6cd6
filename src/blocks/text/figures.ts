import type { BlockContext, BlockSlot, PlacedBlock } from '../../model/block-type.ts'
import type { PlacedBox } from '../../model/laid-out.ts'
import type { Lang, LocalizedText } from '../../model/lang.ts'
import type { Paragraph, TextSpan } from '../../model/text.ts'
import type { Region } from '../../model/theme.ts'
import { divideRegion, regionBelow } from '../../typeset/box-geometry.ts'
import { plainText } from '../../typeset/parse-paragraphs.ts'
import { reportMissing, type TypesetText, textBox, typesetText } from '../../typeset/typeset-text.ts'
import { placeProse } from './prose.ts'
import type { TextBlock } from './types.ts'

/** A number with its unit: `495`, `18,4 млн ₸`, `1 250 000`, `+12 %`. */
const figurePattern =
  /^[≈~><+−-]? ?\d+(?:[.,:/–-]\d+|[ \u00a0\u202f]\d{3}(?!\d))*(?:[ \u00a0\u202f]?(?:%|‰|₸|₽|\$|€|°|мың|тыс\.?|млн\.?|млрд\.?|трлн\.?|теңге|тенге|thousand|million|billion)(?![\p{L}\p{N}]))*(?=$|[ \u00a0\u202f])/iu

const maxFigures = 4

interface Figure {
  figure: Paragraph
  /** Empty if the figure has no label. */
  label: Paragraph[]
}

/** Whether a text consists of a single figure. */
export const isFigure = (text: string): boolean => figurePattern.exec(text)?.[0].length === text.length

/** Whether a text begins with one to four figures, one per line. */
export const hasFigures = (paragraphs: readonly Paragraph[]): boolean => splitFigures(paragraphs) !== null

/** Sets figures side by side at one size, each above its label, and the rest of the text in the body. */
export function placeFigures(
  block: TextBlock<LocalizedText>,
  paragraphs: readonly Paragraph[],
  slot: BlockSlot,
  context: BlockContext,
): PlacedBlock {
  const split = splitFigures(paragraphs)
  const row = split && placeRow(block, split.figures, split.rest.length === 0, slot, context)
  if (!split || !row) return placeProse(block, paragraphs, proseSlot(slot), context)
  if (split.rest.length === 0) return { pages: [row.boxes], overflow: [], size: row.size }

  const body = slot.layout.regions.body ?? slot.next
  const first = body.below ? regionBelow(body, row.bottom) : body
  const prose = placeProse(block, split.rest, { ...slot, regionName: 'body', first }, context)
  const [boxes = [], ...more] = prose.pages
  return { ...prose, pages: [[...row.boxes, ...boxes], ...more] }
}

/** Splits a text into its leading figures and the rest; null if there are no figures, or too many for a row. */
function splitFigures(paragraphs: readonly Paragraph[]): { figures: Figure[]; rest: Paragraph[] } | null {
  const figures: Figure[] = []
  let i = 0
  while (i < paragraphs.length) {
    const found = readFigure(paragraphs[i]!)
    if (!found) break
    i++
    const following = paragraphs[i]
    if (found.label.length === 0 && following && !readFigure(following)) {
      found.label = [{ ...following, kind: 'paragraph' }]
      i++
    }
    figures.push(found)
  }
  if (figures.length === 0 || figures.length > maxFigures) return null
  return { figures, rest: paragraphs.slice(i) }
}

function readFigure(paragraph: Paragraph): Figure | null {
  if (paragraph.marker) return null
  const length = figurePattern.exec(plainText([paragraph]))?.[0].length
  if (!length) return null
  const label = spansAfter(paragraph.spans, length)
  const plain: Paragraph = { ...paragraph, kind: 'paragraph' }
  return {
    figure: { ...plain, spans: spansBefore(paragraph.spans, length) },
    label: label.length > 0 ? [{ ...plain, spans: label }] : [],
  }
}

function spansBefore(spans: readonly TextSpan[], length: number): TextSpan[] {
  let left = length
  return spans.flatMap((span) => {
    const text = span.text.slice(0, Math.max(0, left))
    left -= span.text.length
    return text ? [{ ...span, text }] : []
  })
}

/** Returns the spans after a figure. */
function spansAfter(spans: readonly TextSpan[], length: number): TextSpan[] {
  let left = length
  const rest = spans.flatMap((span) => {
    const text = span.text.slice(Math.max(0, Math.min(left, span.text.length)))
    left -= span.text.length
    return text ? [{ ...span, text }] : []
  })
  if (rest[0]) rest[0] = { ...rest[0], text: rest[0].text.replace(/^[ \u00a0\u202f]+/, '') }
  return rest.filter(({ text }) => text)
}

interface FigureRow {
  boxes: PlacedBox[]
  bottom: number
  size: number
}

/**
 * Returns null if a label is too long for its region: the text is then set as prose. `isLast`: nothing follows, so
 * labels may extend into the body.
 */
function placeRow(
  block: TextBlock<LocalizedText>,
  figures: readonly Figure[],
  isLast: boolean,
  slot: BlockSlot,
  context: BlockContext,
): FigureRow | null {
  const { lang } = block.text
  const top = typesetRow(
    figures.map(({ figure }) => [figure]),
    slot.first,
    lang,
    context,
  )
  if (!top) return null
  const figureBottom = Math.max(...top.cells.map(({ box }) => box.y + box.height))

  const place = slot.layout.regions.label
  const labels = figures.map(({ label }) => label)
  if (!place && labels.some((label) => label.length > 0)) return null
  const region = place?.below ? regionBelow(place, figureBottom) : place
  const longer = region && isLast ? extendTo(region, slot.layout.regions.body) : null
  const bottomRow = region
    ? (typesetRow(labels, region, lang, context) ?? (longer && typesetRow(labels, longer, lang, context)))
    : null
  if (region && !bottomRow) return null

  for (const fitted of [...top.fitted, ...(bottomRow?.fitted ?? [])])
    reportMissing(fitted, slot.first, block.range, context)
  const boxes = figures.flatMap((_, i) => [
    ...top.cells.filter((cell) => cell.index === i).map(({ box }) => ({ ...box, region: 'figure' })),
    ...(bottomRow?.cells ?? []).filter((cell) => cell.index === i).map(({ box }) => ({ ...box, region: 'label' })),
  ])
  return { boxes, bottom: Math.max(...boxes.map(({ y, height }) => y + height)), size: top.size }
}

/** Extends a region down to the bottom of another. */
function extendTo(region: Region, last: Region | undefined): Region {
  const bottom = Math.max(region.y + region.height, last ? last.y + last.height : 0)
  return { ...region, height: bottom - region.y }
}

/** Sets texts side by side at one size; null if one of them does not fit. */
function typesetRow(texts: readonly (readonly Paragraph[])[], region: Region, lang: Lang, context: BlockContext) {
  const cells = divideRegion(region, texts.length)
  const setRow = (largest: number | null) =>
    texts.map((paragraphs, i) => typesetText({ paragraphs, lang, first: cells[i]!, largest }, context))
  const free = setRow(null)
  const filled = free.filter((_, i) => texts[i]!.length > 0)
  if (filled.some(({ overflow }) => overflow)) return null
  const size = filled.length > 0 ? Math.min(...filled.map((fitted) => fitted.size)) : 0
  const fitted: TypesetText[] = filled.every((one) => one.size === size) ? free : setRow(size)
  const options = { name: '', lang, theme: context.theme }
  return {
    size,
    fitted,
    cells: fitted.flatMap((one, index) =>
      texts[index]!.length > 0 ? [{ index, box: textBox(one, 0, cells[index]!, options) }] : [],
    ),
  }
}

/** The regions of figures, labels and body as one, for a text that is set as prose. */
function proseSlot(slot: BlockSlot): BlockSlot {
  const { body, label } = slot.layout.regions
  const last = body ?? label ?? slot.first
  const height = last.y + last.height - slot.first.y
  return { ...slot, regionName: 'body', first: { ...slot.next, y: slot.first.y, height } }
}
