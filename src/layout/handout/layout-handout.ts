import type { Handout, HandoutCell, HandoutOptions, HandoutSheet, PerPage } from '../../model/handout.ts'
import type { LaidOutDeck, PlacedBox } from '../../model/laid-out.ts'
import type { Box, Stage } from '../../model/theme.ts'
import type { PrintWords } from '../../model/words.ts'
import { lineOnPaper, type PaperTools, paperBox, paragraph } from '../paper.ts'
import { mostSlides, placeCodes, smallCodes, stripFor } from './codes.ts'
import { footerHeight, footerIn, type Header, headerIn } from './edge.ts'
import { areaFor, type Grid, gridFor, mm, ruled, type Slot } from './grid.ts'
import { leastPoints, mostLegible, smallestText, toPoints } from './legible.ts'
import { columnsIn, moreSign, runOn, setNotes } from './notes.ts'

/** What a handout is laid out with, besides the deck. */
export interface HandoutTools extends PaperTools {
  words: PrintWords
}

/** The smallest text of the slides, where it prints too small to be read. */
export interface SmallText {
  /** Index of the page where it stands. */
  page: number
  facts: {
    /** Units: pt, rounded down to tenths. */
    points: number
    least: number
    perPage: PerPage
    /** The most slides a sheet at which it can be read; null where even one is too many. */
    best: PerPage | null
  }
}

export interface LaidOutHandout {
  handout: Handout
  small: SmallText | null
  /** Letters of notes that the theme's fonts lack, by the page of their slide. */
  missing: { page: number; letters: string[] }[]
}

/**
 * Puts the pages of a deck on sheets of paper, with their notes or with lines. Nothing of a slide or of its notes is left
 * out: notes too long for their place run on to a sheet of their own. `pages` are indexes into the deck's.
 */
export function layoutHandout(
  deck: LaidOutDeck,
  pages: readonly number[],
  options: HandoutOptions,
  tools: HandoutTools,
): LaidOutHandout {
  const at = (perPage: PerPage) => settle(perPage, deck, pages, options, tools)
  const scaleFor = (perPage: PerPage) => at(perPage).grid.scale
  const text = smallestText(deck, pages, options)
  const perPage = options.perPage ?? usualPerPage(text?.px ?? null, options, scaleFor)
  const { grid, header } = at(perPage)
  const { sheets, missing } = sheetsOf(deck, pages, { perPage, grid, options, tools })
  const whole = sheets.map((sheet, i): HandoutSheet => {
    const number = tools.words.sheet.replace('{x}', String(i + 1)).replace('{y}', String(sheets.length))
    const footer = options.footer ? [footerIn(number, deck, grid.area, tools)] : []
    return { ...sheet, header: header.boxes, rule: header.rule, footer }
  })
  const handout = { paper: grid.paper, perPage, scale: grid.scale, sheets: whole }
  return { handout, missing, small: text && tooSmall(text, perPage, scaleFor) }
}

/** The most slides a sheet at which all can be read, up to six; up to three where notes or lines want room. */
function usualPerPage(px: number | null, { notes, lines }: HandoutOptions, scaleFor: ScaleFor): PerPage {
  const most = notes || lines ? 3 : 6
  return px === null ? most : (mostLegible(px, scaleFor, most) ?? 1)
}

type ScaleFor = (perPage: PerPage) => number

function tooSmall({ px, page }: { px: number; page: number }, perPage: PerPage, scaleFor: ScaleFor): SmallText | null {
  const points = toPoints(px * scaleFor(perPage))
  if (points >= leastPoints) return null
  const best = mostLegible(px, scaleFor)
  return { page, facts: { points: Math.floor(points * 10) / 10, least: leastPoints, perPage, best } }
}

/** Header and grid for so many slides a sheet. */
function settle(
  perPage: PerPage,
  deck: LaidOutDeck,
  pages: readonly number[],
  options: HandoutOptions,
  tools: PaperTools,
) {
  const { area } = areaFor(perPage, options)
  const header: Header = options.header ? headerIn(deck, area, tools) : { boxes: [], rule: null, height: 0 }
  const bottom = options.footer ? mm(footerHeight) : 0
  const gridWith = (strip: number) => gridFor(perPage, { ...options, strip }, deck.stage, header.height, bottom)
  const grid = gridWith(0)
  if (perPage > mostSlides) return { header, grid }
  const codes = pages.map((page) => smallCodes(deck.pages[page]!, grid.scale))
  const crowded = codes.filter((some) => !placeCodes(some, grid.slots[0]!))
  return { header, grid: crowded.length > 0 ? gridWith(Math.max(...crowded.map(stripFor))) : grid }
}

interface Setting {
  perPage: PerPage
  grid: Grid
  options: HandoutOptions
  tools: HandoutTools
}

type Bare = Pick<HandoutSheet, 'cells' | 'rest'>

/** The slides, so many a sheet; after each sheet the notes that run on from it. */
function sheetsOf(deck: LaidOutDeck, pages: readonly number[], setting: Setting) {
  const { grid, tools, perPage } = setting
  const columns = columnsIn(grid.body)
  const sheets: Bare[] = []
  const missing: LaidOutHandout['missing'] = []
  for (let start = 0; start < pages.length; start += perPage) {
    const placed = pages
      .slice(start, start + perPage)
      .map((page, i) => placeCell(deck, page, grid.slots[i]!, columns[0]!, setting))
    for (const { cell, notes } of placed) {
      if (notes && notes.fitted.missing.length > 0) missing.push({ page: cell.page, letters: notes.fitted.missing })
    }
    const running = placed.flatMap(({ notes }) => (notes && notes.fitted.pages.length > 1 ? [notes] : []))
    const rest = runOn(running, columns, tools.words, tools)
    const here = sheets.length + 1
    const cells = placed.map(({ cell, notes, aside }) => {
      const further = notes ? rest.starts.get(notes) : undefined
      if (!notes || !aside || further === undefined) return cell
      return { ...cell, more: moreSign(here + 1 + further, notes, aside, tools.words, tools) }
    })
    sheets.push({ cells, rest: [] }, ...rest.sheets.map((boxes) => ({ cells: [], rest: boxes })))
  }
  return { sheets, missing }
}

/** A slide in its place, with its notes as far as they fit, and lines in what is left. */
function placeCell(deck: LaidOutDeck, index: number, slot: Slot, column: Stage, setting: Setting) {
  const { options, tools, perPage, grid } = setting
  const { notes: said, part } = deck.pages[index]!
  const { frame } = slot
  const small = perPage > mostSlides ? [] : smallCodes(deck.pages[index]!, grid.scale)
  const { boxes: codes, aside } = placeCodes(small, slot) ?? { boxes: [], aside: slot.aside }
  const own = options.notes && aside && said && part === 1 ? said : null
  const notes = own && setNotes(own, index, aside!, column, perPage, tools)
  const box = notes && paperBox(notes.fitted, 0, aside!, 'handout-notes', notes.lang)
  const wanted = options.lines || !options.notes
  const left = aside && box ? below(aside, box) : aside
  const number = lineOnPaper(paragraph(String(index + 1)), deck.lang, numberSize, slot.number, 'handout-number', tools)
  const lines = left && wanted && (!notes || notes.fitted.pages.length === 1) ? ruled(left) : null
  const cell: HandoutCell = { page: index, frame, number, codes, notes: box, more: null, lines }
  return { cell, notes, aside }
}

/** Below a slide: seven and a half points. Units: px on paper. */
const numberSize = 10

const below = (room: Box, { y, height }: PlacedBox): Box => ({
  ...room,
  y: y + height,
  height: room.y + room.height - y - height,
})
