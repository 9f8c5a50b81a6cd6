import { contrastRatio, isDark, isHexColor, minContrast, readableColor } from '../model/color.ts'
import type { LaidOutDeck, LaidOutPage } from '../model/laid-out.ts'

type ThemeColors = LaidOutDeck['colors']

const paperColor = '#ffffff'

/** The contrast of the texts themselves, which stay as dark as the theme allows. Source: WCAG 2.2 AAA. */
const strongContrast = 7

/** Of a theme's colours those that lie under something. */
const backgrounds = new Set(['ground', 'deep', 'scrim', 'tint'])

/**
 * The colours of a theme on white paper, under the same names: every ground white, every text dark enough to be read, lines
 * in the accent. What a theme has for the deep ground (`deepInk`) becomes what it has for the plain one.
 */
export function paperColors(colors: ThemeColors): ThemeColors {
  const plain = { ...colors, ink: darkestText(colors), rule: colors.accent ?? darkestText(colors) }
  const dark = isDark(colors.ground ?? paperColor)
  const names = Object.keys(plain)
  const known = new Map(names.map((name) => [name, colorOnPaper(name, plain, dark)]))
  return Object.fromEntries(names.map((name) => [name, known.get(plainNameOf(name, plain)) ?? paperColor]))
}

/** The name whose colour a name has on paper: `ink` for `deepInk` and `scrimInk`. */
function plainNameOf(name: string, colors: ThemeColors): string {
  const twin = /^(?:deep|scrim)([A-Z].*)$/.exec(name)?.[1]
  const plain = twin && twin[0]!.toLowerCase() + twin.slice(1)
  return plain && plain in colors ? plain : name
}

function colorOnPaper(name: string, colors: ThemeColors, dark: boolean): string {
  if (backgrounds.has(name)) return paperColor
  const color = colors[name]!
  if (!isHexColor(color)) return color
  if (name === 'mark') return readableColor(color, [paperColor], minContrast.graphics)
  const ours = ['ink', 'soft', 'accent', 'rule'].includes(name)
  return ours || dark ? readableColor(color, [paperColor], minContrast.text) : color
}

/** The darkest that a theme has for its texts: its ink, or the ground that its light texts stand on. */
function darkestText({ ink, ground, deep }: ThemeColors): string {
  const dark = [ink, ground, deep].find(
    (color) => color && isHexColor(color) && contrastRatio(color, paperColor) >= strongContrast,
  )
  return dark ?? '#000000'
}

/** How strongly white covers a picture below a text: dark letters need more of it than light ones of black. */
const whiteScrim = { strip: 0.88, veil: 0.86 }

/** The same deck for white paper: its own grounds and its slides' colours gone, pictures as they are. */
export function toInkSaving(deck: LaidOutDeck): LaidOutDeck {
  const { strip, veil } = deck.theme.scrim
  const scrim = { strip: Math.max(strip, whiteScrim.strip), veil: Math.max(veil, whiteScrim.veil) }
  return {
    ...deck,
    theme: { ...deck.theme, scrim },
    colors: paperColors(deck.colors),
    pages: deck.pages.map(withoutColorBackground),
  }
}

const withoutColorBackground = (page: LaidOutPage): LaidOutPage =>
  page.background !== null && isHexColor(page.background) ? { ...page, background: null } : page
