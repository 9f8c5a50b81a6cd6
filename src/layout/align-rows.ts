import type { FittedParagraph } from '../model/fitted.ts'
import type { PlacedBox, TextView } from '../model/laid-out.ts'

/**
 * Moves the paragraphs of columns down so that their rows are level: each paragraph with its neighbours if all columns have
 * as many, otherwise each text with its neighbours if every column holds several texts.
 *
 * Shape:  one box of a text for each column, all in one size and with their tops level.
 *         Returns null if there are no rows, or if they need more than `most` px.
 */
export function alignRows(boxes: readonly PlacedBox[], most: number): PlacedBox[] | null {
  const columns = boxes.map(({ view }) => (view as TextView).page.paragraphs)
  const lengths = rowLengths(boxes)
  if (!lengths) return null
  const { lineHeight } = boxes[0]!.view as TextView
  const isGrid = lengths[0]!.some((length) => length > 1) || lengths.some((one) => one.length !== columns[0]!.length)
  const rows = lengths.map((counts, i) => splitRows(columns[i]!, counts))
  const moved = rows.map((): FittedParagraph[] => [])
  let top = 0
  for (let row = 0; row < rows[0]!.length; row++) {
    const gaps = rows.map((column) => (row === 0 ? 0 : gapAbove(column[row]!, column[row - 1]!, lineHeight)))
    top += Math.max(...gaps) + (isGrid && row > 0 ? Math.round(lineHeight / 2) : 0)
    for (const [i, column] of rows.entries()) {
      const shift = top - column[row]![0]!.y
      moved[i]!.push(...column[row]!.map((one) => ({ ...one, y: one.y + shift })))
    }
    top = Math.max(...moved.map((column) => bottomOf(column.at(-1)!, lineHeight)))
  }
  if (top > most) return null
  return boxes.map((box, i) => withParagraphs(box, moved[i]!, lineHeight))
}

/** The number of paragraphs in each row of each column; null if the columns have no common rows. */
function rowLengths(boxes: readonly PlacedBox[]): number[][] | null {
  const counts = boxes.map(({ view }) => (view as TextView).page.paragraphs.length)
  if (counts[0]! > 1 && counts.every((count) => count === counts[0])) return counts.map((n) => Array(n).fill(1))
  const texts = boxes.map(({ sources = [] }) => sources.map(({ items }) => items.length))
  const isWhole = texts.every((lengths, i) => lengths.reduce((sum, n) => sum + n, 0) === counts[i])
  const areLevel = texts[0]!.length > 1 && texts.every((lengths) => lengths.length === texts[0]!.length)
  return isWhole && areLevel ? texts : null
}

function splitRows(paragraphs: readonly FittedParagraph[], counts: readonly number[]): FittedParagraph[][] {
  let start = 0
  return counts.map((count) => paragraphs.slice(start, (start += count)))
}

const bottomOf = ({ y, lines }: FittedParagraph, lineHeight: number) => y + lines.length * lineHeight

const gapAbove = (row: readonly FittedParagraph[], above: readonly FittedParagraph[], lineHeight: number) =>
  row[0]!.y - bottomOf(above.at(-1)!, lineHeight)

function withParagraphs(box: PlacedBox, paragraphs: FittedParagraph[], lineHeight: number): PlacedBox {
  const view = box.view as TextView
  const height = bottomOf(paragraphs.at(-1)!, lineHeight)
  return { ...box, height: Math.ceil(height), view: { ...view, page: { paragraphs, height } } }
}
