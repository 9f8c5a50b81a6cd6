import { contrastRatio, isDark, isHexColor, readableColor } from '../../model/color.ts'
import type { PageWords } from '../../model/words.ts'

/** Thin lines in a bright hall need more contrast to the background than WCAG requires of graphics (3). */
const minContrast = 3.5

/** The name of a pen, which stays the same on every slide. */
export type PenName = keyof PageWords['ink']['pens']

/** The pens in order, the first one for those who choose none. */
export const penNames: readonly PenName[] = ['red', 'blue', 'green', 'ink']

const pure: Readonly<Record<Exclude<PenName, 'ink'>, string>> = { red: '#e0141c', blue: '#1462e0', green: '#138a36' }

/** The colours of the pens on a slide, and of the outline that separates a stroke from a picture below. */
export interface Pens {
  colors: readonly string[]
  outline: string
}

/** Returns the colours on a ground: those of the pens, darker or lighter where they would be too faint. */
export function pensOn(ground: string): Pens {
  const colorOf = (pen: PenName) =>
    pen === 'ink' ? (isDark(ground) ? '#ffffff' : '#000000') : readableColor(pure[pen], [ground], minContrast)
  return { outline: ground, colors: penNames.map(colorOf) }
}

/** Returns the colours of the pens on the ground of a slide. */
export function pensFor(slide: Element): Pens {
  const ground = getComputedStyle(slide).getPropertyValue('--ground').trim()
  return pensOn(isHexColor(ground) ? ground : '#ffffff')
}

/** The edge of a cursor or a swatch that is seen on any ground: black, or white where the colour itself is dark. */
const edgeOf = (color: string): string => (contrastRatio(color, '#000000') >= minContrast ? '#000000' : '#ffffff')

const cursor = (svg: string, [x, y]: readonly [number, number]): string =>
  `url("data:image/svg+xml,${encodeURIComponent(svg)}") ${x} ${y}, crosshair`

/** Returns a cursor that looks like the pen: its tip is the point at which it draws. */
export const penCursor = (color: string): string =>
  cursor(
    `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32"><path d="M2 30l3-9L23 3l6 6L11 27z" fill="${color}" stroke="${edgeOf(color)}" stroke-width="2" stroke-linejoin="round"/><path d="M2 30l3-9 6 6z" fill="${edgeOf(color)}"/></svg>`,
    [2, 30],
  )

/** Returns the cursor of the eraser: a circle around what it erases. Units: `radius` in px of the window. */
export function eraserCursor(radius: number): string {
  const [r, size] = [Math.round(radius), Math.round(radius) * 2 + 4]
  const circle = (color: string, width: number) =>
    `<circle cx="${size / 2}" cy="${size / 2}" r="${r}" fill="none" stroke="${color}" stroke-width="${width}"/>`
  return cursor(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${circle('#fff', 4)}${circle('#000', 2)}</svg>`,
    [size / 2, size / 2],
  )
}
