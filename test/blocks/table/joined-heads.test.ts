import { expect, test } from 'vitest'
import { joinedHead } from '../../../src/blocks/table/joined-heads.ts'

const rows = (text: string) => text.split('\n').map((line) => line.split('|'))

test.each([
  [
    'years below names',
    '№|Аудан|Мүшелер||Ұйымдар||Қаражат\n||2024|2025|2024|2025|\n1|Іле|6|7|8|9|10',
    ['№', 'Аудан', 'Мүшелер\n2024', 'Мүшелер\n2025', 'Ұйымдар\n2024', 'Ұйымдар\n2025', 'Қаражат'],
  ],
  [
    'words below years',
    '|2024||2025|\nСтатья|план|факт|план|факт\nФОТ|1|2|3|4',
    ['Статья', '2024\nплан', '2024\nфакт', '2025\nплан', '2025\nфакт'],
  ],
  [
    'three columns below one',
    'Өңір|Жасы||\n|18–25|26–35|36+\nІле|1|2|3',
    ['Өңір', 'Жасы\n18–25', 'Жасы\n26–35', 'Жасы\n36+'],
  ],
])('heads in two rows: %s', (_, text, expected) => expect(joinedHead(rows(text))).toEqual(expected))

test.each([
  ['one row of heads', 'Аудан|2024|2025\nІле|6|7\nҰйғыр|8|9'],
  ['numbers in the second row', 'Аудан|Мүшелер|\n|6|7\nІле|8|9'],
  ['a title above the heads', '1-кесте. Мүшелер||\nАудан|2024|2025\nІле|6|7'],
  ['a row with an empty cell', 'Аты|Лауазымы|Телефон\nАхмет|төраға|\nДана|есепші|8 701 000 00 00'],
  ['heads without a name', 'Аты||\nАхмет|төраға|Іле\nДана|есепші|Ұйғыр'],
  ['a name above one column only', 'Аудан|Мүшелер|Қаражат\n|адам|теңге\nІле|6|7'],
  ['no rows below', 'Аудан|Мүшелер|\n|2024|2025'],
  ['a cell that nothing names', 'Аудан|Мүшелер||\n|2024|2025|\nІле|6|7|8'],
])('no heads in two rows: %s', (_, text) => expect(joinedHead(rows(text))).toBeNull())
