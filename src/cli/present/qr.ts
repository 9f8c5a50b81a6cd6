import { encode } from 'uqr'

/** The quiet zone that a scanner needs, together with the margin of the terminal. Units: modules. */
const quietZone = 2

/** Colours a line black on white, whatever the terminal's colours are. */
const blackOnWhite = (line: string) => `\x1b[30;107m${line}\x1b[0m`

/**
 * Returns a QR code as lines of half blocks, with two rows of modules per line. With colours it is black on white; without
 * colours, the light modules are drawn, as a dark terminal requires.
 */
export function terminalQr(url: string, colored: boolean): string[] {
  const { data, size } = encode(url, { ecc: 'L', border: quietZone })
  const isDrawn = (x: number, y: number) => (y < size && data[y]![x] === true) === colored
  const lines: string[] = []
  for (let y = 0; y < size; y += 2) {
    let line = ''
    for (let x = 0; x < size; x++) {
      // There is no row below an odd last one.
      const [upper, lower] = [isDrawn(x, y), isDrawn(x, y + 1) && !(y + 1 >= size && !colored)]
      line += upper ? (lower ? '█' : '▀') : lower ? '▄' : ' '
    }
    lines.push(colored ? blackOnWhite(line) : line)
  }
  return lines
}
