import { parseHexColor } from '../model/color.ts'
import type { Terminal } from './terminal.ts'

/** Colours as small blocks; empty on a terminal without colours. */
export function swatches(colors: readonly string[], { paint, env }: Pick<Terminal, 'paint' | 'env'>): string {
  if (paint('strong', ' ') === ' ') return ''
  const full = /^(?:truecolor|24bit)$/.test(env.COLORTERM ?? '')
  return colors.map((color) => `\x1b[${full ? exact(color) : nearest(color)}m   \x1b[0m`).join('')
}

const exact = (color: string) => `48;2;${parseHexColor(color).join(';')}`

/** The nearest of the 256 colours (a cube of 6 x 6 x 6, and 24 greys) of terminals without 24-bit colour. */
function nearest(color: string): string {
  const rgb = parseHexColor(color)
  const [min, max] = [Math.min(...rgb), Math.max(...rgb)]
  if (max - min < 12) {
    const grey = Math.round((min - 8) / 10)
    if (grey >= 0 && grey < 24) return `48;5;${232 + grey}`
  }
  const [red, green, blue] = rgb.map((part) => (part < 48 ? 0 : part < 115 ? 1 : Math.floor((part - 35) / 40)))
  return `48;5;${16 + 36 * red! + 6 * green! + blue!}`
}
