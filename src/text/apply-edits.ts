import type { Edit } from '../model/source.ts'

/**
 * Returns the text with all edits applied.
 *
 * Shape: edits may be in any order; an insertion precedes a replacement that starts at the same offset.
 * Errors: overlapping edits are a bug and throw.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let at = 0
  for (const { start, end, text: replacement } of sortEdits(edits)) {
    if (start < at || end < start) throw new Error(`edits overlap at ${start}`)
    parts.push(text.slice(at, start), replacement)
    at = end
  }
  parts.push(text.slice(at))
  return parts.join('')
}

/** Returns the edits in source order. */
export function sortEdits(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
}
