import { blend, contrastRatio, minContrast, readableColor } from './color.ts'

/** Classes of a map that goes from little to much, from light to dark on a light ground. */
export const mapClassCount = 5

/** Kinds that a map can tell apart by colour; each has a number besides. */
export const mapKindCount = 6

/**
 * The colours of maps, made from those of a theme, by the name of their variable: `--map-sea`.
 * `on1` is what is readable on `class1`, `onKind1` on `kind1`; the mark stands out from land and water.
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

/** What letters on a colour have: the ink or the ground, whichever is more readable, made more so where it must be. */
export function readableTextOn(color: string, ink: string, background: string): string {
  const best = contrastRatio(ink, color) >= contrastRatio(background, color) ? ink : background
  return readableColor(best, [color], minContrast.text)
}
