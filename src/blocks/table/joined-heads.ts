import { isPlainNumber } from '../data/plain-number.ts'

const year = /^(?:1[89]|20|21)\d\d(?: ?(?:ж|г|жыл|год)\.?)?$/u

/**
 * Returns one head for a table whose heads stand in two rows, with cells that were joined in a spreadsheet: `Members`, above
 * `2024` and `2025`, becomes `Members 2024` and `Members 2025`, on two lines each. Null if the second row is none of heads.
 *
 * Shape: a cell joined with those at its right has empty ones there; one joined with the cell below has an empty one there.
 */
export function joinedHead(rows: readonly (readonly string[])[]): string[] | null {
  const [above, below, ...body] = rows
  if (!above || !below || body.length === 0 || !isSecondRow(above, below)) return null
  let group = ''
  return above.map((name, column) => {
    const child = below[column]!
    group = name === '' ? (child === '' ? '' : group) : name
    return [group, child].filter((part) => part !== '').join('\n')
  })
}

function isSecondRow(above: readonly string[], below: readonly string[]): boolean {
  const filled = (cells: readonly string[]) => cells.filter((cell) => cell !== '').length
  // A single name above all is a title.
  if (filled(above) < 2 || filled(below) < 2) return false
  if (below.some((cell) => !year.test(cell) && isPlainNumber(cell))) return false
  let groups = 0
  const isHead = above.every((name, column) => {
    const child = below[column]!
    if (name === '') return child !== ''
    const isGroup = above[column + 1] === '' && below[column + 1] !== ''
    if (isGroup) groups++
    // A name alone in its column has nothing below it, and one of several columns has a name in each.
    return isGroup === (child !== '')
  })
  return isHead && groups > 0
}
