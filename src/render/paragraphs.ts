import type { FittedPage, FittedParagraph } from '../model/fitted.ts'

/** A paragraph with its element and the space above it. Units: px. */
type Spaced = FittedParagraph & { tag: 'p' | 'h3' | 'li'; gap: number }

/** Paragraphs as HTML has them: neighbouring items are one list, which has the space above its first item. */
export interface Group {
  list: boolean
  gap: number
  paragraphs: Spaced[]
}

const tags = { paragraph: 'p', numbered: 'p', heading: 'h3', item: 'li' } as const

/** Turns the heights at which the paragraphs of a page stand into spaces between them, and items into lists. */
export function groups({ paragraphs }: FittedPage, lineHeight: number): Group[] {
  const result: Group[] = []
  let bottom = 0
  for (const paragraph of paragraphs) {
    const gap = paragraph.y - bottom
    bottom = paragraph.y + paragraph.lines.length * lineHeight
    const list = paragraph.kind === 'item'
    const last = result.at(-1)
    const tag = paragraph.kind === 'heading' && paragraph.continued ? 'p' : tags[paragraph.kind]
    if (list && last?.list) last.paragraphs.push({ ...paragraph, tag, gap })
    else result.push({ list, gap, paragraphs: [{ ...paragraph, tag, gap: list ? 0 : gap }] })
  }
  return result
}
