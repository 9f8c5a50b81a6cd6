import type { FindingsView, FindingView, ServeWords } from '../../model/wire/serve-pages.ts'
import { button, element } from '../parts/element.ts'
import { icon } from '../parts/icons.ts'

/** What the panel asks of the page. */
export interface PanelEvents {
  /** Goes to a slide, by its number in the source; null where there are no slides to go to. */
  goTo: ((slide: number) => void) | null
}

/**
 * The panel of findings. It comes by itself where the file cannot be shown, a small sign stands in its place where it was
 * closed or where there are warnings only, and where there is nothing to say, there is nothing. Gives what is to be told.
 */
export function makeFindingsPanel(words: ServeWords, { goTo }: PanelEvents): (findings: FindingsView) => void {
  const say = words.findings
  const title = element('h2', {}, say.title)
  const summary = element('p', { class: 'ui-found-summary' })
  const stale = element('p', { class: 'ui-found-stale' })
  const copied = element('p', { class: 'ui-live', role: 'status' })
  const list = element('ol', { class: 'ui-found-list' })
  const hidden = element('p', { class: 'ui-found-hidden' })
  const closer = button(icon('close'), words.close, 'ui-close', () => open(false))
  const panel = element(
    'aside',
    { class: 'ui-found', lang: words.lang, 'aria-label': say.title },
    element('header', {}, title, summary, closer),
    element('div', { class: 'ui-found-body', tabindex: '-1' }, stale, list, hidden),
    copied,
  )
  const badge = element('button', { type: 'button', class: 'ui-badge', lang: words.lang })
  badge.addEventListener('click', () => {
    open(true)
    closer.focus()
  })
  panel.hidden = true
  badge.hidden = true
  document.body.append(panel, badge)

  let now: FindingsView | null = null
  const open = (wanted: boolean) => {
    panel.hidden = !wanted
    if (wanted) for (const frame of list.querySelectorAll('pre')) scrollToMark(frame)
    badge.hidden = wanted || !now || now.problemCount === 0
  }
  panel.addEventListener('keydown', (event) => {
    event.stopPropagation()
    if (event.code !== 'Escape') return
    open(false)
    badge.focus()
  })
  const copy = (place: string) => {
    copyText(place)
    copied.textContent = say.copied.replace('{x}', place)
  }
  return (findings) => {
    const before = now
    now = findings
    panel.dataset.severity = findings.severity ?? ''
    badge.dataset.severity = findings.severity ?? ''
    badge.textContent = `${findings.problemCount}`
    badge.title = say.open.replace('{x}', findings.summary)
    badge.setAttribute('aria-label', badge.title)
    summary.textContent = findings.summary
    stale.textContent = findings.stale ? (goTo ? say.stale : say.waiting) : ''
    stale.hidden = !findings.stale
    hidden.textContent = findings.hidden
    hidden.hidden = findings.hidden === ''
    list.replaceChildren(...findings.list.map((one) => findingItem(one, say, copy, goTo)))
    // What someone closed stays closed until there is another reason; what someone opened stays while there is anything.
    const bad = findings.stale && !before?.stale
    open(bad || (!panel.hidden && findings.list.length > 0 && !(before?.stale && !findings.stale)))
  }
}

function findingItem(
  { code, editor, frame, label, message, place, severity, slide }: FindingView,
  say: ServeWords['findings'],
  copy: (place: string) => void,
  goTo: PanelEvents['goTo'],
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
  const row = element('p', { class: 'ui-found-row' })
  if (place !== '') {
    const button = element('button', { type: 'button', class: 'ui-found-place', title: say.copy }, place)
    button.addEventListener('click', () => {
      copy(place)
      button.classList.add('ui-was-copied')
      button.addEventListener('animationend', () => button.classList.remove('ui-was-copied'), { once: true })
    })
    row.append(button)
  }
  if (editor !== null) row.append(element('a', { href: editor }, say.editor))
  if (slide !== null && goTo) {
    const button = element('button', { type: 'button', class: 'ui-found-slide' }, slide.label)
    button.addEventListener('click', () => goTo(slide.number))
    row.append(button)
  }
  if (row.childElementCount > 0) item.append(row)
  return item
}

/** A sentence with what stands between backticks set as code. */
const withCode = (sentence: string): (Node | string)[] =>
  sentence.split(/`([^`]+)`/).map((part, i) => (i % 2 === 1 ? element('code', {}, part) : part))

/** Scrolls a frame that is wider than the page to the mark below its line. */
function scrollToMark(frame: HTMLElement): void {
  const lines = (frame.textContent ?? '').split('\n')
  const at = lines.find((line) => /^ *\| +\^/.test(line))?.indexOf('^') ?? 0
  const longest = Math.max(...lines.map((line) => line.length))
  // Two thirds of what is seen lie before the mark.
  frame.scrollLeft = (at / longest) * frame.scrollWidth - (frame.clientWidth * 2) / 3
}

/** A page of another machine's address may not use the clipboard: there a selection is copied, as by hand. */
function copyText(text: string): void {
  const byHand = () => {
    const field = element('textarea', { class: 'ui-live', readonly: '' }, text)
    const focused = document.activeElement as HTMLElement | null
    document.body.append(field)
    field.select()
    document.execCommand('copy')
    field.remove()
    focused?.focus()
  }
  if (navigator.clipboard) navigator.clipboard.writeText(text).catch(byHand)
  else byHand()
}
