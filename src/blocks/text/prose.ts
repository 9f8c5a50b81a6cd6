import type { Placed, PlaceTools, Slot } from '../../model/block.ts'
import type { TextBlock } from '../../model/deck.ts'
import type { FittedText } from '../../model/fitted.ts'
import type { Said } from '../../model/lang.ts'
import type { Paragraph } from '../../model/text.ts'
import {
  continuedFacts,
  reportContinued,
  reportMissing,
  type Setting,
  setText,
  textBox,
} from '../../typeset/set-text.ts'

/** Sets a text in its region, at the largest size at which it fits; continued where even the smallest is too large. */
export function placeProse(
  block: TextBlock<Said>,
  paragraphs: readonly Paragraph[],
  slot: Slot,
  tools: PlaceTools,
): Placed {
  if (paragraphs.length === 0) return { pages: [], rest: [], size: null }
  const { first, next, largest } = slot
  const { lang } = block.text
  const fitted = fitProse(block, { paragraphs, lang, first, next, largest }, tools)
  reportMissing(fitted, first, block.range, tools)

  const looks = { lang, theme: tools.theme, styled: first }
  const pages = fitted.pages.map((_, i) => {
    const [region, name] = i === 0 ? [first, slot.name] : [next, slot.nextName]
    return [textBox(fitted, i, region, { ...looks, name })]
  })
  return { pages, rest: [], size: fitted.size }
}

function fitProse(block: TextBlock<Said>, setting: Setting, tools: PlaceTools): FittedText {
  const { range } = block
  const { paragraphs } = setting
  const asked = setText({ ...setting, pages: tools.fit === 'shrink' ? 'one' : tools.fit }, tools)
  if (asked.overflow) {
    const fitted = setText({ ...setting, pages: 'auto' }, tools)
    // What was tried in vain, not what it is set in now.
    const facts = { ...continuedFacts(fitted, paragraphs), sizePx: asked.size }
    tools.report({ code: 'text-too-long', ...facts, severity: 'warning', range })
    return fitted
  }
  if (asked.pages.length > 1) reportContinued(asked, paragraphs, range, tools)
  return asked
}
