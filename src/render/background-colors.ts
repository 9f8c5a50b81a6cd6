import { blend, contrastRatio, minContrast, readableColor } from '../model/color.ts'

type ThemeColors = Readonly<Record<string, string>>

/** How much each colour has to stand out from a slide's own ground. Source: WCAG 2.2 AA; a mark is no text. */
const neededContrast: Readonly<Record<string, number>> = {
  ink: minContrast.text,
  soft: minContrast.text,
  accent: minContrast.text,
  mark: minContrast.graphics,
}

/**
 * The colours of a slide whose ground the author chose: of the theme's two sets the one that is read better there, and
 * of that set each colour as it is, or the nearest one that is enough.
 */
export function colorsOnBackground(background: string, colors: ThemeColors): ThemeColors {
  const set = (deep: boolean) => (name: string) => (deep && colors[`deep${capital(name)}`]) || colors[name]!
  const [plain, deep] = [set(false), set(true)]
  const chosen = contrastRatio(deep('ink'), background) > contrastRatio(plain('ink'), background) ? deep : plain
  const ink = readableColor(chosen('ink'), [background], neededContrast.ink!)
  const tint = cardTint(ink, background)
  // What stands on a card stands on the ground as well.
  const texts = Object.entries(neededContrast).map(([name, least]) => [
    name,
    readableColor(chosen(name), [background, tint], least),
  ])
  return { ground: background, ...Object.fromEntries(texts), tint, rule: blend(ink, background, 0.25) }
}

/** The ground of cards: a trace of the ink, unless the ink needs all the contrast there is; then a trace of the contrary. */
function cardTint(ink: string, background: string): string {
  const faint = blend(ink, background, 0.06)
  if (contrastRatio(ink, faint) >= 6) return faint
  const contrary = contrastRatio(ink, '#ffffff') > contrastRatio(ink, '#000000') ? '#ffffff' : '#000000'
  return blend(contrary, background, 0.12)
}

const capital = (name: string) => name[0]!.toUpperCase() + name.slice(1)
