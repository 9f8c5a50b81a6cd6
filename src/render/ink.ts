import { contrast, isColor, isDark, readable } from '../model/color.ts'
import type { LaidOutDeck, Page } from '../model/laid-out.ts'

type Colors = LaidOutDeck['colors']

const paper = '#ffffff'

/** What is read on paper, and what is only seen. Source: WCAG 2.2, contrast of texts, of graphics. */
const text = 4.5
const graphic = 3
const strong = 7

/** Of a theme's colours those that lie under something. */
const grounds = new Set(['ground', 'deep', 'scrim', 'tint'])

/**
 * The colours of a theme on white paper, under the same names: every ground white, every text dark enough to be read, lines
 * in the accent. What a theme has for the deep ground (`deepInk`) becomes what it has for the plain one.
 */
export function paperColors(colors: Colors): Colors {
  const plain = { ...colors, ink: inkOf(colors), rule: colors.accent ?? inkOf(colors) }
  const dark = isDark(colors.ground ?? paper)
  const names = Object.keys(plain)
  const known = new Map(names.map((name) => [name, onPaper(name, plain, dark)]))
  return Object.fromEntries(names.map((name) => [name, known.get(twinOf(name, plain)) ?? paper]))
}

/** The name whose colour a name has on paper: `ink` for `deepInk` and `scrimInk`. */
function twinOf(name: string, colors: Colors): string {
  const twin = /^(?:deep|scrim)([A-Z].*)$/.exec(name)?.[1]
  const plain = twin && twin[0]!.toLowerCase() + twin.slice(1)
  return plain && plain in colors ? plain : name
}

function onPaper(name: string, colors: Colors, dark: boolean): string {
  if (grounds.has(name)) return paper
  const color = colors[name]!
  if (!isColor(color)) return color
  if (name === 'mark') return readable(color, [paper], graphic)
  const ours = ['ink', 'soft', 'accent', 'rule'].includes(name)
  return ours || dark ? readable(color, [paper], text) : color
}

/** The darkest that a theme has for its texts: its ink, or the ground that its light texts stand on. */
function inkOf({ ink, ground, deep }: Colors): string {
  const dark = [ink, ground, deep].find((color) => color && isColor(color) && contrast(color, paper) >= strong)
  return dark ?? '#000000'
}

/** How strongly white covers a picture below a text: dark letters need more of it than light ones of black. */
const whiteScrim = { strip: 0.88, veil: 0.86 }

/** The same deck for white paper: its own grounds and its slides' colours gone, pictures as they are. */
export function saveInk(deck: LaidOutDeck): LaidOutDeck {
  const { strip, veil } = deck.theme.scrim
  const scrim = { strip: Math.max(strip, whiteScrim.strip), veil: Math.max(veil, whiteScrim.veil) }
  return {
    ...deck,
    theme: { ...deck.theme, scrim },
    colors: paperColors(deck.colors),
    pages: deck.pages.map(withoutColor),
  }
}

const withoutColor = (page: Page): Page =>
  page.background !== null && isColor(page.background) ? { ...page, background: null } : page
