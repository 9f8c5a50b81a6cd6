import { styles } from '#generated/styles.js'
import { isHexColor } from '../model/color.ts'
import type { LaidOutDeck } from '../model/laid-out.ts'
import { backgroundClass } from './atomic-css.ts'
import { colorsOnBackground } from './background-colors.ts'
import { toInkSaving } from './paper-colors.ts'
import { colorsCss } from './theme-css.ts'

/** Returns the rules with which a browser prints the page of a deck on white paper, as the handout of the deck is. */
export function inkSavingCss(deck: LaidOutDeck): string {
  const onPaper = toInkSaving(deck)
  return `@media print{${[colorsCss(onPaper), ...plainBackgrounds(deck, onPaper.colors), styles.inkSaving].join('\n')}}`
}

/** The rules of slides with a background colour of their own, which paper does not have. */
function plainBackgrounds({ pages, colors }: LaidOutDeck, onPaper: LaidOutDeck['colors']): string[] {
  const own = new Set(
    pages.flatMap(({ background }) => (background !== null && isHexColor(background) ? background : [])),
  )
  return [...own].map((color) => {
    const names = Object.keys(colorsOnBackground(color, colors))
    const set = names.map((name) => `--${name}:${onPaper[name] ?? 'initial'}`)
    return `.slide.${backgroundClass(color)}{${set.join(';')}}`
  })
}
