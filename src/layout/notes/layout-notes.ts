import type { Fitter } from '../../model/fitted.ts'
import type { LaidOutDeck, PlacedBox } from '../../model/laid-out.ts'
import type { NotesPage } from '../../model/notes-page.ts'
import type { Box } from '../../model/theme.ts'
import type { PrintWords } from '../../model/words.ts'
import { parsePlainParagraphs } from '../../typeset/parse-paragraphs.ts'
import { paperBox, paperParagraph, typesetOnPaper } from '../paper-text.ts'

/** Sizes of the heading and the notes. Units: px on the stage, largest first. */
const sizes = { heading: [24], text: [28, 26, 24, 22, 20] }

/** Units: px on the stage. */
const spacing = { top: 48, beforeRule: 12, afterRule: 28, bottom: 48 }

/** What notes are laid out with. */
export interface NotesContext {
  fitter: Fitter
  words: PrintWords
}

/**
 * Lays out the speaker notes of a slide on pages of the size of the stage. Long notes take several pages; without notes
 * there are none. `index` is that of the slide's first page.
 */
export function layoutNotes(deck: LaidOutDeck, index: number, { fitter, words }: NotesContext): NotesPage[] {
  const { notes, slide } = deck.pages[index]!
  const paragraphs = notes ? parsePlainParagraphs(notes.text) : []
  if (!notes || paragraphs.length === 0) return []

  const context = { fitter, theme: deck.theme }
  const area = notesArea(deck)
  const heading = paperParagraph(words.notesOf.replace('{x}', String(index + 1)), { bold: true })
  const head = typesetOnPaper({ paragraphs: [heading], lang: deck.lang, sizes: sizes.heading }, area, area, context)
  const headBox = paperBox(head, 0, area, 'notes-head', deck.lang)
  const rule = { x: area.x, y: area.y + headBox.height + spacing.beforeRule, width: area.width, height: 1 }
  const top = rule.y + spacing.afterRule
  const column = { ...area, y: top, height: area.y + area.height - top }
  const text = typesetOnPaper({ paragraphs, lang: notes.lang, sizes: sizes.text }, column, column, context)
  return text.pages.map((_, i): NotesPage => {
    const first = i === 0 ? asHeading(headBox) : headBox
    return { slide, lang: deck.lang, boxes: [first, paperBox(text, i, column, 'notes-text', notes.lang)], rule }
  })
}

/** The stage without the side margins of the theme. */
function notesArea({ stage, theme, aspect }: LaidOutDeck): Box {
  const x = theme.aspects[aspect]?.layouts.text?.regions.title?.x ?? spacing.top
  return { x, y: spacing.top, width: stage.width - 2 * x, height: stage.height - spacing.top - spacing.bottom }
}

const asHeading = (box: PlacedBox): PlacedBox => ({ ...box, view: { ...(box.view as object), heading: 2 } })
