import { blend, contrastRatio, minContrast, readableColor } from '../model/color.ts'

type ThemeColors = Readonly<Record<string, string>>

/** The contrast that each colour needs on a slide's own background. Marks are graphics, not text. */
const neededContrast: Readonly<Record<string, number>> = {
  ink: minContrast.text,
  soft: minContrast.text,
  accent: minContrast.text,
  mark: minContrast.graphics,
}

/**
 * Returns the colours for a slide with a background colour chosen by the author: the theme's set with the better contrast,
 * each colour adjusted as little as needed.
 */
export function colorsOnBackground(background: string, colors: ThemeColors): ThemeColors {
  const set = (deep: boolean) => (name: string) => (deep && colors[`deep${capital(name)}`]) || colors[name]!
  const [plain, deep] = [set(false), set(true)]
  const chosen = contrastRatio(deep('ink'), background) > contrastRatio(plain('ink'), background) ? deep : plain
  const ink = readableColor(chosen('ink'), [background], neededContrast.ink!)
  const tint = cardTint(ink, background)
  // The same colours are used on cards and on the background itself.
  const texts = Object.entries(neededContrast).map(([name, least]) => [
    name,
    readableColor(chosen(name), [background, tint], least),
  ])
  return { ground: background, ...Object.fromEntries(texts), tint, rule: blend(ink, background, 0.25) }
}

/** Returns the background of cards: slightly tinted with the ink, or away from it if the contrast would be too low. */
function cardTint(ink: string, background: string): string {
  const faint = blend(ink, background, 0.06)
  if (contrastRatio(ink, faint) >= 6) return faint
  const contrary = contrastRatio(ink, '#ffffff') > contrastRatio(ink, '#000000') ? '#ffffff' : '#000000'
  return blend(contrary, background, 0.12)
}

const capital = (name: string) => name[0]!.toUpperCase() + name.slice(1)
