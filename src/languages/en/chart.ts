import type { ChartProblem } from '../../model/problems/chart.ts'
import { formatNumber, listFormatter, pluralizer } from '../format.ts'
import type { MessagesOf } from '../messages.ts'
import { number } from './format.ts'

const list = listFormatter('en', 'conjunction')
const lines = pluralizer('en', { one: 'line', other: 'lines' })
const columns = pluralizer('en', { one: 'column', other: 'columns' })

const reasons = {
  series: 'the data have several columns of numbers',
  parts: 'fewer than two values are above zero',
  points: 'a line needs at least two points',
  room: 'its names do not fit around it',
} as const
const shown = { bar: 'bars', stack: 'stacked bars', line: 'a line', donut: 'a ring' } as const

/** What charts report, in English. */
export const chart: MessagesOf<ChartProblem> = {
  'chart-numbers-missing': () =>
    'There are no numbers to draw in these data, so the rows are shown as they are. Write a name and a number per row, such as "Almaty — 98".',
  'chart-value-unreadable': ({ value, row, column }) =>
    `Row "${row}", column "${column}": "${value}" is not a number, so nothing is drawn there. Write a number, or leave the cell empty.`,
  'chart-value-negative': ({ value, row, column, kind }) =>
    `Row "${row}"${column ? `, column "${column}"` : ''}: ${formatNumber(value, 'en')} is below zero and cannot be part of a whole, so bars are drawn instead of "${kind}". Correct the number, or write "kind": "bar".`,
  'chart-kind-changed': ({ kind, shown: kindShown, reason }) =>
    `"kind" is "${kind}", but ${reasons[reason]}, so the chart shows ${shown[kindShown]}. Change "kind", or the data.`,
  'chart-series-many': ({ series, limit }) =>
    `The data have ${columns(series)} of numbers; a chart can show ${limit}. The rows are shown as they are. Remove columns, or divide the chart into several slides.`,
  'chart-units-mixed': ({ units }) =>
    `The numbers have different units: ${list(units)}. One axis cannot measure them, so the rows are shown as they are. Draw each unit in a chart of its own.`,
  'chart-total-omitted': ({ name }) =>
    `"${name}" sums up the other values, so the chart does not draw it. Remove it to avoid this message.`,
  'chart-notes-omitted': ({ rows, example }) =>
    `Remarks in parentheses behind numbers are not drawn (${lines(rows)}), such as "${example}". Write them in a text above, or show the rows as a table with "block": "11".`,
  'chart-parts-joined': ({ parts, limit }) =>
    `A ring shows at most ${limit} parts, so the smallest are drawn as one: ${list(parts)}. Join them in the data, or write "kind": "bar" to see them all.`,
  'chart-label-long': ({ row, characters }) =>
    `"${row}" has ${number(characters)} characters, too many to stand beside a bar, so the rows are shown as they are. Shorten it.`,
  'chart-highlight-unknown': ({ name, nearest }) =>
    `"highlight" names "${name}", but no row has this name. ${nearest ? `Did you mean "${nearest}"?` : 'Write the name as in the data.'}`,
  'chart-suggested': ({ rows }) =>
    `${lines(rows)} of this text are names with numbers. Add "block": "12" to show them as a chart.`,
}
