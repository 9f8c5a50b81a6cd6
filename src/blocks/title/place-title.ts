import type { BlockContext, BlockSlot, PlacedBlock } from '../../model/block-type.ts'
import type { FittedPage, FittedText } from '../../model/fitted.ts'
import type { PlacedBox, TextView } from '../../model/laid-out.ts'
import type { LocalizedText } from '../../model/lang.ts'
import type { OriginalParagraph, Paragraph, TextSpan } from '../../model/text.ts'
import { lineHeightAt, type Region } from '../../model/theme.ts'
import { parsePlainParagraphs, plainParagraph, plainText } from '../../typeset/parse-paragraphs.ts'
import { reportMissing, styleOf, type TypesetText, textBox, typesetText } from '../../typeset/typeset-text.ts'
import { rejoin, splitHead } from './split-head.ts'
import type { TitleBlock } from './types.ts'

/** The size of `(2/4)`: a fraction of its title's size, up to a limit in px. `text.css` has the same numbers. */
export const suffixSize = { scale: 0.5, maxPx: 32 }

/** The space before it. Units: em of its own size. */
const suffixSpace = 0.3

/** Returns the lines of a title, each with its origin. A title contains no lists. */
export const titleLines = ({ text, range, origins }: TitleBlock<LocalizedText>): OriginalParagraph[] =>
  parsePlainParagraphs(text.text).map((line, item) => ({ ...line, origin: origins?.[item] ?? { range, item } }))

/** Sets a title: one page and, if the slide is continued, a second one, which all further pages repeat. */
export function placeTitle(block: TitleBlock<LocalizedText>, slot: BlockSlot, context: BlockContext): PlacedBlock {
  const { first, next } = slot
  const { lang } = block.text
  const all = titleLines(block)
  if (all.length === 0) return { pages: [], overflow: [], size: null }

  const { fitted: own, rest } = fitTitle(all, first, lang, slot.continued, context)
  const again = slot.continued ? fitFurtherTitle(all, next, lang, context) : own
  // Pages of one slide look alike, so the first page uses the size of the others if it has as much space.
  const fitted = rest.length === 0 && sameWidthAndStyle(first, next) && hasSameLetters(again, own) ? again : own
  reportMissing(fitted, first, block.range, context)
  if (rest.length > 0) reportRest(block, all, rest, fitted, context)

  const options = { name: slot.regionName, lang, theme: context.theme, heading: context.headingLevel }
  const further = slot.continued
    ? [[textBox(again, 0, next, { ...options, name: slot.nextRegionName, heading: 2 })]]
    : []
  return { pages: [[textBox(fitted, 0, first, options)], ...further], overflow: rest, size: fitted.size }
}

const sameWidthAndStyle = (a: Region, b: Region) => a.width === b.width && a.style === b.style

/** Whether a title that was set again lost no letters: a smaller region may have cut it. */
const hasSameLetters = (again: FittedText, own: FittedText) => countLetters(again) === countLetters(own)

const countLetters = ({ pages }: FittedText) =>
  pages
    .flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines.flatMap(({ runs }) => runs)))
    .reduce((sum, { text }) => sum + text.replaceAll(' ', '').length, 0)

/** Adds the page number, such as `(2/4)`, to the title of a continued slide. */
export function withSuffix(box: PlacedBox, part: number, parts: number): PlacedBox {
  return { ...box, view: { ...(box.view as TextView), suffix: `(${part}/${parts})` } }
}

/** Sets the title of further pages: smaller if that saves a line, because the space belongs to the text. */
function fitFurtherTitle(
  all: readonly Paragraph[],
  region: Region,
  lang: LocalizedText['lang'],
  context: BlockContext,
): TypesetText {
  const { sizes } = styleOf(region, context.theme)
  let best = fitTitle(all, region, lang, true, context).fitted
  for (const size of sizes.filter((one) => one < best.size)) {
    const smaller = fitTitle(all, region, lang, true, context, size).fitted
    if (countLines(smaller) < countLines(best)) best = smaller
  }
  return best
}

const countLines = ({ pages }: FittedText) =>
  (pages[0]?.paragraphs ?? []).reduce((sum, { lines }) => sum + lines.length, 0)

interface FittedTitle {
  fitted: TypesetText
  rest: Paragraph[]
}

