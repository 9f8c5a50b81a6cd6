import { expect, test } from 'vitest'
import { table } from '../../src/cli/table.ts'

const rows = [
  ['✓ a.json', '1 slide', '44 kB', 'dist/a.html'],
  ['✗ көрме.json', '12 slides', '', 'not built'],
  ['', '', '1.1 MB', 'dist/a.pdf'],
]

test('aligns columns where they fit', () => {
  expect(table(rows, { right: [1, 2], width: 48 })).toBe(
    [
      '✓ a.json        1 slide   44 kB  dist/a.html',
      '✗ көрме.json  12 slides          not built',
      '                         1.1 MB  dist/a.pdf',
      '',
    ].join('\n'),
  )
})

test('puts the cells of a row below the first where they do not, and never tears one', () => {
  expect(table(rows, { right: [1, 2], width: 30 })).toBe(
    [
      '✓ a.json',
      '    1 slide  44 kB',
      '    dist/a.html',
      '✗ көрме.json',
      '    12 slides  not built',
      '    1.1 MB  dist/a.pdf',
      '',
    ].join('\n'),
  )
})

test('measures cells without their colours', () => {
  const colored = [['\x1b[48;2;1;2;3m   \x1b[0m', 'a']]
  expect(table(colored, { width: 6 })).toBe(`${colored[0]!.join('  ')}\n`)
})
