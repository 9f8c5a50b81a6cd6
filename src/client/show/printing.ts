import type { ClientPage } from './client-page.ts'

/** What reveal.js sets on the slides that are not shown. A PDF has no tags for elements with these attributes. */
const hiding = ['hidden', 'aria-hidden', 'inert']

/** Shows all slides to whoever prints the page, or saves it as a PDF, and hides them again afterwards. */
export function bindPrinting(page: ClientPage): void {
  let hidden: { part: Element; name: string; value: string }[] = []
  addEventListener('beforeprint', () => {
    // Of a drawing whose series are not all shown, too.
    const drawings = page.slides.flatMap((slide) => [...slide.querySelectorAll('svg.chart[aria-hidden]')])
    hidden = [...page.slides, ...drawings].flatMap((part) =>
      hiding.flatMap((name) => {
        const value = part.getAttribute(name)
        if (value === null) return []
        part.removeAttribute(name)
        return [{ part, name, value }]
      }),
    )
  })
  addEventListener('afterprint', () => {
    for (const { part, name, value } of hidden) part.setAttribute(name, value)
    hidden = []
  })
}
