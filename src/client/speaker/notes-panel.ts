import type { PageWords } from '../../model/words.ts'
import { button, element } from '../parts/element.ts'
import { readLocal, writeLocal } from '../parts/storage.ts'

/** The font sizes of the notes. Units: px. */
const sizes = [18, 22, 26, 30, 36, 44, 54]
const defaultIndex = 2

/**
 * Creates the panel of the notes, with buttons for the font size, which the browser remembers. `show` gets the language of
 * the notes, unless they say it.
 */
export function makeNotesPanel(words: PageWords): { part: HTMLElement; show(slide: HTMLElement, lang: string): void } {
  const labels = words.speaker
  let at = sizes.indexOf(Number(readLocal('notes-size')))
  if (at < 0) at = defaultIndex
  let shown: HTMLElement | undefined
  const text = element('div', { class: 'ui-notes-text', tabindex: '0' })
  const resize = (step: number) => {
    at = Math.min(Math.max(at + step, 0), sizes.length - 1)
    text.style.fontSize = `${sizes[at]}px`
    smaller.disabled = at === 0
    larger.disabled = at === sizes.length - 1
    fade()
    if (step !== 0) writeLocal('notes-size', `${sizes[at]}`)
  }
  // What is below shows that it is there.
  const fade = () => {
    const below = text.scrollHeight - text.clientHeight - text.scrollTop
    text.classList.toggle('ui-more', below > 8)
  }
  text.addEventListener('scroll', fade, { passive: true })
  let watcher: ResizeObserver | undefined
  // That of the window in which the panel stands now: another one's would stop the frames of this one.
  const watch = () => {
    if (watcher) return
    watcher = new (text.ownerDocument.defaultView ?? window).ResizeObserver(fade)
    watcher.observe(text)
  }
  const letter = (className: string) => element('span', { class: className }, 'A')
  const smaller = button(letter('ui-small'), labels.smaller, 'ui-round', () => resize(-1))
  const larger = button(letter('ui-large'), labels.larger, 'ui-round', () => resize(1))
  resize(0)
  const head = element('header', {}, element('h2', { class: 'ui-label' }, labels.notes), smaller, larger)
  return {
    part: element('section', { class: 'ui-notes' }, head, text),
    show: (slide, lang) => {
      const notes = slide.querySelector<HTMLElement>('.notes')
      const copies = [...(notes?.childNodes ?? [])].map((node) => node.cloneNode(true))
      text.lang = notes?.lang || slide.lang || lang
      text.classList.toggle('ui-empty', copies.length === 0)
      text.replaceChildren(...(copies.length > 0 ? copies : [labels.noNotes]))
      if (slide !== shown) text.scrollTop = 0
      fade()
      watch()
      shown = slide
    },
  }
}
