import { slideFields } from '../../blocks/registry.ts'
import type { DeckFile, Slide } from '../../model/deck-file.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { ValidateProblem } from '../../model/problems/validate.ts'
import { findMember, type ObjectNode, type SourceNode } from '../../model/source.ts'
import { isEmpty } from '../value.ts'

const contents: readonly (keyof Slide)[] = [...slideFields, 'blocks', 'background']

/** Reports slides without visible content, except those whose content is invalid and already reported. */
export function checkEmptySlides(
  slides: readonly SourceNode[],
  diagnostics: readonly Diagnostic[],
): Diagnostic<ValidateProblem>[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ range }) => range.start)
  return slides
    .filter((slide) => contents.every((name) => isNothing(findMember(slide, name)?.value)))
    .filter(({ range }) => !errors.some((at) => range.start <= at && at < range.end))
    .map(({ range }) => ({ code: 'slide-empty', severity: 'warning', range }))
}

const isNothing = (node: SourceNode | undefined) => !node || isEmpty(node)

/** Checks the numbers that people keep by hand: how many slides there are, and which one is shown first. */
export function checkSlideCounts(deck: ObjectNode, slides: readonly SourceNode[]): Diagnostic<ValidateProblem>[] {
  const diagnostics: Diagnostic<ValidateProblem>[] = []
  if (slides.length === 0) return diagnostics
  const max = numberAt(deck, 'slide_max')
  if (max && max.given !== slides.length) {
    const edits = [{ ...max.digits, text: String(slides.length) }]
    const problem = { code: 'slide-max-wrong', given: max.given, slides: slides.length } as const
    diagnostics.push({ ...problem, severity: 'warning', range: max.node.range, edits })
  }
  const now = numberAt(deck, 'slide_now')
  if (now && (now.given < 1 || now.given > slides.length)) {
    const problem = { code: 'slide-now-outside', given: now.given, slides: slides.length } as const
    diagnostics.push({ ...problem, severity: 'warning', range: now.node.range })
  } else if (now && now.given > 1) {
    const problem = { code: 'slide-now-later', given: now.given, slides: slides.length } as const
    diagnostics.push({ ...problem, severity: 'info', range: now.node.range })
  }
  return diagnostics
}

/** Returns a number and the range of its digits, without quotation marks around them. */
function numberAt(deck: ObjectNode, name: keyof DeckFile) {
  const node = findMember(deck, name)?.value
  if (node?.type !== 'number') return null
  const { start, end } = node.range
  const quotes = end - start === String(node.value).length + 2 ? 1 : 0
  return { given: Number(node.value), node, digits: { start: start + quotes, end: end - quotes } }
}
