import type { FittedParagraph } from '../model/fitted.ts'
import type { PlacedBox, TextView } from '../model/laid-out.ts'

/** Paragraphs that begin at one height: how many of each column, 0 for a column that has ended. */
interface Row {
  counts: readonly number[]
  /** Further texts begin here, set off from the texts above them. */
  beginsTexts: boolean
}

/**
 * Moves the paragraphs of columns down so that their rows are level: each text with its neighbours if a column holds several
 * texts, and each paragraph with its neighbours if they have as many.
 *
 * Shape:  one box of a text for each column, all in one size and with their tops level.
 *         `across` says that texts of several columns follow each other: without it, columns of several texts have no rows.
 *         Returns boxes in reading order: the columns, or with `across` row by row a box of each text.
 *         Returns null if there are no rows, or if they need more than `most` px.
 */
export function alignRows(boxes: readonly PlacedBox[], most: number, across: boolean): PlacedBox[] | null {
  const rows = rowsOf(boxes, across)
  if (!rows) return null
  const { lineHeight } = boxes[0]!.view as TextView
  // Space between texts gives way before their size does.
  return [Math.round(lineHeight / 2), 0].reduce<PlacedBox[] | null>(
    (set, between) => set ?? setRows(boxes, rows, { most, between, across }),
    null,
  )
}

/** Sets rows, with `between` px more above further texts. */
function setRows(
  boxes: readonly PlacedBox[],
  rows: readonly Row[],
  { most, between, across }: { most: number; between: number; across: boolean },
): PlacedBox[] | null {
  const { lineHeight } = boxes[0]!.view as TextView
  const rest = boxes.map(({ view }) => [...(view as TextView).page.paragraphs])
  const bottoms = boxes.map(() => 0)
  /** By row of texts, and by column. */
  const texts: FittedParagraph[][][] = [boxes.map(() => [])]
  let top = 0
  for (const [i, { counts, beginsTexts }] of rows.entries()) {
    const cells = counts.map((count, column) => rest[column]!.splice(0, count))
    if (i > 0) {
      const gaps = cells.map((cell, column) => (cell.length > 0 ? cell[0]!.y - bottoms[column]! : 0))
      top += Math.max(...gaps) + (beginsTexts ? between : 0)
    }
    if (beginsTexts) texts.push(boxes.map(() => []))
    for (const [column, cell] of cells.entries()) {
      if (cell.length === 0) continue
      bottoms[column] = bottomOf(cell.at(-1)!, lineHeight)
      const shift = top - cell[0]!.y
      texts.at(-1)![column]!.push(...cell.map((one) => ({ ...one, y: one.y + shift })))
    }
    top = Math.max(...texts.at(-1)!.flatMap((column) => column.map((one) => bottomOf(one, lineHeight))))
  }
  if (top > most) return null
  if (!across)
    return boxes.map((box, i) =>
      withParagraphs(
        box,
        texts.flatMap((row) => row[i]!),
        null,
      ),
    )
  return texts.flatMap((row, at) =>
    row.flatMap((paragraphs, i) => (paragraphs.length > 0 ? [withParagraphs(boxes[i]!, paragraphs, at)] : [])),
  )
}

/** The rows of columns; null if the columns have no common ones. */
function rowsOf(boxes: readonly PlacedBox[], across: boolean): Row[] | null {
  const columns = boxes.map(({ view }) => (view as TextView).page.paragraphs)
  const texts = boxes.map(({ sources = [] }) => sources.map(({ items }) => items.length))
  const most = Math.max(...texts.map((column) => column.length))
  if (most > 1) {
    if (!across) return null
    const isWhole = texts.every((lengths, i) => lengths.reduce((sum, n) => sum + n, 0) === columns[i]!.length)
    if (!isWhole || texts.some((column) => column.length < most - 1)) return null
    const rest = columns.map((column) => [...column])
    return Array.from({ length: most }, (_, i) => texts.map((column) => column[i] ?? 0)).flatMap((counts, i) =>
      rowsOfTexts(counts.map((count, column) => rest[column]!.splice(0, count))).map((row, k) => ({
        counts: row,
        beginsTexts: i > 0 && k === 0,
      })),
    )
  }
  const [count] = columns.map(({ length }) => length)
  if (count! < 2 || columns.some(({ length }) => length !== count)) return null
  return Array.from({ length: count! }, () => ({ counts: columns.map(() => 1), beginsTexts: false }))
}

/** The rows of texts side by side: their paragraphs if they have as many, otherwise their headings and the rest. */
function rowsOfTexts(texts: readonly (readonly FittedParagraph[])[]): number[][] {
  const lengths = texts.map(({ length }) => length)
  const shown = texts.filter(({ length }) => length > 0)
  const one = lengths.map((length) => Math.min(length, 1))
  if (shown.every(({ length }) => length === shown[0]!.length)) return shown[0]!.map(() => one)
  const isHeaded = shown.every(([first, second]) => first!.kind === 'heading' && second)
  return isHeaded ? [one, lengths.map((length, i) => length - one[i]!)] : [lengths]
}

const bottomOf = ({ y, lines }: FittedParagraph, lineHeight: number) => y + lines.length * lineHeight

/** A box with its paragraphs moved, or with those of one of its texts. */
function withParagraphs(box: PlacedBox, moved: readonly FittedParagraph[], text: number | null): PlacedBox {
  const view = box.view as TextView
  const top = text === null ? 0 : moved[0]!.y
  const paragraphs = moved.map((one) => ({ ...one, y: one.y - top }))
  const height = bottomOf(paragraphs.at(-1)!, view.lineHeight)
  const sources = text === null ? box.sources : box.sources?.slice(text, text + 1)
  return {
    ...box,
    y: box.y + top,
    height: Math.ceil(height),
    view: { ...view, page: { paragraphs, height } },
    ...(sources && { sources }),
  }
}
