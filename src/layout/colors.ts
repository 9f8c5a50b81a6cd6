import type { LocalDeck } from '../model/deck.ts'
import type { Found } from '../model/diagnostic.ts'
import type { Theme } from '../model/theme.ts'
import { nearest } from '../validate/nearest.ts'
import { type LowContrast, lowContrast, pairsOf } from './contrast.ts'

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

const tooFaint = (low: LowContrast, range: Found['range']): Found => ({
  code: 'contrast-low',
  ...low,
  severity: 'warning',
  range,
})
