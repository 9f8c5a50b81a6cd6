import { blockType } from '../blocks/registry.ts'
import { emptyText } from '../blocks/text/empty-text.ts'
import type { LocalizedBlock } from '../model/block.ts'
import type { BlockEngines } from '../model/block-type.ts'
import type { LocalizedSlide } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { LaidOutPage, PlacedBox } from '../model/laid-out.ts'
import { defaultLang, type Lang } from '../model/lang.ts'
import type { Range } from '../model/source.ts'
import type { Paragraph } from '../model/text.ts'
import type { LayoutVariant } from '../model/theme.ts'
import { assignRegions, type BlockGroup, singleBlockGroup } from './assign-regions.ts'
import { chooseVariant, type Layouts, type Position, resolveVariant } from './choose-layout.ts'
import type { AssetLookup } from './layout-context.ts'
import { placeWithLift } from './lift-title.ts'
import { withBegins } from './page-begins.ts'
import { type DraftPage, type GroupContext, type PlacedGroup, placeGroup } from './place-group.ts'
import { regionDepth } from './regions.ts'
import { withSmallTitle } from './shouting-pair.ts'
import { groupByRole, type SlideContent } from './slide-content.ts'
import { suggestData } from './suggest-data.ts'

/** A slide whose layout is chosen. */
export interface SlideDraft {
  slide: LocalizedSlide
  index: number
  at: Position
  content: SlideContent
  variant: LayoutVariant
}

/** The pages of a slide. `frameDiagnostics` concern what the deck adds to every slide, and point to the deck's logo. */
export interface PlacedSlide {
  pages: LaidOutPage[]
  diagnostics: Diagnostic[]
  frameDiagnostics: Diagnostic[]
}

/** Returns the position of a slide in its deck. */
export const positionOf = (index: number, slides: number): Position => ({
  first: index === 0,
  last: index > 0 && index === slides - 1,
})

/** Chooses the layout of a slide from the blocks that can be shown. */
export function draftSlide(
  slide: LocalizedSlide,
  index: number,
  at: Position,
  asset: AssetLookup,
  layouts: Layouts,
  media: { engines: BlockEngines; lang: Lang },
): SlideDraft {
  const blocks = slide.blocks.flatMap((block) => blockType(block.type).resolveAssets?.(block, asset) ?? [block])
  const content = groupByRole(blocks, asset, media)
  return { slide, index, at, content, variant: chooseVariant(slide, content, at, layouts) }
}

/** Sets a slide on as many pages as it needs. */
export function placeSlide(
  asked: SlideDraft,
  lang: Lang,
  context: GroupContext,
): { pages: LaidOutPage[]; diagnostics: Diagnostic[] } {
  const draft = withOwnPages(asked, context)
  const once = placeGroups(draft, false, context)
  const placed = once.pages.length > 1 ? placeGroups(draft, true, context) : once
  const parts = placed.pages.length
  const unplaced = placed.pages.map((page, i) => toPage(page, i + 1, parts, draft, lang, context))
  const pages = withBegins(unplaced, draft.slide.blocks).map((page) => withRelativeSources(page, draft.slide.range))
  const suggested = suggestData(draft.slide, draft.content)
  return { pages, diagnostics: [...missingLayouts(draft, context), ...placed.diagnostics, ...suggested] }
}

/** A text that is too long to stand by a map or a video has a page of its own, and so has the map or video, in full size. */
function withOwnPages(draft: SlideDraft, context: GroupContext): SlideDraft {
  if (!draft.variant.startsWith('media-text')) return draft
  const pages = placeGroups(draft, false, context).pages.length
  if (pages === 1) return draft
  const apart = { ...draft, variant: resolveVariant('text', context.layouts) }
  return placeGroups(apart, true, context).pages.length <= pages ? apart : draft
}

/** Reports data for which the theme has no layout, and none that is as good, so that the one for texts shows it. */
function missingLayouts({ content }: SlideDraft, { layouts, block: { theme } }: GroupContext): Diagnostic[] {
  const missing = content.data.filter(({ type }) => resolveVariant(blockType(type).layout, layouts) === 'text')
  return missing.map(({ type, range }) => ({
    code: 'layout-missing',
    layout: blockType(type).layout,
    theme: theme.id,
    severity: 'info',
    range,
  }))
}

