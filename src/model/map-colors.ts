import { blend, contrastRatio, minContrast, readableColor } from './color.ts'

/** The number of classes of a map with ordered values, from light to dark on a light background. */
export const mapClassCount = 5

/** The number of categories that a map shows by colour; each also has a number. */
export const mapKindCount = 6

/**
 * Returns the colours of maps, derived from those of a theme, by the name of their custom property: `--map-sea`.
 * `on1` is the text colour on `class1`, `onKind1` that on `kind1`; the mark contrasts with land and water.
 */
export function mapColors(colors: Readonly<Record<string, string>>): Record<string, string> {
  const of = (name: string) => colors[name] ?? colors.ink ?? '#000000'
  const [background, ink, soft, accent, mark] = [of('ground'), of('ink'), of('soft'), of('accent'), of('mark')]
  const mixed = (color: string, share: number) => blend(color, background, share)
  const sea = mixed(accent, 0.11)
  const land = mixed(soft, 0.1)
  const own = mixed(mark, 0.08)
  const made: Record<string, string> = {
    sea,
    land,
    own,
    water: mixed(accent, 0.34),
    border: mixed(soft, 0.5),
    outline: mixed(soft, 0.85),
    ink: readableColor(ink, [own, land, sea], 7),
    soft: readableColor(soft, [own, land, sea], minContrast.text),
    plate: background,
    mark: readableColor(mark, [own, land, sea], minContrast.graphics),
    stress: mixed(mark, 0.38),
    drawn: readableColor(accent, [own, land, sea], minContrast.graphics),
  }
  const classes = [0.24, 0.4, 0.57, 0.84, 1].map((share) => mixed(accent, share))
  const kinds = [
    mixed(accent, 0.85),
    mixed(mark, 0.6),
    mixed(soft, 0.42),
    mixed(accent, 0.36),
    mixed(mark, 0.26),
    mixed(soft, 0.8),
  ]
  const numbered = (name: string, onName: string, list: readonly string[]) =>
    Object.fromEntries(
      list.flatMap((color, i) => [
        [`${name}${i + 1}`, color],
        [`${onName}${i + 1}`, readableTextOn(color, ink, background)],
      ]),
    )
  return {
    ...made,
    ...numbered('class', 'on', classes),
    ...numbered('kind', 'onKind', kinds),
    onStress: readableTextOn(made.stress!, ink, background),
  }
}

/** Returns a text colour for a background: the ink or the background of the theme, adjusted if necessary. */
export function readableTextOn(color: string, ink: string, background: string): string {
  const best = contrastRatio(ink, color) >= contrastRatio(background, color) ? ink : background
  return readableColor(best, [color], minContrast.text)
}
