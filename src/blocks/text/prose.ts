import { languages } from '../../languages/languages.ts'
import type { BlockContext, BlockSlot, PlacedBlock } from '../../model/block-type.ts'
import type { LocalizedText } from '../../model/lang.ts'
import type { Paragraph } from '../../model/text.ts'
import {
  continuedFacts,
  reportContinued,
  reportMissing,
  type TextRequest,
  type TypesetText,
  textBox,
  typesetText,
} from '../../typeset/typeset-text.ts'
import { setNotes } from './notes.ts'
import type { TextBlock } from './types.ts'

/**
 * Sets a text at the largest size that fits its region, with its footnotes at the foot of the page on which it ends. If even
 * the smallest size is too large, the text continues.
 */
export function placeProse(
  block: TextBlock<LocalizedText>,
  paragraphs: readonly Paragraph[],
  slot: BlockSlot,
  context: BlockContext,
): PlacedBlock {
  const body = paragraphs.filter(({ note }) => !note)
  const notes = body.length === 0 ? [] : paragraphs.filter(({ note }) => note)
  const foot = setNotes(notes, block.text.lang, slot, context)
  if (!foot) return placeParagraphs(block, paragraphs, slot, context)
  const placed = placeParagraphs(block, body, foot.slot, context)
  const pages = placed.pages.map((boxes, i) =>
    i === placed.pages.length - 1 ? [...boxes, foot.place(i === 0)] : boxes,
  )
  return { ...placed, pages }
}

function placeParagraphs(
  block: TextBlock<LocalizedText>,
  paragraphs: readonly Paragraph[],
  slot: BlockSlot,
  context: BlockContext,
): PlacedBlock {
  if (paragraphs.length === 0) return { pages: [], overflow: [], size: null }
  const { first, next, maxSize: largest } = slot
  const { lang } = block.text
  const headingSuffix = languages[lang].data.continued('').trim()
  const fitted = fitProse(block, { paragraphs, lang, first, next, largest, headingSuffix }, context)
  reportMissing(fitted, first, block.range, context)

  const options = { lang, theme: context.theme, styleRegion: first }
  const pages = fitted.pages.map((_, i) => {
    const [region, name] = i === 0 ? [first, slot.regionName] : [next, slot.nextRegionName]
    return [textBox(fitted, i, region, { ...options, name })]
  })
  return { pages, overflow: [], size: fitted.size }
}

function fitProse(block: TextBlock<LocalizedText>, request: TextRequest, context: BlockContext): TypesetText {
  const { range } = block
  const { paragraphs } = request
  const attempt = typesetText({ ...request, pages: context.fit === 'shrink' ? 'one' : context.fit }, context)
  if (attempt.overflow) {
    const fitted = typesetText({ ...request, pages: 'auto' }, context)
    // Reports the size that did not fit, not the one used in the end.
    const facts = { ...continuedFacts(fitted, paragraphs), sizePx: attempt.size }
    context.report({ code: 'text-too-long', ...facts, severity: 'warning', range })
    return fitted
  }
  if (attempt.pages.length > 1) reportContinued(attempt, paragraphs, range, context)
  return attempt
}
