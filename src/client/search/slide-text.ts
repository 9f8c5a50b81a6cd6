import type { SearchText } from './finder.ts'

/** Elements whose end is the end of a text: what follows is another one. */
const blocks = /^(?:P|LI|UL|H[1-6]|DIV|FIGURE|FIGCAPTION|SECTION|TEXT|TITLE|DESC)$/i

/** Boxes that say the same on every slide, or only its number. */
const repeated = '.box.footer, .box.page'

/** What a slide says, in one line, with the words that pictures are described by. */
export function searchTextOf(slide: HTMLElement, withNotes: boolean): SearchText {
  const notes = slide.querySelector<HTMLElement>(':scope > .notes')
  return { slide: textIn(slide, notes), notes: withNotes && notes ? textIn(notes, null) : '' }
}

function textIn(root: Element, left: Element | null): string {
  let text = ''
  const read = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) text += node.textContent ?? ''
    if (node.nodeType !== Node.ELEMENT_NODE || node === left) return
    const one = node as Element
    if (one.matches(repeated)) return
    const alt = one.getAttribute('alt')
    if (alt) text += ` ${alt} `
    if (one.localName !== 'style') for (const child of one.childNodes) read(child)
    if (blocks.test(one.localName)) text += ' '
  }
  read(root)
  return text.replace(/\s+/g, ' ').trim()
}
