import type { LocalizedDeck } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { nearestName } from '../model/nearest-name.ts'
import type { Theme } from '../model/theme.ts'
import { type LowContrast, lowContrast, textColorPairs } from './contrast.ts'

type ThemeColors = Readonly<Record<string, string>>

/** Merges the deck's colours into those of the theme. A name that the theme does not have is ignored. */
export function deckColors(deck: LocalizedDeck, theme: Theme): { colors: ThemeColors; diagnostics: Diagnostic[] } {
  const known = Object.keys(theme.colors)
  const changes = deck.colors.filter(({ name }) => known.includes(name))
  const colors = { ...theme.colors, ...Object.fromEntries(changes.map(({ name, value }) => [name, value])) }
  const unknown = deck.colors
    .filter(({ name }) => !known.includes(name))
    .map(({ name, nameRange }): Diagnostic => {
      const facts = { name, nearest: nearestName(name, known), known, theme: theme.id }
      return { code: 'color-unknown', ...facts, severity: 'warning', range: nameRange }
    })
  return { colors, diagnostics: [...unknown, ...faintTexts(changes, colors, theme)] }
}

/**
 * Reports texts that the deck's colours make hard to read. Problems of the theme itself are reported with the theme.
 */
function faintTexts(changes: LocalizedDeck['colors'], colors: ThemeColors, theme: Theme): Diagnostic[] {
  if (changes.length === 0) return []
  const changed = new Map(changes.map(({ name, range }) => [name, range]))
  const pairs = textColorPairs(theme).filter(
    ({ color, background: ground }) => changed.has(color) || changed.has(ground),
  )
  return lowContrast(pairs, colors).map((low) =>
    lowContrastDiagnostic(low, changed.get(low.color) ?? changed.get(low.ground)!),
  )
}

const lowContrastDiagnostic = (low: LowContrast, range: Diagnostic['range']): Diagnostic => ({
  code: 'contrast-low',
  ...low,
  severity: 'warning',
  range,
})
