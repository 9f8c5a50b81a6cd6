import type { Found } from '../model/diagnostic.ts'
import type { ParseProblem } from '../model/problems/parse.ts'
import type { Edit, Range, SourceNode } from '../model/source.ts'
import { sortEdits } from './edits.ts'
import { cleanStrings } from './leftovers.ts'
import { secondOpinion } from './opinion.ts'
import { disprove } from './proof.ts'
import { scan } from './scan.ts'

/** A deck as a tree that knows its places. Shape: `edits` are all that mends it, in the order of the file. */
export interface Parsed {
  root: SourceNode | null
  edits: Edit[]
  found: Found<ParseProblem>[]
}

/**
 * Reads a deck's text as far as it can be read, and reports every mistake in one run.
 *
 * Shape: warnings are repairs, done in the tree; after an error the tree is what could be read.
 * Errors: none thrown; a repair that a second opinion or the proof does not confirm is an error among the findings.
 */
export function parse(text: string): Parsed {
  const { root, found } = scan(text)
  const sound = root !== null && !found.some(({ severity }) => severity === 'error')
  const doubt = sound && found.length > 0 ? secondOpinion(text, root, found) : null

  if (root) cleanStrings(root, found)
  if (doubt) found.push(uncertain(doubt))
  else if (sound && found.length > 0) {
    const disproved = disprove(text, root, found)
    if (disproved) found.push(uncertain(disproved))
  }
  found.sort((a, b) => a.range.start - b.range.start)
  return { root, edits: sortEdits(found.flatMap(({ edits = [] }) => edits)), found }
}

const uncertain = (range: Range): Found<ParseProblem> => ({ code: 'repair-uncertain', severity: 'error', range })
