import type { FittedPage } from '../model/fitted.ts'
import type { LaidOutPage, PlacedBox } from '../model/laid-out.ts'
import type { PageRange } from './page-footers.ts'
import { mapTexts, textsIn } from './texts-in-view.ts'

const slideLink = /^#(\d+)$/

/**
 * Resolves links to slides to the first page of the slide. A link to a slide that does not exist becomes plain text.
 * Only the links of pages in the range are changed.
 */
export function relink(pages: readonly LaidOutPage[], { from, to }: PageRange = { from: 0, to: pages.length }): void {
  const first = new Map<number, number>()
  pages.forEach(({ slide }, i) => {
    if (!first.has(slide)) first.set(slide, i + 1)
  })
  const target = (href: string | null): string | null => {
    const slide = href && slideLink.exec(href)?.[1]
    if (!slide) return href
    const page = first.get(Number(slide) - 1)
    return page === undefined ? null : `#${page}`
  }
  for (const page of pages.slice(from, to)) {
    if (page.boxes.some(hasSlideLink)) page.boxes = page.boxes.map((box) => relinkBox(box, target))
  }
}

/** Whether a box links to a slide. Few boxes do, and copying is expensive. */
const hasSlideLink = ({ view }: PlacedBox): boolean =>
  textsIn(view).some(({ page }) =>
    page.paragraphs.some(({ lines }) => lines.some(({ runs }) => runs.some(({ href }) => href?.startsWith('#')))),
  )

type LinkResolver = (href: string | null) => string | null

const relinkBox = (box: PlacedBox, target: LinkResolver): PlacedBox => ({
  ...box,
  view: mapTexts(box.view, (text) => ({ ...text, page: relinkPage(text.page, target) })),
})

/** Copies the page, because several pages and decks may share a fitted text. */
function relinkPage(page: FittedPage, target: LinkResolver): FittedPage {
  const paragraphs = page.paragraphs.map((paragraph) => ({
    ...paragraph,
    lines: paragraph.lines.map((line) => ({
      ...line,
      runs: line.runs.map((run) => ({ ...run, href: target(run.href) })),
    })),
  }))
  return { ...page, paragraphs }
}
