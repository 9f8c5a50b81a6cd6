import type { CheckResult, Edition } from '../build.ts'
import { KormeError } from '../model/errors.ts'
import { firstOutOfRange, includesSlide, type SlideRange } from '../model/slide-range.ts'

/**
 * The indexes of the pages that belong to a range of slides.
 * Errors: `range-outside` if the range has slides that the deck does not have.
 */
export function pagesInRange(
  { deck }: Edition,
  range: SlideRange | undefined,
  { file, slides }: CheckResult,
): readonly number[] {
  const pages = [...deck.pages.keys()]
  if (!range) return pages
  const outside = firstOutOfRange(range, slides)
  if (outside) throw new KormeError({ code: 'range-outside', part: outside, deck: file.name, slides })
  return pages.filter((index) => includesSlide(range, deck.pages[index]!.slide + 1))
}
