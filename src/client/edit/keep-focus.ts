/** What can have the focus. */
const focusable = 'a[href], button, input, textarea, select, summary, [tabindex]'

/** The parts of the editor: within one of them the focus goes to what is nearest. */
const regions =
  '.ui-edit-message, .ui-edit-conflict, .ui-edit-bar, .ui-edit-slides, .ui-edit-stage, .ui-edit-dock, .ui-edit-panel'

/** An element that has the focus, and what is around it: innermost first, each with its number among what can be focused there. */
interface Held {
  element: HTMLElement
  around: { element: Element; index: number }[]
}

/** So many earlier elements are remembered. */
const maxEarlier = 20

/**
 * Keeps the focus from getting lost: where the element that has it disappears or is switched off, it goes to the one that takes
 * its place, else to what had it before. What moves the focus itself comes first.
 */
export function keepFocus(host: HTMLElement): void {
  let held: Held | null = null
  let isWaiting = false
  const earlier: HTMLElement[] = []
  const restore = () => {
    isWaiting = false
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (!held || !isLost || isUsable(held.element)) return
    const next = nearest(held, host) ?? earlier.findLast(isUsable) ?? host.querySelector<HTMLElement>('[aria-current]')
    next?.focus()
  }
  host.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return
    held = { element: target, around: aroundOf(target, host) }
    earlier.push(target)
    if (earlier.length > maxEarlier) earlier.shift()
  })
  // Who clicks beside everything wants no focus.
  document.addEventListener('pointerdown', ({ target }) => {
    if (!(target instanceof Element && target.closest(focusable))) held = null
  })
  new MutationObserver(() => {
    if (!held || isWaiting || isUsable(held.element)) return
    isWaiting = true
    requestAnimationFrame(() => requestAnimationFrame(restore))
  }).observe(host, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled', 'hidden'] })
}

/** Gives the focus to the next part of the editor, or to the one before: to what had it there, else to the first element. */
export function makeRegionSteps(host: HTMLElement): (step: 1 | -1) => void {
  const latest = new WeakMap<Element, HTMLElement>()
  host.addEventListener('focusin', (event) => {
    const region = (event.target as Element).closest(regions)
    // The source view stands in a shadow root.
    if (region) latest.set(region, event.composedPath()[0] as HTMLElement)
  })
  return (step) => {
    const list = [...host.querySelectorAll(regions)].filter((region) => inside(region).length > 0)
    const at = list.findIndex((region) => region.contains(document.activeElement))
    const next = list.at((Math.max(at, step < 0 ? 0 : -1) + step) % list.length)
    const before = next && latest.get(next)
    if (next) (before && isUsable(before) ? before : inside(next)[0])?.focus()
  }
}

function aroundOf(target: HTMLElement, host: Element): Held['around'] {
  const around: Held['around'] = []
  for (let element = target.parentElement; element && element !== host; element = element.parentElement) {
    around.push({ element, index: inside(element).indexOf(target) })
    if (element.matches(regions)) break
  }
  return around
}

function nearest({ around }: Held, host: Element): HTMLElement | undefined {
  for (const { element, index } of around) {
    const found = [...inside(element), ...inside(fieldAgain(element, host))]
    if (found.length > 0) return found[Math.min(Math.max(index, 0), found.length - 1)]
  }
  return undefined
}

/** The field of the same name, if a field stands elsewhere now. */
const fieldAgain = (element: Element, host: Element): Element | null =>
  element.isConnected || !(element instanceof HTMLElement && element.dataset.path)
    ? null
    : host.querySelector(`[data-path="${CSS.escape(element.dataset.path)}"]`)

/** What the Tab key reaches inside an element, in order. */
const inside = (element: Element | null): HTMLElement[] =>
  [...(element?.querySelectorAll<HTMLElement>(focusable) ?? [])].filter((one) => one.tabIndex >= 0 && isUsable(one))

const isUsable = (element: HTMLElement): boolean =>
  element.isConnected &&
  !element.matches(':disabled, details:not([open]) > :not(summary) *') &&
  element.getClientRects().length > 0 &&
  getComputedStyle(element).visibility === 'visible'
