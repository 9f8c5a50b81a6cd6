/** Red, green and blue. Units: 0 to 255. */
type Rgb = readonly [number, number, number]

/** Whether a text is a colour: `#rgb` or `#rrggbb`. */
export const isHexColor = (text: string): boolean => /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(text)

/** Whether white text is more readable on a colour than black text. */
export const isDark = (color: string): boolean => relativeLuminance(parseHexColor(color)) < 0.179

/** The minimum contrast of text and graphics. Source: WCAG 2.2 AA, 1.4.3 and 1.4.11. */
export const minContrast = { text: 4.5, largeText: 3, graphics: 3 } as const

/** Returns the contrast ratio of two colours, from 1 to 21. Source: WCAG 2.2. */
export const contrastRatio = (a: string, b: string): number =>
  luminanceRatio(relativeLuminance(parseHexColor(a)), relativeLuminance(parseHexColor(b)))

const luminanceRatio = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)

/** Returns a colour drawn over another one. Units: `opacity` from 0 to 1. */
export const blend = (color: string, below: string, opacity: number): string =>
  toHexColor(mix(parseHexColor(color), parseHexColor(below), opacity))

const mix = (top: Rgb, bottom: Rgb, opacity: number): Rgb => {
  const part = (i: 0 | 1 | 2) => Math.round(top[i] * opacity + bottom[i] * (1 - opacity))
  return [part(0), part(1), part(2)]
}

const black: Rgb = [0, 0, 0]
const white: Rgb = [255, 255, 255]

/**
 * Returns the nearest colour with a contrast of at least `needed` to each of the backgrounds: the given one, made darker or
 * lighter. If no shade is enough, returns black or white.
 */
export function readableColor(color: string, backgrounds: readonly string[], needed: number): string {
  const from = parseHexColor(color)
  const luminances = backgrounds.map((background) => relativeLuminance(parseHexColor(background)))
  const least = (shade: Rgb) => {
    const luminance = relativeLuminance(shade)
    return Math.min(...luminances.map((background) => luminanceRatio(luminance, background)))
  }
  const shades = [black, white].map((end) => nearestAcceptable(from, end, (shade) => least(shade) >= needed))
  const [best] = shades.filter(({ shade }) => least(shade) >= needed).sort((a, b) => a.distance - b.distance)
  return toHexColor(best?.shade ?? (least(black) > least(white) ? black : white))
}

/** Returns the first acceptable colour between two, and its distance; the second one if none is acceptable. */
function nearestAcceptable(from: Rgb, end: Rgb, accepts: (shade: Rgb) => boolean): { shade: Rgb; distance: number } {
  let [low, high] = [0, 1]
  for (let step = 0; step < 10; step++) {
    const middle = (low + high) / 2
    if (accepts(mix(end, from, middle))) high = middle
    else low = middle
  }
  const distance = high * Math.hypot(from[0] - end[0], from[1] - end[1], from[2] - end[2])
  return { shade: mix(end, from, high), distance }
}

/** Returns the relative luminance. Source: WCAG 2.2. */
function relativeLuminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

const linear = (part: number) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)

/** Parses `#rgb` or `#rrggbb`. */
export function parseHexColor(color: string): Rgb {
  const value = Number.parseInt(color.slice(1), 16)
  if (color.length === 4) return [(value >> 8) * 17, ((value >> 4) & 15) * 17, (value & 15) * 17]
  return [value >> 16, (value >> 8) & 255, value & 255]
}

const toHexColor = (parts: Rgb): string => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
