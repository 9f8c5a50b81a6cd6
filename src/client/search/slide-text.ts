import type { SearchText } from './finder.ts'

/** Elements that separate texts. */
const blocks = /^(?:P|LI|UL|H[1-6]|DIV|FIGURE|FIGCAPTION|SECTION|TEXT|TITLE|DESC)$/i

/** Boxes with the same text on every slide, or only the slide number. */
const repeated = '.box.footer, .box.page'

/** Returns the text of a slide in one line, including the alternative texts of pictures. */
export function searchTextOf(slide: HTMLElement, withNotes: boolean): SearchText {
  const notes = slide.querySelector<HTMLElement>(':scope > .notes')
  return { slide: textIn(slide, notes), notes: withNotes && notes ? textIn(notes, null) : '' }
}

function textIn(root: Element, skipped: Element | null): string {
  let text = ''
  const read = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) text += node.textContent ?? ''
    if (node.nodeType !== Node.ELEMENT_NODE || node === skipped) return
    const current = node as Element
    if (current.matches(repeated)) return
    const alt = current.getAttribute('alt')
    if (alt) text += ` ${alt} `
    if (current.localName !== 'style') for (const child of current.childNodes) read(child)
    if (blocks.test(current.localName)) text += ' '
  }
  read(root)
  return text.replace(/\s+/g, ' ').trim()
}
