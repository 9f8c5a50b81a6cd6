import type { BlockContext, BlockSlot } from '../model/block-type.ts'
import type { FitRequest, FittedText } from '../model/fitted.ts'
import type { BoxSource, PlacedBox, TextView } from '../model/laid-out.ts'
import type { Lang } from '../model/lang.ts'
import type { ItemOrigin, Range } from '../model/source.ts'
import type { Paragraph } from '../model/text.ts'
import type { Box, Region, TextStyle, Theme } from '../model/theme.ts'
import { alignBox } from './box-geometry.ts'
import { plainText } from './parse-paragraphs.ts'

/** A text to set, and its regions. Without `next` the text takes one page in any case. */
export interface TextRequest {
  paragraphs: readonly Paragraph[]
  lang: Lang
  first: Region
  next?: Region
  /** The largest allowed size. Units: px. */
  largest?: number | null
  pages?: FitRequest['pages']
  headingSuffix?: string
}

/** Returns the name of the style of a region. */
export const styleName = (region: Pick<Region, 'style'>, theme: Theme): string =>
  region.style && theme.styles[region.style] ? region.style : 'body'

/** Returns the style of a region. Errors: throws if the theme lacks the style `body`, which its schema forbids. */
export function styleOf(region: Pick<Region, 'style'>, theme: Theme, largest: number | null = null): TextStyle {
  const style = theme.styles[styleName(region, theme)]
  if (!style) throw new Error(`Theme ${theme.id} has no style "body"`)
  if (largest === null || style.sizes[0]! <= largest) return style
  const sizes = style.sizes.filter((size) => size <= largest)
  return { ...style, sizes: sizes.length > 0 ? sizes : [style.sizes.at(-1)!] }
}

/** The styles whose words may be divided in narrow boxes. Titles, quotes and figures are not among them. */
const hyphenatedStyles: ReadonlySet<string> = new Set(['body', 'caption', 'label', 'cell'])

/** A text set in lines, with the paragraphs that it was set from. */
export interface TypesetText extends FittedText {
  paragraphs: readonly Paragraph[]
}

/** Sets a text in its region, or over several pages. */
export function typesetText(request: TextRequest, context: Pick<BlockContext, 'fitter' | 'theme'>): TypesetText {
  const { paragraphs, lang, first, next = first, largest = null, pages = 'one' } = request
  const fitted = context.fitter.fit({
    paragraphs,
    style: styleOf(first, context.theme, largest),
    first: nonEmptySize(first),
    next: nonEmptySize(next),
    pages,
    lang,
    hyphens: hyphenatedStyles.has(styleName(first, context.theme)),
    ...(request.headingSuffix && { headingSuffix: request.headingSuffix }),
  })
  return { ...fitted, paragraphs }
}

/** A size of at least one px each way, as the fitter needs it. */
export const nonEmptySize = ({ width, height }: Pick<Box, 'width' | 'height'>) => ({
  width: Math.max(1, width),
  height: Math.max(1, height),
})

/** The appearance of a text box. */
export interface TextBoxOptions {
  /** The name of the region, which is a class of the box. */
  name: string
  lang: Lang
  theme: Theme
  heading?: 1 | 2 | null
  /** The region whose style was used, if it differs from the region of the box. */
  styleRegion?: Region
}

/** Creates the box of one page of a text. */
export function textBox(fitted: TypesetText, index: number, region: Region, options: TextBoxOptions): PlacedBox {
  const page = fitted.pages[index]!
  const view: TextView = {
    style: styleName(options.styleRegion ?? region, options.theme),
    heading: options.heading ?? null,
    lang: options.lang,
    size: fitted.size,
    lineHeight: fitted.lineHeight,
    page,
    suffix: null,
  }
  const { x, y, width, height } = alignBox(region, Math.ceil(page.height), fitted.pages.length === 1)
  const origins = page.paragraphs.map((paragraph) => fitted.paragraphs[paragraph.index]!.origin)
  const sources = sourcesOf(origins)
  const box: PlacedBox = { x, y, width, height, region: options.name, template: 'text', view }
  if (sources) box.sources = sources
  // The print page draws hyphens as text.
  if (page.paragraphs.some(({ lines }) => lines.some(({ end }) => end === 'hyphen'))) box.characters = '-'
  return box
}

/** Returns the sources of a box with these items; null if none of them comes from a block. */
export function sourcesOf(origins: readonly (ItemOrigin | undefined)[]): BoxSource[] | null {
  const sources: { range: Range; items: number[] }[] = []
  for (const origin of origins) {
    if (!origin) continue
    const { range, item } = origin
    const last = sources.at(-1)
    if (last?.range.start === range.start) last.items.push(item)
    else sources.push({ range, items: [item] })
  }
  return sources.length > 0 ? sources : null
}

/** Reports the characters that a text's font lacks. */
export function reportMissing(fitted: FittedText, region: Region, range: Range, context: BlockContext): void {
  if (fitted.missing.length === 0) return
  const style = styleName(region, context.theme)
  const { family } = styleOf(region, context.theme)
  context.report({
    code: 'letter-missing',
    letters: fitted.missing,
    family,
    style,
    theme: null,
    severity: 'warning',
    range,
  })
}

/** A text in a region of fixed size, such as a caption: its box, or further pages if the region is too small. */
export interface FixedText {
  boxes: PlacedBox[]
  overflowPages: PlacedBox[][]
}

/** Sets a text in a region that cannot grow. A text that is too long moves to further pages as a whole. */
export function typesetFixed(
  paragraphs: readonly Paragraph[],
  lang: Lang,
  at: { region: Region; name: string },
  slot: Pick<BlockSlot, 'next' | 'nextRegionName'>,
  range: Range,
  context: BlockContext,
): FixedText {
  const options = { lang, theme: context.theme }
  const fitted = typesetText({ paragraphs, lang, first: at.region }, context)
  reportMissing(fitted, at.region, range, context)
  if (!fitted.overflow)
    return { boxes: [textBox(fitted, 0, at.region, { ...options, name: at.name })], overflowPages: [] }
  const { next, nextRegionName: nextName } = slot
  const more = typesetText({ paragraphs, lang, first: next, pages: 'auto' }, context)
  reportContinued(more, paragraphs, range, context)
  return {
    boxes: [],
    overflowPages: more.pages.map((_, i) => [textBox(more, i, next, { ...options, name: nextName })]),
  }
}

/** Reports that a text continues. */
export function reportContinued(
  fitted: FittedText,
  paragraphs: readonly Paragraph[],
  range: Range,
  context: BlockContext,
): void {
  context.report({ ...continuedFacts(fitted, paragraphs), rows: null, code: 'text-continued', severity: 'info', range })
}

/** The facts about a text of several pages. */
export const continuedFacts = (fitted: FittedText, paragraphs: readonly Paragraph[]) => ({
  characters: plainText(paragraphs).length,
  pages: fitted.pages.length,
  sizePx: fitted.size,
})
