import type { ClientPage } from './client-page.ts'

/** What reveal.js sets on the slides that are not shown. A PDF has no tags for elements with these attributes. */
const hiding = ['hidden', 'aria-hidden', 'inert']

/** Shows all slides to whoever prints the page, or saves it as a PDF, and hides them again afterwards. */
export function bindPrinting(page: ClientPage): void {
  let hidden: { slide: HTMLElement; name: string; value: string }[] = []
  addEventListener('beforeprint', () => {
    hidden = page.slides.flatMap((slide) =>
      hiding.flatMap((name) => {
        const value = slide.getAttribute(name)
        if (value === null) return []
        slide.removeAttribute(name)
        return [{ slide, name, value }]
      }),
    )
  })
  addEventListener('afterprint', () => {
    for (const { slide, name, value } of hidden) slide.setAttribute(name, value)
    hidden = []
  })
}
