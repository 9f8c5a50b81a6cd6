import type { FindingPlace, FindingsView, FindingView, ServeWords } from '../../model/wire/serve-pages.ts'
import { button, element, setLabel } from '../parts/element.ts'
import { icon } from '../parts/icons.ts'

/** The actions of the panel. */
export interface PanelActions {
  /** Goes to a slide by its number in the source; null if the page has no slides. */
  goTo: ((slide: number) => void) | null
}

/**
 * Creates the panel of findings. It opens by itself if the file has errors. If it was closed, or if there are only warnings,
 * a badge is shown instead. Returns the function to call with new findings.
 */
export function makeFindingsPanel(words: ServeWords, { goTo }: PanelActions): (findings: FindingsView) => void {
  const text = words.findings
  const title = element('h2', {}, text.title)
  const summary = element('p', { class: 'ui-found-summary' })
  const stale = element('p', { class: 'ui-found-stale' })
  const copied = element('p', { class: 'ui-live', role: 'status' })
  const list = element('ol', { class: 'ui-found-list' })
  const hidden = element('p', { class: 'ui-found-hidden' })
  const closer = button(icon('close'), words.close, 'ui-close', () => setOpen(false))
  const panel = element(
    'aside',
    { class: 'ui-found', lang: words.lang, 'aria-label': text.title },
    element('header', {}, title, summary, closer),
    element('div', { class: 'ui-found-body', tabindex: '-1' }, stale, list, hidden),
    copied,
  )
  const badge = element('button', { type: 'button', class: 'ui-badge', lang: words.lang })
  badge.addEventListener('click', () => {
    setOpen(true)
    closer.focus()
  })
  panel.hidden = true
  badge.hidden = true
  document.body.append(panel, badge)

  let current: FindingsView | null = null
  const setOpen = (open: boolean) => {
    panel.hidden = !open
    if (open) for (const frame of list.querySelectorAll('pre')) scrollToMark(frame)
    badge.hidden = open || !current || current.problemCount === 0
  }
  panel.addEventListener('keydown', (event) => {
    event.stopPropagation()
    if (event.code !== 'Escape') return
    setOpen(false)
    badge.focus()
  })
  const copy = (place: string) => {
    copyText(place)
    copied.textContent = text.copied.replace('{x}', place)
  }
  return (findings) => {
    const before = current
    current = findings
    panel.dataset.severity = findings.severity ?? ''
    badge.dataset.severity = findings.severity ?? ''
    badge.textContent = `${findings.problemCount}`
    setLabel(badge, text.open.replace('{x}', findings.summary))
    summary.textContent = findings.summary
    stale.textContent = findings.stale ? (goTo ? text.stale : text.waiting) : ''
    stale.hidden = !findings.stale
    hidden.textContent = findings.hidden
    hidden.hidden = findings.hidden === ''
    list.replaceChildren(...findings.list.map((one) => findingItem(one, text, copy, goTo)))
    // A panel that the user closed stays closed until new errors appear; one that the user opened stays open while there
    // are findings.
    const hasNewErrors = findings.stale && !before?.stale
    setOpen(hasNewErrors || (!panel.hidden && findings.list.length > 0 && !(before?.stale && !findings.stale)))
  }
}

function findingItem(
  { also, code, frame, label, message, places, severity }: FindingView,
  text: ServeWords['findings'],
  copy: (place: string) => void,
  goTo: PanelActions['goTo'],
): HTMLElement {
  const item = element('li', { 'data-severity': severity })
  item.append(
    element(
      'p',
      { class: 'ui-found-message' },
      element('strong', {}, label),
      ' ',
      ...withCode(message),
      ' ',
      element('code', { class: 'ui-found-code' }, code),
    ),
  )
  if (frame !== '') item.append(element('pre', { lang: '' }, frame))
  item.append(...places.map((place) => placeRow(place, text, copy, goTo)))
  if (also !== '') item.append(element('p', { class: 'ui-found-row' }, also))
  return item
}

/** The links of one place: to copy it, to open it in an editor, to go to its slide. */
function placeRow(
  { editor, place, slide }: FindingPlace,
  text: ServeWords['findings'],
  copy: (place: string) => void,
  goTo: PanelActions['goTo'],
): HTMLElement {
  const row = element('p', { class: 'ui-found-row' })
  const copier = element('button', { type: 'button', class: 'ui-found-place', title: text.copy }, place)
  copier.addEventListener('click', () => {
    copy(place)
    copier.classList.add('ui-was-copied')
    copier.addEventListener('animationend', () => copier.classList.remove('ui-was-copied'), { once: true })
  })
  row.append(copier)
  if (editor !== null) row.append(element('a', { href: editor }, text.editor))
  if (slide !== null && goTo) {
    const button = element('button', { type: 'button', class: 'ui-found-slide' }, slide.label)
    button.addEventListener('click', () => goTo(slide.number))
    row.append(button)
  }
  return row
}

/** Returns a sentence with the parts between backticks as `<code>` elements. */
const withCode = (sentence: string): (Node | string)[] =>
  sentence.split(/`([^`]+)`/).map((part, i) => (i % 2 === 1 ? element('code', {}, part) : part))

/** Scrolls a wide code frame to its mark. */
function scrollToMark(frame: HTMLElement): void {
  const lines = (frame.textContent ?? '').split('\n')
  const at = lines.find((line) => /^ *\| +\^/.test(line))?.indexOf('^') ?? 0
  const longest = Math.max(...lines.map((line) => line.length))
  // Two thirds of the visible part are before the mark.
  frame.scrollLeft = (at / longest) * frame.scrollWidth - (frame.clientWidth * 2) / 3
}

/** Copies a text. A page from another machine has no clipboard API (it has no HTTPS): there, a selection is copied. */
function copyText(text: string): void {
  const copySelection = () => {
    const field = element('textarea', { class: 'ui-live', readonly: '' }, text)
    const focused = document.activeElement as HTMLElement | null
    document.body.append(field)
    field.select()
    document.execCommand('copy')
    field.remove()
    focused?.focus()
  }
  if (navigator.clipboard) navigator.clipboard.writeText(text).catch(copySelection)
  else copySelection()
}