/** Sets a title. Of one that is much too long, only the beginning is measured. */
function fitTitle(
  all: readonly Paragraph[],
  region: Region,
  lang: LocalizedText['lang'],
  continued: boolean,
  context: BlockContext,
  largest: number | null = null,
): FittedTitle {
  const { head, tail } = splitHead(all)
  const attempt = (some: readonly Paragraph[]) => fitParagraphs(some, region, lang, continued, context, largest)
  const first = attempt(head)
  if (tail.length === 0) return first
  // Thousands of characters without width may fit.
  return first.rest.length > 0 ? { ...first, rest: rejoin(first.rest, tail) } : attempt(all)
}

function fitParagraphs(
  all: readonly Paragraph[],
  region: Region,
  lang: LocalizedText['lang'],
  continued: boolean,
  context: BlockContext,
  largest: number | null,
): FittedTitle {
  const setIn = (paragraphs: readonly Paragraph[], width: number) =>
    typesetText({ paragraphs, lang, first: { ...region, width }, largest }, context)
  const fitWhole = (paragraphs: readonly Paragraph[]) => {
    const plain = setIn(paragraphs, region.width)
    const suffixWidth = continued ? measureSuffix(plain.size, region, lang, context) : 0
    const last = plain.pages[0]?.paragraphs.at(-1)?.lines.at(-1)?.width ?? 0
    return last + suffixWidth <= region.width ? plain : setIn(paragraphs, region.width - suffixWidth)
  }
  const fitted = fitWhole(all)
  if (!fitted.overflow) return { fitted, rest: [] }
  const { kept, rest } = splitTitle(all, region, lang, continued, context)
  return { fitted: fitWhole(kept), rest }
}

/** The width of `(99/99)` and the space before it. Units: px. */
function measureSuffix(size: number, region: Region, lang: LocalizedText['lang'], context: BlockContext): number {
  const small = Math.min(size * suffixSize.scale, suffixSize.maxPx)
  const box = { width: region.width, height: region.height }
  const style = { ...styleOf(region, context.theme), sizes: [small] }
  const measured = context.fitter.fit({
    paragraphs: [plainParagraph('(99/99)')],
    style,
    first: box,
    next: box,
    pages: 'one',
    lang,
  })
  const width = measured.pages[0]?.paragraphs[0]?.lines[0]?.width ?? 0
  return Math.ceil(width + suffixSpace * small)
}

/** Splits a title into what fits its region at the smallest size, and the rest. */
function splitTitle(
  all: readonly Paragraph[],
  region: Region,
  lang: LocalizedText['lang'],
  continued: boolean,
  context: BlockContext,
) {
  const style = styleOf(region, context.theme)
  const size = style.sizes.at(-1)!
  const lineHeight = lineHeightAt(style, size)
  const lines = Math.max(
    1,
    Math.min(style.maxLines ?? Number.POSITIVE_INFINITY, Math.floor(region.height / lineHeight)),
  )
  const suffixWidth = continued ? measureSuffix(size, region, lang, context) : 0
  const box = { width: region.width - suffixWidth, height: lines * lineHeight }
  const { pages } = context.fitter.fit({
    paragraphs: all,
    style: { ...style, sizes: [size], maxLines: null, balance: false },
    first: box,
    next: box,
    pages: 'auto',
    lang,
  })
  return { kept: reassemble(pages.slice(0, 1), all), rest: reassemble(pages.slice(1), all) }
}

/** Restores paragraphs from their lines and pages. */
function reassemble(pages: readonly FittedPage[], all: readonly Paragraph[]): Paragraph[] {
  const list: Paragraph[] = []
  let open = false
  for (const { index, marker, lines, continued } of pages.flatMap(({ paragraphs }) => paragraphs)) {
    const spans = lines.flatMap(({ runs, end }): TextSpan[] => (end === 'space' ? withSpace(runs) : runs))
    if (continued && open) list.at(-1)!.spans.push(...spans)
    else list.push({ ...all[index]!, marker, spans })
    open = true
  }
  return list
}

const withSpace = (runs: readonly TextSpan[]): TextSpan[] =>
  runs.map((run, i) => (i === runs.length - 1 ? { ...run, text: `${run.text} ` } : run))

function reportRest(
  block: TitleBlock<LocalizedText>,
  all: readonly Paragraph[],
  rest: readonly Paragraph[],
  fitted: FittedText,
  context: BlockContext,
): void {
  context.report({
    code: 'title-too-long',
    characters: plainText(all).length,
    moved: plainText(rest).length,
    lines: countLines(fitted),
    severity: 'warning',
    range: block.range,
  })
}
