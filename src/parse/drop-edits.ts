import type { Diagnostic } from '../model/diagnostic.ts'
import type { ParseProblem } from '../model/problems/parse.ts'
import type { Edit } from '../model/source.ts'

/** Removes repairs that another diagnostic has taken over, and the diagnostics of which none is left. */
export function dropEdits(diagnostics: Diagnostic<ParseProblem>[], isTaken: (edit: Edit) => boolean): void {
  const all = diagnostics.splice(0)
  for (const one of all) {
    const { edits: old = [] } = one
    const edits = old.filter((edit) => !isTaken(edit))
    const [first] = edits
    if (edits.length === old.length) diagnostics.push(one)
    else if (first) {
      const range = { start: first.start, end: first.end }
      diagnostics.push({
        ...one,
        edits,
        range,
        ...('count' in one && { count: one.count - old.length + edits.length }),
      })
    }
  }
}
