import type { ChartRuler, RuledText } from './ruler.ts'

/** The names of rows, broken for their column. Units: px. */
export interface NameColumn {
  width: number
  names: RuledText[]
}

/** The shares of the width that names may take, and how many lines they may have there, best first. */
const choices: readonly { share: number; lines: number }[] = [
  { share: 0.24, lines: 1 },
  { share: 0.32, lines: 2 },
  { share: 0.42, lines: 2 },
  { share: 0.46, lines: 1 },
  { share: 0.36, lines: 3 },
  { share: 0.5, lines: 4 },
]

/** Breaks the names of rows for a column beside the bars, in all ways that cut no word, best first; none if they are too long. */
export function* nameColumns(
  names: readonly string[],
  size: number,
  width: number,
  ruler: ChartRuler,
): Generator<NameColumn> {
  const natural = Math.max(0, ...names.map((name) => ruler.width(name, size)))
  for (const { share, lines } of choices) {
    // Whole px and a little more, because a text of exactly this width must not break.
    const most = Math.ceil(Math.min(natural, width * share)) + 2
    if (natural > lines * most) continue
    const ruled = names.map((name) => ruler.lines(name, size, most))
    if (ruled.some((name) => name.cut || name.lines.length > lines)) continue
    yield { width: Math.max(0, ...ruled.map((name) => name.width)), names: ruled }
  }
}
