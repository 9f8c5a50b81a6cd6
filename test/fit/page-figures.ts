import { expect } from 'vitest'
import { sentenceStarts } from '../../src/fit/sentences.ts'
import type { FittedPage, FittedParagraph, FittedText } from '../../src/model/fitted.ts'

/** How well texts are distributed over their pages, over many texts. */
interface PageFigures {
  texts: number
  pages: number
  breaks: number
  /** Of the pages that are followed by another. */
  fills: number[]
  headingsAtBottom: number
  shortEnds: number
  singleLines: number
  midSentence: number
  shortItemsSplit: number
}

/** Units: `height` of the box in px. */
function pageFigures(texts: readonly FittedText[], height: number): PageFigures {
  const figures: PageFigures = {
    texts: texts.length,
    pages: 0,
    breaks: 0,
    fills: [],
    headingsAtBottom: 0,
    shortEnds: 0,
    singleLines: 0,
    midSentence: 0,
    shortItemsSplit: 0,
  }
  for (const { pages } of texts) {
    figures.pages += pages.length
    if (pages.length > 1 && linesOf(pages.at(-1)!) <= 3) figures.shortEnds++
    for (const [i, page] of pages.slice(0, -1).entries()) {
      figures.breaks++
      figures.fills.push(page.height / height)
      countBreak(figures, page.paragraphs.at(-1)!, pages[i + 1]!.paragraphs[0]!)
    }
  }
  return figures
}

const linesOf = (page: FittedPage) => page.paragraphs.reduce((sum, { lines }) => sum + lines.length, 0)

function countBreak(figures: PageFigures, above: FittedParagraph, below: FittedParagraph): void {
  if (above.kind === 'heading') figures.headingsAtBottom++
  if (!below.continued) return
  const isWhole = !above.continued && below.lines.at(-1)!.end === 'last'
  if (above.kind === 'item' && isWhole && above.lines.length + below.lines.length <= 5) figures.shortItemsSplit++
  if ((above.lines.length === 1 && !above.continued) || (below.lines.length === 1 && below.lines[0]!.end === 'last')) {
    figures.singleLines++
  }
  const [end, start] = [textOf(above), textOf(below)]
  if (sentenceStarts(`${end} ${start}`).indexOf(end.length + 1) < 0) figures.midSentence++
}

/** The text of the part of a paragraph that stands on one page. */
export function textOf({ lines }: FittedParagraph): string {
  return lines
    .map(({ runs, end }) => runs.map(({ text }) => text).join('') + (end === 'space' ? ' ' : ''))
    .join('')
    .trimEnd()
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** What the pages of many texts have to hold. Units: `height` of the box in px. */
export function expectGoodPages(texts: readonly FittedText[], height: number): void {
  const { fills, breaks, ...counts } = pageFigures(texts, height)
  const full = fills.filter((fill) => fill >= 0.85).length / fills.length
  if (process.env.VERIFY) console.log({ breaks, ...counts, fill: mean(fills), full, least: Math.min(...fills) })
  expect(breaks).toBeGreaterThan(texts.length / 2)
  expect(mean(fills)).toBeGreaterThanOrEqual(0.92)
  expect(full).toBeGreaterThanOrEqual(0.95)
  expect(Math.min(...fills)).toBeGreaterThanOrEqual(0.65)
  expect(counts).toMatchObject({ headingsAtBottom: 0, shortEnds: 0, singleLines: 0 })
  expect(counts.midSentence / breaks).toBeLessThanOrEqual(0.1)
  expect(counts.shortItemsSplit / breaks).toBeLessThanOrEqual(0.01)
}
