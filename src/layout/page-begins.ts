import type { FittedPage } from '../model/fitted.ts'
import type { LaidOutPage, PageBegin, PlacedBox, TextView } from '../model/laid-out.ts'
import type { Range } from '../model/source.ts'

/** Adds to the further pages of a slide where they begin. `blocks` are those of the slide, `pages` all of its pages. */
export function withBegins(pages: readonly LaidOutPage[], blocks: readonly { range: Range }[]): LaidOutPage[] {
  const shown = pages.map(({ boxes }) => boxes.flatMap((box) => (isTitle(box) ? [] : partsOf(box, blocks))))
  const sizes = new Map<string, number>()
  const firsts = shown.map((parts) => {
    const [first] = parts
    const before = first ? (sizes.get(keyOf(first)) ?? 0) : 0
    for (const part of parts) sizes.set(keyOf(part), (sizes.get(keyOf(part)) ?? 0) + part.size)
    return first && { ...first, before }
  })
  return pages.map((page, i) => {
    const first = firsts[i]
    if (page.part === 1 || !first) return page
    const percent = Math.floor((100 * first.before) / (sizes.get(keyOf(first)) || 1))
    return { ...page, begin: { block: first.block, item: first.item, percent } }
  })
}

/** A part of a block on a page. Units: `size` in letters, or 1 for what has no text. */
type Part = Pick<PageBegin, 'block' | 'item'> & { size: number }

const keyOf = ({ block, item }: Part) => `${block}.${item}`

const isTitle = ({ region, view }: PlacedBox): boolean =>
  region === 'title' || ((view as Partial<TextView>).heading ?? null) !== null

/** The items of a box with their sizes on this page. A heading that is repeated belongs to an earlier page. */
function partsOf({ sources = [], view }: PlacedBox, blocks: readonly { range: Range }[]): Part[] {
  const items = sources.flatMap(({ range, items }) => {
    const block = Math.max(
      0,
      blocks.findIndex((one) => one.range.start === range.start),
    )
    return items.length > 0 ? items.map((item) => ({ block, item })) : [{ block, item: 0 }]
  })
  const { page } = view as { page?: FittedPage }
  const paragraphs = page?.paragraphs ?? []
  if (paragraphs.length !== items.length) return items.map((one) => ({ ...one, size: 1 }))
  return items.flatMap((one, i) => {
    const { lines, repeated } = paragraphs[i]!
    return repeated ? [] : [{ ...one, size: lettersOf(lines) }]
  })
}

const lettersOf = (lines: FittedPage['paragraphs'][number]['lines']): number =>
  lines.reduce((sum, { runs }) => sum + runs.reduce((own, { text }) => own + text.length, 0), 0)
