import { readSource } from '../../../build.ts'
import { applyOps } from '../../../edit/apply-ops.ts'
import { slidePaths } from '../../../edit/box-paths.ts'
import { opsInFile } from '../../../edit/ops-in-file.ts'
import type { Deck } from '../../../model/deck.ts'
import type { NodePath } from '../../../model/source.ts'
import { plannedSlide, planTalk } from '../../../model/talk-plan.ts'
import type { EditOp } from '../../../model/wire/edit.ts'
import type { MeasuredTime, MinutesChange, RehearsalDraft } from '../../../model/wire/rehearsal.ts'
import { rehearsedMinutes } from './rehearsed-minutes.ts'

/** How a deck changes after a rehearsal. The operations are those of the editor, on the deck as the format reads it. */
export interface MinutesEdit extends Pick<RehearsalDraft, 'changes' | 'longer'> {
  ops: readonly EditOp[]
}

/**
 * Finds the changes in the text of a deck; null if it has errors, or if after them it would not be read so: a field that stands
 * twice is taken away first, of which Korme reads the first and other programs the last.
 */
export function minutesEdit(text: string, times: readonly MeasuredTime[]): MinutesEdit | null {
  const read = readText(text)
  if (!read) return null
  const { deck, paths } = read
  const changes = changesOf(deck, times)
  const sets = changes.map(({ slide, after: value }): EditOp => ({ op: 'set', path: fieldAt(paths, slide), value }))
  const written = changes.filter(({ before }) => before !== null)
  const removes = written.map(({ slide }): EditOp => ({ op: 'remove', path: fieldAt(paths, slide) }))
  const isRead = (ops: readonly EditOp[]) => {
    const applied = applyOps(text, ops, opsInFile)
    const slides = applied.ok ? readText(applied.text)?.deck.slides : undefined
    return slides !== undefined && changes.every(({ slide, after }) => slides[slide - 1]?.minutes === after)
  }
  const ops = [sets, [...removes, ...sets]].find(isRead)
  return ops ? { changes, ops, longer: longerThan(deck, changes) } : null
}

/** Reads a deck, and where its slides are; null if it has errors. */
function readText(text: string): { deck: Deck; paths: readonly NodePath[] } | null {
  const steps = readSource(text)
  let step = steps.next()
  while (!step.done) step = steps.next()
  const { root, deck } = step.value
  const paths = root ? slidePaths(root) : []
  return deck && paths.length === deck.slides.length ? { deck, paths } : null
}

const fieldAt = (paths: readonly NodePath[], slide: number): NodePath => [...paths[slide - 1]!, 'minutes']

function changesOf({ slides, minutes }: Deck, times: readonly MeasuredTime[]): MinutesChange[] {
  const measured = new Map(times.filter(({ slide }) => slide <= slides.length).map(({ slide, ms }) => [slide - 1, ms]))
  return rehearsedMinutes(slides.map(plannedSlide), minutes, measured)
}

function longerThan({ slides, minutes: total }: Deck, changes: readonly MinutesChange[]): RehearsalDraft['longer'] {
  const after = slides.map((slide, i) => {
    const planned = plannedSlide(slide)
    return { ...planned, minutes: changes.find(({ slide: number }) => number === i + 1)?.after ?? planned.minutes }
  })
  const exceeded = planTalk(after, total).exceeded.find(({ section }) => section === null)
  return exceeded ? { minutes: exceeded.planned, planned: exceeded.minutes } : null
}
