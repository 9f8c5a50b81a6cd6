import { plainParagraphs } from '../blocks/text/paragraphs.ts'
import type { FittedText, Fitter } from '../model/fitted.ts'
import type { LaidOutDeck, PlacedBox } from '../model/laid-out.ts'
import type { Lang } from '../model/lang.ts'
import type { NotesPage } from '../model/notes.ts'
import type { Paragraph } from '../model/text.ts'
import type { Box, Stage, TextStyle, Theme } from '../model/theme.ts'
import type { PrintWords } from '../model/words.ts'

/** Sizes of the heading and of the notes themselves. Units: px on the stage, largest first. */
const sizes = { heading: [24], text: [28, 26, 24, 22, 20] }

/** Units: px on the stage. */
const space = { top: 48, beforeRule: 12, afterRule: 28, bottom: 48 }

export interface NotesTools {
  fitter: Fitter
  words: PrintWords
}

/**
 * The speaker notes of a slide as pages as large as the stage, whole: long ones take several. `index` is that of the
 * slide's first page. None where the slide has no notes.
 */
export function layoutNotes(deck: LaidOutDeck, index: number, tools: NotesTools): NotesPage[] {
  const { notes, slide } = deck.pages[index]!
  const paragraphs = notes ? plainParagraphs(notes.text) : []
  if (!notes || paragraphs.length === 0) return []

  const room = roomOf(deck)
  const heading = headingOf(tools.words.notesOf.replace('{x}', String(index + 1)))
  const head = set([heading], sizes.heading, deck.lang, room, deck.theme, tools)
  const headBox = boxOf(head, 0, room, 'notes-head', deck.lang)
  const rule = { x: room.x, y: room.y + headBox.height + space.beforeRule, width: room.width, height: 1 }
  const top = rule.y + space.afterRule
  const column = { ...room, y: top, height: room.y + room.height - top }
  const text = set(paragraphs, sizes.text, notes.lang, column, deck.theme, tools)
  return text.pages.map((_, i): NotesPage => {
    const first = i === 0 ? asHeading(headBox) : headBox
    return { slide, lang: deck.lang, boxes: [first, boxOf(text, i, column, 'notes-text', notes.lang)], rule }
  })
}

/** The stage less the margins that the theme keeps at its sides. */
function roomOf({ stage, theme, aspect }: LaidOutDeck): Box {
  const x = theme.aspects[aspect]?.layouts.text?.regions.title?.x ?? space.top
  return { x, y: space.top, width: stage.width - 2 * x, height: stage.height - space.top - space.bottom }
}

const headingOf = (text: string): Paragraph => ({
  kind: 'paragraph',
  marker: '',
  spans: [{ text, bold: true, italic: false, href: null }],
})

function set(
  paragraphs: readonly Paragraph[],
  wanted: readonly number[],
  lang: Lang,
  { width, height }: Stage,
  theme: Theme,
  { fitter }: NotesTools,
): FittedText {
  const room = { width, height }
  return fitter.fit({ paragraphs, style: styleOf(theme, wanted), first: room, next: room, pages: 'auto', lang })
}

/** The style of a deck's texts at sizes of its own. Errors: a theme without a style `body` is a bug. */
function styleOf({ styles, id }: Theme, wanted: readonly number[]): TextStyle {
  const { body } = styles
  if (!body) throw new Error(`Theme ${id} has no style "body"`)
  return { ...body, sizes: wanted, grid: 1, letterSpacing: 0, maxLines: null, balance: false }
}

function boxOf(text: FittedText, index: number, at: Box, region: string, lang: Lang): PlacedBox {
  const { lineHeight, size } = text
  const page = text.pages[index]!
  const view = { style: 'body', heading: null, lang, size, lineHeight, page, suffix: null }
  return { x: at.x, y: at.y, width: at.width, height: page.height, region, template: 'text', view }
}

const asHeading = (box: PlacedBox): PlacedBox => ({ ...box, view: { ...(box.view as object), heading: 2 } })
