import type { Diagnostic, Found } from '../model/diagnostic.ts'
import type { SourceNode } from '../model/source.ts'
import { slideOf } from '../validate/slide-of.ts'

/** Whether a deck with these findings cannot be shown. */
export const hasErrors = (found: readonly Found[]) => found.some(({ severity }) => severity === 'error')

/** Puts findings into the order of the file and says which slide each belongs to; the same finding once. */
export function complete(found: readonly Found[], file: string, root: SourceNode | null): Diagnostic[] {
  const seen = new Set<string>()
  return found
    .map((one) => ({ count: 1, edits: [], ...one, ...placeIn(file, root, one) }) as Diagnostic)
    .filter((one) => !seen.has(JSON.stringify(one)) && seen.add(JSON.stringify(one)))
    .sort(byPlace)
}

/** The file and the slide of a finding: a theme has no slides. */
const placeIn = (file: string, root: SourceNode | null, { range, source }: Found) =>
  source ? { origin: source.name, slide: null } : { origin: file, slide: root ? slideOf(root, range) : null }

/** In the order of the deck; what lies in files of a theme comes first. */
export const byPlace = (a: Diagnostic, b: Diagnostic) =>
  Number(!a.source) - Number(!b.source) || a.range.start - b.range.start || a.range.end - b.range.end
