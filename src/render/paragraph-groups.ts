import type { FittedLine, FittedPage, FittedParagraph } from '../model/fitted.ts'
import type { AtomicCss } from './atomic-css.ts'

/** The level of a heading inside a text. */
export type HeadingLevel = 2 | 3

/** The view of a paragraph for its template. */
export interface ParagraphView {
  tag: 'p' | 'h2' | 'h3' | 'li'
  classes: string
  marker: string
  lines: readonly FittedLine[]
  /** The lists of the next level; absent if there are none. The helper `lines` renders them. */
  lists?: ParagraphGroup[]
}

/** A group of paragraphs: adjacent items form one list, which has the space above its first item. */
export interface ParagraphGroup {
  list: boolean
  /** The element of the list; null if it is none. */
  tag: 'ul' | 'ol' | null
  classes: string
  paragraphs: ParagraphView[]
}

const tags = { paragraph: 'p', numbered: 'li', item: 'li' } as const
const listTags = { paragraph: null, heading: null, numbered: 'ol', item: 'ul' } as const

/** An item that deeper items may follow. */
interface OpenItem {
  view: ParagraphView
  level: number
  indent: number
}

/**
 * Groups the paragraphs of a page into lists, those of further levels inside the item above them, and other paragraphs,
 * and converts their positions to margins. `level` is that of headings inside the text, one below the title of the page.
 */
export function groupParagraphs(
  { paragraphs }: FittedPage,
  lineHeight: number,
  atoms: AtomicCss,
  level: HeadingLevel = 3,
): ParagraphGroup[] {
  const result: ParagraphGroup[] = []
  const open: OpenItem[] = []
  let bottom = 0
  for (const paragraph of paragraphs) {
    const space = paragraph.y === bottom ? [] : [atoms.of('m', paragraph.y - bottom)]
    bottom = paragraph.y + paragraph.lines.length * lineHeight
    const tag = listTags[paragraph.kind]
    const depth = tag ? (paragraph.level ?? 0) : -1
    while (open.length > 0 && open.at(-1)!.level >= depth) open.pop()
    const parent = tag ? open.at(-1) : undefined
    const groups = parent ? (parent.view.lists ??= []) : result
    const last = groups.at(-1)
    const joins = tag !== null && last?.tag === tag
    const from = parent?.indent ?? paragraph.start ?? 0
    const view = paragraphView(paragraph, from, tag && !joins ? [] : space, atoms, level)
    // An item that a page begins with has no item above it to stand in.
    if (!parent && from > 0) view.classes += ` ${atoms.of('a', from)}`
    if (joins) last.paragraphs.push(view)
    else groups.push({ list: tag !== null, tag, classes: tag ? space.join(' ') : '', paragraphs: [view] })
    if (tag) open.push({ view, level: depth, indent: paragraph.indent })
  }
  return result
}

/**
 * Returns the view of a paragraph. One that continues from the previous page has no heading tag and no bullet, nor has one with a
 * sign of its own a bullet. `from` is
 * the left edge of the list around it.
 */
function paragraphView(
  paragraph: FittedParagraph,
  from: number,
  space: readonly string[],
  atoms: AtomicCss,
  level: HeadingLevel,
): ParagraphView {
  const { kind, marker, indent, markerX, continued, repeated, lines } = paragraph
  const classes = [...space]
  if (repeated) classes.push('repeated')
  if (indent !== from) classes.push(atoms.of('i', indent - from))
  if (kind === 'item') classes.push(continued ? 'continued' : marker === '' ? atoms.of('j', markerX) : 'signed')
  const tag = kind !== 'heading' ? tags[kind] : continued ? 'p' : (`h${level}` as const)
  return { tag, classes: classes.join(' '), marker, lines }
}
