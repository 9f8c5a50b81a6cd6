/** Red, green, blue. Units: 0 to 255. */
type Rgb = readonly [number, number, number]

/** Whether a text is a colour that a page may take over as it stands: `#rgb` or `#rrggbb`. */
export const isColor = (text: string): boolean => /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(text)

/** Whether white letters read better on a colour than black ones. */
export const isDark = (color: string): boolean => luminance(rgbOf(color)) < 0.179

/** How much two colours differ in lightness, from 1 to 21. Source: WCAG 2.2, contrast ratio. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(rgbOf(a)), luminance(rgbOf(b))].sort((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}

/** A colour as it looks over another one. Units: `opacity` from 0 to 1. */
export function over(color: string, below: string, opacity: number): string {
  const [top, bottom] = [rgbOf(color), rgbOf(below)]
  return hexOf([0, 1, 2].map((i) => top[i]! * opacity + bottom[i]! * (1 - opacity)))
}

/**
 * The colour nearest to one that has a contrast of at least `needed` to each of the grounds: the same, made darker or
 * lighter; black or white where nothing is enough.
 */
export function readable(color: string, grounds: readonly string[], needed: number): string {
  const least = (candidate: string) => Math.min(...grounds.map((ground) => contrast(candidate, ground)))
  const ways = ['#000000', '#ffffff'].map((end) => towards(color, end, (candidate) => least(candidate) >= needed))
  const [best] = ways.filter(({ color }) => least(color) >= needed).sort((a, b) => a.share - b.share)
  return best?.color ?? (least('#000000') > least('#ffffff') ? '#000000' : '#ffffff')
}

/** The first colour on the way to another one that is good enough; the other one where none is. */
function towards(color: string, end: string, good: (candidate: string) => boolean): { color: string; share: number } {
  let [low, high] = [0, 1]
  for (let step = 0; step < 10; step++) {
    const middle = (low + high) / 2
    if (good(over(end, color, middle))) high = middle
    else low = middle
  }
  return { color: over(end, color, high), share: high * apart(color, end) }
}

const apart = (a: string, b: string): number => {
  const [one, other] = [rgbOf(a), rgbOf(b)]
  return Math.hypot(...one.map((part, i) => part - other[i]!))
}

/** Source: WCAG 2.2, relative luminance. */
function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

const linear = (part: number) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)

/** The three parts of `#rgb` or `#rrggbb`. */
export function rgbOf(color: string): Rgb {
  const hex = color.length === 4 ? [...color.slice(1)].map((digit) => digit + digit).join('') : color.slice(1)
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  return [red!, green!, blue!]
}

const hexOf = (parts: readonly number[]): string =>
  `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
