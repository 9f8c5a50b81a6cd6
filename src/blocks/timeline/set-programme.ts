import { languages } from '../../languages/languages.ts'
import type { BlockContext } from '../../model/block-type.ts'
import type { Lang } from '../../model/lang.ts'
import type { Paragraph } from '../../model/text.ts'
import { lineHeightAt } from '../../model/theme.ts'
import { parsePlainParagraphs } from '../../typeset/parse-paragraphs.ts'
import { cutsWord, heightOf, type SizeStep, typesetAtSize, widthOf } from '../../typeset/typeset-at-size.ts'
import { styleOf, type TypesetText } from '../../typeset/typeset-text.ts'
import type { Programme, ProgrammeRow } from './programme-rows.ts'

/** A programme set at one size. */
export interface SetProgramme {
  step: SizeStep
  lang: Lang
  /** The widths of the columns. Units: px. */
  widths: number[]
  timeColumn: number
  parallel: boolean
  head: SetRow | null
  rows: SetRow[]
  /** Whether a word does not fit its column. */
  cut: boolean
}

/** A row set at one size, with the index of its row in the author's text. */
export interface SetRow {
  kind: ProgrammeRow['kind'] | 'head'
  /** A section has one cell, which spans all columns. */
  cells: TypesetText[]
  /** Units: px, the space above and below the text included. */
  height: number
  source: number
  /** A section as it is repeated on a further page, with a word that says so. */
  continued?: SetRow
}

/** The distance between columns, and the inset of the first and last. Units: px. */
export const columnGap = 32
export const sideInset = 16

/** The space above and below the text of a row. Units: px. */
export const rowPadding = (size: number): number => Math.max(4, Math.round(size * 0.09) * 4)

/** A section stands this much further from the rows above it. Units: px. */
export const sectionSpace = (size: number): number => Math.round(size * 0.1) * 4

/**
 * The shares of the width that all columns after the title may take, if they would like more. The one with the lowest rows
 * is used.
 */
const sideShares = [0.42, 0.34, 0.27, 0.5, 0.6]

/** Sets a programme in a width at one size. Units: px. */
export function setProgramme(
  programme: Programme,
  lang: Lang,
  width: number,
  step: SizeStep,
  context: BlockContext,
): SetProgramme {
  const set: SetText = (paragraphs, wide) => typesetAtSize({ paragraphs, lang, width: wide }, step, context)
  const inner = width - 2 * sideInset - (programme.columns - 1) * columnGap
  const natural = naturalWidths(programme, set)
  const choices = sideShares.map((share) => columnWidths(natural, programme, inner, share))
  const distinct = choices.filter((one, i) => choices.findIndex((other) => other.join() === one.join()) === i)
  const tried = { ...programme, rows: programme.rows.slice(0, mostTried) }
  const sets = distinct.length > 1 ? distinct.map((widths) => setRows(tried, lang, widths, step, set)) : []
  const widths = sets.length > 0 ? sets.reduce(better).widths : distinct[0]!
  return setRows(programme, lang, widths, step, set)
}

/** The shares are tried with so many rows. */
const mostTried = 60

/** The least height of rows at a size: one line each. Units: px. */
export const leastHeight = ({ rows }: Programme, step: SizeStep, { theme }: BlockContext): number =>
  rows.length * (lineHeightAt(styleOf(step, theme), step.size) + 2 * rowPadding(step.size))

/** The one without cut words, or else the lower one. */
const better = (a: SetProgramme, b: SetProgramme): SetProgramme => {
  if (a.cut !== b.cut) return a.cut ? b : a
  return heightOfRows(b) < heightOfRows(a) ? b : a
}

const heightOfRows = ({ rows }: SetProgramme) => rows.reduce((sum, { height }) => sum + height, 0)

type SetText = (paragraphs: readonly Paragraph[], width: number) => TypesetText

