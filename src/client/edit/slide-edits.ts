import type { JsonValue } from '../../model/source.ts'
import type { EditOp } from '../../model/wire/edit.ts'
import { type Editor, inSlide } from './editor.ts'

const ascending = (indexes: Iterable<number>) => [...indexes].sort((a, b) => a - b)

/** Adds a slide after the current one. */
export const addSlide = (editor: Editor, slide: JsonValue): void =>
  insertSlides(editor, editor.current.value + 1, [slide])

/** Puts slides before the one with an index, and selects them. */
export function insertSlides(editor: Editor, at: number, slides: readonly JsonValue[]): void {
  editor.edit(slides.map((value, i): EditOp => ({ op: 'insert', path: inSlide(editor, at + i), value })))
  editor.expect(slides.map((_, i) => at + i))
}

/** Copies the selected slides; the copies stand after the last of them. */
export function copySlides(editor: Editor): void {
  const chosen = ascending(editor.selected.value)
  const after = (chosen.at(-1) ?? editor.current.value) + 1
  const ops = chosen.map(
    (index, i): EditOp => ({ op: 'copy', from: inSlide(editor, index), path: inSlide(editor, after + i) }),
  )
  editor.edit(ops)
  editor.expect(chosen.map((_, i) => after + i))
}

/** Removes the selected slides. The last slide of a deck stays. */
export function removeSlides(editor: Editor): void {
  const chosen = ascending(editor.selected.value)
  if (chosen.length === 0 || chosen.length >= editor.slides.value.length) return
  editor.edit([...chosen].reverse().map((index): EditOp => ({ op: 'remove', path: inSlide(editor, index) })))
  const next = Math.min(chosen[0]!, editor.slides.value.length - 1)
  editor.expect([next])
}

/**
 * Moves the selected slides together before the slide with an index; the number of slides for the end. Their order stays.
 */
export function moveSlides(editor: Editor, before: number): void {
  const chosen = ascending(editor.selected.value)
  const ops = movesBefore(chosen, before)
  const to = before - chosen.filter((index) => index < before).length
  if (ops.length === 0) return
  editor.edit(ops.map(([from, to]): EditOp => ({ op: 'move', from: inSlide(editor, from), path: inSlide(editor, to) })))
  editor.expect(chosen.map((_, i) => to + i))
}

/**
 * Returns the moves, one after the other, that bring items together before another one. Shape: pairs of an index, and the
 * index after the item was taken away.
 */
export function movesBefore(chosen: readonly number[], before: number): [number, number][] {
  const moves: [number, number][] = []
  const earlier = chosen.filter((index) => index < before)
  const later = chosen.filter((index) => index >= before)
  // Each one taken from before the place shifts the next ones by one.
  for (const [i, index] of earlier.entries()) moves.push([index - i, before - 1])
  for (const [i, index] of later.entries()) moves.push([index, before + i])
  return moves.filter(([from, to]) => from !== to)
}
