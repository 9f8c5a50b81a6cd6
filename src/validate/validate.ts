import type { Found } from '../model/diagnostic.ts'
import type { ValidateProblem } from '../model/problems/validate.ts'
import type { SourceNode } from '../model/source.ts'
import { conform } from './conform.ts'
import { paths } from './rules/paths.ts'
import { pictures } from './rules/pictures.ts'
import { emptySlides, slideCounts } from './rules/slides.ts'
import { slidesOf } from './slide-of.ts'

/**
 * Everything that is wrong with a deck's format, in one run: against the schema, and against the rules it cannot say.
 * An error is content that would not be shown; what can be understood or done without is a warning.
 */
export function validate(root: SourceNode): { found: Found<ValidateProblem>[] } {
  const { root: deck, found, values } = conform(root)
  if (!deck) return { found }
  const slides = slidesOf(root)
  return {
    found: [
      ...found,
      ...emptySlides(slides, found),
      ...slideCounts(deck, slides),
      ...paths(values),
      ...pictures(values),
    ],
  }
}
