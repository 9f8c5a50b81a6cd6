type ElementContent = Node | string

/** Creates an element with attributes and content. Strings become text, never HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>>,
  ...content: ElementContent[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(name), attributes, content)
}

/** Creates an SVG element with attributes and children. */
export function svgElement<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>>,
  ...children: SVGElement[]
): SVGElementTagNameMap[K] {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children)
}

function fill<E extends Element>(
  created: E,
  attributes: Readonly<Record<string, string>>,
  content: ElementContent[],
): E {
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, value)
  created.append(...content)
  return created
}

/** Creates a button. `label` is its tooltip and its name for screen readers. */
export function button(
  content: ElementContent,
  label: string,
  className: string,
  onClick: () => void,
): HTMLButtonElement {
  const created = element('button', { type: 'button', class: className }, content)
  setLabel(created, label)
  created.addEventListener('click', onClick)
  return created
}

/** Sets the tooltip of an element, which is also its name for screen readers. */
export function setLabel(labelled: HTMLElement, label: string): void {
  labelled.title = label
  labelled.setAttribute('aria-label', label)
}
