import { layoutCodes } from '../../model/deck.ts'
import type { DeckFile, Slide } from '../../model/deck-file.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { ValidateProblem } from '../../model/problems/validate.ts'
import { findMember, type ObjectNode, type SourceNode } from '../../model/source.ts'
import { type PlannedSlide, planTalk } from '../../model/talk-plan.ts'

/** Reports slides that are planned for longer than their section, or than the talk. */
export function checkMinutes(deck: ObjectNode, slides: readonly SourceNode[]): Diagnostic<ValidateProblem>[] {
  const total = minutesAt(deck)
  const { exceeded } = planTalk(slides.map(plannedSlide), total?.minutes ?? null)
  return exceeded.flatMap(({ section, planned, minutes }) => {
    const at = section === null ? total : minutesAt(slides[section])
    const problem = { code: 'minutes-exceeded', planned, minutes, inSection: section !== null } as const
    return at ? [{ ...problem, severity: 'warning', range: at.node.range }] : []
  })
}

function plannedSlide(slide: SourceNode): PlannedSlide {
  const minutes = minutesAt(slide)?.minutes ?? null
  const block = findMember(slide, 'block' satisfies keyof Slide)?.value
  const code = block?.type === 'string' || block?.type === 'number' ? String(block.value) : ''
  return { minutes, kind: (layoutCodes[code] ?? code) === 'section' ? 'section' : 'content' }
}

/** The minutes of a deck or a slide, which may be written in quotes or with a comma. */
function minutesAt(node: SourceNode | undefined): { node: SourceNode; minutes: number } | null {
  const value = findMember(node, 'minutes' satisfies keyof DeckFile & keyof Slide)?.value
  return value?.type === 'number' ? { node: value, minutes: Number(value.value) } : null
}