function setRows(programme: Programme, lang: Lang, widths: number[], step: SizeStep, set: SetText): SetProgramme {
  const { columns, timeColumn, parallel, head, rows } = programme
  const padding = 2 * rowPadding(step.size)
  const whole = widths.reduce((sum, one) => sum + one, 0) + (columns - 1) * columnGap
  const setRow = (kind: SetRow['kind'], texts: readonly Paragraph[][], source: number): SetRow => {
    const cells = texts.map((paragraphs, i) => set(paragraphs, widths[i]!))
    return { kind, cells, height: Math.max(...cells.map(heightOf)) + padding, source }
  }
  const setSection = (text: string, source: number): SetRow => {
    const words = set(cell(text, true), whole)
    return { kind: 'section', cells: [words], height: heightOf(words) + padding + sectionSpace(step.size), source }
  }
  const withContinued = (row: SetRow, text: string): SetRow => ({
    ...row,
    continued: setSection(languages[lang].data.continued(text.replaceAll('**', '').trim()), row.source),
  })
  const texts = (row: readonly string[], bold: (column: number) => boolean) =>
    Array.from({ length: columns }, (_, i) => cell(row[i] ?? '', bold(i)))
  const all = rows.map((row) => {
    if (row.kind === 'section') return withContinued(setSection(row.text, row.source), row.text)
    const paragraphs = texts(row.cells, (i) => i === timeColumn)
    paragraphs[timeColumn + 1]?.push(...row.below.flatMap((line) => cell(line, false)))
    return setRow(row.kind, paragraphs, row.source)
  })
  const setHead =
    head &&
    setRow(
      'head',
      texts(head, () => true),
      -1,
    )
  const cut = [...(setHead ? [setHead] : []), ...all].some(({ cells }) => cells.some(cutsWord))
  return { step, lang, widths, timeColumn, parallel, head: setHead, rows: all, cut }
}

/** The paragraphs of a cell. */
function cell(text: string, bold: boolean): Paragraph[] {
  const paragraphs = parsePlainParagraphs(text)
  if (!bold) return paragraphs
  return paragraphs.map((one) => ({ ...one, spans: one.spans.map((span) => ({ ...span, bold: true })) }))
}

/** The widths of columns if no text were broken. */
function naturalWidths({ head, rows, columns, timeColumn }: Programme, set: SetText): number[] {
  const texts = [head, ...rows.map((row) => ('cells' in row ? row.cells : null))]
  return Array.from({ length: columns }, (_, column) =>
    Math.max(
      1,
      ...texts.map((cells) => {
        const text = cells?.[column]
        return text ? widthOf(set(cell(text, column === timeColumn || cells === head), 100_000)) + 1 : 1
      }),
    ),
  )
}

/** Times and numbers on one line; places as wide as they need up to a share; the titles take the rest. Halls are equally wide. */
function columnWidths(
  natural: readonly number[],
  { columns, timeColumn, parallel }: Programme,
  inner: number,
  share: number,
): number[] {
  if (parallel) {
    const times = natural.slice(0, timeColumn + 1)
    const rest = inner - times.reduce((sum, one) => sum + one, 0)
    return natural.map((width, i) =>
      i <= timeColumn ? width : Math.max(1, Math.floor(rest / (columns - times.length))),
    )
  }
  const title = Math.min(timeColumn + 1, columns - 1)
  const widths = natural.map((width, column) => (column === title ? 0 : width))
  widths.splice(title + 1, columns, ...sharedWidths(widths.slice(title + 1), Math.floor(inner * share)))
  widths[title] = Math.max(1, inner - widths.reduce((sum, one) => sum + one, 0))
  return widths
}

/** Gives each column what it needs up to an equal share of what the narrower ones leave. */
function sharedWidths(needed: readonly number[], most: number): number[] {
  const widths = [...needed]
  const order = needed.map((_, i) => i).sort((a, b) => needed[a]! - needed[b]!)
  let left = most
  for (const [n, i] of order.entries()) {
    widths[i] = Math.max(1, Math.min(needed[i]!, Math.floor(left / (order.length - n))))
    left -= widths[i]!
  }
  return widths
}
