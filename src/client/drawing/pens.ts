import { isHexColor, readableColor } from '../../model/color.ts'

/** Thin lines in a bright hall need more contrast to the background than WCAG requires of graphics (3). */
const minContrast = 3.5

/** The theme colours of the pens, in order. */
const penVariables = ['--accent', '--mark', '--ink'] as const

/** The colours of the pens on a slide, and of the outline that separates a stroke from a picture below. */
export interface Pens {
  colors: readonly string[]
  outline: string
}

/** Returns the theme colours for a slide, made darker or lighter if they have too little contrast to its background. */
export function pensFor(slide: Element): Pens {
  const style = getComputedStyle(slide)
  const read = (name: string, fallback: string) => {
    const color = style.getPropertyValue(name).trim()
    return isHexColor(color) ? color : fallback
  }
  const outline = read('--ground', '#ffffff')
  return { outline, colors: penVariables.map((name) => readableColor(read(name, '#c01818'), [outline], minContrast)) }
}
