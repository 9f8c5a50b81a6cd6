import type { Diagnostic } from '../model/diagnostic.ts'
import type { ParseProblem } from '../model/problems/parse.ts'

/** Finds the marks that Git leaves where two versions of a file could not be merged, one finding for all. */
export function findMergeConflict(text: string): Diagnostic<ParseProblem> | null {
  if (!text.includes('<<<<<<<') || !text.includes('>>>>>>>')) return null
  const starts = offsetsOfLines(text, '<<<<<<<')
  const ends = offsetsOfLines(text, '>>>>>>>')
  const middles = offsetsOfLines(text, '=======')
  const start = starts[0]
  if (start === undefined || !middles.some((at) => at > start) || !ends.some((at) => at > start)) return null
  const range = { start, end: start + 7 }
  return { code: 'merge-conflict', count: starts.length, severity: 'error', range }
}

/** The offsets of the lines that begin with a mark. */
function offsetsOfLines(text: string, mark: string): number[] {
  const offsets: number[] = []
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) {
    if (at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r') offsets.push(at)
  }
  return offsets
}
