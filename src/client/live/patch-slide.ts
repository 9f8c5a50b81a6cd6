import { showWhole } from '../show/steps.ts'

/** Classes and attributes that reveal.js sets on a slide. */
const revealClasses = ['past', 'present', 'future', 'stack', 'visible', 'ui-leaving']
const keptAttributes = ['hidden', 'aria-hidden', 'inert', 'style']

/** Parses a slide from the server. */
export function parseSlide(html: string, notes: string): HTMLElement {
  const template = document.createElement('template')
  template.innerHTML = html
  const section = template.content.firstElementChild as HTMLElement
  if (notes !== '') section.insertAdjacentHTML('beforeend', notes)
  return section
}

/**
 * Changes a slide into another one. Keeps the element itself, so that reveal.js need not be told, and all boxes that are
 * equal, so that their pictures and texts are not rendered again. Returns whether any box has changed besides that of the
 * page number.
 */
export function patchSlide(section: HTMLElement, fresh: HTMLElement): boolean {
  // Boxes are compared as they were made.
  showWhole(section)
  copyAttributes(section, fresh)
  const [before, after] = [[...section.childNodes], [...fresh.childNodes]]
  const same = (a: Node | undefined, b: Node | undefined) => a !== undefined && b !== undefined && a.isEqualNode(b)
  let head = 0
  while (same(before[head], after[head])) head++
  let tail = 0
  const maxTail = Math.min(before.length, after.length) - head
  while (tail < maxTail && same(before.at(-1 - tail), after.at(-1 - tail))) tail++
  const removed = before.slice(head, before.length - tail)
  const added = after.slice(head, after.length - tail)
  const next = before[before.length - tail] ?? null
  for (const node of removed) node.remove()
  for (const node of added) section.insertBefore(node, next)
  return [...removed, ...added].some(isVisibleChange)
}

/** Whether a changed node is more than the page number. */
const isVisibleChange = (node: Node): boolean => node instanceof Element && !node.matches('.box.page')

function copyAttributes(section: HTMLElement, fresh: HTMLElement): void {
  const kept = revealClasses.filter((state) => section.classList.contains(state))
  for (const { name } of [...section.attributes]) {
    if (!keptAttributes.includes(name) && !fresh.hasAttribute(name)) section.removeAttribute(name)
  }
  for (const { name, value } of fresh.attributes) {
    const next = name === 'class' ? [value, ...kept].join(' ') : value
    if (section.getAttribute(name) !== next) section.setAttribute(name, next)
  }
}
