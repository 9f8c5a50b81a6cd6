import { encode } from 'uqr'

/** The light edge that a scanner needs; a terminal has its own around it. Units: modules. */
const quiet = 2

/** Black on white, whatever the terminal's own colours are. */
const blackOnWhite = (line: string) => `\x1b[30;107m${line}\x1b[0m`

/**
 * A code to scan as lines of half blocks: two rows of modules a line. With colours it is black on white; without, light
 * modules are drawn, as a dark terminal needs it.
 */
export function terminalQr(address: string, coloured: boolean): string[] {
  const { data, size } = encode(address, { ecc: 'L', border: quiet })
  const isDrawn = (x: number, y: number) => (y < size && data[y]![x] === true) === coloured
  const lines: string[] = []
  for (let y = 0; y < size; y += 2) {
    let line = ''
    for (let x = 0; x < size; x++) {
      // Below an odd last row there is nothing.
      const [upper, lower] = [isDrawn(x, y), isDrawn(x, y + 1) && !(y + 1 >= size && !coloured)]
      line += upper ? (lower ? '█' : '▀') : lower ? '▄' : ' '
    }
    lines.push(coloured ? blackOnWhite(line) : line)
  }
  return lines
}
