import { columnWidth } from '../report/printable.ts'

const escapes = /\x1b\[[\d;]+m/g
const widthOf = (cell: string) => columnWidth(cell.replace(escapes, ''))

/** How cells are separated, and how far the lines below the first cell are indented. */
const gap = '  '
const indent = '    '

/** How a table is set. Units: `width` in columns. */
export interface TableOptions {
  /** The columns to align right. */
  right?: readonly number[]
  /** The width of the terminal. */
  width?: number
}

/**
 * Formats rows as aligned columns. Where these are wider than the terminal, each row becomes a line of its first cell and,
 * indented below it, as many lines of the others as they need. Cells may be coloured.
 */
export function table(
  rows: readonly (readonly string[])[],
  { right = [], width = Number.POSITIVE_INFINITY }: TableOptions = {},
): string {
  const widths: number[] = []
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, widthOf(cell))
  const lines = rows.map((row) => {
    const set = row.map((cell, i) => {
      const space = ' '.repeat(widths[i]! - widthOf(cell))
      return right.includes(i) ? space + cell : cell + space
    })
    return set.join(gap).trimEnd()
  })
  const fits = lines.every((line) => widthOf(line) <= width)
  return (fits ? lines : rows.flatMap((row) => stack(row, width))).map((line) => `${line}\n`).join('')
}

/** One row as lines: the first cell, then the others below it. */
function stack([first = '', ...others]: readonly string[], width: number): string[] {
  const lines = first === '' ? [] : [first]
  let line = ''
  for (const cell of others.filter((one) => one !== '')) {
    if (line !== '' && widthOf(line) + gap.length + widthOf(cell) > width) {
      lines.push(line)
      line = ''
    }
    line += line === '' ? indent + cell : gap + cell
  }
  return line === '' ? lines : [...lines, line]
}
