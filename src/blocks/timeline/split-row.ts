import type { BlockContext } from '../../model/block-type.ts'
import { heightOf } from '../../typeset/typeset-at-size.ts'
import { styleOf, type TypesetText } from '../../typeset/typeset-text.ts'
import { rowPadding, type SetProgramme, type SetRow } from './set-programme.ts'

/** Splits rows that are higher than a page into several, so that nothing is cut off. Units: px. */
export function splitHighRows(set: SetProgramme, pageHeight: number, context: BlockContext): SetProgramme {
  const padding = 2 * rowPadding(set.step.size)
  const room = pageHeight - (set.head?.height ?? 0) - padding
  if (room < set.step.size * 2 || set.rows.every(({ height }) => height - padding <= room)) return set
  return {
    ...set,
    rows: set.rows.flatMap((row) => (row.height - padding <= room ? [row] : splitRow(row, set, room, context))),
  }
}

function splitRow(
  row: SetRow,
  { step, widths, lang }: SetProgramme,
  room: number,
  { fitter, theme }: BlockContext,
): SetRow[] {
  const style = { ...styleOf(step, theme), sizes: [step.size], maxLines: null, balance: false }
  const width = (i: number) => (row.kind === 'section' ? widths.reduce((sum, one) => sum + one, 0) : widths[i]!)
  const parts = row.cells.map((cell, i): TypesetText[] => {
    const box = { width: width(i), height: room }
    const request = { paragraphs: cell.paragraphs, style, first: box, next: box, lang }
    const fitted = fitter.fit({ ...request, pages: 'auto', hyphens: 'regular' })
    return fitted.pages.map((page) => ({ ...fitted, pages: [page], paragraphs: cell.paragraphs }))
  })
  const count = Math.max(...parts.map(({ length }) => length))
  const empty = (cell: TypesetText): TypesetText => ({ ...cell, pages: [{ paragraphs: [], height: 0 }] })
  return Array.from({ length: count }, (_, n) => {
    const cells = parts.map((list, i) => list[n] ?? empty(row.cells[i]!))
    const kind = n > 0 && row.kind === 'section' ? 'session' : row.kind
    return { ...row, kind, cells, height: Math.max(...cells.map(heightOf)) + 2 * rowPadding(step.size) }
  })
}
