import type { Diagnostic } from '../model/diagnostic.ts'
import type { ParseProblem } from '../model/problems/parse.ts'

/** Finds the marks that Git leaves where two versions of a file could not be merged, one finding for all. */
export function findMergeConflict(text: string): Diagnostic<ParseProblem> | null {
  if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>')) return null
  const starts = offsetsOfLines(text, '<<<<<<<')
  const ends = offsetsOfLines(text, '>>>>>>>')
  const middles = offsetsOfLines(text, '=======')
  // Somebody may have removed one of the three already.
  const marks = [starts, middles, ends].filter((offsets) => offsets.length > 0)
  if (marks.length < 2) return null
  const start = Math.min(...marks.map(([first]) => first!))
  const range = { start, end: start + 7 }
  const count = Math.max(starts.length, ends.length)
  return { code: 'merge-conflict', count, severity: 'error', range }
}

/** The offsets of the lines that begin with a mark and then a blank or the end of the line. */
function offsetsOfLines(text: string, mark: string): number[] {
  const offsets: number[] = []
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) {
    const after = text[at + mark.length] ?? '\n'
    if ((at === 0 || /[\r\n]/.test(text[at - 1]!)) && /\s/.test(after)) offsets.push(at)
  }
  return offsets
}
