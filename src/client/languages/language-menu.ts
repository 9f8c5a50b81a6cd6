import type { PageLanguage } from '../../model/wire/page-data.ts'
import { element, setLabel, svgElement } from '../parts/element.ts'
import { commandForKey } from '../show/keys.ts'

const outline =
  'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c3 2.5 4 5.5 4 9s-1 6.5-4 9M12 3c-3 2.5-4 5.5-4 9s1 6.5 4 9'

/** Creates the picture of a globe, which stands for languages. */
export const makeGlobe = (): SVGSVGElement =>
  svgElement(
    'svg',
    { viewBox: '0 0 24 24', class: 'ui-icon', 'aria-hidden': 'true', focusable: 'false' },
    svgElement('path', { d: outline }),
  )

/** Options of `makeLanguageMenu`. */
export interface LanguageMenuOptions {
  languages: readonly PageLanguage[]
  shown: string
  /** The name of the button. */
  label: string
  choose(tag: string): void
}

/** Creates a button with a menu of languages above it, each in its own words. */
export function makeLanguageMenu({ languages, shown, label, choose }: LanguageMenuOptions): HTMLElement {
  const opener = element('button', { type: 'button', class: 'ui-tool', 'aria-haspopup': 'menu' })
  opener.append(makeGlobe())
  setLabel(opener, label)
  const items = languages.map(({ tag, name }) => {
    const checked = `${tag === shown}`
    const item = element('button', { type: 'button', role: 'menuitemradio', 'aria-checked': checked, lang: tag }, name)
    item.tabIndex = -1
    item.addEventListener('click', () => {
      close()
      if (tag !== shown) choose(tag)
    })
    return item
  })
  const list = element('div', { class: 'ui-language-list', role: 'menu', 'aria-label': label }, ...items)
  list.hidden = true
  const part = element('span', { class: 'ui-languages' }, opener, list)
  const set = (open: boolean) => {
    list.hidden = !open
    opener.setAttribute('aria-expanded', `${open}`)
    part.closest('.ui-toolbar')?.classList.toggle('ui-choosing', open)
  }
  const close = () => {
    const hadFocus = list.contains(document.activeElement)
    set(false)
    if (hadFocus) opener.focus()
  }
  set(false)
  opener.addEventListener('click', () => {
    set(Boolean(list.hidden))
    if (!list.hidden) items[languages.findIndex(({ tag }) => tag === shown)]?.focus()
  })
  part.addEventListener('focusout', ({ relatedTarget }) => {
    if (!part.contains(relatedTarget as Node | null)) set(false)
  })
  part.addEventListener('keydown', (event) => {
    if (list.hidden || commandForKey(event)?.command === 'language') return
    event.stopPropagation()
    if (event.code === 'Escape') close()
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.code]
    if (step === undefined) return
    event.preventDefault()
    const at = items.indexOf(document.activeElement as HTMLButtonElement)
    items[(at + step + items.length) % items.length]?.focus()
  })
  return part
}
