import type { BlockContext, BlockSlot } from '../model/block-type.ts'
import type { FitRequest, FittedText } from '../model/fitted.ts'
import type { PlacedBox, TextView } from '../model/laid-out.ts'
import type { Lang } from '../model/lang.ts'
import type { ItemOrigin, Range } from '../model/source.ts'
import type { Paragraph } from '../model/text.ts'
import type { Box, Region, TextStyle, Theme } from '../model/theme.ts'
import { alignBox } from './box-geometry.ts'
import { plainText } from './parse-paragraphs.ts'

/** What is set, and where. `next` is absent for a text that takes one page whatever happens. */
export interface TextRequest {
  paragraphs: readonly Paragraph[]
  lang: Lang
  first: Region
  next?: Region
  /** No size above this. Units: px. */
  largest?: number | null
  pages?: FitRequest['pages']
}

/** Name of the style a region sets its text in. */
export const styleName = (region: Region, theme: Theme): string =>
  region.style && theme.styles[region.style] ? region.style : 'body'

/** The style of a region. Errors: a theme without a style `body` is a bug. */
export function styleOf(region: Region, theme: Theme, largest: number | null = null): TextStyle {
  const style = theme.styles[styleName(region, theme)]
  if (!style) throw new Error(`Theme ${theme.id} has no style "body"`)
  if (largest === null || style.sizes[0]! <= largest) return style
  const sizes = style.sizes.filter((size) => size <= largest)
  return { ...style, sizes: sizes.length > 0 ? sizes : [style.sizes.at(-1)!] }
}

/** A text set in lines, with the paragraphs that it was set from. */
export interface TypesetText extends FittedText {
  paragraphs: readonly Paragraph[]
}

/** Sets a text in its region, or over several pages. */
export function typesetText(request: TextRequest, tools: Pick<BlockContext, 'fitter' | 'theme'>): TypesetText {
  const { paragraphs, lang, first, next = first, largest = null, pages = 'one' } = request
  const fitted = tools.fitter.fit({
    paragraphs,
    style: styleOf(first, tools.theme, largest),
    first: nonEmptySize(first),
    next: nonEmptySize(next),
    pages,
    lang,
  })
  return { ...fitted, paragraphs }
}

const nonEmptySize = ({ width, height }: Box) => ({ width: Math.max(1, width), height: Math.max(1, height) })

/** What a text looks like besides its lines. */
export interface TextBoxOptions {
  /** Name of the region: the box's class. */
  name: string
  lang: Lang
  theme: Theme
  heading?: 1 | 2 | null
  /** Region whose style was fitted, where it is not the one the box stands in. */
  styleRegion?: Region
}

/** The box of one page of a text. */
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
  const box = alignBox(region, Math.ceil(page.height), fitted.pages.length === 1)
  const origins = page.paragraphs.map((paragraph) => fitted.paragraphs[paragraph.index]!.origin)
  return { ...box, region: options.name, template: 'text', view, ...sourcesOf(origins) }
}

/** The sources of a box that shows these items; nothing if none comes from a block. */
export function sourcesOf(origins: readonly (ItemOrigin | undefined)[]): Pick<PlacedBox, 'sources'> {
  const sources: { range: Range; items: number[] }[] = []
  for (const origin of origins) {
    if (!origin) continue
    const { range, item } = origin
    const last = sources.at(-1)
    if (last?.range.start === range.start) last.items.push(item)
    else sources.push({ range, items: [item] })
  }
  return sources.length > 0 ? { sources } : {}
}

/** Names the letters that a text's font lacks. */
export function reportMissing(fitted: FittedText, region: Region, range: Range, tools: BlockContext): void {
  if (fitted.missing.length === 0) return
  const { family } = styleOf(region, tools.theme)
  tools.report({ code: 'letter-missing', letters: fitted.missing, family, severity: 'warning', range })
}

/** A text in a place of fixed size, such as a caption: its box, or pages of its own where the place is too small. */
export interface FixedText {
  boxes: PlacedBox[]
  overflowPages: PlacedBox[][]
}

/** Sets a text in a place that cannot grow. Too long for it, the text follows on further pages, whole. */
export function typesetFixed(
  paragraphs: readonly Paragraph[],
  lang: Lang,
  at: { region: Region; name: string },
  slot: Pick<BlockSlot, 'next' | 'nextRegionName'>,
  range: Range,
  tools: BlockContext,
): FixedText {
  const options = { lang, theme: tools.theme }
  const fitted = typesetText({ paragraphs, lang, first: at.region }, tools)
  reportMissing(fitted, at.region, range, tools)
  if (!fitted.overflow)
    return { boxes: [textBox(fitted, 0, at.region, { ...options, name: at.name })], overflowPages: [] }
  const { next, nextRegionName: nextName } = slot
  const more = typesetText({ paragraphs, lang, first: next, pages: 'auto' }, tools)
  reportContinued(more, paragraphs, range, tools)
  return {
    boxes: [],
    overflowPages: more.pages.map((_, i) => [textBox(more, i, next, { ...options, name: nextName })]),
  }
}

/** Says that a text runs on. */
export function reportContinued(
  fitted: FittedText,
  paragraphs: readonly Paragraph[],
  range: Range,
  tools: BlockContext,
): void {
  tools.report({ ...continuedFacts(fitted, paragraphs), code: 'text-continued', severity: 'info', range })
}

/** What there is to know of a text of several pages. */
export const continuedFacts = (fitted: FittedText, paragraphs: readonly Paragraph[]) => ({
  characters: plainText(paragraphs).length,
  pages: fitted.pages.length,
  sizePx: fitted.size,
})
