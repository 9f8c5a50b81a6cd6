import { describe, expect, test } from 'vitest'
import { splitRows } from '../../../src/blocks/data/split-rows.ts'

const cells = (text: string) => splitRows(text).map((row) => row.cells)

describe('rows and cells', () => {
  test.each<[string, string, string[][]]>([
    [
      'tabs',
      'а\tб\r\nв\tг\r\n',
      [
        ['а', 'б'],
        ['в', 'г'],
      ],
    ],
    [
      'empty cells',
      'а\t\tб\n\tв\t',
      [
        ['а', '', 'б'],
        ['', 'в', ''],
      ],
    ],
    [
      'a quoted cell of two lines',
      '"а\nб"\t1\nв\t2',
      [
        ['а б', '1'],
        ['в', '2'],
      ],
    ],
    ['quotation marks in a quoted cell', '"ЖШС ""Нұр"""\t1', [['ЖШС "Нұр"', '1']]],
    ['quotation marks around a whole cell, as LibreOffice leaves them', '"Нұр"\t1', [['"Нұр"', '1']]],
    [
      'semicolons, a last cell that is empty',
      'а;б;в\nг;д;',
      [
        ['а', 'б', 'в'],
        ['г', 'д', ''],
      ],
    ],
    [
      'semicolons that end some rows',
      'а;б;\nв;г',
      [
        ['а', 'б'],
        ['в', 'г'],
      ],
    ],
    [
      'commas of a file',
      'Жыл,Экспорт\n2020,47.5\n"Барлығы, млн",5',
      [
        ['Жыл', 'Экспорт'],
        ['2020', '47.5'],
        ['Барлығы, млн', '5'],
      ],
    ],
    ['commas of sentences', 'а, б\nв, г\nд, е', [['а, б'], ['в, г'], ['д, е']]],
    ['commas of decimals', '12,5\n13,5\n14,5', [['12,5'], ['13,5'], ['14,5']]],
    [
      'commas of decimals below a head',
      'Қала,баға\nАлматы,12,5\nТекелі,7,5',
      [['Қала,баға'], ['Алматы,12,5'], ['Текелі,7,5']],
    ],
    [
      'semicolons, all cells in quotation marks',
      '"а";"б"\n"в";"1,5"',
      [
        ['а', 'б'],
        ['в', '1,5'],
      ],
    ],
    ['quotation marks that are words', '"Нұр" қоры\t1', [['"Нұр" қоры', '1']]],
    [
      'pipes at both ends',
      '| а | б |\n|---|--:|\n| в | 1 |',
      [
        ['а', 'б'],
        ['в', '1'],
      ],
    ],
    [
      'pipes between',
      'а | б\nв | ',
      [
        ['а', 'б'],
        ['в', ''],
      ],
    ],
    [
      'semicolons in every line',
      'а; 1\nб; 2',
      [
        ['а', '1'],
        ['б', '2'],
      ],
    ],
    [
      'semicolons in a cell in quotation marks',
      'а;"б; в"\n"г";1\n"д ""е""; ж";2',
      [
        ['а', 'б; в'],
        ['г', '1'],
        ['д "е"; ж', '2'],
      ],
    ],
    [
      'quotation marks that nothing ends',
      'а;"б\nв;г',
      [
        ['а', '"б'],
        ['в', 'г'],
      ],
    ],
    ['semicolons at the ends of list items', 'бірінші;\nекінші.', [['бірінші;'], ['екінші.']]],
    ['no separators', 'а — 1\n\nб — 2', [['а — 1'], ['б — 2']]],
    ['nothing', '', []],
  ])('%s', (_, text, wanted) => expect(cells(text)).toEqual(wanted))
})
