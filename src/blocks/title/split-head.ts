import type { Paragraph, TextSpan } from '../../model/text.ts'

/** More than any title region can hold. */
const most = { lines: 100, characters: 5_000 }

/**
 * Divides a title that no region can hold.
 *
 * Shape: `tail` is empty if the title is short; else it begins with the rest of the last paragraph of `head`, which may be
 *        an empty paragraph.
 */
export function splitHead(all: readonly Paragraph[]): { head: readonly Paragraph[]; tail: readonly Paragraph[] } {
  let characters = 0
  for (const [i, paragraph] of all.entries()) {
    const length = paragraph.spans.reduce((sum, { text }) => sum + text.length, 0)
    if (characters + length > most.characters) {
      const [begin, rest] = splitParagraph(paragraph, most.characters - characters)
      return { head: [...all.slice(0, i), begin], tail: [rest, ...all.slice(i + 1)] }
    }
    if (i + 1 === most.lines && i + 1 < all.length)
      return { head: all.slice(0, i + 1), tail: [{ ...paragraph, spans: [] }, ...all.slice(i + 1)] }
    characters += length
  }
  return { head: all, tail: [] }
}

/** Joins what is left of `head` with `tail`. */
export function rejoin(rest: readonly Paragraph[], [first, ...more]: readonly Paragraph[]): Paragraph[] {
  const last = rest.at(-1)!
  return [...rest.slice(0, -1), { ...last, spans: [...last.spans, ...first!.spans] }, ...more]
}

/** Divides a paragraph before a space near an offset, else at the offset, but not inside a character. */
function splitParagraph(paragraph: Paragraph, at: number): [Paragraph, Paragraph] {
  const text = paragraph.spans.map((span) => span.text).join('')
  const space = text.lastIndexOf(' ', at)
  const isPair = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1))
  const cut = space > 0 ? space : isPair ? at - 1 : at
  const begin: TextSpan[] = []
  const rest: TextSpan[] = []
  let start = 0
  for (const span of paragraph.spans) {
    const inside = Math.min(Math.max(cut - start, 0), span.text.length)
    if (inside > 0) begin.push({ ...span, text: span.text.slice(0, inside) })
    if (inside < span.text.length) rest.push({ ...span, text: span.text.slice(inside) })
    start += span.text.length
  }
  return [
    { ...paragraph, spans: begin },
    { ...paragraph, spans: rest },
  ]
}
