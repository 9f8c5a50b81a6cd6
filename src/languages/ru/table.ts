import type { TableProblem } from '../../model/problems/table.ts'
import { pluralizer } from '../format.ts'
import type { MessagesOf } from '../messages.ts'
import { number, slides } from './format.ts'

const rows = pluralizer('ru', { one: 'строка', few: 'строки', many: 'строк', other: 'строки' })
const columns = pluralizer('ru', { one: 'столбец', few: 'столбца', many: 'столбцов', other: 'столбца' })
const cells = pluralizer('ru', { one: 'ячейка', few: 'ячейки', many: 'ячеек', other: 'ячейки' })
const ofCharacters = pluralizer('ru', { one: 'знака', other: 'знаков' })
const shownAs = { table: 'таблицей', ranking: 'рейтингом', programme: 'программой' } as const

/** What tables report, in Russian. */
export const table: MessagesOf<TableProblem> = {
  'table-recognised': ({ shown, rows: n, columns: m }) =>
    `Этот текст показан ${shownAs[shown]}: в нём ${rows(n)}, ${columns(m)}. Если он должен остаться текстом, добавьте "block": "2".`,
  'table-suggested': ({ rows: n, columns: m }) =>
    `В этом тексте ${rows(n)}, ${columns(m)}, разделённых знаком «;». Добавьте "block": "11", чтобы показать их таблицей.`,
  'table-rows-unequal': ({ row, cells: n, columns: m }) =>
    `Строка таблицы № ${row}: ${cells(n)}, а в других строках их ${m}. В конце строки добавлены пустые ячейки. Проверьте, не пропущена ли ячейка и стоит ли каждая в своём столбце.`,
  'table-columns-many': ({ columns: n, limit }) =>
    `В таблице ${columns(n)}, а зал успевает следить примерно за ${limit}. Поменяйте строки и столбцы местами, уберите лишние столбцы или разделите таблицу на несколько слайдов.`,
  'table-columns-divided': ({ columns: n, parts }) =>
    `Столбцы этой таблицы (${n}) не помещаются рядом даже при самом мелком разборчивом размере. Они показаны по частям друг за другом, частей: ${parts}; в каждой есть первый столбец. Поменяйте строки и столбцы местами или уберите лишние столбцы.`,
  'table-column-narrow': ({ word, columns: n, sizePx }) =>
    `В таблице ${columns(n)}, и «${word}» не помещается в одну строку даже при размере ${sizePx} px, поэтому слово разорвано. Уменьшите число столбцов, сократите слово или поменяйте строки и столбцы местами.`,
  'table-continued': ({ rows: n, pages, sizePx }) =>
    `Таблица (${rows(n)}) занимает ${slides(pages)}, размер букв — ${sizePx} px; заголовки столбцов повторены на каждом. Если слайдов должно быть меньше, уберите часть строк.`,
  'table-cell-long': ({ row, column, characters: n }) =>
    `Строка «${row}», столбец «${column}»: ячейка из ${ofCharacters(n)} — это уже абзац, из-за него мельчает вся таблица. Сократите его или вынесите в текст.`,
  'table-cell-formula': ({ value, row, column }) =>
    `Строка «${row}», столбец «${column}»: «${value}» — формула. Korme ничего не вычисляет и показывает её как написано. Напишите результат.`,
  'table-cell-failed': ({ value, row, column }) =>
    `Строка «${row}», столбец «${column}»: «${value}» — так электронная таблица сообщает об ошибке. Показано как написано. Напишите значение или поставьте тире.`,
  'number-doubtful': ({ value, read, column }) =>
    `Столбец «${column}»: «${value}» можно прочесть двояко, прочитано как ${number(read)}. Показано как написано. Если имелось в виду другое, отделяйте тысячи пробелом: 1 234.`,
}
