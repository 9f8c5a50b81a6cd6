import type { BlockContext, BlockSlot, PlacedBlock } from '../../../model/block-type.ts'
import { excerpt } from '../../../model/excerpt.ts'
import type { PlacedBox, TextView } from '../../../model/laid-out.ts'
import type { LocalizedText } from '../../../model/lang.ts'
import type { Paragraph } from '../../../model/text.ts'
import type { Region } from '../../../model/theme.ts'
import { regionBelow } from '../../../typeset/box-geometry.ts'
import { plainText } from '../../../typeset/parse-paragraphs.ts'
import { reportContinued, reportMissing, textBox, typesetText } from '../../../typeset/typeset-text.ts'
import { placeProse } from '../prose.ts'
import type { TextBlock } from '../types.ts'
import { evenGroups } from './figure-grid.ts'
import { readFigures } from './read-figures.ts'
import { type SetFigures, setFigures } from './set-figures.ts'

/** The most figures of a page. */
const maxFigures = 8

/** The distance between figures and the text around them. Units: px. */
const gap = 24

/** Sets figures in a grid at one size, each above its label, the rest of the text below. */
export function placeFigures(
  block: TextBlock<LocalizedText>,
  paragraphs: readonly Paragraph[],
  slot: BlockSlot,
  context: BlockContext,
): PlacedBlock {
  const text = readFigures(paragraphs)
  if (!text) return placeWithoutFigures(block, paragraphs, slot, context)
  const { intro, figures, rest, source } = text
  const around = new Surroundings(block, slot, context)
  const above = around.intro(intro)
  const below = around.source(rest.length > 0 ? null : source)
  const after = rest.length > 0 && source ? [...rest, source] : rest
  const area = areaOf(slot, above, below, after.length > 0)
  for (let most = Math.min(maxFigures, figures.length); most >= 1; most--) {
    const counts = evenGroups(figures.length, most)
    const pages = setPages(counts, (from, to, isFirst) => {
      const region = isFirst ? area : furtherArea(slot)
      return setFigures(figures.slice(from, to), block.text.lang, region, slot, context)
    })
    if (!pages) continue
    if (pages.length > 1) reportContinued(fittedFacts(pages), paragraphs, block.range, context)
    reportLetters(pages, slot, block, context)
    return withRest(block, after, pages, [...above, ...below], slot, context)
  }
  context.report({ code: 'figures-too-long', figures: figures.length, severity: 'warning', range: block.range })
  return placeProse(block, paragraphs, proseSlot(slot), context)
}

/** Sets a text in which no figure was found, and says so. */
export function placeWithoutFigures(
  block: TextBlock<LocalizedText>,
  paragraphs: readonly Paragraph[],
  slot: BlockSlot,
  context: BlockContext,
): PlacedBlock {
  const line = excerpt(plainText(paragraphs.slice(0, 1)))
  if (line !== '') context.report({ code: 'figures-missing', line, severity: 'warning', range: block.range })
  return placeProse(block, paragraphs, proseSlot(slot), context)
}

/** Sets groups of figures on a page each; null if one does not fit. */
function setPages(
  counts: readonly number[],
  set: (from: number, to: number, isFirst: boolean) => SetFigures | null,
): SetFigures[] | null {
  const pages: SetFigures[] = []
  let from = 0
  for (const [i, count] of counts.entries()) {
    const page = set(from, from + count, i === 0)
    if (!page) return null
    pages.push(page)
    from += count
  }
  return pages
}

function withRest(
  block: TextBlock<LocalizedText>,
  rest: readonly Paragraph[],
  pages: readonly SetFigures[],
  around: readonly PlacedBox[],
  slot: BlockSlot,
  context: BlockContext,
): PlacedBlock {
  const [first, ...more] = pages.map(({ boxes }) => boxes)
  const shown = [[...around.filter(isAbove), ...first!, ...around.filter((box) => !isAbove(box))], ...more]
  const { size } = pages[0]!
  if (rest.length === 0) return { pages: shown, overflow: [], size }
  const body = pages.length > 1 ? slot.next : (slot.layout.regions.body ?? slot.next)
  const last = pages.at(-1)!
  const place = body.below || pages.length > 1 ? regionBelow(body, last.bottom) : body
  const prose = placeProse(block, rest, { ...slot, regionName: 'body', first: place }, context)
  const [boxes = [], ...further] = prose.pages
  return { ...prose, pages: [...shown.slice(0, -1), [...shown.at(-1)!, ...boxes], ...further] }
}

