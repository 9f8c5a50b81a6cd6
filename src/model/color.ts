/** Red, green, blue. Units: 0 to 255. */
type Rgb = readonly [number, number, number]

/** Whether a text is a colour that a page may take over as it stands: `#rgb` or `#rrggbb`. */
export const isHexColor = (text: string): boolean => /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(text)

/** Whether white letters read better on a colour than black ones. */
export const isDark = (color: string): boolean => relativeLuminance(parseHexColor(color)) < 0.179

/** The least contrast that can be read or seen. Source: WCAG 2.2 AA, 1.4.3 (texts) and 1.4.11 (graphics). */
export const minContrast = { text: 4.5, largeText: 3, graphics: 3 } as const

/** How much two colours differ in lightness, from 1 to 21. Source: WCAG 2.2, contrast ratio. */
export const contrastRatio = (a: string, b: string): number =>
  luminanceRatio(relativeLuminance(parseHexColor(a)), relativeLuminance(parseHexColor(b)))

const luminanceRatio = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)

/** A colour as it looks over another one. Units: `opacity` from 0 to 1. */
export const blend = (color: string, below: string, opacity: number): string =>
  toHexColor(mix(parseHexColor(color), parseHexColor(below), opacity))

const mix = (top: Rgb, bottom: Rgb, opacity: number): Rgb => {
  const part = (i: 0 | 1 | 2) => Math.round(top[i] * opacity + bottom[i] * (1 - opacity))
  return [part(0), part(1), part(2)]
}

const black: Rgb = [0, 0, 0]
const white: Rgb = [255, 255, 255]

/**
 * The colour nearest to one that has a contrast of at least `needed` to each of the grounds: the same, made darker or
 * lighter; black or white where nothing is enough.
 */
export function readableColor(color: string, backgrounds: readonly string[], needed: number): string {
  const from = parseHexColor(color)
  const lightnesses = backgrounds.map((ground) => relativeLuminance(parseHexColor(ground)))
  const least = (candidate: Rgb) => {
    const lightness = relativeLuminance(candidate)
    return Math.min(...lightnesses.map((ground) => luminanceRatio(lightness, ground)))
  }
  const ways = [black, white].map((end) => nearestAcceptable(from, end, (candidate) => least(candidate) >= needed))
  const [best] = ways.filter(({ reached }) => least(reached) >= needed).sort((a, b) => a.way - b.way)
  return toHexColor(best?.reached ?? (least(black) > least(white) ? black : white))
}

/** The first colour on the way to another one that is good enough; the other one where none is. */
function nearestAcceptable(from: Rgb, end: Rgb, good: (candidate: Rgb) => boolean): { reached: Rgb; way: number } {
  let [low, high] = [0, 1]
  for (let step = 0; step < 10; step++) {
    const middle = (low + high) / 2
    if (good(mix(end, from, middle))) high = middle
    else low = middle
  }
  const way = high * Math.hypot(from[0] - end[0], from[1] - end[1], from[2] - end[2])
  return { reached: mix(end, from, high), way }
}

/** Source: WCAG 2.2, relative luminance. */
function relativeLuminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

const linear = (part: number) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)

/** The three parts of `#rgb` or `#rrggbb`. */
export function parseHexColor(color: string): Rgb {
  const value = Number.parseInt(color.slice(1), 16)
  if (color.length === 4) return [(value >> 8) * 17, ((value >> 4) & 15) * 17, (value & 15) * 17]
  return [value >> 16, (value >> 8) & 255, value & 255]
}

const toHexColor = (parts: Rgb): string => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
