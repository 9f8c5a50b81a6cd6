import type { Diagnostic, LocatedDiagnostic } from '../model/diagnostic.ts'
import type { SourceNode } from '../model/source.ts'
import { slideNumberAt } from '../validate/slide-numbers.ts'

/** Whether a deck with these findings cannot be shown. */
export const hasErrors = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.some(({ severity }) => severity === 'error')

/** Puts findings into the order of the file and says which slide each belongs to; the same finding once. */
export function locateDiagnostics(
  diagnostics: readonly Diagnostic[],
  file: string,
  root: SourceNode | null,
): LocatedDiagnostic[] {
  const seen = new Set<string>()
  return diagnostics
    .map((one) => ({ count: 1, edits: [], ...one, ...locationIn(file, root, one) }) as LocatedDiagnostic)
    .filter((one) => !seen.has(JSON.stringify(one)) && seen.add(JSON.stringify(one)))
    .sort(byLocation)
}

/** The file and the slide of a finding: a theme has no slides. */
const locationIn = (file: string, root: SourceNode | null, { range, source }: Diagnostic) =>
  source ? { origin: source.name, slide: null } : { origin: file, slide: root ? slideNumberAt(root, range) : null }

/** In the order of the deck; what lies in files of a theme comes first. */
export const byLocation = (a: LocatedDiagnostic, b: LocatedDiagnostic) =>
  Number(!a.source) - Number(!b.source) || a.range.start - b.range.start || a.range.end - b.range.end
