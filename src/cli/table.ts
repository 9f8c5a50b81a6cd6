import { columnWidth } from '../report/printable.ts'

const escapes = /\x1b\[\d+m/g
const widthOf = (cell: string) => columnWidth(cell.replace(escapes, ''))

/** Formats rows as aligned columns; `right` lists the columns to align right. Cells may be coloured. */
export function table(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths: number[] = []
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, widthOf(cell))
  return rows
    .map((row) => {
      const set = row.map((cell, i) => {
        const space = ' '.repeat(widths[i]! - widthOf(cell))
        return right.includes(i) ? space + cell : cell + space
      })
      return `${set.join('  ').trimEnd()}\n`
    })
    .join('')
}
