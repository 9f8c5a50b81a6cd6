type ElementContent = Node | string

/** Makes an element: its class, attributes, and what is in it. Its text is never read as HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>>,
  ...content: ElementContent[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...content)
  return made
}

/** A button that does one thing; `label` is its name where it shows a sign only. */
export function button(sign: ElementContent, label: string, className: string, act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: className, title: label, 'aria-label': label }, sign)
  made.addEventListener('click', act)
  return made
}
