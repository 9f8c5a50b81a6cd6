import type { Edit } from '../model/source.ts'

/**
 * The text with all edits done.
 *
 * Shape: the edits may come in any order; an insertion goes before a replacement that starts at the same place.
 * Errors: two edits of the same characters are a bug of ours and throw.
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

/** The edits in the order of the file. */
export function sortEdits(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
}
