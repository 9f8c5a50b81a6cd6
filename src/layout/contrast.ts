import { contrast, over, readable } from '../model/color.ts'
import type { Layout, Region, TextStyle, Theme } from '../model/theme.ts'

/** A text's colour on its ground, by the theme's names for both. */
export interface Pair {
  color: string
  ground: string
  /** What lies between the text and a picture, and how opaque it is; null on a plain ground. */
  covered: number | null
  needed: 3 | 4.5
}

/** Two colours that stand out too little from each other. */
export interface LowContrast {
  color: string
  value: string
  ground: string
  groundValue: string
  ratio: number
  needed: number
  nearest: string
}

type Colors = Readonly<Record<string, string>>

/** WCAG counts letters of this size as large, and bold ones of that. Units: px. */
const large = { plain: 24, bold: 18.67, boldWeight: 700 }

const neededBy = ({ sizes, weight }: TextStyle): 3 | 4.5 => {
  const size = sizes.at(-1)!
  return size >= large.plain || (size >= large.bold && weight >= large.boldWeight) ? 3 : 4.5
}

/** On the deep ground a colour's `deep` twin takes its place, where there is one. */
function colorOn(name: string, deep: boolean, colors: Colors): string {
  const twin = `deep${name[0]!.toUpperCase()}${name.slice(1)}`
  return deep && Object.hasOwn(colors, twin) ? twin : name
}

/** Every text of a theme on every ground it may come to stand on: plain ones, cards, and those over pictures. */
export function pairsOf(theme: Theme): Pair[] {
  const layouts = Object.values(theme.aspects).flatMap(({ layouts }) => Object.entries(layouts))
  const pairs = layouts.flatMap(([name, layout]) => pairsOfLayout(name, layout, theme))
  const onCard = ['ink', 'accent'].map((color): Pair => ({ color, ground: 'tint', covered: null, needed: 4.5 }))
  return strictest([...pairs, ...onCard])
}

/** The texts of one layout. */
function pairsOfLayout(name: string, layout: Layout, theme: Theme): Pair[] {
  const deep = layout.ground === 'deep'
  const { image } = layout.regions
  return Object.entries(layout.regions).flatMap(([region, place]): Pair[] => {
    const style = theme.styles[place.style ?? '']
    if (!style) return []
    const needed = neededBy(style)
    const ground = deep ? 'deep' : 'ground'
    if (image && region !== 'image' && overlap(place, image) && name !== 'cover') {
      return [{ color: 'scrimInk', ground: 'scrim', covered: theme.scrim.strip, needed }]
    }
    const set =
      style.maxLines === null
        ? [[style.color, needed] as const, ['accent', 4.5] as const]
        : [[style.color, needed] as const]
    return set.flatMap(([color, needed]): Pair[] => [
      { color: colorOn(color, deep, theme.colors), ground, covered: null, needed },
      // Any slide may have a picture for its background, and lies on the deep ground then.
      { color: colorOn(color, true, theme.colors), ground: 'deep', covered: theme.scrim.veil, needed },
    ])
  })
}

const overlap = (a: Region, b: Region) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** Each pair once, with the most that is asked of it. */
function strictest(pairs: readonly Pair[]): Pair[] {
  const byKey = new Map<string, Pair>()
  for (const pair of pairs) {
    const key = `${pair.color} ${pair.ground} ${pair.covered}`
    const known = byKey.get(key)
    if (!known || known.needed < pair.needed) byKey.set(key, pair)
  }
  return [...byKey.values()]
}

/** The pairs that are too faint in these colours: each two names once, where it is worst. */
export function lowContrast(pairs: readonly Pair[], colors: Colors): LowContrast[] {
  const worst = new Map<string, LowContrast>()
  for (const { color, ground, covered, needed } of pairs) {
    const value = colors[color]
    const plain = colors[ground]
    if (!value || !plain) continue
    // Of a picture nothing is known: its lightest and its darkest place count.
    const grounds = covered === null ? [plain] : ['#ffffff', '#000000'].map((below) => over(plain, below, covered))
    const [groundValue] = [...grounds].sort((a, b) => contrast(value, a) - contrast(value, b))
    const ratio = contrast(value, groundValue!)
    const known = worst.get(`${color} ${ground}`)
    if (ratio >= needed || (known && known.ratio / known.needed <= ratio / needed)) continue
    const nearest = readable(value, grounds, needed)
    worst.set(`${color} ${ground}`, { color, value, ground, groundValue: groundValue!, ratio, needed, nearest })
  }
  return [...worst.values()]
}
