import type { Placed, PlaceTools, Slot } from '../../model/block.ts'
import type { TextBlock } from '../../model/deck.ts'
import type { FittedText } from '../../model/fitted.ts'
import type { PlacedBox } from '../../model/laid-out.ts'
import type { Lang, Said } from '../../model/lang.ts'
import type { Paragraph, Span } from '../../model/text.ts'
import type { Region } from '../../model/theme.ts'
import { below, divide } from '../../typeset/boxes.ts'
import { plainText } from '../../typeset/paragraphs.ts'
import { reportMissing, setText, textBox } from '../../typeset/set-text.ts'
import { placeProse } from './prose.ts'

/** A number with its unit: `495`, `18,4 млн ₸`, `1 250 000`, `+12 %`. */
const figure =
  /^[≈~><+−-]? ?\d+(?:[.,:/–-]\d+|[ \u00a0\u202f]\d{3}(?!\d))*(?:[ \u00a0\u202f]?(?:%|‰|₸|₽|\$|€|°|мың|тыс\.?|млн\.?|млрд\.?|трлн\.?|теңге|тенге|thousand|million|billion)(?![\p{L}\p{N}]))*(?=$|[ \u00a0\u202f])/iu

const most = 4

interface Figure {
  figure: Paragraph
  /** Empty: the figure stands alone. */
  label: Paragraph[]
}

/** Whether a text is a figure and nothing else. */
export const isFigure = (text: string): boolean => figure.exec(text)?.[0].length === text.length

/** Whether a text begins with one to four lines that are figures. */
export const hasFigures = (paragraphs: readonly Paragraph[]): boolean => split(paragraphs) !== null

/** Sets figures side by side in one size, each over its label, and what follows them in the body. */
export function placeFigures(
  block: TextBlock<Said>,
  paragraphs: readonly Paragraph[],
  slot: Slot,
  tools: PlaceTools,
): Placed {
  const parted = split(paragraphs)
  const row = parted && placeRow(block, parted.figures, parted.rest.length === 0, slot, tools)
  if (!parted || !row) return placeProse(block, paragraphs, asProse(slot), tools)
  if (parted.rest.length === 0) return { pages: [row.boxes], rest: [], size: row.size }

  const body = slot.layout.regions.body ?? slot.next
  const first = body.below ? below(body, row.bottom) : body
  const prose = placeProse(block, parted.rest, { ...slot, name: 'body', first }, tools)
  const [boxes = [], ...more] = prose.pages
  return { ...prose, pages: [[...row.boxes, ...boxes], ...more] }
}

/** The figures that a text begins with, and what follows; null where there are none, or more than a row holds. */
function split(paragraphs: readonly Paragraph[]): { figures: Figure[]; rest: Paragraph[] } | null {
  const figures: Figure[] = []
  let i = 0
  while (i < paragraphs.length) {
    const found = beginning(paragraphs[i]!)
    if (!found) break
    i++
    const following = paragraphs[i]
    if (found.label.length === 0 && following && !beginning(following)) {
      found.label = [{ ...following, kind: 'paragraph' }]
      i++
    }
    figures.push(found)
  }
  if (figures.length === 0 || figures.length > most) return null
  return { figures, rest: paragraphs.slice(i) }
}

function beginning(paragraph: Paragraph): Figure | null {
  if (paragraph.marker) return null
  const length = figure.exec(plainText([paragraph]))?.[0].length
  if (!length) return null
  const label = after(paragraph.spans, length)
  return {
    figure: { kind: 'paragraph', marker: '', spans: before(paragraph.spans, length) },
    label: label.length > 0 ? [{ kind: 'paragraph', marker: '', spans: label }] : [],
  }
}

function before(spans: readonly Span[], length: number): Span[] {
  let left = length
  return spans.flatMap((span) => {
    const text = span.text.slice(0, Math.max(0, left))
    left -= span.text.length
    return text ? [{ ...span, text }] : []
  })
}

/** The words behind a figure. */
function after(spans: readonly Span[], length: number): Span[] {
  let left = length
  const rest = spans.flatMap((span) => {
    const text = span.text.slice(Math.max(0, Math.min(left, span.text.length)))
    left -= span.text.length
    return text ? [{ ...span, text }] : []
  })
  if (rest[0]) rest[0] = { ...rest[0], text: rest[0].text.replace(/^[ \u00a0\u202f]+/, '') }
  return rest.filter(({ text }) => text)
}

interface Row {
  boxes: PlacedBox[]
  bottom: number
  size: number
}

/**
 * Null where a label is too long for its place: then the whole is better read as prose. `alone`: nothing follows, and
 * labels may take the room of the body.
 */
function placeRow(
  block: TextBlock<Said>,
  figures: readonly Figure[],
  alone: boolean,
  slot: Slot,
  tools: PlaceTools,
): Row | null {
  const { lang } = block.text
  const top = alike(
    figures.map(({ figure }) => [figure]),
    slot.first,
    lang,
    tools,
  )
  if (!top) return null
  const figureBottom = Math.max(...top.cells.map(({ box }) => box.y + box.height))

  const place = slot.layout.regions.label
  const labels = figures.map(({ label }) => label)
  if (!place && labels.some((label) => label.length > 0)) return null
  const region = place?.below ? below(place, figureBottom) : place
  const longer = region && alone ? reaching(region, slot.layout.regions.body) : null
  const bottomRow = region
    ? (alike(labels, region, lang, tools) ?? (longer && alike(labels, longer, lang, tools)))
    : null
  if (region && !bottomRow) return null

  for (const fitted of [...top.fitted, ...(bottomRow?.fitted ?? [])])
    reportMissing(fitted, slot.first, block.range, tools)
  const boxes = figures.flatMap((_, i) => [
    ...top.cells.filter((cell) => cell.index === i).map(({ box }) => ({ ...box, region: 'figure' })),
    ...(bottomRow?.cells ?? []).filter((cell) => cell.index === i).map(({ box }) => ({ ...box, region: 'label' })),
  ])
  return { boxes, bottom: Math.max(...boxes.map(({ y, height }) => y + height)), size: top.size }
}

/** A region down to the end of another. */
function reaching(region: Region, last: Region | undefined): Region {
  const bottom = Math.max(region.y + region.height, last ? last.y + last.height : 0)
  return { ...region, height: bottom - region.y }
}

/** Texts side by side in one size; null where one of them does not fit. */
function alike(texts: readonly (readonly Paragraph[])[], region: Region, lang: Lang, tools: PlaceTools) {
  const cells = divide(region, texts.length)
  const setRow = (largest: number | null) =>
    texts.map((paragraphs, i) => setText({ paragraphs, lang, first: cells[i]!, largest }, tools))
  const free = setRow(null)
  const filled = free.filter((_, i) => texts[i]!.length > 0)
  if (filled.some(({ overflow }) => overflow)) return null
  const size = filled.length > 0 ? Math.min(...filled.map((fitted) => fitted.size)) : 0
  const fitted: FittedText[] = filled.every((one) => one.size === size) ? free : setRow(size)
  const looks = { name: '', lang, theme: tools.theme }
  return {
    size,
    fitted,
    cells: fitted.flatMap((one, index) =>
      texts[index]!.length > 0 ? [{ index, box: textBox(one, 0, cells[index]!, looks) }] : [],
    ),
  }
}

/** All the room of figures, labels and body, for a text that is none of them. */
function asProse(slot: Slot): Slot {
  const { body, label } = slot.layout.regions
  const last = body ?? label ?? slot.first
  const height = last.y + last.height - slot.first.y
  return { ...slot, name: 'body', first: { ...slot.next, y: slot.first.y, height } }
}
