import type { Diagnostic } from '../model/diagnostic.ts'
import type { ValidateProblem } from '../model/problems/validate.ts'
import type { SourceNode } from '../model/source.ts'
import { conform } from './conform.ts'
import { checkMinutes } from './rules/minutes.ts'
import { checkPaths } from './rules/paths.ts'
import { checkPictures } from './rules/pictures.ts'
import { checkEmptySlides, checkSlideCounts } from './rules/slides.ts'
import { checkTranslations } from './rules/translations.ts'
import { slideNodesOf } from './slide-numbers.ts'

/**
 * Validates a deck against the schema and against rules that a schema cannot express, in one run.
 * Content that could not be shown is an error; what can be understood or ignored is a warning.
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
      ...checkMinutes(deck, slides),
      ...checkPaths(values),
      ...checkPictures(values),
      ...checkTranslations(values),
    ],
  }
}
