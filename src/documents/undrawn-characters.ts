import type { CheckResult, Edition } from '../build.ts'
import { withDrawnCharacters } from '../fonts/characters.ts'
import { fontCodePoints } from '../fonts/cmap.ts'
import { invisible } from '../fonts/fallback-fonts.ts'

/** The characters of an edition that no font of ours has. */
export function undrawnCharacters(
  { deck, resources: { faces } }: Edition,
  characters: CheckResult['characters'],
): ReadonlySet<string> {
  // The ready-made subsets, which are read anyway, have what most decks need.
  const ready = faces.map(({ woff2 }) => fontCodePoints(woff2))
  const has = (fonts: readonly ReadonlySet<number>[], one: string) =>
    fonts.some((points) => points.has(one.codePointAt(0)!))
  const rare = [...withDrawnCharacters(deck, characters)].filter((one) => !has(ready, one) && !invisible.test(one))
  const covered = rare.length === 0 ? [] : faces.map(({ ttf }) => fontCodePoints(ttf))
  return new Set(rare.filter((one) => !has(covered, one)))
}

/**
 * Draws an empty box for each character that no font of ours has, since a browser would take any font of the machine, and
 * a PDF with a missing glyph follows no standard. The box says aloud what it stands for; in a drawing it is a question mark.
 */
export function withBoxes(html: string, undrawn: ReadonlySet<string>): string {
  if (undrawn.size === 0) return html
  let at = html.indexOf('<body>')
  let result = html.slice(0, at)
  let isDrawing = false
  while (at >= 0 && at < html.length) {
    const end = html[at] === '<' ? html.indexOf('>', at) + 1 : html.indexOf('<', at)
    const part = html.slice(at, end > at ? end : html.length)
    if (part.startsWith('<svg')) isDrawing = true
    else if (part.startsWith('</svg')) isDrawing = false
    result += part.startsWith('<') ? part : boxesIn(part, undrawn, isDrawing)
    at += part.length
  }
  return result
}

function boxesIn(text: string, undrawn: ReadonlySet<string>, isDrawing: boolean): string {
  const box = (one: string) => (isDrawing ? '?' : `<span class="undrawn" role="img" aria-label="${one}"></span>`)
  return [...text].map((one) => (undrawn.has(one) ? box(one) : one)).join('')
}
