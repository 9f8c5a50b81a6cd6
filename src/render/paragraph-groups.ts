import type { FittedLine, FittedPage, FittedParagraph } from '../model/fitted.ts'
import type { AtomicCss } from './atomic-css.ts'

/** The level of a heading inside a text. */
export type HeadingLevel = 2 | 3

/** The view of a paragraph for its template. */
interface ParagraphView {
  tag: 'p' | 'h2' | 'h3' | 'li'
  classes: string
  marker: string
  lines: readonly FittedLine[]
}

/** A group of paragraphs: adjacent items form one list, which has the space above its first item. */
export interface ParagraphGroup {
  list: boolean
  classes: string
  paragraphs: ParagraphView[]
}

const tags = { paragraph: 'p', numbered: 'p', item: 'li' } as const

/**
 * Groups the paragraphs of a page into lists and other paragraphs, and converts their positions to margins. `level` is that
 * of headings inside the text, one below the title of the page.
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

/** Returns the view of a paragraph. One that continues from the previous page has no heading tag and no bullet. */
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
