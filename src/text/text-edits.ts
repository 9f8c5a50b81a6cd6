import type { Edit, Range } from '../model/source.ts'
import { applyEdits, sortEdits } from './apply-edits.ts'

/** Returns the edits that undo others, and the places of these in the new text. Shape: `edits` do not overlap. */
export function invertEdits(text: string, edits: readonly Edit[]): { inverse: Edit[]; ranges: Range[] } {
  const inverse: Edit[] = []
  let longer = 0
  for (const { start, end, text: replacement } of sortEdits(edits)) {
    const at = start + longer
    inverse.push({ start: at, end: at + replacement.length, text: text.slice(start, end) })
    longer += replacement.length - (end - start)
  }
  return { inverse, ranges: inverse.map(({ start, end }) => ({ start, end })) }
}

/** Joins edits that touch one another, and drops those that change nothing. `text` is what they are made on. */
export function joinEdits(text: string, edits: readonly Edit[]): Edit[] {
  const joined: Edit[] = []
  for (const edit of sortEdits(edits)) {
    const last = joined.at(-1)
    if (last && last.end === edit.start)
      joined[joined.length - 1] = { ...last, end: edit.end, text: last.text + edit.text }
    else joined.push(edit)
  }
  return joined.filter(({ start, end, text: replacement }) => text.slice(start, end) !== replacement)
}

/** A part of the text after some edits: a part of the text before them, or a text that they wrote. */
type Piece = Range | string

/**
 * Returns the edits that do what two sets do one after the other: `second` is made on the text that `first` gives.
 *
 * Shape: the result is in source order; parts that were written and taken away again leave no trace.
 * Units:  `length` is that of the text before both.
 */
export function composeEdits(length: number, first: readonly Edit[], second: readonly Edit[]): Edit[] {
  return editsOf(length, cut(piecesOf(length, first), second))
}

/**
 * Where an offset has gone. Where a text was inserted, or replaced what stood on both sides, `side` says whether the offset
 * stays before it or goes behind it.
 */
export function mapOffset(offset: number, edits: readonly Edit[], side: 'before' | 'behind'): number {
  let longer = 0
  for (const { start, end, text } of sortEdits(edits)) {
    const isInside = start < offset && offset < end
    const isInsertion = start === offset && end === offset
    if (isInside || isInsertion) return start + longer + (side === 'before' ? 0 : text.length)
    if (start >= offset) break
    longer += text.length - (end - start)
  }
  return offset + longer
}

/** Where a range has gone. It does not grow by what is written at its edges; it is empty if it was taken away. */
export function mapRange({ start, end }: Range, edits: readonly Edit[]): Range {
  const from = mapOffset(start, edits, 'behind')
  return { start: from, end: Math.max(from, mapOffset(end, edits, 'before')) }
}

/**
 * Returns edits as they must be made on a text that others have changed meanwhile. Null if both touch the same place: nothing
 * is merged inside of it.
 */
export function mapEdits(edits: readonly Edit[], over: readonly Edit[]): Edit[] | null {
  const touched = edits.some((one) => over.some((other) => one.start <= other.end && other.start <= one.end))
  return touched ? null : edits.map((edit) => ({ ...edit, ...mapRange(edit, over) }))
}

/** Makes edits and gives what `applyOps` gives, without a new tree. Errors: overlapping edits are a bug and throw. */
export function applyTextEdits(
  text: string,
  edits: readonly Edit[],
): { text: string; changes: Edit[]; ranges: Range[]; inverse: Edit[] } {
  const changes = joinEdits(text, edits)
  return { text: applyEdits(text, changes), changes, ...invertEdits(text, changes) }
}

function piecesOf(length: number, edits: readonly Edit[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end, text } of sortEdits(edits)) {
    pieces.push({ start: at, end: start }, text)
    at = end
  }
  pieces.push({ start: at, end: length })
  return pieces.filter((piece) => lengthOf(piece) > 0)
}

const lengthOf = (piece: Piece): number => (typeof piece === 'string' ? piece.length : piece.end - piece.start)

/** A part of a piece, from one of its offsets to another. */
const part = (piece: Piece, from: number, to: number): Piece =>
  typeof piece === 'string' ? piece.slice(from, to) : { start: piece.start + from, end: piece.start + to }

/** The pieces of a text after further edits. */
function cut(pieces: readonly Piece[], edits: readonly Edit[]): Piece[] {
  const result: Piece[] = []
  let next = 0
  let used = 0
  /** Moves on by a number of characters, which are kept or dropped. */
  const advance = (count: number, keep: boolean) => {
    let left = count
    while (left > 0 && next < pieces.length) {
      const piece = pieces[next]!
      const taken = Math.min(left, lengthOf(piece) - used)
      if (keep) result.push(part(piece, used, used + taken))
      used += taken
      left -= taken
      if (used === lengthOf(piece)) {
        next++
        used = 0
      }
    }
  }
  let at = 0
  for (const { start, end, text } of sortEdits(edits)) {
    advance(start - at, true)
    if (text !== '') result.push(text)
    advance(end - start, false)
    at = end
  }
  advance(Number.POSITIVE_INFINITY, true)
  return result
}

/** The edits that make these pieces of a text of a length. */
function editsOf(length: number, pieces: readonly Piece[]): Edit[] {
  const edits: Edit[] = []
  let at = 0
  let written = ''
  for (const piece of [...pieces, { start: length, end: length }]) {
    if (typeof piece === 'string') {
      written += piece
      continue
    }
    if (written !== '' || piece.start > at) edits.push({ start: at, end: piece.start, text: written })
    written = ''
    at = piece.end
  }
  return edits
}
