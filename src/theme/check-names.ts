import { nearestName } from '../model/nearest-name.ts'
import type { AssetProblem, ThemeName } from '../model/problems/asset.ts'
import type { NodePath } from '../model/source.ts'
import type { Theme } from '../model/theme.ts'

/** A problem and the path of the value that has it. */
export type LocatedProblem = { problem: AssetProblem; path: NodePath }

/** Reports references inside a theme to styles, colours, regions and faces that it does not define. */
export function checkThemeNames(theme: Theme): LocatedProblem[] {
  const problems: LocatedProblem[] = []
  const checkName = (kind: ThemeName, name: string, known: readonly string[], path: NodePath) => {
    if (known.includes(name)) return
    problems.push({
      problem: {
        code: 'theme-name-unknown',
        kind,
        name,
        nearest: kind === 'face' ? null : nearestName(name, known),
        known,
      },
      path,
    })
  }
  const colors = Object.keys(theme.colors)
  const faces = theme.faces.map(({ family, weight }) => `${family} ${weight}`)
  for (const [name, style] of Object.entries(theme.styles)) {
    checkName('color', style.color, colors, ['styles', name, 'color'])
    for (const weight of ['weight', 'boldWeight', 'italicWeight'] as const) {
      checkName('face', `${style.family} ${style[weight]}`, faces, ['styles', name, weight])
    }
  }
  if (theme.ornament) checkName('color', theme.ornament.color, colors, ['ornament', 'color'])
  for (const [aspect, stage] of Object.entries(theme.aspects)) {
    for (const [variant, { regions }] of Object.entries(stage.layouts)) {
      for (const [name, { style, below }] of Object.entries(regions)) {
        const path = ['aspects', aspect, 'layouts', variant, 'regions', name]
        if (style !== undefined) checkName('style', style, Object.keys(theme.styles), [...path, 'style'])
        if (below !== undefined) checkName('region', below, Object.keys(regions), [...path, 'below'])
      }
    }
  }
  return problems
}
