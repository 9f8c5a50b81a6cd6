import type { ChartProblem } from '../../model/problems/chart.ts'
import { formatNumber, listFormatter, pluralizer } from '../format.ts'
import type { MessagesOf } from '../messages.ts'
import { number } from './format.ts'

const list = listFormatter('ru', 'conjunction')
const columns = pluralizer('ru', { one: 'столбец', few: 'столбца', many: 'столбцов', other: 'столбца' })

const reasons = {
  series: 'в данных несколько столбцов с числами',
  parts: 'значений больше нуля меньше двух',
  points: 'для линии нужны хотя бы две точки',
  room: 'названия не помещаются рядом',
} as const
const shown = { bar: 'полосы', stack: 'составные полосы', line: 'линия', donut: 'кольцо' } as const

/** What charts report, in Russian. */
export const chart: MessagesOf<ChartProblem> = {
  'chart-numbers-missing': () =>
    'В этих данных нет чисел для диаграммы, поэтому строки показаны как есть. Пишите в каждой строке название и число, например «Алматы — 98».',
  'chart-value-unreadable': ({ value, row, column }) =>
    `Строка «${row}», столбец «${column}»: «${value}» — не число, поэтому здесь ничего не нарисовано. Напишите число или оставьте ячейку пустой.`,
  'chart-value-negative': ({ value, row, column, kind }) =>
    `Строка «${row}»${column ? `, столбец «${column}»` : ''}: ${formatNumber(value, 'ru')} меньше нуля и не может быть частью целого, поэтому вместо "${kind}" нарисованы полосы. Исправьте число или укажите "kind": "bar".`,
  'chart-kind-changed': ({ kind, shown: kindShown, reason }) =>
    `Указано "kind": "${kind}", но ${reasons[reason]}, поэтому на диаграмме ${shown[kindShown]}. Измените "kind" или данные.`,
  'chart-series-many': ({ series, limit }) =>
    `В данных ${columns(series)} с числами, а диаграмма различает не больше ${limit}. Строки показаны как есть. Уберите лишние столбцы или разделите диаграмму на несколько слайдов.`,
  'chart-units-mixed': ({ units }) =>
    `У чисел разные единицы: ${list(units)}. На одной оси их не показать, поэтому строки показаны как есть. Сделайте для каждой единицы свою диаграмму.`,
  'chart-total-omitted': ({ name }) =>
    `«${name}» — это сумма остальных значений, поэтому на диаграмме её нет. Чтобы не видеть этого сообщения, уберите её из данных.`,
  'chart-notes-omitted': ({ rows, example }) =>
    `Пояснений в скобках после чисел на диаграмме нет, например «${example}» (строк: ${number(rows)}). Напишите их в тексте или покажите строки таблицей: "block": "11".`,
  'chart-parts-joined': ({ parts, limit }) =>
    `На кольце не больше ${limit} частей, поэтому самые малые показаны одной: ${list(parts)}. Объедините их в данных или укажите "kind": "bar", чтобы видеть все.`,
  'chart-label-long': ({ row, characters }) =>
    `Надпись «${row}» слишком длинная (знаков: ${number(characters)}) и не помещается рядом с полосой, поэтому строки показаны как есть. Сократите её.`,
  'chart-highlight-unknown': ({ name, nearest }) =>
    `В "highlight" указано «${name}», но такой строки нет. ${nearest ? `Возможно, вы имели в виду «${nearest}»?` : 'Напишите название как в данных.'}`,
  'chart-suggested': ({ rows }) =>
    `Строк вида «название — число» в этом тексте: ${number(rows)}. Добавьте "block": "12", чтобы показать их диаграммой.`,
}
