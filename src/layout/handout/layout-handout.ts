import type { Handout, HandoutCell, HandoutOptions, HandoutSheet, PerPage } from '../../model/handout.ts'
import type { LaidOutDeck, PlacedBox } from '../../model/laid-out.ts'
import type { Box, StageDimensions } from '../../model/theme.ts'
import type { PrintWords } from '../../model/words.ts'
import { lineOnPaper, type PaperContext, paperBox, paperParagraph } from '../paper-text.ts'
import type { OtherLanguage } from './bilingual-rows.ts'
import { forDuplex } from './duplex.ts'
import { continuedSign, layoutOverflow, notesColumns, typesetNotes } from './handout-notes.ts'
import { footerHeight, type HandoutHeader, layoutFooter, layoutHeader } from './header-footer.ts'
import { layoutBilingual } from './layout-bilingual.ts'
import { maxLegiblePerPage, pointsAt, type SmallestTexts, smallestTexts, tooSmallAt } from './legibility.ts'
import { placeCodes, smallCodes, stripWidth } from './qr-codes.ts'
import {
  type GridOptions,
  maxSlidesWithCodes,
  mm,
  ruledLines,
  type SheetGrid,
  type SheetSlot,
  sheetArea,
  sheetGrid,
} from './sheet-grid.ts'

/** What a handout is laid out with. */
export interface HandoutContext extends PaperContext {
  words: PrintWords
  /** What the slides say in another language. */
  other?: OtherLanguage | undefined
}

/** The smallest text of the slides, if it is too small to read when printed. */
export interface SmallText {
  /** The index of its page. */
  page: number
  facts: {
    /** Units: pt, rounded down to tenths. */
    points: number
    least: number
    perPage: PerPage
    /** The largest number of slides per sheet at which all is legible; null if it is not even at one. */
    best: PerPage | null
  }
}

/** The smallest text of a sheet with many slides, which is small even where it is legible. Units: pt. */
export interface SmallestOnSheet {
  page: number
  points: number
  perPage: PerPage
}

/** A handout on its sheets, and what to report about it. */
export interface LaidOutHandout {
  handout: Handout
  small: SmallText | null
  smallest: SmallestOnSheet | null
  /** Characters of notes that the theme's fonts lack, by the page of their slide. */
  missing: { page: number; letters: string[] }[]
}

/**
 * Lays out the pages of a deck on sheets of paper, with notes or ruled lines. Nothing is left out: notes that are too
 * long continue on sheets of their own. `pages` are indexes into the deck's pages.
 */
export function layoutHandout(
  deck: LaidOutDeck,
  pages: readonly number[],
  options: HandoutOptions,
  context: HandoutContext,
): LaidOutHandout {
  const at = (perPage: PerPage, upright = false) => chooseGrid(perPage, deck, pages, { ...options, upright }, context)
  const scaleFor = (perPage: PerPage) => at(perPage).grid.scale
  const texts = smallestTexts(deck, pages, options)
  const isLegible = (...[perPage, upright]: SheetChoice) => !tooSmallAt(perPage, texts, at(perPage, upright).grid.scale)
  const onSheets = (...[perPage, upright]: SheetChoice) => {
    const { grid, header } = at(perPage, upright)
    return { perPage, grid, header, ...layoutSheets(deck, pages, { ...context, perPage, grid, options }) }
  }
  const { perPage, grid, header, sheets, missing } =
    context.other && !options.perPage
      ? fewestSheets(isLegible, onSheets)
      : onSheets(options.perPage ?? defaultPerPage(texts, options, scaleFor))
  const numberedSheets = sheets.map((sheet, i): HandoutSheet => {
    const number = context.words.sheet.replace('{x}', String(i + 1)).replace('{y}', String(sheets.length))
    const footer = options.footer ? [layoutFooter(number, deck, grid.area, context)] : []
    return { ...sheet, header: header.boxes, rule: header.rule, footer }
  })
  const printed = options.duplex ? numberedSheets.map((sheet, i) => forDuplex(sheet, i, grid.paper)) : numberedSheets
  const handout = { paper: grid.paper, perPage, scale: grid.scale, sheets: printed }
  const small = smallText(texts, perPage, grid.scale, scaleFor)
  const { any } = texts
  const tells = any && !small && perPage > maxQuietSlides
  const smallest = tells ? { page: any.page, points: pointsAt(any, grid.scale), perPage } : null
  return { handout, missing, small, smallest }
}

/** With more slides per sheet, the size of the smallest text is told. */
const maxQuietSlides = 4

/** The largest number of slides per sheet at which all texts are legible: up to six, or three with notes or lines. */
function defaultPerPage(texts: SmallestTexts, { notes, lines }: HandoutOptions, scaleFor: ScaleForCount): PerPage {
  return maxLegiblePerPage(texts, scaleFor, notes || lines ? 3 : 6) ?? 1
}

/** The number of slides per sheet, and whether the sheet stands upright where it would not. */
type SheetChoice = readonly [perPage: PerPage, upright?: true]

/** With words in another language, the ways to divide a sheet that are tried, the largest slides first. */
const choicesWithOther: readonly SheetChoice[] = [[1], [2, true], [2], [3]]

