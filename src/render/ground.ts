import { contrast, over, readable } from '../model/color.ts'

type Colors = Readonly<Record<string, string>>

/** How much each colour has to stand out from a slide's own ground. Source: WCAG 2.2 AA; a mark is no text. */
const needed: Readonly<Record<string, number>> = { ink: 4.5, soft: 4.5, accent: 4.5, mark: 3 }

/**
 * The colours of a slide whose ground the author chose: of the theme's two sets the one that is read better there, and
 * of that set each colour as it is, or the nearest one that is enough.
 */
export function colorsOn(ground: string, colors: Colors): Colors {
  const set = (deep: boolean) => (name: string) => (deep && colors[`deep${capital(name)}`]) || colors[name]!
  const [plain, deep] = [set(false), set(true)]
  const chosen = contrast(deep('ink'), ground) > contrast(plain('ink'), ground) ? deep : plain
  const ink = readable(chosen('ink'), [ground], needed.ink!)
  const tint = tintOf(ink, ground)
  // What stands on a card stands on the ground as well.
  const texts = Object.entries(needed).map(([name, least]) => [name, readable(chosen(name), [ground, tint], least)])
  return { ground, ...Object.fromEntries(texts), tint, rule: over(ink, ground, 0.25) }
}

/** The ground of cards: a trace of the ink, unless the ink needs all the contrast there is; then a trace of the contrary. */
function tintOf(ink: string, ground: string): string {
  const faint = over(ink, ground, 0.06)
  if (contrast(ink, faint) >= 6) return faint
  const contrary = contrast(ink, '#ffffff') > contrast(ink, '#000000') ? '#ffffff' : '#000000'
  return over(contrary, ground, 0.12)
}

const capital = (name: string) => name[0]!.toUpperCase() + name.slice(1)
