/** What reveal.js keeps on a slide: where it stands, whether it is seen and can be reached by keys. */
const revealClasses = ['past', 'present', 'future', 'stack', 'visible']
const keptAttributes = ['hidden', 'aria-hidden', 'inert', 'style']

/** Reads a slide as the server drew it. */
export function parseSlide(html: string, notes: string): HTMLElement {
  const template = document.createElement('template')
  template.innerHTML = html
  const section = template.content.firstElementChild as HTMLElement
  if (notes !== '') section.insertAdjacentHTML('beforeend', notes)
  return section
}

/**
 * Makes a slide like another, and keeps what they have in common: the slide itself, so that reveal.js need not know of it,
 * and each of its boxes that is the same, so that no picture is decoded and no text is set again. Gives whether any box
 * was not the same; the number of the page does not count.
 */
export function patchSlide(section: HTMLElement, fresh: HTMLElement): boolean {
  copyAttributes(section, fresh)
  const [before, after] = [[...section.childNodes], [...fresh.childNodes]]
  const same = (a: Node | undefined, b: Node | undefined) => a !== undefined && b !== undefined && a.isEqualNode(b)
  let head = 0
  while (same(before[head], after[head])) head++
  let tail = 0
  const room = Math.min(before.length, after.length) - head
  while (tail < room && same(before.at(-1 - tail), after.at(-1 - tail))) tail++
  const gone = before.slice(head, before.length - tail)
  const come = after.slice(head, after.length - tail)
  const next = before[before.length - tail] ?? null
  for (const node of gone) node.remove()
  for (const node of come) section.insertBefore(node, next)
  return [...gone, ...come].some(isVisibleChange)
}

/** Whether a node that changed makes a slide look otherwise than by its number. */
const isVisibleChange = (node: Node): boolean => node instanceof Element && !node.matches('.box.page')

function copyAttributes(section: HTMLElement, fresh: HTMLElement): void {
  const own = revealClasses.filter((state) => section.classList.contains(state))
  for (const { name } of [...section.attributes]) {
    if (!keptAttributes.includes(name) && !fresh.hasAttribute(name)) section.removeAttribute(name)
  }
  for (const { name, value } of fresh.attributes) {
    const wanted = name === 'class' ? [value, ...own].join(' ') : value
    if (section.getAttribute(name) !== wanted) section.setAttribute(name, wanted)
  }
}
