import type { Diagnostic } from '../model/diagnostic.ts'
import type { ValidateProblem } from '../model/problems/validate.ts'
import type { SourceNode } from '../model/source.ts'
import { conform } from './conform.ts'
import { checkPaths } from './rules/paths.ts'
import { checkPictures } from './rules/pictures.ts'
import { checkEmptySlides, checkSlideCounts } from './rules/slides.ts'
import { slideNodesOf } from './slide-numbers.ts'

/**
 * Everything that is wrong with a deck's format, in one run: against the schema, and against the rules it cannot say.
 * An error is content that would not be shown; what can be understood or done without is a warning.
 */
export function validate(root: SourceNode): { diagnostics: Diagnostic<ValidateProblem>[] } {
  const { root: deck, diagnostics, values } = conform(root)
  if (!deck) return { diagnostics }
  const slides = slideNodesOf(root)
  return {
    diagnostics: [
      ...diagnostics,
      ...checkEmptySlides(slides, diagnostics),
      ...checkSlideCounts(deck, slides),
      ...checkPaths(values),
      ...checkPictures(values),
    ],
  }
}
