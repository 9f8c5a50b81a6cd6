import { isHexColor, readableColor } from '../../model/color.ts'

/** Thin lines need more contrast to their ground than WCAG asks of drawings (3): halls are bright. */
const minContrast = 3.5

/** The theme's colours that pens take, in their order. */
const penVariables = ['--accent', '--mark', '--ink'] as const

/** The colours of the pens on one slide, and of the seam that keeps a line apart from a picture below it. */
export interface Pens {
  colors: readonly string[]
  outline: string
}

/** The theme's colours on the ground of a slide, made darker or lighter where they would be too faint. */
export function pensFor(slide: Element): Pens {
  const style = getComputedStyle(slide)
  const read = (name: string, otherwise: string) => {
    const color = style.getPropertyValue(name).trim()
    return isHexColor(color) ? color : otherwise
  }
  const outline = read('--ground', '#ffffff')
  return { outline, colors: penVariables.map((name) => readableColor(read(name, '#c01818'), [outline], minContrast)) }
}
