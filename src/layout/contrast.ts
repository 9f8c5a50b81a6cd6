import { blend, contrastRatio, minContrast, readableColor } from '../model/color.ts'
import type { LayoutProblem } from '../model/problems/layout.ts'
import type { Layout, Region, TextStyle, Theme } from '../model/theme.ts'

/** A text colour and its background, by their names in the theme. */
export interface ColorPair {
  color: string
  background: string
  /** The opacity of the layer between the text and a picture; null on a plain background. */
  veilOpacity: number | null
  needed: number
}

/** Two colours with too little contrast. */
export type LowContrast = Omit<Extract<LayoutProblem, { code: 'contrast-low' }>, 'code'>

type ThemeColors = Readonly<Record<string, string>>

/** WCAG counts text of this size as large, and bold text of the second one. Units: px. */
const largeText = { plain: 24, bold: 18.67, boldWeight: 700 }

const neededRatio = ({ sizes, weight }: TextStyle): number => {
  const size = sizes.at(-1)!
  const isLarge = size >= largeText.plain || (size >= largeText.bold && weight >= largeText.boldWeight)
  return isLarge ? minContrast.largeText : minContrast.text
}

/** On a deep background, a colour is replaced by its `deep` variant if there is one. */
function colorOn(name: string, deep: boolean, colors: ThemeColors): string {
  const twin = `deep${name[0]!.toUpperCase()}${name.slice(1)}`
  return deep && Object.hasOwn(colors, twin) ? twin : name
}

/** Returns every text of a theme with every background that it may have: plain ones, cards, and pictures. */
export function textColorPairs(theme: Theme): ColorPair[] {
  const layouts = Object.values(theme.aspects).flatMap(({ layouts }) => Object.entries(layouts))
  const pairs = layouts.flatMap(([name, layout]) => layoutColorPairs(name, layout, theme))
  const onCard = ['ink', 'accent'].map(
    (color): ColorPair => ({ color, background: 'tint', veilOpacity: null, needed: minContrast.text }),
  )
  return strictestPairs([...pairs, ...onCard])
}

/** Returns the texts of one layout. */
function layoutColorPairs(name: string, layout: Layout, theme: Theme): ColorPair[] {
  const deep = layout.ground === 'deep'
  const { image } = layout.regions
  return Object.entries(layout.regions).flatMap(([region, place]): ColorPair[] => {
    const style = theme.styles[place.style ?? '']
    if (!style) return []
    const needed = neededRatio(style)
    const background = deep ? 'deep' : 'ground'
    if (image && region !== 'image' && overlaps(place, image) && name !== 'cover') {
      return [{ color: 'scrimInk', background: 'scrim', veilOpacity: theme.scrim.strip, needed }]
    }
    const set =
      style.maxLines === null
        ? [[style.color, needed] as const, ['accent', minContrast.text] as const]
        : [[style.color, needed] as const]
    return set.flatMap(([color, needed]): ColorPair[] => [
      { color: colorOn(color, deep, theme.colors), background, veilOpacity: null, needed },
      // Any slide may have a background picture, which counts as a deep background.
      { color: colorOn(color, true, theme.colors), background: 'deep', veilOpacity: theme.scrim.veil, needed },
    ])
  })
}

const overlaps = (a: Region, b: Region) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** Keeps each pair once, with its strictest requirement. */
function strictestPairs(pairs: readonly ColorPair[]): ColorPair[] {
  const byKey = new Map<string, ColorPair>()
  for (const pair of pairs) {
    const key = `${pair.color} ${pair.background} ${pair.veilOpacity}`
    const known = byKey.get(key)
    if (!known || known.needed < pair.needed) byKey.set(key, pair)
  }
  return [...byKey.values()]
}

/** Returns the pairs with too little contrast in these colours, each pair of names once, with its worst case. */
export function lowContrast(pairs: readonly ColorPair[], colors: ThemeColors): LowContrast[] {
  const worst = new Map<string, LowContrast>()
  for (const { color, background, veilOpacity, needed } of pairs) {
    const value = colors[color]
    const plain = colors[background]
    if (!value || !plain) continue
    // The picture is not known, so its lightest and its darkest possible colours count.
    const backgrounds =
      veilOpacity === null ? [plain] : ['#ffffff', '#000000'].map((below) => blend(plain, below, veilOpacity))
    const [groundValue] = [...backgrounds].sort((a, b) => contrastRatio(value, a) - contrastRatio(value, b))
    const ratio = contrastRatio(value, groundValue!)
    const known = worst.get(`${color} ${background}`)
    if (ratio >= needed || (known && known.ratio / known.needed <= ratio / needed)) continue
    const nearest = readableColor(value, backgrounds, needed)
    worst.set(`${color} ${background}`, {
      color,
      value,
      ground: background,
      groundValue: groundValue!,
      ratio,
      needed,
      nearest,
    })
  }
  return [...worst.values()]
}