const isAbove = ({ region }: PlacedBox) => region === 'intro'

/** The part of the page for figures: from their region down to the text below them. */
function areaOf(
  { first, layout }: BlockSlot,
  above: readonly PlacedBox[],
  below: readonly PlacedBox[],
  hasRest: boolean,
): Region {
  const { label, body } = layout.regions
  const bottomOf = (region: Region | undefined) => (region ? region.y + region.height : 0)
  const full = Math.max(bottomOf(first), bottomOf(label), hasRest ? 0 : bottomOf(body))
  const foot = Math.min(full, ...below.map(({ y }) => y - gap / 2))
  const top = Math.max(first.y, ...above.map(({ y, height }) => y + height + gap + gap))
  return { ...first, y: top, height: Math.max(1, foot - top) }
}

/** The part of a further page for figures. */
function furtherArea({ first, next }: BlockSlot): Region {
  const { gutter } = first
  return { ...next, ...(gutter ? { gutter } : {}), y: next.y + gap, height: next.height - gap }
}

/** Sets the texts around figures. */
class Surroundings {
  constructor(
    private readonly block: TextBlock<LocalizedText>,
    private readonly slot: BlockSlot,
    private readonly context: BlockContext,
  ) {}

  /** What precedes the figures, at the top of their region. */
  intro(paragraphs: readonly Paragraph[]): PlacedBox[] {
    const { first, layout } = this.slot
    const style = layout.regions.body?.style
    const region: Region = {
      ...first,
      y: first.y - gap,
      height: first.height / 3,
      align: 'top',
      ...(style ? { style } : {}),
    }
    return this.#set(paragraphs, region, 'intro')
  }

  /** Where the figures come from, at the foot of the page. */
  source(paragraph: Paragraph | null): PlacedBox[] {
    const { caption, body } = this.slot.layout.regions
    const region = caption ?? (body ? { ...body, align: 'bottom' as const } : undefined)
    return paragraph && region ? this.#set([paragraph], region, caption ? 'caption' : 'body') : []
  }

  #set(paragraphs: readonly Paragraph[], region: Region, name: string): PlacedBox[] {
    if (paragraphs.length === 0) return []
    const { lang } = this.block.text
    const fitted = typesetText({ paragraphs, lang, first: region }, this.context)
    reportMissing(fitted, region, this.block.range, this.context)
    return [textBox(fitted, 0, region, { name, lang, theme: this.context.theme })]
  }
}

function reportLetters(
  pages: readonly SetFigures[],
  slot: BlockSlot,
  { range }: TextBlock<LocalizedText>,
  context: BlockContext,
): void {
  const missing = [...new Set(pages.flatMap((page) => page.missing))]
  reportMissing({ missing, size: 0, lineHeight: 0, pages: [], overflow: false }, slot.first, range, context)
}

const fittedFacts = (pages: readonly SetFigures[]) => ({
  size: (pages[0]!.boxes[0]!.view as TextView).size,
  lineHeight: 0,
  pages: pages.map(() => ({ paragraphs: [], height: 0 })),
  overflow: false,
  missing: [],
})

/** The regions of figures, labels and body as one, for a text that is set as prose. */
function proseSlot(slot: BlockSlot): BlockSlot {
  const { body, label, figure } = slot.layout.regions
  const start = figure ?? slot.first
  const last = body ?? label ?? slot.first
  const height = last.y + last.height - start.y
  return { ...slot, regionName: 'body', first: { ...slot.next, y: start.y, height } }
}
