import type { HandoutCell, HandoutSheet, PaperSize } from '../../model/handout.ts'
import type { Box } from '../../model/theme.ts'
import { bindingShift } from './sheet-grid.ts'

/**
 * Returns a sheet as it is printed on both sides of the paper: on the back, the wide margin for the hole punch is on the
 * other side. `index` counts from 0.
 */
export function forDuplex(sheet: HandoutSheet, index: number, paper: PaperSize): HandoutSheet {
  if (index % 2 === 0) return sheet
  const shift = bindingShift(paper)
  const move = <B extends Box>(box: B): B => ({ ...box, x: box.x + shift.x, y: box.y + shift.y })
  const moveCell = ({ frame, number, codes, notes, more, lines, ...cell }: HandoutCell): HandoutCell => ({
    ...cell,
    frame: move(frame),
    number: move(number),
    codes: codes.map(move),
    notes: notes && move(notes),
    more: more && move(more),
    lines: lines && move(lines),
  })
  return {
    header: sheet.header.map(move),
    rule: sheet.rule && move(sheet.rule),
    cells: sheet.cells.map(moveCell),
    rest: sheet.rest.map(move),
    footer: sheet.footer.map(move),
  }
}
