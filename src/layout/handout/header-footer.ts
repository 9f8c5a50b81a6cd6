import type { ImageView, LaidOutDeck, PlacedBox } from '../../model/laid-out.ts'
import type { Lang } from '../../model/lang.ts'
import type { Box } from '../../model/theme.ts'
import { lineOnPaper, type PaperContext, paperBox, paperParagraph, typesetOnPaper } from '../paper-text.ts'
import { mm } from './sheet-grid.ts'

/** The header of every sheet. `height` includes the space below. Units: px on paper. */
export interface HandoutHeader {
  boxes: PlacedBox[]
  rule: Box | null
  height: number
}

/** The maximum heights of the title and the line below it. Units: mm. */
const maxHeight = { title: 14, facts: 10 }

/** Units: mm. */
const logoRoom = { width: 30, height: 10 }
const logoGap = 4
const ruleGap = 2
const gapBelowRule = 5

/** Sizes of the title and the line below it. Units: px on paper; 12 px are 9 pt. */
const sizes = { title: [15, 14, 13, 12], facts: [12, 11] }

/** The footer: a line at the bottom margin, and the space above it. Units: mm. */
export const footerHeight = 8

/** Sets the deck's logo, title, author, event and date across an area. A text that is too long is left out. */
export function layoutHeader(deck: LaidOutDeck, area: Box, context: PaperContext): HandoutHeader {
  const logo = logoBox(deck, area)
  const left = logo ? logo.width + mm(logoGap) : 0
  const box = { x: area.x + left, y: area.y, width: area.width - left }
  const texts = headerTexts(deck, box, context)
  const boxes = logo ? [logo, ...texts] : texts
  if (boxes.length === 0) return { boxes, rule: null, height: 0 }
  const height = Math.max(...boxes.map((box) => box.y + box.height - area.y))
  const settled = boxes.map((box) => (box === logo ? { ...box, y: area.y + (height - box.height) / 2 } : box))
  const rule = { x: area.x, y: area.y + height + mm(ruleGap), width: area.width, height: 1 }
  return { boxes: settled, rule, height: height + mm(ruleGap + gapBelowRule) }
}

function logoBox({ logo, assets }: LaidOutDeck, { x, y }: Box): PlacedBox | null {
  const picture = logo === null ? undefined : assets.get(logo)
  if (picture?.kind !== 'image') return null
  const scale = Math.min(mm(logoRoom.width) / picture.width, mm(logoRoom.height) / picture.height)
  const size = { width: picture.width * scale, height: picture.height * scale }
  // The slides show the logo's title; here the logo is decoration.
  const view: ImageView = { picture, alt: '', lang: 'en', fit: 'contain', focus: { x: 0.5, y: 0.5 } }
  return { x, y, ...size, region: 'handout-logo', template: 'image', view }
}

function headerTexts(deck: LaidOutDeck, box: Pick<Box, 'x' | 'y' | 'width'>, context: PaperContext): PlacedBox[] {
  const facts = [deck.logoTitle?.text, deck.author, deck.event, deck.date].map(toOneLine).filter(Boolean).join(' · ')
  const title = headerText('title', toOneLine(deck.title), { ...box, height: mm(maxHeight.title) }, deck.lang, context)
  const y = title ? title.y + title.height : box.y
  const below = headerText('facts', facts, { ...box, y, height: mm(maxHeight.facts) }, deck.lang, context)
  return [title, below].filter((box) => box !== null)
}

function headerText(
  kind: 'title' | 'facts',
  words: string,
  box: Box,
  lang: Lang,
  context: PaperContext,
): PlacedBox | null {
  if (words === '') return null
  const paragraphs = [paperParagraph(words, { bold: kind === 'title' })]
  const fitted = typesetOnPaper({ paragraphs, lang, sizes: sizes[kind] }, box, null, context)
  return fitted.overflow ? null : paperBox(fitted, 0, box, `handout-${kind}`, lang)
}

const toOneLine = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()

/** Sets the number of a sheet at the bottom of its area. */
export function layoutFooter(words: string, { lang }: LaidOutDeck, area: Box, context: PaperContext): PlacedBox {
  const box = lineOnPaper(paperParagraph(words), lang, 12, area, 'handout-foot', context)
  return { ...box, y: area.y + area.height - box.height }
}