/** The fewest sheets on which all texts of the slides are legible; of equally few, those with the largest slides. */
function fewestSheets<S extends { sheets: readonly unknown[] }>(
  isLegible: (...choice: SheetChoice) => boolean,
  onSheets: (...choice: SheetChoice) => S,
): S {
  const legible = choicesWithOther.filter((choice) => isLegible(...choice))
  const laidOut = (legible.length > 0 ? legible : [[1] as const]).map((choice) => onSheets(...choice))
  return laidOut.reduce((best, one) => (one.sheets.length < best.sheets.length ? one : best))
}

type ScaleForCount = (perPage: PerPage) => number

function smallText(texts: SmallestTexts, perPage: PerPage, scale: number, scaleFor: ScaleForCount): SmallText | null {
  const small = tooSmallAt(perPage, texts, scale)
  if (!small) return null
  const { page, points, least } = small
  return { page, facts: { points, least, perPage, best: maxLegiblePerPage(texts, scaleFor) } }
}

/** The header and the grid for a number of slides per sheet. */
function chooseGrid(
  perPage: PerPage,
  deck: LaidOutDeck,
  pages: readonly number[],
  options: HandoutOptions & GridOptions,
  context: PaperContext,
) {
  const { area } = sheetArea(perPage, options)
  const header: HandoutHeader = options.header
    ? layoutHeader(deck, area, context)
    : { boxes: [], rule: null, height: 0 }
  const bottom = options.footer ? mm(footerHeight) : 0
  const gridWith = (strip: number) => sheetGrid(perPage, { ...options, strip }, deck.stage, header.height, bottom)
  const grid = gridWith(0)
  if (perPage > maxSlidesWithCodes) return { header, grid }
  const codes = pages.map((page) => smallCodes(deck.pages[page]!, grid.scale))
  const crowded = codes.filter((some) => !placeCodes(some, grid.slots[0]!))
  return { header, grid: crowded.length > 0 ? gridWith(Math.max(...crowded.map(stripWidth))) : grid }
}

interface SheetContext extends HandoutContext {
  perPage: PerPage
  grid: SheetGrid
  options: HandoutOptions
}

type SheetContents = Pick<HandoutSheet, 'cells' | 'rest'>

/** Lays out the slides sheet by sheet, each followed by the notes that continue from it. */
function layoutSheets(deck: LaidOutDeck, pages: readonly number[], context: SheetContext) {
  const { grid, perPage, words, options, other } = context
  if (other) {
    const number = (page: number, slot: SheetSlot) => slideNumber(page, slot, deck, context)
    const sheets = layoutBilingual(deck, pages, { grid, perPage, options, words, other, number, paper: context })
    return { sheets, missing: [] }
  }
  const columns = notesColumns(grid.body)
  const sheets: SheetContents[] = []
  const missing: LaidOutHandout['missing'] = []
  for (let start = 0; start < pages.length; start += perPage) {
    const placed = pages
      .slice(start, start + perPage)
      .map((page, i) => placeCell(deck, page, grid.slots[i]!, columns[0]!, context))
    for (const { cell, notes } of placed) {
      if (notes && notes.fitted.missing.length > 0) missing.push({ page: cell.page, letters: notes.fitted.missing })
    }
    const running = placed.flatMap(({ notes }) => (notes && notes.fitted.pages.length > 1 ? [notes] : []))
    const rest = layoutOverflow(running, columns, words, deck.lang, context)
    const here = sheets.length + 1
    const cells = placed.map(({ cell, notes, aside }) => {
      const further = notes ? rest.starts.get(notes) : undefined
      if (!notes || !aside || further === undefined) return cell
      return { ...cell, more: continuedSign(here + 1 + further, deck.lang, aside, words, context) }
    })
    sheets.push({ cells, rest: [] }, ...rest.sheets.map((boxes) => ({ cells: [], rest: boxes })))
  }
  return { sheets, missing }
}

/** Places a slide with the part of its notes that fits, and lines in the rest of the space. */
function placeCell(deck: LaidOutDeck, index: number, slot: SheetSlot, column: StageDimensions, context: SheetContext) {
  const { options, perPage, grid } = context
  const { notes: slideNotes, part } = deck.pages[index]!
  const { frame } = slot
  const small = perPage > maxSlidesWithCodes ? [] : smallCodes(deck.pages[index]!, grid.scale)
  const { boxes: codes, aside } = placeCodes(small, slot) ?? { boxes: [], aside: slot.aside }
  const own = options.notes && aside && slideNotes && part === 1 ? slideNotes : null
  const notes = own && typesetNotes(own, index, aside!, column, perPage, context)
  const box = notes && paperBox(notes.fitted, 0, aside!, 'handout-notes', notes.lang)
  const wanted = options.lines || !options.notes
  const left = aside && box ? areaBelow(aside, box) : aside
  const number = slideNumber(index, slot, deck, context)
  const lines = left && wanted && (!notes || notes.fitted.pages.length === 1) ? ruledLines(left) : null
  const cell: HandoutCell = { page: index, frame, number, codes, notes: box, said: [], more: null, lines }
  return { cell, notes, aside }
}

/** The number below a slide: 7.5 pt. Units: px on paper. */
const numberSizePx = 10

const slideNumber = (page: number, slot: SheetSlot, { lang }: LaidOutDeck, context: PaperContext) =>
  lineOnPaper(paperParagraph(String(page + 1)), lang, numberSizePx, slot.number, 'handout-number', context)

const areaBelow = (area: Box, { y, height }: PlacedBox): Box => ({
  ...area,
  y: y + height,
  height: area.y + area.height - y - height,
})
