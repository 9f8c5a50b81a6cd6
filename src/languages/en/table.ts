import type { TableProblem } from '../../model/problems/table.ts'
import { pluralizer } from '../format.ts'
import type { MessagesOf } from '../messages.ts'
import { number, slides } from './format.ts'

const rows = pluralizer('en', { one: 'row', other: 'rows' })
const columns = pluralizer('en', { one: 'column', other: 'columns' })
const cells = pluralizer('en', { one: 'cell', other: 'cells' })
const characters = pluralizer('en', { one: 'character', other: 'characters' })
const shownAs = { table: 'a table', ranking: 'a ranking', programme: 'a programme' } as const

/** What tables report, in English. */
export const table: MessagesOf<TableProblem> = {
  'table-recognised': ({ shown, rows: n, columns: m }) =>
    `This text is shown as ${shownAs[shown]}, because its lines are ${rows(n)} of ${columns(m)}. If it is to stay a text, add "block": "2".`,
  'table-suggested': ({ rows: n, columns: m }) =>
    `The lines of this text are ${rows(n)} of ${columns(m)}, separated by ";". Add "block": "11" to show them as a table.`,
  'table-rows-unequal': ({ row, cells: n, columns: m }) =>
    `Row ${row} of the table has ${cells(n)}, others have ${m}. Empty cells were added at its end. Check that none of its cells is missing or stands in the wrong column.`,
  'table-columns-many': ({ columns: n, limit }) =>
    `The table has ${columns(n)}; the audience can follow about ${limit}. Make rows of the columns, leave some out, or divide the table among several slides.`,
  'table-columns-divided': ({ columns: n, parts }) =>
    `The ${columns(n)} of this table do not fit side by side even at the smallest legible size. They are shown in ${parts} parts one after the other, each with the first column. Make rows of the columns, or leave some out.`,
  'table-column-narrow': ({ word, columns: n, sizePx }) =>
    `With ${columns(n)}, there is no room for "${word}" on one line even at ${sizePx} px, so it is broken. Use fewer columns or a shorter word, or make rows of the columns.`,
  'table-continued': ({ rows: n, pages, sizePx }) =>
    `This table of ${rows(n)} takes ${slides(pages)} at ${sizePx} px, each with the heads of the columns. Leave rows out if you want fewer.`,
  'table-cell-long': ({ row, column, characters: n }) =>
    `Row "${row}", column "${column}": a cell of ${characters(n)} is a paragraph, which makes the whole table small. Shorten it, or move it into a text.`,
  'table-cell-formula': ({ value, row, column }) =>
    `Row "${row}", column "${column}": "${value}" is a formula. Korme calculates nothing and shows it as written. Write the result.`,
  'table-cell-failed': ({ value, row, column }) =>
    `Row "${row}", column "${column}": "${value}" is what a spreadsheet shows instead of a value. It is shown as written. Write the value, or a dash.`,
  'number-doubtful': ({ value, read, column }) =>
    `Column "${column}": "${value}" may be read in two ways; it was taken as ${number(read)}. It is shown as written. If it means something else, separate thousands by a space: 1 234.`,
}
