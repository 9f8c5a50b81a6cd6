import { styles } from '#generated/styles.js'
import type { Handout, HandoutSheet, PrintMode, RuledLines, SaidBox } from '../model/handout.ts'
import type { LaidOutDeck } from '../model/laid-out.ts'
import { type Lang, latinTag, tagOf } from '../model/lang.ts'
import { blockStyles } from './block-styles.ts'
import { paperColors, toInkSaving } from './paper-colors.ts'
import { type PrintParts, renderPaper } from './render-print.ts'
import { renderSlide } from './render-slide.ts'
import { createRenderer, type TemplateRenderer } from './template-renderer.ts'

/** What a handout is rendered with, besides its layout. */
export interface HandoutParts extends Pick<PrintParts, 'fonts' | 'words' | 'placeholders'> {
  printMode: PrintMode
  /** The BCP 47 tag of the words beside the slides; absent if there are none. */
  otherTag?: string | undefined
  /** The indexes of the sheets that stand in this part of the PDF; absent: all. */
  part?: readonly number[]
}

/**
 * Renders a handout as the page that its PDF is printed from: static HTML without scripts, one printed page per sheet. Its
 * slides are those of all other outputs, scaled down. Links to slides that are not printed become plain text.
 */
export function renderHandout(
  shown: LaidOutDeck,
  handout: Handout,
  { fonts, words, placeholders, printMode, otherTag, part = [...handout.sheets.keys()] }: HandoutParts,
): string {
  const deck = withoutCodes(printMode === 'save' ? toInkSaving(shown) : shown, handout)
  const pagesOf = (sheets: readonly HandoutSheet[]) => sheets.flatMap(({ cells }) => cells.map(({ page }) => page))
  const pages = pagesOf(handout.sheets)
  const shownPages = part.length < handout.sheets.length ? pagesOf(part.map((i) => handout.sheets[i]!)) : pages
  const saving = printMode === 'save' ? styles.inkSaving : ''
  const said = handout.sheets.flatMap(({ cells, rest }) => [...cells.flatMap((cell) => cell.said), ...rest])
  const style = [...blockStyles([{ boxes: said }]), styles.handout, saving, sheetCss(deck, handout)].join('\n')
  return renderPaper(deck, { fonts, printedPages: pages, part: shownPages, placeholders, style }, (renderer) => {
    const boxHtml = boxRenderer(deck, renderer, otherTag)
    return part.map((i) => {
      const view = {
        ...sheetView(handout.sheets[i]!, deck, renderer, words, boxHtml, otherTag !== undefined),
        save: printMode === 'save',
        repeated: i > 0,
      }
      return renderer.render('handout', view, deck.lang)
    })
  })
}

/**
 * Returns a function that renders a box in the language of the document or in the other one, whose Kazakh may be in other
 * letters.
 */
function boxRenderer({ lang, latin }: LaidOutDeck, renderer: TemplateRenderer, otherTag?: string) {
  const tag = tagOf(lang, latin)
  const other = createRenderer({ ...renderer, latin: otherTag === latinTag })
  return (box: SaidBox): string => {
    if (otherTag === undefined || box.isOwn) return renderer.render('handout-box', box, lang)
    const own = otherTag === latinTag ? 'kk' : (otherTag as Lang)
    const html = other.render('handout-box', box, own)
    return tag === otherTag ? html : `<div lang="${otherTag}">${html}</div>`
  }
}

/** Returns the deck without the QR codes that the handout shows beside their slides. */
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
  boxHtml: (box: SaidBox) => string,
  isBilingual: boolean,
) => ({
  ...sheet,
  rest: isBilingual ? [] : sheet.rest,
  saidBefore: isBilingual ? sheet.rest.map(boxHtml) : [],
  cells: sheet.cells.map((cell) => ({
    ...cell,
    said: cell.said.map(boxHtml),
    slide: renderSlide(deck, cell.page, renderer, { notes: false, words, paged: 'on-sheet' }),
    lines: cell.lines && { ...cell.lines, path: ruledLinesPath(cell.lines) },
  })),
})

/** Returns the path of all ruled lines of an area. */
const ruledLinesPath = ({ width, count, pitch }: RuledLines) =>
  Array.from({ length: count }, (_, i) => `M0 ${hundredths((i + 1) * pitch)}h${hundredths(width)}`).join('')

const hundredths = (length: number) => Math.round(length * 100) / 100

/**
 * An invisible shift. Chromium 143 puts elements that are scaled but not shifted into a group of their own, which confuses
 * readers of tagged PDF and makes the file half as large again. Units: px on paper.
 */
const transformShift = 0.01

/** Returns the styles of one handout: the size of its sheets, the scale of its slides, the colours on white paper. */
function sheetCss({ colors }: LaidOutDeck, { paper: { width, height }, scale }: Handout): string {
  const onPaper = Object.entries(paperColors(colors)).map(([name, color]) => `--${name}:${color}`)
  return [
    `@page{size:${width}mm ${height}mm;margin:0}`,
    `.sheet{width:${width}mm;height:${height}mm}`,
    `.frame>.slide{transform:translate(${transformShift}px,0) scale(${scale.toFixed(6)})}`,
    `.paper{${onPaper.join(';')}}`,
  ].join('\n')
}
