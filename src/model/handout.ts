import type { PlacedBox } from './laid-out.ts'
import type { Box } from './theme.ts'

/** How many slides a sheet can take. */
export const perPageChoices = [1, 2, 3, 4, 6, 9] as const
export type PerPage = (typeof perPageChoices)[number]

export const paperNames = ['a4', 'a5', 'letter'] as const
export type PaperName = (typeof paperNames)[number]

/** `save`: every ground is white and light text dark; `full`: slides as on the screen. */
export const printModes = ['save', 'full'] as const
export type PrintMode = (typeof printModes)[number]

/** What a handout is asked to be. */
export interface HandoutOptions {
  /** Absent: the most, up to six, at which every text of the slides stays readable. */
  perPage?: PerPage
  paper: PaperName
  /** Prints the speaker notes with their slides. */
  notes: boolean
  /** Rules the space that is left. */
  lines: boolean
  header: boolean
  footer: boolean
}

/** A sheet of paper as it is held. Units: mm. */
export interface PaperSize {
  width: number
  height: number
}

/** A handout as it is printed. Units: px of CSS on paper, 96 to the inch, from the sheet's upper left corner. */
export interface Handout {
  paper: PaperSize
  perPage: PerPage
  /** How large the slides are printed: 1 is a px of paper for each px of the stage. */
  scale: number
  sheets: HandoutSheet[]
}

/** One side of a sheet: slides, or the rest of notes too long for their place. */
export interface HandoutSheet {
  header: PlacedBox[]
  /** The line below the header. */
  rule: Box | null
  cells: HandoutCell[]
  /** Notes that run on from earlier sheets, in reading order. */
  rest: PlacedBox[]
  footer: PlacedBox[]
}

/** A slide with what stands beside or under it. */
export interface HandoutCell {
  /** Index into the pages of the deck. */
  page: number
  frame: Box
  number: PlacedBox
  /** QR codes that are too small to be read where the slide has them: they stand here instead. */
  codes: PlacedBox[]
  notes: PlacedBox | null
  /** Says where notes go on that are too long for their place. */
  more: PlacedBox | null
  lines: RuledLines | null
}

/** Lines to write on: the first one lies `pitch` below the top, the last one at the bottom. */
export interface RuledLines extends Box {
  count: number
  pitch: number
}
