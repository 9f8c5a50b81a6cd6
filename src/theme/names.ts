import type { AssetProblem, ThemeName } from '../model/problems/asset.ts'
import type { Path } from '../model/source.ts'
import type { Theme } from '../model/theme.ts'
import { nearest } from '../validate/nearest.ts'

/** A mistake and the value it lies in. */
export type Placed = { problem: AssetProblem; path: Path }

/** What one part of a theme names in another and is not there: styles, colours, regions, faces. */
export function checkNames(theme: Theme): Placed[] {
  const found: Placed[] = []
  const refer = (kind: ThemeName, name: string, known: readonly string[], path: Path) => {
    if (known.includes(name)) return
    found.push({
      problem: {
        code: 'theme-name-unknown',
        kind,
        name,
        nearest: kind === 'face' ? null : nearest(name, known),
        known,
      },
      path,
    })
  }
  const colors = Object.keys(theme.colors)
  const faces = theme.faces.map(({ family, weight }) => `${family} ${weight}`)
  for (const [name, style] of Object.entries(theme.styles)) {
    refer('color', style.color, colors, ['styles', name, 'color'])
    for (const weight of ['weight', 'boldWeight', 'italicWeight'] as const) {
      refer('face', `${style.family} ${style[weight]}`, faces, ['styles', name, weight])
    }
  }
  if (theme.ornament) refer('color', theme.ornament.color, colors, ['ornament', 'color'])
  for (const [aspect, stage] of Object.entries(theme.aspects)) {
    for (const [variant, { regions }] of Object.entries(stage.layouts)) {
      for (const [name, { style, below }] of Object.entries(regions)) {
        const path = ['aspects', aspect, 'layouts', variant, 'regions', name]
        if (style !== undefined) refer('style', style, Object.keys(theme.styles), [...path, 'style'])
        if (below !== undefined) refer('region', below, Object.keys(regions), [...path, 'below'])
      }
    }
  }
  return found
}