/** Sets all pages of a slide. `continued`: titles leave space for `(2/4)`. */
function placeGroups(
  draft: SlideDraft,
  continued: boolean,
  context: GroupContext,
): { pages: DraftPage[]; diagnostics: Diagnostic[] } {
  const { content, variant } = draft
  const [group, ...more] = assignRegions(content, variant, context.layouts)
  const first = group && withSmallTitle(group, content, draft.at)
  if (!first) return { pages: [emptyPage(variant)], diagnostics: [] }
  const placed = placeWithLift(first, content.title, [], continued, context)
  const sheets =
    placed.rest.length > 0 ? placeRest(draft, first, placed, continued, context) : { placed: [placed], more }
  const following = sheets.more.map((group) => placeGroup(group, content.title, [], continued, context))
  return {
    pages: [...sheets.placed, ...following].flatMap(({ pages }) => pages),
    diagnostics: [
      ...sheets.placed.flatMap(({ diagnostics }, i) => (i === 0 ? diagnostics : diagnostics.filter(isNotRepeated))),
      ...following.flatMap(({ diagnostics }) => diagnostics.filter(isNotRepeated)),
    ],
  }
}

/** Every group sets the title again; only the first one reports its problems. */
const isNotRepeated = ({ code }: Diagnostic) => code !== 'title-too-long'

/**
 * Puts the rest of a title before the first text, or on a page of its own if no text follows the title. A title below
 * its text, as in a quote, has little space, and a statement is followed by nothing: such a slide is set as plain text
 * instead.
 */
function placeRest(
  draft: SlideDraft,
  group: BlockGroup,
  placed: PlacedGroup,
  continued: boolean,
  context: GroupContext,
) {
  const { content } = draft
  const unfit = endsWithTitle(group) || group.variant === 'statement'
  const plain = unfit ? { ...draft, variant: resolveVariant('text', context.layouts) } : draft
  const filled = content.texts.length > 0 ? plain : withText(draft, placed.rest, context)
  const [first = group, ...more] = assignRegions(filled.content, filled.variant, context.layouts)
  const again = first.variant === group.variant ? placed : placeGroup(first, content.title, [], continued, context)
  const { rest } = again
  if (rest.length === 0 || canTakeRest(first)) {
    return { placed: [placeGroup(first, content.title, rest, continued, context)], more }
  }
  const own = singleBlockGroup(textAfter(content.title!), context.layouts)
  return { placed: [again, placeGroup(own, content.title, rest, continued, context)], more }
}

/** The same slide with an empty text, so that its layout has a region for one. */
function withText(draft: SlideDraft, rest: readonly Paragraph[], context: GroupContext): SlideDraft {
  const characters = rest.reduce((sum, { spans }) => sum + spans.reduce((n, { text }) => n + text.length, 0), 0)
  const content = { ...draft.content, texts: [textAfter(draft.content.title!)], characters }
  return { ...draft, content, variant: chooseVariant(draft.slide, content, draft.at, context.layouts) }
}

/** An empty text that carries the rest of a title. */
const textAfter = (title: LocalizedBlock) => emptyText('text' in title ? title.text.lang : defaultLang, title.range)

/** Returns the first text of a group if it is in the body. */
const bodyText = ({ blocks }: BlockGroup) => {
  const text = blocks.find(({ block }) => blockType(block.type).role === 'text')
  return text?.region.startsWith('body') ? text : undefined
}

/** Whether the text is below the title, so that it can take the rest of the title. */
function canTakeRest(group: BlockGroup): boolean {
  const text = bodyText(group)
  return text !== undefined && regionDepth(text.region, group.layout) > regionDepth('title', group.layout)
}

function endsWithTitle(group: BlockGroup): boolean {
  const text = bodyText(group)
  return text !== undefined && regionDepth(text.region, group.layout) < regionDepth('title', group.layout)
}

const emptyPage = (variant: LayoutVariant): DraftPage => ({ variant, before: [], title: [], after: [] })

function toPage(
  page: DraftPage,
  part: number,
  parts: number,
  draft: SlideDraft,
  lang: Lang,
  context: GroupContext,
): LaidOutPage {
  const { slide, index, content } = draft
  const layout = context.layouts[page.variant]!
  const title =
    parts > 1 && content.title ? page.title.map((box) => withPartNumber(box, content.title!, part, parts)) : page.title
  return {
    slide: index,
    part,
    parts,
    layout: page.variant,
    lang: slide.lang ?? lang,
    backgroundName: layout.ground,
    footer: layout.footer,
    ornament: layout.ornament,
    background: slide.background?.value ?? null,
    boxes: [...page.before, ...title, ...page.after],
    notes: slide.notes,
  }
}

/** Makes the ranges of the boxes' sources relative to their slide, so that they stay valid if it moves. */
function withRelativeSources(page: LaidOutPage, { start: from }: Range): LaidOutPage {
  const relative = ({ start, end }: Range) => ({ start: start - from, end: end - from })
  const boxes = page.boxes.map((box) =>
    box.sources ? { ...box, sources: box.sources.map(({ range, items }) => ({ range: relative(range), items })) } : box,
  )
  return { ...page, boxes }
}

const withPartNumber = (box: PlacedBox, title: LocalizedBlock, part: number, parts: number): PlacedBox =>
  blockType(title.type).forPart?.(box, part, parts) ?? box
