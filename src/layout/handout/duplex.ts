import type { HandoutCell, HandoutSheet, PaperSize } from '../../model/handout.ts'
import type { Box } from '../../model/theme.ts'
import { bindingShift } from './sheet-grid.ts'

/** Moves a slide on its sheet with all that belongs to it. */
export function moveCell(cell: HandoutCell, move: <B extends Box>(box: B) => B): HandoutCell {
  const { frame, number, codes, notes, said, more, lines } = cell
  return {
    ...cell,
    frame: move(frame),
    number: move(number),
    codes: codes.map(move),
    notes: notes && move(notes),
    said: said.map(move),
    more: more && move(more),
    lines: lines && move(lines),
  }
}

/**
 * Returns a sheet as it is printed on both sides of the paper: on the back, the wide margin for the hole punch is on the
 * other side. `index` counts from 0.
 */
export function forDuplex(sheet: HandoutSheet, index: number, paper: PaperSize): HandoutSheet {
  if (index % 2 === 0) return sheet
  const shift = bindingShift(paper)
  const move = <B extends Box>(box: B): B => ({ ...box, x: box.x + shift.x, y: box.y + shift.y })
  return {
    header: sheet.header.map(move),
    rule: sheet.rule && move(sheet.rule),
    cells: sheet.cells.map((cell) => moveCell(cell, move)),
    rest: sheet.rest.map(move),
    footer: sheet.footer.map(move),
  }
}
