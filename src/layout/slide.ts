import { blockType } from '../blocks/registry.ts'
import type { LocalBlock, LocalSlide } from '../model/deck.ts'
import type { Found } from '../model/diagnostic.ts'
import type { Page, PlacedBox } from '../model/laid-out.ts'
import type { Lang } from '../model/lang.ts'
import type { Paragraph } from '../model/text.ts'
import type { LayoutVariant } from '../model/theme.ts'
import { assign, ownSheet, type Sheet } from './assign.ts'
import { type Content, chooseVariant, contentOf, type Layouts, type Position, resolveVariant } from './choose.ts'
import { depthOf } from './regions.ts'
import { type PlacedSheet, placeSheet, type SheetPage, type SheetTools } from './sheet.ts'

/** A slide with its layout chosen, before anything is set. */
export interface Draft {
  slide: LocalSlide
  index: number
  at: Position
  content: Content
  variant: LayoutVariant
}

/** A slide on its pages. `framed` are findings about what the deck puts on every slide, at the place of the deck's logo. */
export interface SetSlide {
  pages: Page[]
  found: Found[]
  framed: Found[]
}

/** Where the slide of this index stands among so many. */
export const positionOf = (index: number, slides: number): Position => ({
  first: index === 0,
  last: index > 0 && index === slides - 1,
})

/** Chooses the layout of a slide from what can be shown of it. */
export function draftSlide(
  slide: LocalSlide,
  index: number,
  at: Position,
  asset: SheetTools['place']['asset'],
  layouts: Layouts,
): Draft {
  const blocks = slide.blocks.flatMap((block) => blockType(block.type).settle?.(block as never, asset) ?? [block])
  const content = contentOf(blocks, asset)
  return { slide, index, at, content, variant: chooseVariant(slide, content, at, layouts) }
}

/** Sets a slide on as many pages as it needs. */
export function placeSlide(draft: Draft, lang: Lang, tools: SheetTools): { pages: Page[]; found: Found[] } {
  const once = placeSheets(draft, false, tools)
  const placed = once.pages.length > 1 ? placeSheets(draft, true, tools) : once
  const parts = placed.pages.length
  const pages = placed.pages.map((page, i) => toPage(page, i + 1, parts, draft, lang, tools))
  return { pages, found: placed.found }
}

/** All pages of a slide. `continued`: titles keep room for `(2/4)`. */
function placeSheets(draft: Draft, continued: boolean, tools: SheetTools): { pages: SheetPage[]; found: Found[] } {
  const { content, variant } = draft
  const [first, ...more] = assign(content, variant, tools.layouts)
  if (!first) return { pages: [emptyPage(variant)], found: [] }
  const placed = placeSheet(first, content.title, [], continued, tools)
  const sheets = placed.rest.length > 0 ? placeRest(draft, first, placed, continued, tools) : { placed: [placed], more }
  const following = sheets.more.map((sheet) => placeSheet(sheet, content.title, [], continued, tools))
  return {
    pages: [...sheets.placed, ...following].flatMap(({ pages }) => pages),
    found: [
      ...sheets.placed.flatMap(({ found }, i) => (i === 0 ? found : found.filter(ownFinding))),
      ...following.flatMap(({ found }) => found.filter(ownFinding)),
    ],
  }
}

/** A title is set again on every sheet; what there is to say of it was said on the first. */
const ownFinding = ({ code }: Found) => code !== 'title-too-long'

/**
 * Puts the rest of a title before the first text, or on a page of its own where none follows the title. Where the title
 * stands below the text, as that of a quote does, it has little room, and what follows a statement is none: such a slide
 * is set as a plain text instead.
 */
function placeRest(draft: Draft, sheet: Sheet, placed: PlacedSheet, continued: boolean, tools: SheetTools) {
  const { content } = draft
  const unfit = endsWithTitle(sheet) || sheet.variant === 'statement'
  const plain = unfit ? { ...draft, variant: resolveVariant('text', tools.layouts) } : draft
  const filled = content.texts.length > 0 ? plain : withText(draft, placed.rest, tools)
  const [first = sheet, ...more] = assign(filled.content, filled.variant, tools.layouts)
  const again = first.variant === sheet.variant ? placed : placeSheet(first, content.title, [], continued, tools)
  const { rest } = again
  if (rest.length === 0 || takesRest(first)) {
    return { placed: [placeSheet(first, content.title, rest, continued, tools)], more }
  }
  const own = ownSheet(emptyText(content.title!), tools.layouts)
  return { placed: [again, placeSheet(own, content.title, rest, continued, tools)], more }
}

/** The same slide as if it had a text: it wants a layout that has room for one. */
function withText(draft: Draft, rest: readonly Paragraph[], tools: SheetTools): Draft {
  const characters = rest.reduce((sum, { spans }) => sum + spans.reduce((n, { text }) => n + text.length, 0), 0)
  const content = { ...draft.content, texts: [emptyText(draft.content.title!)], characters }
  return { ...draft, content, variant: chooseVariant(draft.slide, content, draft.at, tools.layouts) }
}

/** A text with no words of its own, to carry the rest of a title. */
function emptyText(title: LocalBlock): LocalBlock {
  const lang = 'text' in title ? title.text.lang : 'en'
  return { type: 'text', text: { text: '', lang }, range: title.range }
}

/** The first text of a sheet that stands in the place of the body. */
const bodyOf = ({ blocks }: Sheet) => {
  const text = blocks.find(({ block }) => blockType(block.type).role === 'text')
  return text?.region.startsWith('body') ? text : undefined
}

/** Whether the texts of a sheet stand below its title, so that they can go on where the title stops. */
function takesRest(sheet: Sheet): boolean {
  const text = bodyOf(sheet)
  return text !== undefined && depthOf(text.region, sheet.layout) > depthOf('title', sheet.layout)
}

function endsWithTitle(sheet: Sheet): boolean {
  const text = bodyOf(sheet)
  return text !== undefined && depthOf(text.region, sheet.layout) < depthOf('title', sheet.layout)
}

const emptyPage = (variant: LayoutVariant): SheetPage => ({ variant, before: [], title: [], after: [] })

function toPage(page: SheetPage, part: number, parts: number, draft: Draft, lang: Lang, tools: SheetTools): Page {
  const { slide, index, content } = draft
  const layout = tools.layouts[page.variant]!
  const title =
    parts > 1 && content.title ? page.title.map((box) => numbered(box, content.title!, part, parts)) : page.title
  return {
    slide: index,
    part,
    parts,
    layout: page.variant,
    lang: slide.lang ?? lang,
    ground: layout.ground,
    footer: layout.footer,
    ornament: layout.ornament,
    background: slide.background?.value ?? null,
    boxes: [...page.before, ...title, ...page.after],
    notes: slide.notes,
  }
}

const numbered = (box: PlacedBox, title: LocalBlock, part: number, parts: number): PlacedBox =>
  blockType(title.type).onPart?.(box, part, parts) ?? box
