import { isColor, isDark } from '../model/color.ts'
import type { LocalDeck, LocalSlide } from '../model/deck.ts'
import type { Found } from '../model/diagnostic.ts'
import type { LayoutVariant, Theme } from '../model/theme.ts'
import { nearest } from '../validate/nearest.ts'
import type { Layouts } from './choose.ts'
import { type LowContrast, lowContrast, pairsOf, pairsOfLayout } from './contrast.ts'

type Colors = Readonly<Record<string, string>>

/** The theme's colours with those that the deck changes; a name that the theme does not know changes nothing. */
export function colorsOf(deck: LocalDeck, theme: Theme): { colors: Colors; found: Found[] } {
  const known = Object.keys(theme.colors)
  const changes = deck.colors.filter(({ name }) => known.includes(name))
  const colors = { ...theme.colors, ...Object.fromEntries(changes.map(({ name, value }) => [name, value])) }
  const unknown = deck.colors
    .filter(({ name }) => !known.includes(name))
    .map(({ name, nameRange }): Found => {
      const facts = { name, nearest: nearest(name, known), known, theme: theme.id }
      return { code: 'color-unknown', ...facts, severity: 'warning', range: nameRange }
    })
  return { colors, found: [...unknown, ...faint(changes, colors, theme)] }
}

/** Texts that the deck's changes make hard to read. What the theme itself answers for is its own. */
function faint(changes: LocalDeck['colors'], colors: Colors, theme: Theme): Found[] {
  if (changes.length === 0) return []
  const changed = new Map(changes.map(({ name, range }) => [name, range]))
  const pairs = pairsOf(theme).filter(({ color, ground }) => changed.has(color) || changed.has(ground))
  return lowContrast(pairs, colors).map((low) => tooFaint(low, changed.get(low.color) ?? changed.get(low.ground)!))
}

/** Texts that are hard to read on a slide's own background colour. */
export function faintOnBackground(
  slide: LocalSlide,
  variant: LayoutVariant,
  layouts: Layouts,
  theme: Theme,
  colors: Colors,
): Found[] {
  const { value: background, range } = slide.background ?? { value: '', range: slide.range }
  const layout = layouts[variant]
  if (!isColor(background) || !layout) return []
  const pairs = pairsOfLayout(variant, layout, theme, isDark(background))
    .filter(({ ground, covered }) => covered === null && ground !== 'scrim')
    .map((pair) => ({ ...pair, ground: 'background' }))
  return lowContrast(pairs, { ...colors, background }).map((low) => tooFaint(low, range))
}

const tooFaint = (low: LowContrast, range: Found['range']): Found => ({
  code: 'contrast-low',
  ...low,
  severity: 'warning',
  range,
})
