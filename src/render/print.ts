import { styles } from '#generated/styles.js'
import type { LaidOutDeck } from '../model/laid-out.ts'
import type { NotesPage } from '../model/notes.ts'
import type { PageWords } from '../model/words.ts'
import { Atoms } from './atoms.ts'
import { printPolicy } from './csp.ts'
import { Shapes } from './drawing.ts'
import { ornamentOf } from './ornament.ts'
import { Pictures } from './pictures.ts'
import { pageId, renderSlide } from './slide.ts'
import { createDrawing, type Drawing } from './templates.ts'
import { fontsCss, type PageFont, themeCss } from './theme-css.ts'

/** What is printed of a deck, and with what. */
export interface PrintParts {
  fonts: readonly PageFont[]
  words: Pick<PageWords, 'slideOf'>
  /** In their order: slides by the index of their page, and pages of notes. */
  sheets: readonly (number | NotesPage)[]
}

/**
 * A deck as the page that a PDF of its slides is printed from: static HTML without a script, one page of paper a slide, the
 * very slides that the browser shows. Links to slides that are not printed are plain text.
 */
export function renderPrint(deck: LaidOutDeck, { fonts, words, sheets }: PrintParts): string {
  const shown = sheets.filter((sheet) => typeof sheet === 'number')
  return renderPaper(deck, { fonts, shown, style: '' }, (drawing) =>
    sheets.map((sheet) =>
      typeof sheet === 'number'
        ? renderSlide(deck, sheet, drawing, { notes: false, words, paged: true })
        : renderNotes(sheet, deck, drawing),
    ),
  )
}

/** What a page that is printed is made of besides what is drawn. */
export interface PaperParts extends Pick<PrintParts, 'fonts'> {
  /** The pages whose slides it has. */
  shown: readonly number[]
  /** A style sheet after those of slides and theme. */
  style: string
}

/** A page to print: static HTML without a script, with the sheets of paper that `draw` gives. */
export function renderPaper(
  deck: LaidOutDeck,
  { fonts, shown, style: own }: PaperParts,
  draw: (drawing: Drawing) => readonly string[],
): string {
  const atoms = new Atoms()
  const pictures = new Pictures()
  const shapes = new Shapes()
  const printed = new Set(shown)
  const pageIds = deck.pages.map((page, index) => (printed.has(index) ? pageId(page) : undefined))
  const drawing = createDrawing({ theme: deck.theme, atoms, pictures, shapes, pageIds })
  const sheets = draw(drawing)
  const style = [
    ...[fontsCss(fonts), styles.slide, styles.print, themeCss(deck), deck.theme.css, own],
    ...[pictures.css('content'), atoms.css()],
  ].join('\n')
  const view = {
    lang: deck.lang,
    policy: printPolicy(style),
    title: deck.title,
    style,
    ornament: ornamentOf(deck),
    shapes: shapes.html(),
    sheets: pictures.inline(unmarked(sheets.join(''))),
  }
  return drawing.draw('print', view, deck.lang)
}

/** Emphasis is for the eye: Chromium tags it with types that only PDF 2.0 knows, and readers of its PDF 1.4 skip them. */
const unmarked = (html: string) => html.replace(/<(strong|em)>/g, '<$1 role="none">')

const renderNotes = (page: NotesPage, deck: LaidOutDeck, drawing: Drawing): string =>
  drawing.draw('notes', page, deck.lang, 3)
