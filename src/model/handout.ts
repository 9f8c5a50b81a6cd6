import type { PlacedBox } from './laid-out.ts'
import type { Box } from './theme.ts'

/** The permitted numbers of slides per sheet. */
export const perPageChoices = [1, 2, 3, 4, 6, 9] as const
export type PerPage = (typeof perPageChoices)[number]

export const paperNames = ['a4', 'a5', 'letter'] as const
export type PaperName = (typeof paperNames)[number]

/** `save`: white backgrounds and dark text; `full`: slides as on the screen. */
export const printModes = ['save', 'full'] as const
export type PrintMode = (typeof printModes)[number]

/** The options of a handout. */
export interface HandoutOptions {
  /** If absent, as many as keep all text of the slides readable, up to six. */
  perPage?: PerPage
  paper: PaperName
  /** Whether to print the speaker notes with their slides. */
  notes: boolean
  /** Whether to fill the remaining space with ruled lines. */
  lines: boolean
  /** Whether the sheets are printed on both sides: the margin for the hole punch changes sides. */
  duplex?: boolean
  header: boolean
  footer: boolean
  /** Whether the words of each slide stand beside or below it in another language. */
  bilingual?: boolean
}

/** The size of the paper in the orientation of the handout. Units: mm. */
export interface PaperSize {
  width: number
  height: number
}

/** The layout of a handout. Units: CSS px on paper, 96 per inch, from the upper left corner of the sheet. */
export interface Handout {
  paper: PaperSize
  perPage: PerPage
  /** The scale of the slides: px on paper per px on the stage. */
  scale: number
  sheets: HandoutSheet[]
}

/** One side of a sheet: slides, or the remainder of long notes. */
export interface HandoutSheet {
  header: PlacedBox[]
  /** The line below the header. */
  rule: Box | null
  cells: HandoutCell[]
  /** Notes or words that continue from earlier sheets, in reading order. */
  rest: SaidBox[]
  footer: PlacedBox[]
}

/** A box with words in another language than that of the slides. `isOwn`: in their language after all. */
export interface SaidBox extends PlacedBox {
  isOwn?: boolean
}

/** A slide with its number, notes and lines. */
export interface HandoutCell {
  /** Index of the page in the deck. */
  page: number
  frame: Box
  number: PlacedBox
  /** QR codes that would be too small to scan on the slide and are printed beside it. */
  codes: PlacedBox[]
  notes: PlacedBox | null
  /** What the slide says in another language, in reading order. */
  said: SaidBox[]
  /** The reference to the sheet where long notes continue. */
  more: PlacedBox | null
  lines: RuledLines | null
}

/** Ruled lines for handwriting, `pitch` apart: the first is `pitch` below the top, the last at the bottom. */
export interface RuledLines extends Box {
  count: number
  pitch: number
}
