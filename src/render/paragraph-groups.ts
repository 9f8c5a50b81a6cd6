import type { FittedLine, FittedPage, FittedParagraph } from '../model/fitted.ts'
import type { AtomicCss } from './atomic-css.ts'

/** Level of a heading inside a text. */
export type HeadingLevel = 2 | 3

/** A paragraph as its template draws it. */
interface ParagraphView {
  tag: 'p' | 'h2' | 'h3' | 'li'
  classes: string
  marker: string
  lines: readonly FittedLine[]
}

/** Paragraphs as HTML groups them: neighbouring items are one list, which has the space above its first item. */
export interface ParagraphGroup {
  list: boolean
  classes: string
  paragraphs: ParagraphView[]
}

const tags = { paragraph: 'p', numbered: 'p', item: 'li' } as const

/**
 * Turns the heights at which the paragraphs of a page stand into spaces between them, and items into lists. `level` is that
 * of headings: one below the title they stand under.
 */
export function groupParagraphs(
  { paragraphs }: FittedPage,
  lineHeight: number,
  atoms: AtomicCss,
  level: HeadingLevel = 3,
): ParagraphGroup[] {
  const result: ParagraphGroup[] = []
  let bottom = 0
  for (const paragraph of paragraphs) {
    const space = paragraph.y === bottom ? [] : [atoms.of('m', paragraph.y - bottom)]
    bottom = paragraph.y + paragraph.lines.length * lineHeight
    const list = paragraph.kind === 'item'
    const last = result.at(-1)
    if (list && last?.list) last.paragraphs.push(paragraphView(paragraph, space, atoms, level))
    else if (list)
      result.push({ list, classes: space.join(' '), paragraphs: [paragraphView(paragraph, [], atoms, level)] })
    else result.push({ list, classes: '', paragraphs: [paragraphView(paragraph, space, atoms, level)] })
  }
  return result
}

/** What goes on from an earlier page has neither a heading nor a bullet of its own. */
function paragraphView(
  paragraph: FittedParagraph,
  space: readonly string[],
  atoms: AtomicCss,
  level: HeadingLevel,
): ParagraphView {
  const { kind, marker, indent, markerX, continued, lines } = paragraph
  const classes = [...space]
  if (indent !== 0) classes.push(atoms.of('i', indent))
  if (kind === 'item') classes.push(continued ? 'continued' : atoms.of('j', markerX))
  const tag = kind !== 'heading' ? tags[kind] : continued ? 'p' : (`h${level}` as const)
  return { tag, classes: classes.join(' '), marker, lines }
}
