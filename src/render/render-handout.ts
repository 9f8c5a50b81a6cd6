import { styles } from '#generated/styles.js'
import type { Handout, HandoutSheet, PrintMode, RuledLines } from '../model/handout.ts'
import type { LaidOutDeck } from '../model/laid-out.ts'
import { paperColors, toInkSaving } from './paper-colors.ts'
import { type PrintParts, renderPaper } from './render-print.ts'
import { renderSlide } from './render-slide.ts'
import type { TemplateRenderer } from './template-renderer.ts'

/** What a handout is drawn with. */
export interface HandoutParts extends Pick<PrintParts, 'fonts' | 'words'> {
  printMode: PrintMode
}

/**
 * A handout as the page that its PDF is printed from: static HTML without a script, a page of paper each sheet. Its slides
 * are the very slides of every other output, made smaller as a whole. Links to slides that are not printed are plain text.
 */
export function renderHandout(shown: LaidOutDeck, handout: Handout, { fonts, words, printMode }: HandoutParts): string {
  const deck = withoutCodes(printMode === 'save' ? toInkSaving(shown) : shown, handout)
  const pages = handout.sheets.flatMap(({ cells }) => cells.map(({ page }) => page))
  const style = `${styles.handout}\n${sheetCss(deck, handout)}`
  return renderPaper(deck, { fonts, printedPages: pages, style }, (renderer) =>
    handout.sheets.map((sheet, i) => {
      const view = { ...sheetView(sheet, deck, renderer, words), save: printMode === 'save', repeated: i > 0 }
      return renderer.render('handout', view, deck.lang)
    }),
  )
}

/** The same deck without the QR codes that stand beside their slides. */
function withoutCodes(deck: LaidOutDeck, { sheets }: Handout): LaidOutDeck {
  const apart = new Set(sheets.flatMap(({ cells }) => cells.flatMap(({ codes }) => codes.map(({ view }) => view))))
  const pages = deck.pages.map((page) => ({ ...page, boxes: page.boxes.filter(({ view }) => !apart.has(view)) }))
  return apart.size > 0 ? { ...deck, pages } : deck
}

const sheetView = (
  sheet: HandoutSheet,
  deck: LaidOutDeck,
  renderer: TemplateRenderer,
  words: HandoutParts['words'],
) => ({
  ...sheet,
  cells: sheet.cells.map((cell) => ({
    ...cell,
    slide: renderSlide(deck, cell.page, renderer, { notes: false, words, paged: true }),
    lines: cell.lines && { ...cell.lines, path: ruledLinesPath(cell.lines) },
  })),
})

/** All lines of a place as one drawing. */
const ruledLinesPath = ({ width, count, pitch }: RuledLines) =>
  Array.from({ length: count }, (_, i) => `M0 ${hundredths((i + 1) * pitch)}h${hundredths(width)}`).join('')

const hundredths = (length: number) => Math.round(length * 100) / 100

/**
 * A shift too small to see. Chromium (143) puts what is scaled and not shifted into a group of its own, in which readers of
 * tagged PDF lose their way, and the file grows by half. Units: px on paper.
 */
const transformShift = 0.01

/** What differs from handout to handout: the sheet's size, how small its slides are, the theme's colours on white paper. */
function sheetCss({ colors }: LaidOutDeck, { paper: { width, height }, scale }: Handout): string {
  const onPaper = Object.entries(paperColors(colors)).map(([name, color]) => `--${name}:${color}`)
  return [
    `@page{size:${width}mm ${height}mm;margin:0}`,
    `.sheet{width:${width}mm;height:${height}mm}`,
    `.frame>.slide{transform:translate(${transformShift}px,0) scale(${scale.toFixed(6)})}`,
    `.paper{${onPaper.join(';')}}`,
  ].join('\n')
}
